import type { Claim, Premise, Question } from '../domain/answer.ts'
import type { Passage } from '../domain/passage.ts'
import type { Hit } from '../ports.ts'
import { assumedIn } from './assumed.ts'
import { hasStance, heldOf, relationOf, says, subjectOf, takesBack, tellsPast } from './contrast.ts'
import { figuresOf } from './figures.ts'
import { sharedWords } from './sense.ts'
import { partsOf } from './thread.ts'
import { unitsOf } from './units.ts'

/** A figure somebody takes for granted; what lies behind ("vor drei Stunden") is no premise. */
const passed = /(?<!\p{L})(?:vor|seit|schon|bereits|gestern|ago|since|for)\s+(?:\S+\s+){0,2}$/iu

const span =
  /(?<!\p{L})(\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierundzwanzig|achtundvierzig|sechsundneunzig)[\s-]?(stunden?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre|hours?|days?|weeks?|months?|years?)(?!\p{L})/giu

/** Where a deadline is meant, another length of time is another deadline. */
const deadline =
  /(?<!\p{L})(?:binnen|innerhalb|frist\p{L}*|spätestens|within|deadline|nach|zeit|haben wir|gelten|gilt|reichen|reicht)(?!\p{L})/iu

/** What is quoted must be about what was asked. */
const leastShared = 0.34

/** Of what is assumed so much must be spoken of where it is denied; figures say more than words. */
const least = { denied: 0.6, takenBack: 0.5, figure: 0.5 } as const

/**
 * What a question takes wrongly for granted, as its answer proves; `undefined` where it cannot be proven.
 *
 * A figure is disproved by another one of the same unit where the passage never has the question's; a
 * statement by a cited sentence on the same that allows what it forbids, denies what it says, or takes
 * it back as what others say.
 */
export function contradicted(
  question: Question,
  claims: readonly Claim[],
  hits: readonly Hit[],
): Premise | undefined {
  const figure = wrongDeadline(question, claims, hits)
  if (figure !== undefined) return { kind: 'figure', said: figure }
  const found = correctionIn(question.text, hits)
  const isShown = claims.some(({ citations }) =>
    citations.some(({ quote }) => found && quote.includes(found.text)),
  )
  return isShown ? found?.premise : undefined
}

/** A sentence that disproves what a question takes for granted, word for word. */
export interface Correction {
  readonly premise: Premise
  readonly passage: Passage
  readonly text: string
}

/** The sentence of what was found that speaks most of what is wrongly assumed, and says otherwise. */
export function correctionIn(asked: string, hits: readonly Hit[]): Correction | undefined {
  const assumed = assumedIn(asked).filter((one) => subjectOf(one).length > 1)
  return assumed
    .map((one) => correctionOf(one, hits))
    .find((correction) => correction !== undefined)
}

interface Said {
  readonly passage: Passage
  readonly text: string
  readonly share: number
  readonly isHearsay: boolean
  /** What stands right behind it in the same turn. */
  readonly next: string | undefined
}

function correctionOf(assumed: string, hits: readonly Hit[]): Correction | undefined {
  const subject = subjectOf(assumed)
  const said = hits
    .flatMap(({ passage }) => saidIn(passage, subject))
    .toSorted((one, other) => other.share - one.share)
  return takenBack(assumed, said) ?? otherFigure(assumed, said) ?? denialOf(assumed, said)
}

/** "Manche sagen, … Das stimmt nicht." */
function takenBack(assumed: string, said: readonly Said[]): Correction | undefined {
  const taken = factsIn(assumed)
  const facts = new Set(taken.map(({ figure }) => figure))
  const kinds = new Set(taken.map(({ kind }) => kind))
  const near = said.filter(({ share }) => share >= least.takenBack)
  const places = new Set(near.map(({ passage }) => passage))
  const found = said.find((one) => {
    if (!takesBack(one.next ?? '') && !tellsPast(one.text)) return false
    // A figure that is taken back, where all around is about what is assumed.
    const own = factsIn(one.text)
    const isFigure = own.some(({ figure }) => facts.has(figure))
    // What is taken back has another figure: "96 Stunden" says nothing against 72.
    if (!isFigure && own.some(({ kind }) => kinds.has(kind))) return false
    return isFigure
      ? places.has(one.passage)
      : near.includes(one) && (tellsPast(one.text) || says(assumed, one.text))
  })
  if (!found || relationOf(assumed, found.text) === 'reverse') return undefined
  const text = tellsPast(found.text) ? found.text : (found.next ?? found.text)
  return { premise: { kind: 'statement' }, passage: found.passage, text }
}

/** Another figure of the same kind, where nothing that speaks of it as much has the one that is assumed. */
function otherFigure(assumed: string, said: readonly Said[]): Correction | undefined {
  const plain = said.filter(({ share, isHearsay }) => share >= least.figure && !isHearsay)
  for (const { figure, kind } of factsIn(assumed)) {
    const holds = plain.find(({ text }) => factsIn(text).some((one) => one.figure === figure))
    const other = plain.find(({ text, passage, share }) => {
      const facts = factsIn(text)
      const isOther = facts.some((one) => one.kind === kind) && share >= leastOf(kind)
      const isKnown = kind !== 'range' && factsIn(passage.text).some((one) => one.figure === figure)
      return isOther && !isKnown
    })
    if (other && other.share > (holds?.share ?? 0)) {
      return { premise: wordsOf(assumed, figure), passage: other.passage, text: other.text }
    }
  }
  return undefined
}

/** Many statutes and courts are named beside each other: there more must be the same. */
function leastOf(kind: string): number {
  return kind === '§' || kind === 'court' ? least.denied : least.figure
}

