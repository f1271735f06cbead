import process from 'node:process'
import type { Config } from '../../src/config.ts'
import { clock } from '../../src/domain/time.ts'
import { counted } from '../../src/table.ts'
import { type Transcribed, transcribeAll } from '../../src/transcription.ts'
import { type Typed, usageError } from './options.ts'

/** Writes down what has only audio, with a line that says how far it is and how long it will take. */
export async function transcribeShown(config: Config, typed: Typed): Promise<Transcribed> {
  const limit = limitIn(typed)
  const consent = typed.value('send-audio-to')
  const told = new AbortController()
  const stop = () => told.abort()
  process.once('SIGINT', stop)
  const began = Date.now()
  try {
    return await transcribeAll(config, {
      signal: told.signal,
      ...(consent ? { consent } : {}),
      ...(limit === undefined ? {} : { limit }),
      onProgress: (title, { done, total, sent }) => {
        const line = `${title.slice(0, 40)}: ${clock(done)} von ${clock(total)}${rest(Date.now() - began, sent, total - done)}`
        process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
      },
    })
  } finally {
    process.removeListener('SIGINT', stop)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
}

// What was sent in the time since the start tells how long the rest will take.
function rest(ms: number, sent: number, left: number): string {
  if (sent <= 0 || left <= 0) return ''
  return `, noch etwa ${clock(((ms / 1000) * left) / sent)}`
}

function limitIn(typed: Typed): number | undefined {
  const value = typed.value('limit')
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,4}$/.test(value)) throw usageError('--limit braucht eine ganze Zahl ab 1.')
  return Number(value)
}

export function heardToText({ done, left, problems }: Transcribed): string {
  const lines = problems.map((problem) => `- ${problem}`)
  const rest =
    left > 0 ? `; ${counted(left, 'Folge bleibt', 'Folgen bleiben')} ohne Transkript` : ''
  return [`${counted(done, 'Folge', 'Folgen')} verschriftet${rest}.`, ...lines, ''].join('\n')
}
