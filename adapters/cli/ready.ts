import process from 'node:process'
import type { Config } from '../../src/config.ts'
import { type Engine, openEngine } from '../../src/engine.ts'
import { createLog } from '../../src/log.ts'
import { failuresOf, indexState, refresh } from '../../src/refresh.ts'
import { embedMissing } from './embed.ts'
import { withProgress } from './progress.ts'

/**
 * An engine with an index under it: a missing one is built first; an old one stays in use, with a
 * hint on standard error.
 *
 * @throws SourceError (`bad-source`) or IndexError (`bad-index`) when a missing one cannot be built
 */
export async function openReady(config: Config): Promise<Engine> {
  const state = indexState(config)
  if (state === 'missing') await buildFirst(config)
  if (state === 'stale') {
    process.stderr.write(
      'Hinweis: Der Wissensordner hat sich geändert; `npm run ingest` liest ihn neu ein.\n',
    )
  }
  const engine = openEngine(config, { log: createLog(config.logLevel) })
  await engine.ready()
  return engine
}

async function buildFirst(config: Config): Promise<void> {
  process.stderr.write('Ich lese den Wissensordner zum ersten Mal ein …\n')
  const report = await withProgress((step) => refresh(config, step))
  for (const file of failuresOf(report)) process.stderr.write(`${file.problems.join('\n')}\n`)
  const vectors = await embedMissing(config)
  if (vectors) process.stderr.write(`${vectors.text}\n`)
}
