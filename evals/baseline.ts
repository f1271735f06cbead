import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { readConfig } from '../src/config.ts'
import { table } from '../src/table.ts'
import type { Report } from './report.ts'
import { evaluate } from './run.ts'

/** The labels on the shipped knowledge, and the figures they must not fall below. */
const datasets = ['first', 'second'] as const
const file = new URL('baseline.json', import.meta.url)

/** A figure may lie this much below the baseline: one label of thirty changing its mind is noise. */
const tolerance = 0.035

const Baseline = z.record(z.string(), z.number())

/** The figures that are held, each better when higher. */
function figuresOf({ answerable, refusal, citation }: Report): Readonly<Record<string, number>> {
  return {
    'hit@1': answerable['hit@1'],
    'hit@5': answerable['hit@5'],
    'mrr@10': answerable['mrr@10'],
    refusedWhereNothing: refusal.refused / refusal.unanswerable,
    keptWhereSomething: 1 - refusal.falselyRefused / refusal.answerable,
    citationOverlap: citation.overlap,
  }
}

const config = readConfig({ KNOWLEDGE_DIR: 'knowledge', LOG_LEVEL: 'silent' })
const now: Record<string, number> = {}
for (const name of datasets) {
  const { report } = await evaluate(config, `evals/${name}.jsonl`)
  for (const [figure, value] of Object.entries(figuresOf(report))) now[`${name} ${figure}`] = value
}
if (process.argv.includes('--write')) {
  const rounded = Object.entries(now).map(([name, value]) => [name, Number(value.toFixed(3))])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`)
}
const baseline = Baseline.parse(JSON.parse(readFileSync(file, 'utf8')))
const rows = Object.entries(baseline).map(([name, held]) => {
  const value = now[name] ?? 0
  const isWorse = value < held - tolerance
  return { isWorse, cells: [name, value.toFixed(3), held.toFixed(3), isWorse ? 'schlechter' : ''] }
})
console.log(table([['Wert', 'jetzt', 'Bezug', ''], ...rows.map((row) => row.cells)]))
if (rows.some((row) => row.isWorse)) {
  console.error(
    'Ein Wert liegt unter evals/baseline.json. evals/README.md sagt, wann ein neuer Bezug richtig ist.',
  )
  process.exitCode = 1
}
