import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import { embedIndex } from './dense.ts'
import { explain, trace } from './domain/errors.ts'
import type { Log } from './log.ts'
import { failuresOf, refresh } from './refresh.ts'
import { gatherAll } from './sources.ts'

const day = 86_400_000

/** Milliseconds until the clock of this machine shows a time (`HH:MM`) again: more than none, at most a day. */
export function untilTime(time: string, now: Date): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const next = new Date(now)
  next.setHours(hours, minutes, 0, 0)
  if (next <= now) next.setDate(next.getDate() + 1)
  return Math.min(Math.max(1, next.getTime() - now.getTime()), day + 3_600_000)
}

/**
 * Fetches and reads what is new every day at INGEST_AT, until it is told to stop. What fails is logged and
 * tried again the next day; the index in use stays meanwhile.
 */
export async function nightly(config: Config, log: Log, signal: AbortSignal): Promise<void> {
  if (config.ingestAt === undefined) return
  while (!signal.aborted) {
    await wait(untilTime(config.ingestAt, new Date()), undefined, { signal, ref: false }).catch(
      () => undefined,
    )
    if (!signal.aborted) await ingestOnce(config, log, signal)
  }
}

/** One such run. Never throws. */
export async function ingestOnce(config: Config, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const sources = await gatherAll(config, () => undefined, { signal })
    const report = await refresh(config, () => undefined, signal)
    await embedIndex(config, () => undefined, signal)
    const failed = sources.filter(({ outcome }) => outcome === 'failed').length
    log.info({ sources: sources.length, failed, broken: failuresOf(report).length }, 'ingested')
  } catch (error) {
    if (!signal.aborted) log.error({ code: explain(error).code, at: trace(error) }, 'ingest failed')
  }
}
