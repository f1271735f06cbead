import type { Config } from '../../src/config.ts'
import type { Feedback } from '../../src/ports-store.ts'
import type { Command } from './command.ts'
import { configFor, parseTyped, usageError } from './options.ts'
import { hasStore, withStore } from './with-store.ts'

const most = 1000

type Verdict = ReturnType<Feedback['list']>[number]

export const command: Command = {
  help: `Zeigt, was Menschen von Antworten hielten, die neuesten zuerst und ohne ihre Namen.

Aufruf: npm run -s cli -- feedback [--limit 20] [--json]

  --limit   wie viele (1 bis ${most}, sonst 20)
  --json    ein JSON-Objekt statt Text`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' }, limit: { type: 'string' } })
    const verdicts = await readVerdicts(configFor(typed), parseLimit(typed.value('limit')))
    if (typed.flags.has('json')) console.log(JSON.stringify({ feedback: verdicts.map(toJson) }))
    else console.log(await toText(verdicts))
    return 0
  },
}

async function readVerdicts(config: Config, limit: number): Promise<readonly Verdict[]> {
  return hasStore(config) ? await withStore(config, ({ feedback }) => feedback.list(limit)) : []
}

function parseLimit(given = '20'): number {
  const limit = Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit
  throw usageError(`--limit ${given}: erwartet wird eine ganze Zahl von 1 bis ${most}.`)
}

/** Every key is there; what does not apply is null. */
function toJson({ answer, at, verdict, reason, passages, note }: Verdict): object {
  return { answer, at, verdict, reason: reason ?? null, passages, note: note ?? null }
}

async function toText(verdicts: readonly Verdict[]): Promise<string> {
  if (verdicts.length === 0) return 'Noch keine Rückmeldungen.'
  // The words of the form in which the reason was chosen.
  const { labels } = await import('../slack/labels.ts')
  const { good, bad, reasons } = labels('de')
  const words: Readonly<Record<string, string>> = { up: good, down: bad, ...reasons }
  return verdicts.map((one) => entry(one, words)).join('\n\n')
}

function entry(one: Verdict, words: Readonly<Record<string, string>>): string {
  const { at, verdict, reason, passages, note } = one
  const head = [local.format(new Date(at)), words[verdict], reason && (words[reason] ?? reason)]
  return [
    head.filter(Boolean).join(' · '),
    passages.length > 0 ? `  Stellen: ${passages.join(', ')}` : '',
    note ? `  Hinweis: ${note.replace(/[\s\p{Cc}]+/gu, ' ')}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

const local = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
})
