import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** What must never reach a log, wherever a careless line puts it. */
const secrets = [
  'text',
  'question',
  'quote',
  'earlier',
  'token',
  'secret',
  'authorization',
  'cookie',
  'name',
  'user',
]

/** JSON lines to standard error: a static message, numbers and ids beside it, never what was written. */
export function createLog(level: Config['logLevel']): Log {
  const paths = secrets.flatMap((key) => [key, `*.${key}`])
  return pino({ level, base: null, redact: { paths, censor: '[entfernt]' } }, pino.destination(2))
}
