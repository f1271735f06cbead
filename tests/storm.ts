import { readFileSync } from 'node:fs'
import process from 'node:process'
import { percentile } from '../evals/metrics.ts'

/** What people ask in a storm, in turn. */
export const questions = readFileSync(new URL('../evals/second.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): string => JSON.parse(line).question)

/** Milliseconds, to a tenth. */
export function quantile(values: readonly number[], share: number): number {
  return Math.round(percentile(values, share) * 10) / 10
}

/** Prints what was found, with `--json` for programs; fails where an answer was lost or came twice. */
export function tell(found: { readonly duplicates: number; readonly lost: number }): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(found))
  else console.table(found)
  process.exitCode = found.duplicates + found.lost > 0 ? 1 : 0
}
