import { writeSync } from 'node:fs'
import process from 'node:process'
import { isKnown } from '../../src/domain/errors.ts'
import type { Clock } from '../../src/ports.ts'
import { openStore } from '../../src/store/store.ts'

// A process that a test may kill, or starve of room on the disk, while it takes events in: one line
// for each one it has taken.

const clock: Clock = { now: () => new Date().toISOString() }

function acceptUntilStopped(folder: string, name: string, most: number): void {
  const { inbox, sweep, close } = openStore({ dataDir: folder, keepDays: 7 }, clock)
  for (let at = 0; at < most; at += 1) {
    const key = `${name}.${at}`
    const body = `Nachricht ${key} `.repeat(1 + (at % 40))
    const id = inbox.accept({ keys: [key], conversation: 'c', address: 'a', body })
    writeSync(1, `${id} ${key}\n`)
    if (at % 7 === 6) sweep()
  }
  close()
}

if (import.meta.main) {
  const [folder = '', name = '', most = 'Infinity'] = process.argv.slice(2)
  try {
    acceptUntilStopped(folder, name, Number(most))
  } catch (error) {
    writeSync(2, isKnown(error) ? error.code : String(error))
    process.exitCode = 1
  }
}
