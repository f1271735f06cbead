import { surelyIn } from '../german/language.ts'
import type { ParsedCues } from './cues.ts'

// As much as tells a language; more costs time.
const sample = 400

/** A transcript in the language that is spoken, whatever its file says. */
export function withLanguage(parsed: ParsedCues, file: string): ParsedCues {
  const step = Math.max(1, Math.floor(parsed.cues.length / sample))
  const heard = surelyIn(
    parsed.cues
      .filter((_, index) => index % step === 0)
      .map(({ text }) => text)
      .join(' '),
  )
  if (heard === undefined) return parsed
  const said = parsed.language?.slice(0, 2).toLowerCase()
  if (said === undefined || said === heard) return { ...parsed, language: parsed.language ?? heard }
  const { repaired, marked } = parsed.faults ?? { repaired: 0, marked: 0 }
  return {
    ...parsed,
    language: heard,
    faults: { repaired: repaired + 1, marked },
    warnings: [
      ...parsed.warnings,
      `${file}: Als Sprache ist „${said}“ angegeben, gesprochen wird aber „${heard}“; das gilt.`,
    ],
  }
}
