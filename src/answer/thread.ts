import { inGerman } from '../german/english.ts'
import { languageOf } from '../german/language.ts'
import { sentences } from '../german/sentences.ts'
import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords } from '../german/words.ts'
import type { Query } from '../ports.ts'

const openings = listed('und aber oder dann and but or then')
const pointers = listed(
  'das dies diese dieser dieses dort davon dafür dazu damit daran darauf daraus denen ihn ihm that this it there they them these those',
)
/** What points back only where a thread is there to point to. */
const hints = listed(
  'da dabei dann er hier dessen deren beide beides nochmal wieder sonst stattdessen trotzdem derjenige demjenigen denjenigen jemanden he she her him then again instead',
)

/** What redaction leaves in the place of a detail; it names a kind of thing and is no search word. */
const label =
  /\[(?:E-Mail|IBAN|Telefon|Profil|Person|Adresse|Kennzeichen|Geburtsdatum|Aktenzeichen)(?: \w+)?\]/gu

/** Somebody else's words: a pasted comment, or a quotation long enough to be one. */
const pasted = />>[\s\S]*?(?:<<|$)|»[^«]{20,}«|„[^“”]{20,}[“”]|“[^”]{20,}”|"[^"]{20,}"/gu

/** A message as what was asked and what was only shown with it. */
interface Parts {
  readonly own: string
  /** Pasted comments and quotations, without their marks. */
  readonly shown: readonly string[]
}

/** Parts a message; one that is a quotation and nothing else is taken as it is. */
export function partsOf(text: string): Parts {
  const plain = text.replace(label, ' ')
  const own = plain.replace(pasted, ' ').trim()
  if (foldedWords(own).length === 0) return { own: plain.replace(/>>|<</g, ' '), shown: [] }
  const shown = plain.match(pasted)?.map((one) => one.replace(/[<>»«„“”"]/gu, ' ').trim())
  return { own, shown: shown ?? [] }
}

/**
 * What to search for. A message that points back brings its thread along and is searched together with
 * the question before it; what is pasted gives context and asks nothing.
 */
export function toQuery(text: string, earlier: readonly string[]): Query {
  const { own, shown } = partsOf(text)
  const before = pointsBack(own) ? earlier.map((one) => partsOf(one).own) : []
  const last = before.at(-1)
  const whole = last === undefined ? own : `${last} ${own}`
  const german = searchable(whole)
  // A source in English has the words that were typed.
  const typed = german === whole ? [] : [whole]
  return { text: german, earlier: [...typed, ...[...shown, ...before].map(searchable)] }
}

/** What a writer is asked: the message's own words, with what they rest on before them. */
export function toAsked(text: string, earlier: readonly string[]): Query {
  const { own, shown } = partsOf(text)
  const before = [...shown, ...(pointsBack(own) ? earlier : [])]
  return { text: searchable(own), earlier: before.map(searchable) }
}

// The sources are German, whoever asks; in a German source English terms of art stay as they are.
function searchable(text: string): string {
  return languageOf(text) === 'en' ? inGerman(text) : text
}

const asking =
  /^(?:und |aber |oder |and |or )?(?:wer|wen|wem|wo|wohin|wann|wie|warum|welche\p{L}*|darf|dürfen|muss|müssen|who|where|when|how|why|which|may|must)(?!\p{L})/iu

/** The questions of a message in their order; "Was jetzt?" asks nothing by itself. */
export function questionsIn(text: string): readonly string[] {
  const asked = sentences(partsOf(text).own).filter((sentence) => {
    const fewest = asking.test(sentence.text) ? 1 : 2
    return /\?\W*$/u.test(sentence.text) && contentWords(sentence.text).length >= fewest
  })
  return asked.map((sentence) => sentence.text)
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

// In a thread less is enough: "zählt der Sonntag da mit?" needs no thread, but means it.
function pointsBack(text: string): boolean {
  if (isFollowUp(text)) return true
  return contentWords(text).length <= 5 && foldedWords(text).some((word) => hints.has(word))
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
