import type {
  Answer,
  Claim,
  Question,
  Refusal,
  Refused,
  SelfFacts,
  Spent,
} from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import { states } from '../domain/profile.ts'
import { foldedWords } from '../german/words.ts'
import type { Hit, Library, PassageIndex } from '../ports.ts'
import { compose, type Desk } from './compose.ts'
import { contradicted } from './premise.ts'
import { findQuote } from './quote.ts'
import { type After, readOn } from './read-on.ts'
import { longestQuestion, refusalOf } from './refuse.ts'
import { isOfWhole, type Request, requestOf, withoutRole } from './request/request.ts'
import { respond } from './request/respond.ts'
import { contentWords, isFollowUp, questionsIn, toAsked, toQuery } from './thread.ts'
import { nearestIn } from './write-extract.ts'

/** What the pipeline works with. */
export interface Means extends Desk {
  readonly index: PassageIndex
  /** What is said right after a passage: the answer to what was found may stand there. */
  readonly after?: After
  /** The sources as a whole, for a list or a summary. */
  readonly library?: Library
  /** What holds of this installation; missing is what holds without any setting. */
  readonly facts?: SelfFacts
  /** Told when what was found is being written up; a model makes that the long part. */
  readonly onFound?: () => void
}

/** How many passages are searched for and how many are named when nothing answers. */
const depth = { search: 10, more: 24, nearest: 3 } as const

/**
 * From a question to an answer whose every claim is cited, or to an honest refusal.
 *
 * The question must be redacted. Never throws for what somebody typed.
 *
 * @throws IndexError (`bad-index`) when there is nothing to search
 */
export async function ask(question: Question, means: Means, signal: AbortSignal): Promise<Answer> {
  const request = question.text.length <= longestQuestion ? requestOf(question.text) : undefined
  // Whoever wants a lawyer to speak gets no lawyer, and no lecture either.
  const isRole = request?.kind === 'verdict'
  const why = refusalOf(isRole ? withoutRole(question.text) : question.text)
  if (why) return refuse(question, why, [])
  const wish = request && (await respondTo(request, question, { ...means, signal }))
  if (wish) return wish
  if (saysNothing(question)) return { status: 'question', question }
  const asked = questionsIn(question.text)
  // A model reads them all at once; the sources' own words answer one at a time.
  const isSplit = asked.length > 1 && means.writers.length === 1
  return isSplit
    ? await askEach(question, asked, { ...means, signal })
    : await askOne(question, { ...means, signal })
}

const plainFacts: SelfFacts = {
  keepDays: 7,
  incidentKeepDays: 180,
  hasModel: false,
  isSent: false,
}

/** What is no question to the contents of the sources has an answer of its own. */
async function respondTo(
  request: Request,
  question: Question,
  means: Setting,
): Promise<Answer | undefined> {
  if (questionsIn(question.text).length > 1 && !isOfWhole(request)) return undefined
  const askAs = (text: string) => askOne({ ...question, text }, means)
  return await respond(request, question, { facts: plainFacts, ...means, askAs })
}

type Setting = Means & { readonly signal: AbortSignal }

async function askOne(question: Question, means: Setting): Promise<Answer> {
  const began = performance.now()
  const { text, earlier } = question
  const found = await means.index.search(toQuery(text, earlier), depth.search, means.signal)
  const hits = means.after ? readOn(found, means.after) : found
  const searched = performance.now()
  means.onFound?.()
  const { writer, claims, dropped } = await compose(
    { ...question, ...toAsked(text, earlier) },
    hits,
    means,
  )
  const [first, ...more] = claims
  if (!first) return giveUp(question, hits, means)
  const premise = contradicted(question, claims, hits)
  const ended = performance.now()
  const ms = { search: searched - began, write: ended - searched, total: ended - began }
  return {
    ...{ status: 'answered', question, claims: [first, ...more], dropped, writer, ms },
    ...(premise ? { premise } : {}),
  }
}