function denialOf(assumed: string, said: readonly Said[]): Correction | undefined {
  const plain = said
    .filter(({ isHearsay, next }) => !isHearsay && !takesBack(next ?? ''))
    .map((one) => ({ ...one, relation: relationOf(assumed, one.text) }))
  const denies = plain.find(({ relation }) => relation === 'reverse')
  const holds = plain.find(({ relation }) => relation === 'same')
  const enough = hasStance(assumed) ? least.takenBack : least.denied
  if (!denies || denies.share < enough) return undefined
  // Where as much speaks for it, nothing is proven, unless it was said before.
  const isOutweighed = holds !== undefined && holds.share >= denies.share && !isLater(denies, holds)
  if (isOutweighed) return undefined
  return { premise: { kind: 'statement' }, passage: denies.passage, text: denies.text }
}

function isLater(one: Said, other: Said): boolean {
  const [newer, older] = [one, other].map(({ passage }) => passage.about.published ?? '')
  return older !== '' && (newer ?? '') > (older ?? '')
}

function saidIn(passage: Passage, subject: readonly string[]): readonly Said[] {
  const units = unitsOf(passage)
  return units.flatMap(({ text, isQuestion, isHearsay, turn }, at) => {
    const next = units[at + 1]
    const follows = next?.turn === turn ? next.text : undefined
    const { share } = heldOf(subject, text)
    return isQuestion ? [] : [{ passage, text, share, isHearsay, next: follows }]
  })
}

const clocks =
  /(?<!\d)(\d{1,2})(?:[.:]\d\d)? (?:bis|und) \d{1,2}(?:[.:]\d\d)? Uhr|(?<!\d)(\d{1,2})(?:[.:]\d\d)? Uhr/gu
const courts =
  /(?<!\p{L})((?:Ober(?:landes|verwaltungs)|Land|Amts|Verwaltungs|Bundesverwaltungs|Bundesverfassungs|Bundes|Arbeits|Sozial)gericht(?:shof)?|OVG|OLG|VGH|VG|LG|AG|BGH|BVerwG|BVerfG|EuGH)s?((?:\s(?!Stand)\p{Lu}\p{Ll}+)?)/gu

/** "von 0 bis 6": a number without a unit. */
const range = /(?<!\p{L})bis (\d{1,4})(?![\d.:]|[ -]?(?:Uhr|\p{Lu}\p{L}+|%|€))/gu

interface Fact {
  readonly figure: string
  /** Only what is of one kind can disprove each other. */
  readonly kind: string
}

/** Spans of time and money with their unit, days, clocks, statutes and courts of a text. */
function factsIn(text: string): readonly Fact[] {
  const figures = [...figuresOf(text)].flatMap((figure) => {
    const kind = kindOf(figure)
    return kind === '' ? [] : [{ figure, kind }]
  })
  const times = [...text.matchAll(clocks)].flatMap(([whole]) =>
    (whole.match(/\d{1,2}(?=[.: ])/gu) ?? []).map((hour) => ({
      figure: `${hour} Uhr`,
      kind: 'clock',
    })),
  )
  const named = [...text.matchAll(courts)].map(([, court = '', town = '']) => ({
    figure: `${court}${town}`,
    kind: 'court',
  }))
  const ranges = [...text.matchAll(range)].map(([, end = '']) => ({
    figure: `bis ${end}`,
    kind: 'range',
  }))
  return [...figures, ...times, ...named, ...ranges]
}

function kindOf(figure: string): string {
  if (/^\d+\.\d+\.$/.test(figure)) return 'day'
  if (/^§ \S+$/.test(figure)) return '§'
  return /^\d+ ([^§].*)$/u.exec(figure)?.[1] ?? ''
}

/** The figure as it was written, where it stands as it is compared. */
function wordsOf(assumed: string, figure: string): Premise {
  const [number] = /\d+/.exec(figure) ?? []
  if (number === undefined) return { kind: 'figure', said: figure }
  const said = new RegExp(
    `(?:(?:§|Paragraf|Artikel)\\s?)?(?<!\\d)${number}(?!\\d)(?:\\.?\\s(?:\\p{Lu}\\p{Ll}+|stunden|tage|wochen|monate|jahre))?`,
    'iu',
  ).exec(assumed)
  return said ? { kind: 'figure', said: said[0] } : { kind: 'statement' }
}

function wrongDeadline(
  question: Question,
  claims: readonly Claim[],
  hits: readonly Hit[],
): string | undefined {
  const asked = partsOf(question.text).own
  if (!deadline.test(asked)) return undefined
  const [first] = claims
  const quote = first?.citations[0].quote ?? ''
  const said = hits.find(({ passage }) => passage.id === first?.citations[0].passage)?.passage.text
  if (said === undefined || !deadline.test(quote) || sharedWords(asked, quote) < leastShared)
    return undefined
  const known = figuresOf(said)
  const told = unitsIn(figuresOf(quote))
  const taken = [...asked.matchAll(span)].find((match) => {
    if (passed.test(asked.slice(0, match.index))) return false
    const own = unitsIn(figuresOf(match[0]))
    return own.some(
      ({ figure, unit }) => !known.has(figure) && told.some((one) => one.unit === unit),
    )
  })
  return taken?.[0]
}

function unitsIn(figures: ReadonlySet<string>): readonly { figure: string; unit: string }[] {
  return [...figures].flatMap((figure) => {
    const [, unit] = /^\d+ ([^§].*)$/u.exec(figure) ?? []
    return unit ? [{ figure, unit }] : []
  })
}
