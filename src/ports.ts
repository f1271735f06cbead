import type { Draft, Question } from './domain/answer.ts'
import type { Document, Episode, Post, SourceId } from './domain/documents.ts'
import type { Passage, PassageId } from './domain/passage.ts'

import type { Instant } from './domain/time.ts'

/** A source as it lies somewhere, not yet read. */
export interface SourceItem {
  readonly id: SourceId
  /** What a person looks for when this item is in trouble: a path inside the knowledge folder. */
  readonly file: string
  /** Changes whenever `read` would give another document. */
  readonly fingerprint: string
  /** @throws SourceError (`bad-source`) naming the file and, where it can, the line. */
  read(): Promise<{ readonly document: Document; readonly warnings: readonly string[] }>
}

/**
 * A place knowledge comes from.
 *
 * Items come in a stable order, each id once; a file that cannot become an item is one whose `read`
 * throws. Held by `tests/contracts/source.ts`.
 */
export interface KnowledgeSource {
  readonly name: string
  items(signal: AbortSignal): AsyncIterable<SourceItem>
}

/**
 * Turns texts into vectors of unit length. The query and the passage side may differ.
 *
 * At most `batch` texts a call; as many vectors come back, in order, all of the same length, which is
 * known only once a vector was seen. `id` names everything that changes a vector: the model, its
 * address and both prefixes. Held by `tests/contracts/embedder.ts`.
 *
 * @throws UpstreamError (`upstream`) when the endpoint fails, is late or returns something else
 */
export interface Embedder {
  readonly id: string
  readonly batch: number
  embed(
    texts: readonly string[],
    side: 'passage' | 'query',
    signal: AbortSignal,
  ): Promise<readonly Float32Array[]>
}

/**
 * What words say about whether a passage answers, free of the size of the index and of the length of
 * the question: the gate for "not in the sources" rests on it.
 */
export interface Evidence {
  /** The share of what was asked that the passage speaks of, 0 to 1, rare words weighing more. */
  readonly coverage: number
  /** How far its score lies above that of the tenth, as a share of the most it could reach; 0 to 1. */
  readonly lead: number
  /** How many words with a meaning were asked. */
  readonly asked: number
  /** The share of what was asked that no source says, in these words or in others, 0 to 1; missing is 0. */
  readonly strange?: number
  /** No word of what was asked stands in a title or a heading, and none is common in the sources. */
  readonly isAside?: boolean
}

/** A passage and how well it fits. Scores order one list; they mean nothing between lists. */
export interface Hit {
  readonly passage: Passage
  readonly score: number
  /** Missing for what only vectors found. */
  readonly evidence?: Evidence
  /** The cosine of question and passage where vectors found it; missing where words alone did. */
  readonly similarity?: number
  /** Not found itself: it stands `by` passages after one that was. */
  readonly follows?: { readonly id: PassageId; readonly by: number }
}

/**
 * What to look for. `earlier` is the thread so far, oldest first: its words count less than those
 * of `text`.
 */
export interface Query {
  readonly text: string
  readonly earlier: readonly string[]
}

/**
 * Finds passages, best first, at most `limit`, each once; ties keep the order of the sources.
 *
 * An empty query finds nothing. Held by `tests/contracts/index.ts`.
 *
 * @throws IndexError (`bad-index`) when the index is missing or damaged
 */
export interface PassageIndex {
  readonly fingerprint: string
  search(query: Query, limit: number, signal: AbortSignal): Promise<readonly Hit[]>
}

/** The sources themselves, for what is asked of one as a whole. */
export interface Library {
  /** In the order of the index. */
  abouts(): readonly (Episode | Post)[]
  /** The passages of a source in their order; none for one that is not there. */
  passagesIn(id: SourceId): readonly Passage[]
}

/** What a writer may know beside question and passages. */
export interface Writing {
  readonly signal: AbortSignal
  /** A draft of its own that did not hold, for one attempt to mend it. */
  readonly rejected?: Draft
}

/**
 * Writes a draft from passages, best first. What it returns is not trusted: see `answer/verify.ts`.
 *
 * May return no claims: then nothing in the passages answers. Held by `tests/contracts/writer.ts`.
 *
 * @throws UpstreamError (`upstream`) when a model behind it fails, is late or talks rubbish
 */
export interface AnswerWriter {
  readonly id: string
  write(question: Question, hits: readonly Hit[], writing: Writing): Promise<Draft>
}

export interface Clock {
  now(): Instant
}
