import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sourceKey } from '../src/domain/documents.ts'
import { SourceError } from '../src/domain/errors.ts'
import { isSpoken, type Passage } from '../src/domain/passage.ts'
import { foldedWords } from '../src/german/words.ts'

const Span = z.object({ source: z.string(), start: z.number(), end: z.number() })
const Words = z.object({ source: z.string(), contains: z.string() })

const Label = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  earlier: z.array(z.string()).default([]),
  kind: z.string().default('other'),
  answerable: z.boolean().optional(),
  expect: z.preprocess(withoutPlaybooks, z.array(z.union([Span, Words])).default([])),
})

/** Where the answer is known to stand: a stretch of an episode, or words of a source. */
export type Expected = z.infer<typeof Span> | z.infer<typeof Words>

/**
 * A question and where its answer stands; one matching `expect` suffices. A line that neither says
 * whether it is answerable nor what to expect is asked but not measured.
 */
export type Label = z.infer<typeof Label>

/**
 * Reads labels, one JSON object a line; fields we do not know are ignored, and so are playbooks
 * (`PB…`) among the expected sources.
 *
 * @throws SourceError (`bad-source`) with file and line
 */
export function readLabels(file: string): readonly Label[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLabel(line, file, at + 1)]))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (cause) {
    throw new SourceError('lässt sich nicht lesen.', {
      file,
      cause,
      fix: 'Bitte Pfad und Rechte prüfen.',
    })
  }
}

function parseLabel(text: string, file: string, line: number): Label {
  try {
    const label = Label.parse(JSON.parse(text))
    const isKnown = label.expect.length > 0 || undefined
    return { ...label, answerable: label.answerable ?? isKnown }
  } catch (cause) {
    const fix = 'evals/README.md zeigt die Form einer Zeile.'
    throw new SourceError(`ist keine lesbare Frage${fieldOf(cause)}.`, { file, line, cause, fix })
  }
}

// Playbooks are no passages; an entry for one may have any form.
function withoutPlaybooks(expect: unknown): unknown {
  if (!Array.isArray(expect)) return expect
  return expect.filter((entry) => {
    const source = typeof entry === 'object' && entry !== null ? entry.source : entry
    return typeof source !== 'string' || !/^pb/i.test(source)
  })
}

function fieldOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return ' (kein JSON)'
  return ` (Feld ${cause.issues[0]?.path.join('.') || 'unbekannt'})`
}

/** Whether a passage answers: it shares half of the shorter stretch with a label, or has its words. */
export function isRelevant(passage: Passage, label: Label): boolean {
  return label.expect.some((expected) => matches(passage, expected))
}

function matches(passage: Passage, expected: Expected): boolean {
  if (sourceKey(passage.about.id) !== sourceKey(expected.source)) return false
  if ('contains' in expected) return holdsWords(passage.text, expected.contains)
  return isSpoken(passage) && overlaps(spanOf(passage), expected)
}

/** Whether two stretches share at least half of the shorter one. */
export function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const shorter = Math.min(a.end - a.start, b.end - b.start)
  return shared > 0 && shared >= shorter / 2
}

/** Whether a text has the words of another in one piece, whatever their case and marks. */
export function holdsWords(text: string, wanted: string): boolean {
  return ` ${foldedWords(text).join(' ')} `.includes(` ${foldedWords(wanted).join(' ')} `)
}

function spanOf(passage: Extract<Passage, { cues: unknown }>): { start: number; end: number } {
  return {
    start: passage.cues[0].start,
    end: Math.max(...passage.cues.map((cue) => cue.end)),
  }
}
