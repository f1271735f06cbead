import { exitCriteria } from '../../src/crisis/decide.ts'
import type { Command } from './command.ts'
import { atDesk, findTyped, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { usageError } from './options.ts'

export const command: Command = {
  help: `Schließt eine Lage ab. Jedes Kriterium ist erfüllt oder hat einen Grund; Fristen laufen weiter.

Aufruf: npm run -s cli -- incident close L1                          zeigt die Kriterien
        npm run -s cli -- incident close L1 --met 1,2,3 --reason "4=Termin steht am 2.11." --as PR
        npm run -s cli -- incident close L1 --met all --as PR

  --met LISTE         Nummern der erfüllten Kriterien, oder all
  --reason NR=GRUND   warum trotzdem geschlossen wird; mehrmals möglich
${writingHelp}`,
  run: async (args) => {
    const typed = parseWriting(args, {
      met: { type: 'string' },
      reason: { type: 'string', multiple: true },
    })
    return await atDesk(typed, ({ desk }) => {
      const incident = findTyped(typed, desk)
      const criteria = exitCriteria(incident)
      const given = typed.value('met')
      if (given === undefined && typed.values('reason').length === 0) {
        const lines = criteria.map((one, at) => `${at + 1}. ${one}`)
        if (typed.flags.has('json')) console.log(JSON.stringify({ criteria }))
        else console.log(['Erfüllt?', ...lines].join('\n'))
        return 0
      }
      const met = criteria.map((_, at) => given === 'all' || numbersIn(given).includes(at + 1))
      const reasons = reasonsIn(typed.values('reason'))
      const deed = {
        type: 'close',
        met,
        reasons: criteria.map((_, at) => reasons.get(at + 1) ?? ''),
      }
      const outcome = desk.run(incident.id, { ...deed, type: 'close' }, senderOf(typed, desk))
      return settle(outcome, {
        typed,
        desk,
        say: ({ id, deadlines }) => {
          const running = deadlines.filter((one) => one.met === undefined).length
          return `Abgeschlossen. ${running > 0 ? `Fristen, die weiterlaufen: ${running}. ` : ''}Auswertung: incident export ${id} --format docx`
        },
      })
    })
  },
}

function numbersIn(given = ''): readonly number[] {
  return given.split(',').map(Number)
}

function reasonsIn(given: readonly string[]): ReadonlyMap<number, string> {
  return new Map(
    given.map((one) => {
      const [, number, reason] = /^(\d{1,2})=(.+)$/s.exec(one) ?? []
      if (number === undefined || reason === undefined)
        throw usageError(`--reason ${one}: erwartet wird NUMMER=GRUND.`)
      return [Number(number), reason]
    }),
  )
}
