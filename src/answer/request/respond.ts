import type { Answer, Answered, Question, SelfFacts } from '../../domain/answer.ts'
import { inGerman } from '../../german/english.ts'
import type { Library } from '../../ports.ts'
import { contentWords, partsOf } from '../thread.ts'
import type { Ground, Wanted } from './ground.ts'
import { answerList } from './list.ts'
import { answerPlaces } from './places.ts'
import type { Request } from './request.ts'
import { answerSummary } from './summary.ts'
import { answerVoices } from './voices.ts'

const mostTitles = 8

function toStock(question: Question, library: Library, facts: SelfFacts): Answer {
  const sorted = library
    .abouts()
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
  const stock = {
    shown: sorted.slice(0, mostTitles),
    more: Math.max(0, sorted.length - mostTitles),
  }
  return { status: 'told', question, about: 'stock', facts, stock }
}

/** What a request is answered with beside the sources. */
export interface Desk extends Ground {
  readonly facts: SelfFacts
  /** Answers like any question, in other words than those that were typed. */
  readonly askAs: (text: string) => Promise<Answer>
}

/** The answer to a request; `undefined` where it is to be answered like any question. */
export async function respond(
  request: Request,
  question: Question,
  desk: Desk,
): Promise<Answer | undefined> {
  switch (request.kind) {
    case 'aside':
      return { status: 'refused', question, why: request.why, nearest: [] }
    case 'self':
      return { status: 'told', question, about: request.about, facts: desk.facts }
    case 'summary':
      return await answerSummary(question, request.points, desk)
    case 'stock':
      return desk.library && toStock(question, desk.library, desk.facts)
    case 'place':
    case 'list':
    case 'voices':
      return await found(request, question, desk)
    case 'verdict':
      return await checked(request.topic, question, desk)
    case 'approval':
      return await approved(question, desk)
  }
}

// A yes or a no is not ours to give, but what to look at is.
async function checked(topic: string, question: Question, { askAs }: Desk): Promise<Answer> {
  const answer = contentWords(topic).length > 0 ? await askAs(topic) : undefined
  return answer?.status === 'answered'
    ? { ...answer, question, shape: { kind: 'verdict' } }
    : { status: 'refused', question, why: 'verdict', nearest: [] }
}

const whoApproves = 'Wer gibt den Text frei, und wer vertritt?'

// "Das" needs a thread to mean anything.
async function approved(question: Question, { askAs, facts }: Desk): Promise<Answer> {
  if (question.earlier.length === 0) return { status: 'question', question }
  const answer = await askAs(whoApproves)
  const roles = facts.approval ? { roles: facts.approval } : {}
  return answer.status === 'answered'
    ? { ...answer, claims: firstTwo(answer), question, shape: { kind: 'approval', ...roles } }
    : { status: 'told', question, about: 'approval', facts }
}

function firstTwo({ claims: [first, second] }: Answered): Answered['claims'] {
  return second ? [first, second] : [first]
}

type Searching = Extract<Request, { readonly kind: 'place' | 'list' | 'voices' }>

async function found(request: Searching, question: Question, ground: Desk): Promise<Answer> {
  const topic = subjectOf(request.topic, question)
  if (topic === undefined) return { status: 'question', question }
  // A word alone does not show its language; the question it was taken from does.
  const german = question.language === 'en' ? inGerman(topic) : topic
  const wanted = { question, topic: german }
  const answer = await search(request, wanted, ground)
  return answer ?? { ...(await ground.askAs(topic)), question }
}

async function search(
  request: Searching,
  wanted: Wanted,
  ground: Ground,
): Promise<Answer | undefined> {
  switch (request.kind) {
    case 'place':
      return await answerPlaces({ ...request, ...wanted }, ground)
    case 'list':
      return await answerList(wanted, ground)
    case 'voices':
      return await answerVoices(wanted, ground)
  }
}

/** What a request is about: its own words, else what the thread was about. */
function subjectOf(topic: string, { earlier }: Question): string | undefined {
  if (contentWords(topic).length > 0) return topic
  const before = earlier
    .map((one) => partsOf(one).own)
    .findLast((one) => contentWords(one).length > 0)
  return before
}
