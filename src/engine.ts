import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { ask, askMore, type Means } from './answer/ask.ts'
import type { Desk } from './answer/compose.ts'
import { longestQuestion } from './answer/refuse.ts'
import { toQuery } from './answer/thread.ts'
import { extractWriter } from './answer/write-extract.ts'
import { modelWriter } from './answer/write-model.ts'
import type { Config } from './config.ts'
import { openDense } from './dense.ts'
import type { Address, Answer } from './domain/answer.ts'
import type { Document, Language } from './domain/documents.ts'
import { IndexError, isKnown, SourceError, UpstreamError } from './domain/errors.ts'
import { openFacts } from './facts.ts'
import { languageOf } from './german/language.ts'
import { linkTo } from './links.ts'
import type { Log } from './log.ts'
import { openManual, usable } from './manual.ts'
import { openChat } from './openai.ts'
import { withPlaybook } from './playbook-answer.ts'
import type { Clock, Hit, Library, PassageIndex, Query } from './ports.ts'
import { redact } from './redact.ts'
import { indexPath } from './refresh.ts'
import { rehearse } from './rehearse.ts'
import { type Glossary, openGlossary } from './search/glossary.ts'
import { readGlossary } from './search/glossary-file.ts'
import { openLexical } from './search/lexical.ts'
import { openShelf, type Shelf, type Stock } from './search/shelf.ts'
import { readThesaurus } from './search/thesaurus-file.ts'
import { urgencyOf } from './urgency.ts'
import { withinLimit } from './within-limit.ts'

/** Everything a door may do with the knowledge. */
export interface Engine {
  /**
   * Redacts, searches, writes, verifies. Never throws for what somebody typed.
   *
   * @throws IndexError (`bad-index`) when there is no index or nothing in it
   */
  ask(text: string, earlier: readonly string[], watch: Watch): Promise<Answer>
  /** What else the sources say, in their own words; `seen` are ids of passages. */
  more(text: string, seen: readonly string[]): Promise<Answer>
  /** Best passages first. @throws IndexError (`bad-index`) */
  search(query: Query, limit: number, signal: AbortSignal): Promise<readonly Hit[]>
  /** The whole transcript or article; the id is compared without case. */
  findDocument(id: string): Document | undefined
  /** What the index holds; zeros when there is none. */
  stock(): Stock
  /** Settles when everything that lies on the disk is in use; until then words alone are searched. */
  ready(): Promise<void>
  /** Pays for what the first question would wait for; asks no model and nobody in the network. */
  rehearse(): Promise<void>
  close(): void
}

/** What stops an answer, and what is told while it is made. */
interface Watch {
  readonly signal: AbortSignal
  /** What was found is being written up. */
  readonly onFound?: () => void
  /** Missing is the language of the question. */
  readonly language?: Language
  /** Missing is du. */
  readonly address?: Address
}

interface Wiring {
  readonly log?: Log
  readonly clock?: Clock
}

interface Open {
  readonly seen: string
  readonly shelf: Shelf
  readonly lexical: PassageIndex
}

const systemClock: Clock = { now: () => new Date().toISOString() }
const nothing: Stock = { episodes: 0, posts: 0, examples: 0, passages: 0 }

/** See `evals/README.md` for how these were found. */
export const gate = { least: 0.26 } as const

/** Wires everything once. The index is opened at the first call and again whenever it was swapped. */
export function openEngine(config: Config, { log, clock = systemClock }: Wiring = {}): Engine {
  const path = indexPath(config)
  const dense = openDense(config, log)
  const desk = openDesk(config, log)
  const manual = openManual(config)
  const facts = openFacts(config)
  let open: Open | undefined
  const current = (): Open => {
    open = refreshed(config, open, { clock, ...(log ? { log } : {}) })
    return open
  }
  const index = (): PassageIndex => {
    const { shelf, lexical } = current()
    return dense?.join(shelf, lexical) ?? lexical
  }
  return {
    ask: told(log, async (text, earlier, { signal, onFound, language, address }) => {
      if (current().shelf.stock.passages === 0) throw emptyIndex(path)
      if (text.length > longestQuestion) return refuseLong(clock)
      const means: Means = {
        ...desk,
        index: index(),
        after: (id, count) => current().shelf.after(id, count),
        library: libraryOf(current().shelf),
        facts: facts(),
        ...(onFound ? { onFound } : {}),
      }
      const asked = {
        ...toQuestion(text, earlier, clock),
        ...(language ? { language } : {}),
        ...(address ? { address } : {}),
      }
      const found = await ask(asked, means, signal)
      const led = withPlaybook(found, asked.text, {
        manual: () => usable(manual),
        engine: { findDocument: (id) => current().shelf.findDocument(id) },
        toLink: desk.toLink,
      })
      const answer = withinLimit(led)
      log?.info(figuresOf(answer), 'answered')
      return answer
    }),
    more: (text, seen) => {
      const means: Means = { ...desk, writers: [extractWriter], index: index() }
      return askMore(toQuestion(text, [], clock), new Set(seen), means)
    },
    search: async (query, limit, signal) => index().search(toCleanQuery(query), limit, signal),
    findDocument: (id) => current().shelf.findDocument(id),
    stock: () => attempt(() => current().shelf.stock) ?? nothing,
    ready: async () => {
      attempt(index)
      await dense?.ready()
    },
    rehearse: async () => {
      const there = attempt(current)
      if (!there || there.shelf.stock.passages === 0) return
      const means: Means = { ...desk, writers: [extractWriter], index: there.lexical }
      const { signal } = new AbortController()
      await rehearse((text) => ask(toQuestion(text, [], clock), means, signal))
    },
    close: () => {
      dense?.close()
      open?.shelf.close()
      open = undefined
    },
  }
}

