import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, explain, isKnown } from '../src/domain/errors.ts'
import { prepareMaterial } from './bench-material.ts'
import { efforts, measure } from './bench-measure.ts'
import { type BenchReport, benchToText } from './bench-report.ts'

const usage = `Misst Kaltstart, Aufbau des Index, Arbeitsspeicher und Suche, daneben MiniSearch auf denselben Stellen.

Aufruf: npm run bench -- [--json] [--quick] [--seed ZAHL] [--data ORDNER | --knowledge ORDNER]

  --json              ein JSON-Objekt statt der Tabelle (mit npm run -s bench -- --json)
  --quick             jede Messung nur einmal; sagt, ob alles läuft, nicht wie schnell
  --seed ZAHL         andere Fragen aus denselben Stellen (sonst 1)
  --data ORDNER       wo die echten Folgen liegen (sonst ../shared/data neben dem Repository)
  --knowledge ORDNER  misst diesen Wissensordner`

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  quick: { type: 'boolean' },
  seed: { type: 'string' },
  data: { type: 'string' },
  knowledge: { type: 'string' },
} as const

type Typed = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

function parseTyped(args: readonly string[]): Typed {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw wrongCall(problemOf(cause), cause)
  }
}

function problemOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : ''
  const [, name = ''] = /'([^'\s]+)/.exec(message) ?? []
  if (message.startsWith('Unknown option')) return `Die Option „${name}“ gibt es nicht.`
  if (message.startsWith('Unexpected argument')) return `Mit „${name}“ ist nichts anzufangen.`
  const takesValue = !message.includes('does not take')
  return `Die Option „${name}“ ${takesValue ? 'braucht einen Wert' : 'nimmt keinen Wert an'}.`
}

function parseSeed(text = '1'): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw wrongCall('--seed braucht eine ganze Zahl mit höchstens neun Ziffern.')
}

function wrongCall(problem: string, cause?: unknown): ConfigError {
  return new ConfigError([problem], { cause, fix: '`npm run bench -- --help` zeigt, was geht.' })
}

async function main(args: readonly string[], signal: AbortSignal): Promise<number> {
  const typed = parseTyped(args)
  if (typed.help) {
    console.log(usage)
    return 0
  }
  if (typed.data !== undefined && typed.knowledge !== undefined)
    throw wrongCall('--data und --knowledge schließen einander aus.')
  const seed = parseSeed(typed.seed)
  const report = await inScratch((scratch) => benchIn(scratch, { typed, seed, signal }))
  console.log(typed.json ? JSON.stringify(report) : benchToText(report))
  return 0
}

function benchIn(
  scratch: string,
  { typed, seed, signal }: { typed: Typed; seed: number; signal: AbortSignal },
): Promise<BenchReport> {
  const { knowledge, notice } = prepareMaterial(typed, join(scratch, 'knowledge'))
  if (notice) console.error(notice)
  const effort = typed.quick ? efforts.quick : efforts.full
  return measure({ knowledge, scratch, seed, effort, signal, onStep: showStep })
}

function showStep(what: string): void {
  if (process.stderr.isTTY) console.error(`Ich messe: ${what} …`)
}

async function inScratch<T>(work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'sturmlotse-bench-'))
  try {
    return await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  // Stopped by hand it still clears away what it has written.
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  try {
    process.exitCode = await main(process.argv.slice(2), stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) console.error(isKnown(error) ? explain(error).text : error)
    process.exitCode = isKnown(error) && error.code === 'bad-config' ? 2 : 1
  }
}