/** Several questions in one message: the first two are answered, the others named. */
async function askEach(
  question: Question,
  asked: readonly string[],
  means: Setting,
): Promise<Answer> {
  const [one, two = ''] = asked
  const before = question.text.slice(0, question.text.indexOf(one ?? '')).trim()
  const context = before === '' ? question.earlier : [...question.earlier, before]
  const first = await askOne({ ...question, text: one ?? '', earlier: context }, means)
  const second = await askOne({ ...question, text: two, earlier: [...context, one ?? ''] }, means)
  const [lead, ...others] = [first, second].filter((answer) => answer.status === 'answered')
  if (!lead) return { ...first, question }
  const claims = [lead, ...others].flatMap((answer) => answer.claims.slice(0, perQuestion))
  const unanswered = [one ?? '', two].filter((_, at) => [first, second][at]?.status !== 'answered')
  const rest = [...unanswered, ...asked.slice(2)]
  return {
    ...lead,
    question,
    claims: withoutRepeats([lead.claims[0], ...claims]),
    ms: sum(lead.ms, others[0]?.ms),
    ...(rest.length > 0 ? { rest } : {}),
  }
}

/** So that the answers to two questions together are no longer than one. */
const perQuestion = 2

function withoutRepeats([first, ...more]: readonly [Claim, ...Claim[]]): readonly [
  Claim,
  ...Claim[],
] {
  const seen = new Set([first.text])
  return [first, ...more.filter(({ text }) => !seen.has(text) && seen.add(text))]
}

function sum(one: Spent, other: Spent | undefined): Spent {
  if (!other) return one
  return {
    search: one.search + other.search,
    write: one.write + other.write,
    total: one.total + other.total,
  }
}

/**
 * What else the sources say to a question, in their own words, beside the passages it has seen.
 *
 * @throws IndexError (`bad-index`) when there is nothing to search
 */
export async function askMore(
  question: Question,
  seen: ReadonlySet<string>,
  means: Means,
): Promise<Answer> {
  const began = performance.now()
  const { signal } = new AbortController()
  const query = toQuery(question.text, question.earlier)
  const found = await means.index.search(query, depth.more, signal)
  const hits = found.filter(({ passage }) => !seen.has(passage.id))
  const { writer, claims, dropped } = await compose(
    { ...question, ...toAsked(question.text, question.earlier) },
    hits,
    { ...means, signal },
  )
  const [first, ...more] = claims
  if (!first) return refuse(question, 'not-in-sources', nearestOf(question, hits, means.toLink))
  const total = performance.now() - began
  const ms = { search: 0, write: total, total }
  return { status: 'answered', question, claims: [first, ...more], dropped, writer, ms }
}

/** Points to a thread that is not there, with nothing of its own to search for. */
function saysNothing(question: Question): boolean {
  return lacksThread(question) && contentWords(question.text).filter(isSubject).length <= 1
}

/** Words that say for where something is asked, or that it is to hold: they name no subject. */
const settings = new Set(
  [
    ...Object.values(states),
    'Deutschland',
    'Österreich',
    'Schweiz',
    'gilt',
    'gelten',
    'gelte',
  ].flatMap(foldedWords),
)

function isSubject(folded: string): boolean {
  return !settings.has(folded)
}

function lacksThread({ text, earlier }: Question): boolean {
  return earlier.length === 0 && isFollowUp(text)
}

// A message that points to a thread we do not have may be a good question: then we ask which.
function giveUp(question: Question, hits: readonly Hit[], { toLink }: Means): Answer {
  if (lacksThread(question)) return { status: 'question', question }
  return refuse(question, 'not-in-sources', nearestOf(question, hits, toLink))
}

function refuse(question: Question, why: Refusal, nearest: readonly Citation[]): Refused {
  return { status: 'refused', question, why, nearest }
}

function nearestOf(
  question: Question,
  hits: readonly Hit[],
  toLink: Means['toLink'],
): readonly Citation[] {
  const passages = new Map(hits.map(({ passage }) => [passage.id, passage]))
  return nearestIn(question, hits, depth.nearest).flatMap((words) => {
    const passage = passages.get(words.passage)
    const finding = passage && findQuote(passage, words.quote)
    return finding ? [{ ...finding, url: toLink(finding) }] : []
  })
}
