import { readFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { redact } from '../src/redact.ts'

const Fixture = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Pieces of the text that must not be left. */
  gone: z.array(z.string()),
  /** Pieces that must be left: institutions, offices, courts, statutes, places, figures. */
  stay: z.array(z.string()),
  /** Written by somebody who never saw the rules, and measured once before they were looked at. */
  heldback: z.boolean().default(false),
})

export type Fixture = z.infer<typeof Fixture>

const file = new URL('redaction.jsonl', import.meta.url)

/** Messages with what must go and what must stay, one JSON object a line. */
export function readFixtures(from: string | URL = file): readonly Fixture[] {
  const lines = readFileSync(from, 'utf8').trim().split('\n')
  return lines.map((line) => Fixture.parse(JSON.parse(line)))
}

/** A piece by its fixture, and what became of the message. */
interface Slip {
  readonly id: string
  readonly piece: string
  readonly redacted: string
}

export interface RedactionScore {
  readonly details: number
  readonly left: readonly Slip[]
  readonly institutions: number
  readonly lost: readonly Slip[]
}

export function scoreRedaction(fixtures: readonly Fixture[]): RedactionScore {
  const read = fixtures.map((one) => ({ ...one, redacted: redact(one.text).text }))
  return {
    details: read.flatMap(({ gone }) => gone).length,
    left: read.flatMap(({ id, gone, redacted }) =>
      gone.filter((piece) => isLeft(piece, redacted)).map((piece) => ({ id, piece, redacted })),
    ),
    institutions: read.flatMap(({ stay }) => stay).length,
    lost: read.flatMap(({ id, stay, redacted }) =>
      stay.filter((piece) => !redacted.includes(piece)).map((piece) => ({ id, piece, redacted })),
    ),
  }
}

// "Ada" is not left in "Kanada".
function isLeft(piece: string, text: string): boolean {
  return text
    .split(piece)
    .slice(0, -1)
    .some((before) => !/[\p{L}\p{N}]$/u.test(before) || !/^[\p{L}\p{N}]/u.test(piece))
}

// The best of three, so that what else the machine does is not counted.
function medianMs(fixtures: readonly Fixture[]): number {
  const times = fixtures.map(({ text }) => Math.min(...[1, 2, 3].map(() => msOf(text))))
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

function msOf(text: string): number {
  const began = performance.now()
  redact(text)
  return performance.now() - began
}

/** The figures of a set, and each slip of it. */
export function show(name: string, fixtures: readonly Fixture[]): string {
  const { details, left, institutions, lost } = scoreRedaction(fixtures)
  const recall = (1 - left.length / Math.max(1, details)) * 100
  const wrong = (lost.length / Math.max(1, institutions)) * 100
  return [
    `${name}: ${fixtures.length} messages`,
    `recall ${recall.toFixed(1)} % (${details - left.length} of ${details})`,
    `wrongly redacted ${wrong.toFixed(1)} % (${lost.length} of ${institutions})`,
    `a message takes ${medianMs(fixtures).toFixed(2)} ms in the middle`,
    ...left.map(({ id, piece, redacted }) => `  left ${id} „${piece}“: ${redacted}`),
    ...lost.map(({ id, piece, redacted }) => `  lost ${id} „${piece}“: ${redacted}`),
  ].join('\n')
}

if (import.meta.main) {
  const given = process.argv.slice(2).filter((one) => one !== '--file')
  const all = given.length > 0 ? given.flatMap((one) => readFixtures(one)) : readFixtures()
  const parts: readonly (readonly [string, readonly Fixture[]])[] = [
    ['seen while the rules were written', all.filter(({ heldback }) => !heldback)],
    ['held back', all.filter(({ heldback }) => heldback)],
  ]
  const shown = parts.filter(([, fixtures]) => fixtures.length > 0)
  console.log(shown.map(([name, fixtures]) => show(name, fixtures)).join('\n\n'))
}
