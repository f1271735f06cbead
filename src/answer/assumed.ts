import { sentences } from '../german/sentences.ts'
import { partsOf } from './thread.ts'

/** "Stimmt es, dass …": what follows is asked about as a whole. */
const whether =
  /(?<!\p{L})(?:stimmt (?:es|das)(?: wirklich| denn)?|ist (?:es|das) (?:denn |wirklich )?(?:richtig|wahr|korrekt)|trifft (?:es|das) zu|ich (?:dachte|meine|glaube)|(?:es )?heißt(?: es)?(?: doch| ja)?|is it (?:true|right|correct)),? (?:dass|that) (?<it>.+)/iu

/** What makes a statement a question. */
const tag =
  /[,–-]?\s*(?:oder(?: nicht| doch)?|richtig|korrekt|nicht wahr|stimmt(?:['’]?s| das| doch)?|gell?|right|isn['’]t it)\s*\?+\s*$/iu

/** "das gilt ja auch", but no answer "Ja, …" and no "doch noch". */
const particle = /(?<=\p{L}\s)(?:ja|doch|eh|sowieso)(?=\s)(?!\s(?:noch|wieder|lieber)(?!\p{L}))/giu

/** Where what is taken for granted ends and the question begins. */
const turn =
  /,\s(?=(?:und\s)?(?:was|wie|wo|wer|wen|wem|wann|warum|wohin|welche\p{L}*|ab wann|bis wann|müssen|dürfen|sollen|können|brauchen|darf|muss|kann|gilt)(?!\p{L}))/iu

/** What the message itself takes for granted, as statements; nothing where it only asks. */
export function assumedIn(text: string): readonly string[] {
  return sentences(partsOf(text).own).flatMap(({ text: sentence }) => {
    const asked = whether.exec(sentence)?.groups?.['it']
    if (asked !== undefined) return [bare(asked)]
    const untagged = sentence.replace(tag, '')
    if (untagged !== sentence) return [bare(untagged)]
    return sentence
      .split(turn)
      .filter((part) => part.search(particle) >= 0)
      .map(bare)
  })
}

function bare(text: string): string {
  return text
    .replace(particle, '')
    .replace(/[?!.]+\s*$/u, '')
    .trim()
}
