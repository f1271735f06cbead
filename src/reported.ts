import { existsSync } from 'node:fs'
import type { Config } from './config.ts'
import { isTranscript } from './domain/documents.ts'
import { isSpoken } from './domain/passage.ts'
import { clock } from './domain/time.ts'
import type { Engine } from './engine.ts'
import { chunk } from './ingest/chunk.ts'
import { openStore, storePath } from './store/store.ts'

/** A place that a reader found wrong. */
export interface Reported {
  readonly id: string
  readonly second: number
  /** Which episode, where, and what was wrong, in a line. */
  readonly text: string
}

const most = 100

/** Places of answers that people found wrong, newest first, each once; none where nothing was stored. */
export function reportedPlaces(
  config: Config,
  engine: Pick<Engine, 'findDocument'>,
): readonly Reported[] {
  if (!existsSync(storePath(config))) return []
  const found = new Map<string, Reported>()
  for (const { passages, reason } of downIn(config)) {
    for (const passage of passages) {
      const place = placeOf(engine, passage)
      if (place && !found.has(passage))
        found.set(passage, { ...place, text: reason ? `${place.text} (${reason})` : place.text })
    }
  }
  return [...found.values()].slice(0, most)
}

function downIn(config: Config) {
  try {
    const store = openStore(config, { now: () => new Date().toISOString() })
    try {
      return store.feedback.list(most).filter(({ verdict }) => verdict === 'down')
    } finally {
      store.close()
    }
  } catch {
    // The page has other things to show, and `doctor` says what is wrong with the store.
    return []
  }
}

// As the feedback names it: the id of the source, a space, the passage.
function placeOf(engine: Pick<Engine, 'findDocument'>, named: string): Reported | undefined {
  const [, id = '', ordinal = ''] = /^(.+) \1#(\d+)$/.exec(named) ?? []
  const document = id === '' ? undefined : engine.findDocument(id)
  if (!document || !isTranscript(document)) return undefined
  const passage = chunk(document)[Number(ordinal)]
  if (!passage || !isSpoken(passage)) return undefined
  const second = passage.cues[0].start
  return { id, second, text: `${document.about.title}, ${clock(second)}` }
}
