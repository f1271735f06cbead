import { fold } from '../german/words.ts'

/**
 * A word as signals compare it: folded, and no letter stands twice.
 *
 * Under stress letters come twice or once ("shittstorm", "hilfeee", "komentare").
 */
export function spelled(word: string): string {
  return fold(word).replace(/(\p{L})\1+/gu, '$1')
}

/** Words parted by spaces, as `spelled` gives them. */
export function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(spelled))
}

// Words that tell of a fire, so long that hardly another word lies one slip away from them.
const known = listed(
  'shitstorm kommentar kommentare datenpanne datenleck explodiert eskaliert dringend morddrohung ' +
    'hackerangriff verteiler beschimpfen bürgermeister comments exploding threatened',
)

/**
 * A spelled word with its slip mended: one letter too many, too few, wrong or in its neighbour's place.
 *
 * Only words that tell of a fire are known; any other word stays as it is.
 */
export function mended(word: string): string {
  if (word.length < 7 || known.has(word)) return word
  for (const right of known) if (isOneSlipAway(word, right)) return right
  return word
}

function isOneSlipAway(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === right[at]) at += 1
  const [rest, wanted] = [word.slice(at), right.slice(at)]
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0]
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (isSwapped && rest.slice(2) === wanted.slice(2))
  )
}
