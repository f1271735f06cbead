import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { parseConfig } from '../src/config.ts'
import { table } from '../src/table.ts'
import { type Figure, isBelow } from './metrics.ts'
import { figuresOf } from './report.ts'
import { evaluate } from './run.ts'

/** The labels on the shipped knowledge, and the figures they must not fall below. */
const datasets = ['first', 'second', 'corpus'] as const
const file = new URL('baseline.json', import.meta.url)

const Baseline = z.record(z.string(), z.number())

// An index of its own: one that lies about may stem from another chunker, and would lend its figures.
const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-baseline-'))
// Not what is set around us either: with a model or vectors the figures would be other ones.
const config = parseConfig({ KNOWLEDGE_DIR: 'knowledge', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
const now = new Map<string, Figure>()
for (const name of datasets) {
  const { report } = await evaluate(config, `evals/${name}.jsonl`)
  for (const [figure, value] of Object.entries(figuresOf(report)))
    now.set(`${name} ${figure}`, value)
}
rmSync(dataDir, { recursive: true })
if (process.argv.includes('--write')) {
  const rounded = Array.from(now, ([name, { value }]) => [name, Number(value.toFixed(3))])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`)
}
const baseline = Baseline.parse(JSON.parse(readFileSync(file, 'utf8')))
const names = new Set([...Object.keys(baseline), ...now.keys()])
const rows = Array.from(names, (name) => {
  const figure = now.get(name)
  const held = baseline[name]
  const isWorse = !figure || held === undefined || isBelow(figure, held)
  const cells = [
    name,
    figure?.value.toFixed(3) ?? '–',
    held?.toFixed(3) ?? '–',
    String(figure?.n ?? '–'),
  ]
  return { isWorse, cells: [...cells, isWorse ? 'schlechter' : ''] }
})
console.log(table([['Wert', 'jetzt', 'Bezug', 'n', ''], ...rows.map((row) => row.cells)]))
if (rows.some((row) => row.isWorse)) {
  console.error(
    'Ein Wert fehlt oder liegt unter evals/baseline.json. evals/README.md sagt, wann ein neuer Bezug richtig ist.',
  )
  process.exitCode = 1
}
