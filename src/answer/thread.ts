import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords } from '../german/words.ts'
import type { Query } from '../ports.ts'

const openings = listed('und aber oder dann and but or then')
const pointers = listed(
  'das dies diese dieser dieses dort davon dafür dazu damit daran darauf daraus denen ihn ihm that this it there they them these those',
)

/** What redaction leaves in the place of a detail; it names a kind of thing and is no search word. */
const label =
  /\[(?:E-Mail|IBAN|Telefon|Profil|Person|Adresse|Kennzeichen|Geburtsdatum|Aktenzeichen)(?: \w+)?\]/gu

/**
 * What to search for: a message on its own is searched alone, one that points back brings its
 * thread along.
 */
export function toQuery(text: string, earlier: readonly string[]): Query {
  const plain = (one: string) => one.replace(label, ' ')
  return { text: plain(text), earlier: isFollowUp(text) ? earlier.map(plain) : [] }
}

/**
 * Whether a message only makes sense after another one: it opens with "und …" or says little but
 * points somewhere ("gilt das auch in Bayern?").
 */
export function isFollowUp(text: string): boolean {
  const content = contentWords(text).length
  if (content === 0) return true
  const folded = foldedWords(text)
  return content <= 5 && (openings.has(folded[0] ?? '') || pointsSomewhere(folded))
}

/** The words of a text that mean something. */
export function contentWords(text: string): readonly string[] {
  return foldedWords(text).filter((word) => !isStopWord(word))
}

// "das" before a noun is an article ("das Impressum"); before a small word or a verb it points.
function pointsSomewhere(folded: readonly string[]): boolean {
  return folded.some((word, at) => {
    if (!pointers.has(word)) return false
    const next = folded[at + 1]
    return word !== 'das' || next === undefined || isStopWord(next) || /en$/.test(next)
  })
}

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(fold))
}
