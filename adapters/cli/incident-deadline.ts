import { dateAndClock, type Moment } from '../../src/berlin.ts'
import { art33, strafantrag } from '../../src/crisis/deadlines.ts'
import type { Term } from '../../src/domain/deadline.ts'
import type { StateCode } from '../../src/domain/profile.ts'
import type { Command } from './command.ts'
import { momentIn, neededMoment } from './moment.ts'
import { configFor, parseTyped, type Typed, usageError } from './options.ts'
import { termToJson } from './term-json.ts'
import { parseField } from './town.ts'
import { hasStore, withStore } from './with-store.ts'

const options = {
  json: { type: 'boolean' },
  known: { type: 'string' },
  act: { type: 'string' },
  offender: { type: 'string' },
  state: { type: 'string' },
} as const

export const command: Command = {
  help: `Rechnet eine Frist, ohne dass eine Lage offen ist; mit einer Lage startet sie dort.

Aufruf: npm run -s cli -- incident deadline art33 --known 2026-10-23T22:30 [--json]
        npm run -s cli -- incident deadline strafantrag --act 2026-10-23 [--offender 2026-11-02] [--json]
        npm run -s cli -- incident deadline L1 art33|strafantrag|promise|evidence … (--due ZEIT, --title TEXT)

  --known      wann jemand im Rathaus von der Datenpanne wusste
  --act        wann die berechtigte Person von der Tat wusste
  --offender   wann sie wusste, wer es war; ohne diese Angabe läuft die Frist noch nicht sicher
  --state      Land, dessen Feiertage gelten, als Kürzel oder Name (sonst das aus setup)
  --json       ein JSON-Objekt statt Text

Zeiten gelten in Deutschland; mit Z oder +02:00 am Ende genau so.`,
  run: async (args) => {
    if (args.some((one) => /^L\d+$/i.test(one))) {
      const { command: inIncident } = await import('./incident-terms.ts')
      return await inIncident.run(args)
    }
    const typed = parseTyped(args, options)
    const { term, notes } = await termFor(typed)
    const whole = { ...term, notes: [...notes, ...term.notes] }
    console.log(typed.flags.has('json') ? JSON.stringify(termToJson(whole)) : termToText(whole))
    return 0
  },
}

interface Reckoned {
  readonly term: Term
  readonly notes: readonly string[]
}

async function termFor(typed: Typed): Promise<Reckoned> {
  const [kind, stray] = typed.words
  if (stray !== undefined) throw usageError(`Mit „${stray}“ ist hier nichts anzufangen.`)
  const state = await stateFor(typed)
  if (kind === 'art33') {
    const known = neededMoment(typed, 'known')
    return { term: art33({ known: known.at, state }), notes: notesOf(known) }
  }
  if (kind === 'strafantrag') {
    const [act, offender] = [neededMoment(typed, 'act'), momentIn(typed, 'offender')]
    const term = strafantrag({ act: act.at, offender: offender?.at, state })
    return { term, notes: notesOf(act, offender) }
  }
  throw usageError('Welche Frist? Es gibt: deadline art33, deadline strafantrag.')
}

function notesOf(...moments: readonly (Moment | undefined)[]): readonly string[] {
  return moments.flatMap((moment) => moment?.note ?? [])
}

async function stateFor(typed: Typed): Promise<StateCode | undefined> {
  const given = typed.value('state')
  if (given !== undefined) return parseField('state', given) as StateCode | undefined
  const config = configFor(typed)
  if (!hasStore(config)) return undefined
  return await withStore(config, ({ settings }) => settings.profile().state)
}

function termToText({ due, basis, readings, notes }: Term): string {
  const others = readings.map(
    (one) => `- ${dateAndClock(one.due)}${one.disputed ? ' (umstritten)' : ''}\n  ${one.basis}`,
  )
  return [
    due ? `Frist: ${dateAndClock(due)}` : 'Frist: noch kein sicheres Ende',
    basis,
    others.length > 0 ? `Andere Lesarten:\n${others.join('\n')}` : '',
    notes.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
