import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { chapterAt } from '../domain/documents.ts'
import { IndexError, UpstreamError } from '../domain/errors.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import type { Embedder } from '../ports.ts'
import type { Shelf } from './shelf.ts'
import { isUnit } from './unit.ts'
import type { Embedded, VectorStore } from './vector-store.ts'

/** What became of the vectors of an index. Passages that read alike share one. */
export interface EmbedReport {
  readonly passages: number
  readonly embedded: number
  /** Vectors of texts that are gone, and of other models. */
  readonly removed: number
}

interface Means {
  readonly embedder: Embedder
  readonly store: VectorStore
}

interface Course {
  /** Called after every batch; `total` is what was missing when the run began. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Reading this many passages does not keep anybody waiting. */
const stretch = 200

/**
 * Embeds what is missing, batch by batch; each batch is safe at once, so that a run that was killed
 * goes on where it stopped.
 *
 * Texts that are gone are erased first, whatever the endpoint says; the vectors of the former model
 * stay until those of the new one are complete.
 *
 * @throws UpstreamError (`upstream`) when the endpoint fails or what it returns is no vector
 * @throws IndexError (`bad-index`) when the store cannot be written
 */
export async function embedPassages(
  shelf: Shelf,
  { embedder, store }: Means,
  { onProgress, signal }: Course,
): Promise<EmbedReport> {
  const { ids, hashes } = await readPlaces(shelf)
  let removed = store.keepTexts(hashes)
  const isMissing = ({ hash }: Place) => store.find(embedder.id, hash) === undefined
  const missing = placesOf(ids, hashes).filter(isMissing)
  let embedded = 0
  try {
    for (let at = 0; at < missing.length; at += embedder.batch) {
      signal.throwIfAborted()
      // Another run may have embedded some of these meanwhile.
      const batch = missing.slice(at, at + embedder.batch).filter(isMissing)
      if (batch.length === 0) continue
      store.put(
        embedder.id,
        await embedBatch(
          shelf,
          batch.map(({ id }) => id),
          { embedder, store, signal },
        ),
      )
      embedded += batch.length
      onProgress?.(embedded, missing.length)
    }
    removed += store.keepModel(embedder.id)
  } finally {
    if (embedded + removed > 0) store.publish()
  }
  return { passages: ids.length, embedded, removed }
}

/** The passages of an index in order, and the hash of what is embedded of each. */
export interface Places {
  readonly ids: readonly number[]
  readonly hashes: readonly string[]
}

/** Reads the whole index in stretches; between two of them others have their turn. */
export async function readPlaces(shelf: Shelf): Promise<Places> {
  const rows = shelf.database.prepare('SELECT id FROM passages ORDER BY id').all()
  const ids = rows.map((row) => Number(row['id']))
  const hashes: string[] = []
  for (let at = 0; at < ids.length; at += stretch) {
    const passages = shelf.passagesOf(ids.slice(at, at + stretch))
    for (const passage of passages.values()) hashes.push(hashOf(passage))
    await setImmediate()
  }
  return { ids, hashes }
}

/** What is embedded: a passage below the titles it stands under, which it seldom repeats. */
export function embeddedText(passage: Passage): string {
  const heading = isSpoken(passage)
    ? chapterAt(passage.about, passage.cues[0].start)?.title
    : passage.section.heading
  const titles = [passage.about.title, heading].filter(Boolean).join(' · ')
  return `${titles}\n${passage.text}`
}

function hashOf(passage: Passage): string {
  return createHash('sha256').update(embeddedText(passage)).digest('hex')
}

// By hash, so that what is said twice under one title is sent once.
/** A text that is embedded, and the first passage that has it. */
interface Place {
  readonly id: number
  readonly hash: string
}

function placesOf(ids: readonly number[], hashes: readonly string[]): readonly Place[] {
  const first = new Map<string, number>()
  for (const [at, hash] of hashes.entries()) {
    const id = ids[at]
    if (id !== undefined && !first.has(hash)) first.set(hash, id)
  }
  return Array.from(first, ([hash, id]) => ({ id, hash }))
}

async function embedBatch(
  shelf: Shelf,
  ids: readonly number[],
  { embedder, store, signal }: Means & { readonly signal: AbortSignal },
): Promise<readonly Embedded[]> {
  const passages = [...shelf.passagesOf(ids).values()]
  const vectors = await embedder.embed(passages.map(embeddedText), 'passage', signal)
  const dimension = store.dimension(embedder.id) ?? vectors[0]?.length
  return passages.map((passage, at) => {
    const vector = vectors[at]
    if (!vector || !isUnit(vector)) throw notAVector(embedder)
    if (vector.length !== dimension) throw otherDimension(store.path, dimension, vector.length)
    return { hash: hashOf(passage), vector }
  })
}

/** What an embedder returned is missing, not finite or not of length one. */
export function notAVector({ id }: Embedder): UpstreamError {
  return new UpstreamError('Das Einbettungsmodell lieferte etwas, das kein Vektor ist.', {
    provider: id,
    fix: 'EMBEDDINGS_URL und EMBEDDINGS_MODEL prüfen; `npm run -s cli -- doctor` ruft das Modell einmal auf.',
  })
}

/** Another model answers under the name of the one that embedded before. */
export function otherDimension(path: string, expected = 0, found = 0): IndexError {
  return new IndexError(
    `Das Einbettungsmodell liefert jetzt Vektoren mit ${found} statt ${expected} Werten: unter seinem Namen läuft ein anderes.`,
    { path, fix: `${path} löschen, dann \`npm run ingest\`.` },
  )
}
