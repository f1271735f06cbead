import process from 'node:process'
import type { FileReport } from '../../src/refresh.ts'

type Step = (report: FileReport, done: number) => void

/** Work that takes files one by one, with a line on a terminal that counts them; else nothing is shown. */
export async function withProgress<T>(work: (step: Step) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return await work(() => undefined)
  const width = Math.max(20, (process.stderr.columns ?? 80) - 1)
  try {
    return await work((report, done) => {
      process.stderr.write(`\r\u001b[K${`${done} Dateien … ${report.file}`.slice(0, width)}`)
    })
  } finally {
    // An error is told on a line of its own.
    process.stderr.write('\r\u001b[K')
  }
}
