import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords } from '../german/words.ts'

const openings = listed('und aber oder also dann and but or so then')
const pointers = listed(
  'das dies diese dieser dieses dort davon dafür dazu damit daran denen ihn ihm that this it there they them these those',
)

/**
 * Whether a message only makes sense after another one: it opens with "und …" or says little but
 * points somewhere ("gilt das auch in Bayern?").
 */
export function isFollowUp(text: string): boolean {
  const content = contentWords(text).length
  if (opensAsFollowUp(text)) return content <= 5
  return content <= 2 && pointsSomewhere(foldedWords(text))
}

/** Whether a message begins in the middle: "und am Wochenende?" */
export function opensAsFollowUp(text: string): boolean {
  return openings.has(foldedWords(text)[0] ?? '')
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
