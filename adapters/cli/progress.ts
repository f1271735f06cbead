import process from 'node:process'
import type { FileReport } from '../../src/refresh.ts'

/** One line on a terminal that counts files; nothing where no terminal is. */
export function progress(): { step(report: FileReport, done: number): void; done(): void } {
  if (!process.stderr.isTTY) return { step: () => undefined, done: () => undefined }
  const width = () => Math.max(20, (process.stderr.columns ?? 80) - 1)
  return {
    step: (report, done) => {
      process.stderr.write(`\r\u001b[K${`${done} Dateien … ${report.file}`.slice(0, width())}`)
    },
    done: () => {
      process.stderr.write('\r\u001b[K')
    },
  }
}