/** What fails is told to whoever runs this: people in a chat learn no more than its code. */
function told(log: Log | undefined, ask: Engine['ask']): Engine['ask'] {
  return async (...asked) => {
    try {
      return await ask(...asked)
    } catch (error) {
      if (isKnown(error)) log?.error({ code: error.code, fix: error.fix }, 'question failed')
      throw error
    }
  }
}

function libraryOf(shelf: Shelf): Library {
  return {
    abouts: () => [...shelf.abouts.values()],
    passagesIn: (id) => shelf.passagesIn(id),
  }
}

/** Who writes: the model where there is one, then the sources' own words. */
function openDesk(config: Config, log?: Log): Desk {
  const model = config.model && modelWriter(openChat(config.model, log))
  return {
    writers: model ? [model, extractWriter] : [extractWriter],
    toLink: (finding) => linkTo(finding, config),
    gate,
    onFallback: (writer, error) => {
      const code = error instanceof UpstreamError ? (error.status ?? error.code) : 'unknown'
      log?.warn({ writer, code }, 'writer not usable')
    },
  }
}

// A swap gives the file another inode; a stat a question is cheaper than a watcher and never misses.
function refreshed(
  paths: Config,
  open: Open | undefined,
  { log, clock = systemClock }: Wiring,
): Open {
  const path = indexPath(paths)
  const stat = statSync(path, { throwIfNoEntry: false })
  const seen = stat ? `${stat.ino}:${stat.mtimeMs}:${stat.size}` : 'none'
  if (open && (open.seen === seen || !stat)) return open
  const shelf = openShelf(path)
  try {
    const lexical = openLexical(shelf, { glossary: glossaryOf(paths, log), clock })
    open?.shelf.close()
    return { seen, shelf, lexical }
  } catch (error) {
    shelf.close()
    throw error
  }
}

// Words alone find most of it: a list that cannot be read keeps nobody from an answer. `ingest` names
// file and line.
function glossaryOf({ knowledgeDir }: Config, log?: Log): Glossary {
  try {
    return openGlossary(readGlossary(knowledgeDir), readThesaurus())
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    log?.warn({ file: error.file, line: error.line }, 'glossary not usable')
    return openGlossary(readGlossary(), readThesaurus())
  }
}

// Before redaction, whose rules are made for messages and not for books; nothing of it is kept.
function refuseLong(clock: Clock): Answer {
  return { status: 'refused', why: 'too-long', question: toQuestion('', [], clock), nearest: [] }
}

function toQuestion(text: string, earlier: readonly string[], clock: Clock) {
  const now = redact(text)
  const before = earlier.map(redact)
  return {
    text: now.text.trim(),
    asked: clock.now(),
    language: languageOf(now.text),
    earlier: before.map((item) => item.text),
    removed: now.removed,
    urgency: urgencyOf(now.text),
  }
}

function toCleanQuery({ text, earlier }: Query): Query {
  return toQuery(
    redact(text).text,
    earlier.map((item) => redact(item).text),
  )
}

function figuresOf(answer: Answer): object {
  const id = randomUUID()
  if (answer.status === 'answered') {
    const { claims, dropped, writer, ms } = answer
    return {
      id,
      status: answer.status,
      claims: claims.length,
      dropped,
      writer,
      ms: Math.round(ms.total),
    }
  }
  return { id, status: answer.status, ...(answer.status === 'refused' ? { why: answer.why } : {}) }
}

function emptyIndex(path: string): IndexError {
  return new IndexError('Der Wissensordner ist leer.', {
    path,
    fix: 'Folgen nach episodes/ und Beiträge nach posts/ legen, dann `npm run ingest`; knowledge/README.md zeigt wie.',
  })
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof IndexError) return undefined
    throw error
  }
}
