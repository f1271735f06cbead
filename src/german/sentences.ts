/** A sentence and where it stands in the text it was cut from (UTF-16 offsets, end exclusive). */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

// Words that end in a full stop without ending a sentence.
const abbreviations = new Set(
  (
    'abs art az bd bspw bzgl bzw ca co dr d etc evtl f ff gem ggf h hr i inkl insb jh kap lit max mind ' +
    'mio mr mrd mrs nr o prof rn s sog st str tel u usw vgl z zzgl jan feb mär apr jun jul aug sep sept okt nov dez'
  ).split(' '),
)

// Only from the first of several marks, else a row of dots would be tried from each of them.
const boundary = /(?<![.!?…])([.!?…]+)["“”»«')\]]*(?:\s+|$)/gu

/**
 * Cuts text at the ends of its sentences; nothing is lost but the space between them.
 *
 * Abbreviations, ordinals ("17. Juli", "Artikel 5 Abs. 1") and initials do not end a sentence. Text
 * without a full stop is one sentence; empty text is none.
 */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length
    if (!endsSentence(text, match, end)) continue
    found.push(...cut(text, from, end))
    from = end
  }
  return [...found, ...cut(text, from, text.length)]
}

function endsSentence(text: string, { 1: mark, index: at }: RegExpExecArray, next: number) {
  if (next >= text.length || mark !== '.') return true
  const before = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ''
  const after = text.slice(next, next + 1)
  if (/\p{Ll}/u.test(after)) return false
  if (/^\d{1,2}$/.test(before)) return !startsWithMonth(text.slice(next, next + 20))
  return !abbreviations.has(before.toLowerCase()) && !/^\p{Lu}$/u.test(before)
}

// "am 17. Juli", but "Artikel 33. Die Frist …" and "Es waren 12. Danach …".
function startsWithMonth(text: string): boolean {
  return /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Stunde|Minute|Tag|Klasse|\d)/u.test(
    text,
  )
}

function cut(text: string, from: number, to: number): readonly Sentence[] {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  if (trimmed === '') return []
  const start = from + raw.indexOf(trimmed)
  return [{ start, end: start + trimmed.length, text: trimmed }]
}
