import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SourceError } from '../src/domain/errors.ts'

const supports = z.enum(['full', 'part', 'no'])
const yes = z.enum(['yes', 'no'])

/** For each statement its citations; a plain list has one citation for each statement. */
function perCitation<T extends z.ZodType>(value: T) {
  return z
    .union([z.array(z.array(value)), z.array(value)])
    .transform((all): readonly (readonly z.infer<T>[])[] =>
      all.map((one) => (Array.isArray(one) ? one : [one])),
    )
}

/** What a judge says of one answer; the fields of the protocol in `evals/README.md`. */
export const Verdict = z.object({
  support: z.array(z.array(supports)),
  needed: z.array(z.array(yes)),
  uncited: z.int().min(0),
  answers: z.enum(['yes', 'part', 'no']),
  must: z.array(z.enum(['met', 'part', 'missing'])),
  mustNot: z.array(z.enum(['clean', 'broken'])),
  premise: z.enum(['corrected', 'refused', 'taken', 'none']),
  order: yes,
  alone: yes,
})

const Written = Verdict.extend({
  id: z.string(),
  support: perCitation(supports),
  needed: perCitation(yes),
  premise: Verdict.shape.premise.default('none'),
})

/** A verdict on the answer to one question. */
export type Rating = z.infer<typeof Written>

/**
 * Reads ratings: JSON lines, or a sheet whose lines were filled in.
 *
 * @throws SourceError (`bad-source`) with file, line and field
 */
export function readRatings(file: string): readonly Rating[] {
  return textOf(file)
    .split(/\r?\n/)
    .flatMap((line, at) => (line.startsWith('{') ? [parse(line, file, at + 1)] : []))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (cause) {
    const fix = 'Bitte Pfad und Rechte prüfen.'
    throw new SourceError('lässt sich nicht lesen.', { file, cause, fix })
  }
}

function parse(text: string, file: string, line: number): Rating {
  try {
    return Written.parse(JSON.parse(text))
  } catch (cause) {
    const field = cause instanceof z.ZodError ? cause.issues[0]?.path.join('.') : 'kein JSON'
    const fix = 'Jedes „?“ braucht einen der Werte, die am Kopf des Bogens stehen.'
    throw new SourceError(`ist keine vollständige Bewertung (${field}).`, {
      file,
      line,
      cause,
      fix,
    })
  }
}

/** How often two judges say the same, and Cohen's kappa of it. */
export interface Agreement {
  readonly n: number
  readonly same: number
  /** 1 where both always say the same; `undefined` where nothing was judged. */
  readonly kappa: number | undefined
}

/** The agreement of pairs of values. */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length
  const same = pairs.filter(([one, other]) => one === other).length
  const shareOf = (value: string, side: 0 | 1) =>
    pairs.filter((pair) => pair[side] === value).length / n
  const values = [...new Set(pairs.flat())]
  const chance = values.reduce((sum, value) => sum + shareOf(value, 0) * shareOf(value, 1), 0)
  if (n === 0) return { n, same, kappa: undefined }
  return { n, same, kappa: chance === 1 ? 1 : (same / n - chance) / (1 - chance) }
}

/** The fields in which two judges are compared. */
const compared = {
  support: ({ support }: Rating) => support.flat(),
  answers: ({ answers }: Rating) => [answers],
  must: ({ must }: Rating) => must,
} as const

/** What two judges say of the same answers; answers they saw with other parts are left out. */
export function compare(
  one: readonly Rating[],
  other: readonly Rating[],
): Readonly<Record<keyof typeof compared, Agreement>> {
  const theirs = new Map(other.map((rating) => [rating.id, rating]))
  const both = one.flatMap((rating) => {
    const second = theirs.get(rating.id)
    return second ? [[rating, second] as const] : []
  })
  const of = (valuesOf: (rating: Rating) => readonly string[]) =>
    agreementOf(
      both.flatMap(([first, second]) => {
        const [left, right] = [valuesOf(first), valuesOf(second)]
        if (left.length !== right.length) return []
        return left.map((value, at) => [value, right[at] ?? ''] as const)
      }),
    )
  return {
    support: of(compared.support),
    answers: of(compared.answers),
    must: of(compared.must),
  }
}
