import type { Command } from './command.ts'
import { configFor, parseTyped, usageError } from './options.ts'

export const command: Command = {
  help: `Misst Suche und Antworten an Fragen, deren Fundstellen bekannt sind.

Aufruf: npm run -s eval -- --dataset DATEI.jsonl [--knowledge ORDNER] [--json]

Liest zuerst ein, was sich im Ordner geändert hat. evals/README.md erklärt Fragen und Zahlen.`,
  run: async (args) => {
    const typed = parseTyped(args, { dataset: { type: 'string' }, json: { type: 'boolean' } })
    const dataset = typed.value('dataset')
    if (dataset === undefined) throw usageError('--dataset DATEI.jsonl fehlt.')
    const { evaluate } = await import('../../evals/run.ts')
    const { report, text } = await evaluate(configFor(typed), dataset)
    console.log(typed.flags.has('json') ? JSON.stringify(report) : text)
    return 0
  },
}
