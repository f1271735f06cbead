import type { Address, Urgency } from './answer.ts'
import type { Citation } from './citation.ts'
import type { Language } from './documents.ts'

/** A statement as it is shown: the numbers point into `Reply.sources`, from 1. */
export interface ShownClaim {
  readonly text: string
  readonly numbers: readonly number[]
}

/** A source as it is shown. `line` is plain text; `citation` is what a door makes its link from. */
export interface ShownSource {
  readonly number: number
  readonly line: string
  readonly citation: Citation
}

/** Steps under a heading of their own: numbered where their order counts. */
export interface StepGroup {
  readonly title: string
  readonly items: readonly string[]
  readonly isOrdered: boolean
}

/** A text to copy. It is neither claim nor citation: `id` names the template it comes from. */
export interface CopyText {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Something to press under a reply. `value` is opaque: ids and versions, never words of people. */
export interface ReplyAction {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Read aloud in place of the label where that is too short. */
  readonly spoken?: string
  /** Asks for more in a dialog before anything happens. */
  readonly asks?: boolean
  /** Must be there, also where a platform shows fewer of them. */
  readonly stays?: boolean
  /** Opens this address; nothing else happens. */
  readonly url?: string
}

/**
 * What a reply is: an answer, an honest refusal, a question back, what failed; the first steps of a
 * shitstorm, a draft to adapt, or a plain sentence of the product about itself.
 */
type ReplyKind = 'answered' | 'refused' | 'question' | 'failed' | 'first-steps' | 'draft' | 'notice'

/**
 * The neutral document that every door renders. It holds text only: no markup of any platform.
 *
 * Order on the screen: `lead`, `steps`, `copy`, `claims`, `sources`, `notes`, `disclosure`. Empty lists
 * are left out.
 */
export interface Reply {
  readonly kind: ReplyKind
  readonly language: Language
  /** How people wanted to be spoken to; missing where nobody said. */
  readonly address?: Address
  /** Empty where the first statement needs nothing before it. */
  readonly lead: string
  readonly steps: readonly StepGroup[]
  readonly copy?: CopyText
  readonly claims: readonly ShownClaim[]
  /** Above the sources: what they are to this answer. */
  readonly sourcesTitle: string
  readonly sources: readonly ShownSource[]
  readonly notes: readonly string[]
  /** That an AI wrote this, and how. */
  readonly disclosure: string
  readonly actions?: readonly ReplyAction[]
}

/** What a notification says: the lead, or the first statement where that one opens the reply by itself. */
export function openingOf({ lead, claims }: Pick<Reply, 'lead' | 'claims'>): string {
  return lead || (claims[0]?.text ?? '')
}

/** How many characters of an answer somebody reads, by how urgent it is; more has to be asked for. */
export const longest: Readonly<Record<Urgency, number>> = {
  acute: 800,
  today: 1000,
  planning: 1500,
}

/** What a reader has on the screen: all but the addresses of links and the label of the writer. */
export function shownText({ lead, steps, copy, claims, sources, notes }: Reply): string {
  return [
    lead,
    ...steps.flatMap(({ title, items }) => [title, ...items]),
    ...(copy ? [copy.title, copy.text] : []),
    ...claims.map(({ text, numbers }) => `${text} ${numbers.map((one) => `[${one}]`).join('')}`),
    ...sources.map(({ number, line }) => `[${number}] ${line}`),
    ...notes,
  ]
    .filter(Boolean)
    .join('\n')
}
