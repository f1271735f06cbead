import { table } from '../src/table.ts'
import type { Drawn } from './live-cases.ts'
import type { compare, Rating } from './live-ratings.ts'

/** So many of so many; `count` may hold halves. */
interface Share {
  readonly count: number
  readonly n: number
}

/** What verdicts come to, by the rules in `evals/README.md`. */
export interface Figures {
  readonly answers: number
  readonly precision: Share
  readonly recall: Share
  readonly answering: Share
  readonly must: Share
  readonly broken: Share
  readonly premises: Share
  readonly order: Share
  readonly alone: Share
  readonly refused: { readonly answerable: Share; readonly unanswerable: Share }
}

/** Counts verdicts; questions nobody drew are taken for answerable. */
export function figuresOf(ratings: readonly Rating[], asked: readonly Drawn[]): Figures {
  const lacks = new Set(asked.filter(({ answerable }) => !answerable).map(({ id }) => id))
  const isRefused = ({ support }: Rating) => support.length === 0
  const answered = ratings.filter((rating) => !isRefused(rating))
  const statements = answered.flatMap(({ support }) => support)
  const unnamed = answered.reduce((sum, { uncited }) => sum + uncited, 0)
  const citations = answered.flatMap(citationsOf)
  const could = ratings.filter(({ id }) => !lacks.has(id))
  const musts = ratings.flatMap(({ must }) => must)
  const mustNots = ratings.flatMap(({ mustNot }) => mustNot)
  const premises = ratings.filter(({ premise }) => premise !== 'none')
  const among = (all: readonly Rating[], is: (rating: Rating) => boolean): Share => ({
    count: all.filter(is).length,
    n: all.length,
  })
  return {
    answers: ratings.length,
    precision: { count: citations.filter(Boolean).length, n: citations.length },
    recall: {
      count: statements.filter((all) => all.includes('full')).length,
      n: statements.length + unnamed,
    },
    answering: {
      count: could.reduce((sum, { answers }) => sum + worth[answers], 0),
      n: could.length,
    },
    must: { count: musts.reduce((sum, one) => sum + worth[one], 0), n: musts.length },
    broken: { count: mustNots.filter((one) => one === 'broken').length, n: mustNots.length },
    premises: among(premises, ({ premise }) => premise !== 'taken'),
    order: among(answered, ({ order }) => order === 'yes'),
    alone: among(answered, ({ alone }) => alone === 'yes'),
    refused: {
      answerable: among(could, isRefused),
      unanswerable: among(
        ratings.filter(({ id }) => lacks.has(id)),
        isRefused,
      ),
    },
  }
}

const worth = { yes: 1, met: 1, part: 0.5, no: 0, missing: 0 } as const

/** Of each citation whether it counts: it supports, and is needed or alone. */
function citationsOf({ support, needed }: Rating): readonly boolean[] {
  return support.flatMap((all, statement) =>
    all.map((one, at) => {
      const isNeeded = all.length === 1 || needed[statement]?.[at] === 'yes'
      return one !== 'no' && isNeeded
    }),
  )
}

/** The figures as a table, questions in English apart. */
export function toTable(ratings: readonly Rating[], asked: readonly Drawn[]): string {
  const english = new Set(asked.filter(({ kind }) => kind === 'english').map(({ id }) => id))
  const columns = [
    figuresOf(
      ratings.filter(({ id }) => !english.has(id)),
      asked,
    ),
    figuresOf(
      ratings.filter(({ id }) => english.has(id)),
      asked,
    ),
  ]
  const row = (name: string, of: (figures: Figures) => Share) => [
    name,
    ...columns.map((one) => shown(of(one))),
  ]
  return table([
    [
      'judged',
      ...columns.map(({ answers }, at) => `${answers} ${at === 0 ? 'German' : 'English'}`),
    ],
    row('citation precision', ({ precision }) => precision),
    row('citation recall', ({ recall }) => recall),
    row('answers what was asked', ({ answering }) => answering),
    row('must-haves', ({ must }) => must),
    row('must-nots broken', ({ broken }) => broken),
    row('false premises corrected or refused', ({ premises }) => premises),
    row('first line and order', ({ order }) => order),
    row('quotes stand alone', ({ alone }) => alone),
    row('refused of the answerable', ({ refused }) => refused.answerable),
    row('refused of the unanswerable', ({ refused }) => refused.unanswerable),
  ])
}

function shown({ count, n }: Share): string {
  return n === 0 ? '–' : `${((100 * count) / n).toFixed(1)} % (${count} of ${n})`
}

/** How far two judges agree, as a table. */
export function toAgreement(compared: ReturnType<typeof compare>): string {
  const rows = Object.entries(compared).map(([field, { n, same, kappa }]) => [
    field,
    shown({ count: same, n }),
    kappa === undefined ? '–' : kappa.toFixed(2),
  ])
  return table([['two judges', 'the same', 'kappa'], ...rows])
}
