import type { Claim, Question } from '../domain/answer.ts'
import type { Hit } from '../ports.ts'
import { figuresOf } from './figures.ts'
import { sharedWords } from './sense.ts'
import { partsOf } from './thread.ts'

/** A figure somebody takes for granted; what lies behind ("vor drei Stunden") is no premise. */
const passed = /(?<!\p{L})(?:vor|seit|schon|bereits|gestern|ago|since|for)\s+(?:\S+\s+){0,2}$/iu

const span =
  /(?<!\p{L})(\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierundzwanzig|achtundvierzig|sechsundneunzig)[\s-]?(stunden?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre|hours?|days?|weeks?|months?|years?)(?!\p{L})/giu

/** Where a deadline is meant, another length of time is another deadline. */
const deadline =
  /(?<!\p{L})(?:binnen|innerhalb|frist\p{L}*|spätestens|within|deadline|nach|zeit|haben wir|gelten|gilt|reichen|reicht)(?!\p{L})/iu

/** What is quoted must be about what was asked. */
const leastShared = 0.34

/**
 * The figure of a question that its answer contradicts, as it was written; `undefined` where that cannot
 * be proven. Proven is: the question takes a length of time for a deadline, the passage answers with
 * another one of the same unit, speaks of the same, and nowhere has the question's.
 */
export function contradicted(
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
  const told = unitsOf(figuresOf(quote))
  const taken = [...asked.matchAll(span)].find((match) => {
    if (passed.test(asked.slice(0, match.index))) return false
    const own = unitsOf(figuresOf(match[0]))
    return own.some(
      ({ figure, unit }) => !known.has(figure) && told.some((one) => one.unit === unit),
    )
  })
  return taken?.[0]
}

function unitsOf(figures: ReadonlySet<string>): readonly { figure: string; unit: string }[] {
  return [...figures].flatMap((figure) => {
    const [, unit] = /^\d+ ([^§].*)$/u.exec(figure) ?? []
    return unit ? [{ figure, unit }] : []
  })
}
