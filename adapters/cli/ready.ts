import process from 'node:process'
import type { Config } from '../../src/config.ts'
import { type Engine, openEngine } from '../../src/engine.ts'
import { createLog } from '../../src/log.ts'
import { indexState, refresh } from '../../src/refresh.ts'
import { progress } from './progress.ts'

/**
 * An engine with an index under it: a missing one is built first; an old one stays in use, with a
 * hint on standard error.
 */
export async function openReady(config: Config): Promise<Engine> {
  const state = indexState(config)
  if (state === 'missing') await buildFirst(config)
  if (state === 'stale') {
    process.stderr.write(
      'Hinweis: Der Wissensordner hat sich geändert; `npm run ingest` liest ihn neu ein.\n',
    )
  }
  return openEngine(config, { log: createLog(config.logLevel) })
}

async function buildFirst(config: Config): Promise<void> {
  process.stderr.write('Ich lese den Wissensordner zum ersten Mal ein …\n')
  const shown = progress()
  const report = await refresh(config, shown.step, AbortSignal.timeout(3_600_000))
  shown.done()
  for (const file of report.files) {
    if (file.outcome === 'failed') process.stderr.write(`${file.problems.join('\n')}\n`)
  }
}
