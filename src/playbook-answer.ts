import { mannersIn } from './answer/manner.ts'
import { kinds } from './crisis/kinds.ts'
import { lookAt, type Outlook } from './crisis/match-playbooks.ts'
import type { Answer, Answered, Claim, Refused } from './domain/answer.ts'
import type { Manual, Step } from './domain/playbook.ts'
import { words } from './german/words.ts'
import { findCitations, type StepShelf } from './step-sources.ts'

/** So much is read with shaking hands: with the places it rests on, an acute answer has 800 characters. */
const limits = { steps: 3, room: 270, places: 4, quote: 180 } as const

/** What comes later than this can be asked for then. */
const soonMinutes = 120

/**
 * A playbook that is less certain than this is a guess: then what holds in every storm is told. One that has
 * steps for what the message names may be less certain.
 */
const leastScore = { meant: 0.15, any: 0.3 } as const

/** With so many steps a sentence that was only found by its words has nothing to add. */
const enoughSteps = 2

/** The first steps themselves tell what comes before this. */
const firstMinutes = 10

/** What is asked of, and what the playbooks of the town are. */
interface Desk extends StepShelf {
  /** `undefined` where what a town wrote cannot be used. */
  manual(): Manual | undefined
}

/**
 * Where something burns, the next steps of the playbook that fits, each with the place it rests on, before
 * what the sources say in their own words. Steps without such a place are left to the desk; where none is
 * left, the answer stays as it is.
 */
export function withPlaybook(answer: Answer, text: string, desk: Desk): Answer {
  const { question } = answer
  if (question.urgency !== 'acute' || question.language !== 'de' || !isOpen(answer)) return answer
  const manual = desk.manual()
  if (!manual) return answer
  const outlook = lookAt(text, manual)
  if (!outlook.acute) return answer
  const next = nextFor(text, outlook, manual)
  if (!next) return answer
  const said = answer.status === 'answered' ? answer : { claims: [], ...unwritten }
  const [first, ...more] = claimsFor(next.steps, limits.steps, desk)
  if (!first) return answer
  // A step for the very case says more than a sentence that was found by its words.
  const isEnough = next.isMeant || more.length + 1 >= enoughSteps
  const quotes = isEnough ? [] : said.claims.filter(helpsNow).slice(0, 1)
  return {
    ...said,
    status: 'answered',
    question,
    claims: [first, ...more, ...quotes],
    playbook: next.title,
  } satisfies Answered
}

// What was asked for in another form, or turned away for another reason, is answered by that.
function isOpen(answer: Answer): answer is Answered | Refused {
  if (answer.status === 'answered') return answer.shape === undefined
  return answer.status === 'refused' && answer.why === 'not-in-sources' && !answer.missing
}

const unwritten = { dropped: 0, writer: 'extract', ms: { search: 0, write: 0, total: 0 } } as const

interface Found {
  readonly title: string
  readonly steps: readonly Step[]
  /** Some of them are for this very case. */
  readonly isMeant: boolean
}

/** Who says so little has hardly told a case. */
const fewWords = 5

/** The trigger of a storm of which nobody says why. */
const storm = 'mehrfach_kritik'

function nextFor(text: string, outlook: Outlook, manual: Manual): Found | undefined {
  const isTold = words(text).length > fewWords
  const best = isTold ? bestFor(outlook, manual) : undefined
  return best ?? (outlook.triggers.includes(storm) ? usual(manual) : undefined)
}

/** Of two playbooks no further apart the one is taken whose case the message names. */
const sameScore = 0.05

function bestFor({ playbooks, triggers }: Outlook, manual: Manual): Found | undefined {
  const least = (playbooks[0]?.score ?? 0) - sameScore
  const found = playbooks
    .filter(({ score }) => score >= least)
    .flatMap((one) => stepsOf(one, triggers, manual) ?? [])
  return found.find(({ isMeant }) => isMeant) ?? found[0]
}

function stepsOf(
  { id, score }: Outlook['playbooks'][number],
  triggers: readonly string[],
  manual: Manual,
): Found | undefined {
  const playbook = manual.playbooks.find((one) => one.id === id)
  if (!playbook) return undefined
  const told = strongest(triggers.filter((id) => playbook.triggers.some((one) => one.id === id)))
  const isMeant = ({ when }: Step) => when !== undefined && told.includes(when)
  const steps = playbook.steps.filter(
    (step) => isMeant(step) || (step.when === undefined && step.minute <= soonMinutes),
  )
  // What is for this very case says more than what holds for all of its kind.
  const meant = steps.filter(isMeant)
  if (score < (meant.length > 0 ? leastScore.meant : leastScore.any)) return undefined
  const about = playbook.triggers.find(({ id }) => id === meant[0]?.when)
  const own = [...meant, ...steps.filter((one) => !isMeant(one))]
  return { title: about?.title ?? playbook.title, steps: own, isMeant: meant.length > 0 }
}

// "Kursiert" sounds like a rumour, but of a forged video the steps for forgeries are told.
function strongest(triggers: readonly string[]): readonly string[] {
  const weightOf = (id: string) => kinds.find((kind) => kind.id === id)?.weight ?? 0
  const most = Math.max(...triggers.map(weightOf))
  return triggers.filter((id) => weightOf(id) === most)
}

function usual({ common }: Manual): Found {
  const steps = common.steps.filter(({ minute }) => minute > firstMinutes)
  return { title: 'Die erste Stunde', steps, isMeant: false }
}

// A story like the one that was told helps nobody now.
function helpsNow({ text }: Claim): boolean {
  const { tellsStory, setsScene } = mannersIn(text)
  return text.length <= limits.quote && !tellsStory && !setsScene
}

function claimsFor(steps: readonly Step[], most: number, shelf: StepShelf): readonly Claim[] {
  let room: number = limits.room
  let places: number = limits.places
  const taken: { readonly minute: number; readonly claim: Claim }[] = []
  for (const { minute, do: text, cite } of steps) {
    if (taken.length >= most) break
    const [first, ...more] = findCitations(cite, shelf)
    if (!first || text.length > room || more.length >= places) continue
    taken.push({ minute, claim: { text, citations: [first, ...more] } })
    room -= text.length
    places -= 1 + more.length
  }
  // Chosen by what they are for, told in the order in which they are done.
  return taken.toSorted((one, other) => one.minute - other.minute).map(({ claim }) => claim)
}
