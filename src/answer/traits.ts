import { type QuestionForm, questionForm } from '../german/question-form.ts'
import { foldedWords } from '../german/words.ts'
import { joined, shareOf, type Wanted } from './asked.ts'
import { leansBack, mannerOf, mannersIn } from './manner.ts'
import { heldTogether, type Line, type Run } from './reading.ts'
import type { Stretch } from './stretches.ts'

/** How far a stretch is read around: what it answers stands before it, rarely behind. */
const sight = { before: 8, near: 6, after: 4 } as const

/** What stands further away says less about a stretch. */
const fading = { before: 0.9, after: 0.8 } as const

/** What speaks for or against a stretch as an answer, by name; yes is 1, no is 0. */
export type Traits = Readonly<Record<string, number>>

/** The question a stretch is read for. */
export interface Asked {
  readonly text: string
  readonly wanted: readonly Wanted[]
}

/**
 * What can be seen of a stretch: what it has of the question itself, what stands before and behind it,
 * who says it after whom, where its passage ranks, and how it is told.
 */
export function traitsOf(stretch: Stretch, run: Run, asked: Asked): Traits {
  return {
    ...shares(stretch, run, asked),
    ...place(stretch, run),
    ...shape(stretch, run),
    ...manner(stretch, questionForm(asked.text)),
  }
}

function shares({ from, to, lines }: Stretch, run: Run, { wanted }: Asked): Traits {
  const before = run.lines.slice(Math.max(0, from - sight.before), from)
  const after = run.lines.slice(to + 1, to + 1 + sight.after)
  const held = heldTogether(lines, wanted)
  const own = shareOf(held, wanted)
  const [opener, raised] = raisedIn(before)
  const behind = Math.max(0, ...after.map(({ share }, at) => share * fading.after ** at))
  const near = heldTogether(before.slice(-sight.near), wanted)
  const wide = joined([held, run.head, heldTogether([...before, ...after], wanted)])
  return {
    own,
    near: shareOf(joined([held, near]), wanted),
    wide: shareOf(wide, wanted),
    raised,
    raisedByOther: flag(raised > own && opener?.turn !== lines[0].turn),
    saidLater: Math.max(0, behind - own),
  }
}

/** The sentence before that speaks most of the question: what follows may answer it. */
function raisedIn(before: readonly Line[]): readonly [Line | undefined, number] {
  return before.reduce<readonly [Line | undefined, number]>(
    (best, line, at) => {
      const share = line.share * fading.before ** (before.length - 1 - at)
      return share > best[1] ? [line, share] : best
    },
    [undefined, 0],
  )
}

function place({ lines: [first] }: Stretch, { share, sourceShare }: Run): Traits {
  const { rank, score, follows } = first.place
  return {
    score: Math.log(score),
    rank: Math.log(1 + rank),
    next: flag(follows === 1),
    nextButOne: flag(follows === 2),
    runShare: share,
    sourceShare,
  }
}

function shape({ from, to, lines, text }: Stretch, run: Run): Traits {
  const [first] = lines
  const [before, after] = [run.lines[from - 1], run.lines[to + 1]]
  const isReply = before !== undefined && before.turn !== first.turn
  const count = foldedWords(text).length
  return {
    words: Math.log(count),
    isShort: flag(count < 7),
    two: flag(lines.length === 2),
    three: flag(lines.length === 3),
    leans: flag(leansBack(text)),
    isPart: flag(/^\p{Ll}/u.test(first.unit.text)),
    isOpen: flag(!/[.!?…][“”"»)\]]*$/u.test(text)),
    asksFirst: flag(first.unit.isQuestion),
    doubtsFirst: flag(first.unit.isHearsay),
    afterQuestion: flag(before?.unit.isQuestion),
    isReply: flag(isReply),
    repliesQuestion: flag(isReply && before.unit.isQuestion),
    startsTurn: flag(from === 0 || isReply),
    endsTurn: flag(after?.turn !== lines.at(-1)?.turn),
  }
}

function manner({ text }: Stretch, form: QuestionForm | undefined): Traits {
  const told = mannersIn(text)
  return {
    form: form ? (form.isToldBy(text) ? 1 : -1) : 0,
    manner: Math.log(mannerOf(text)),
    ...Object.fromEntries(Object.entries(told).map(([name, is]) => [name, flag(is)])),
  }
}

function flag(is: boolean | undefined): number {
  return is ? 1 : 0
}
