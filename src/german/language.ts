import type { Language } from '../domain/documents.ts'
import { fold, words } from './words.ts'

// Words that both languages have ("was", "in", "so", "an", "man", "die") tell nothing and are left out.
const english = listed(
  'the what how who when where which why is are does did can could should would we you our your they of to for ' +
    'with and or not on about have has had if it this that there do i my please from be by at after before ' +
    'summarise summarize summary points tell give me us them',
)
const german = listed(
  'der das wie wer wann wo welche warum ist sind wir ihr sie uns euch ein eine einen und oder nicht im auf über ' +
    'haben wenn es dies für mit von zu den dem ich muss darf dürfen kann soll bei nach wegen hilfe bitte jetzt unser',
)

/** The language of a question by its small words; German where they do not tell. */
export function languageOf(text: string): Language {
  let score = 0
  for (const word of words(text)) {
    const folded = fold(word.text)
    if (english.has(folded)) score += 1
    if (german.has(folded)) score -= 1
  }
  return score > 0 ? 'en' : 'de'
}

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(fold))
}

/**
 * The language of a long text where its small words leave no doubt, else `undefined`: also for a text in
 * a third language.
 */
export function surelyIn(text: string): Language | undefined {
  const counts = { en: 0, de: 0, all: 0 }
  for (const word of words(text)) {
    const folded = fold(word.text)
    counts.all += 1
    if (english.has(folded)) counts.en += 1
    if (german.has(folded)) counts.de += 1
  }
  if (counts.all < enough.words) return undefined
  const [more, less, language] =
    counts.en > counts.de
      ? [counts.en, counts.de, 'en' as const]
      : [counts.de, counts.en, 'de' as const]
  return more > counts.all * enough.share && more > 4 * less ? language : undefined
}

// Every tenth word of German and of English is one of those listed.
const enough = { words: 100, share: 0.1 } as const
