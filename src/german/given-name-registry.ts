import german from 'gender-detection-from-name/names/de.js'
import spanish from 'gender-detection-from-name/names/es.js'
import french from 'gender-detection-from-name/names/fr.js'
import italian from 'gender-detection-from-name/names/it.js'
import turkish from 'gender-detection-from-name/names/tr.js'

const all = [german, turkish, french, italian, spanish]

/** In the registers and words, platforms or last names first of all. */
const doubtful = new Set(
  'job rock magd marine german line meta said linde hinz kunz minna lil fee ray sam vital elle august ernst papa dame hein ava dolores florence felicity clemency sander rick dito fabia pan rose wolf max mark frank jan kai may will jim leia stella gloria viola carina samba olympia'.split(
    ' ',
  ),
)

/** Whether a word is a given name in the German or the Turkish register. */
export function isRegisteredHere(word: string): boolean {
  const lower = word.toLowerCase()
  return !doubtful.has(lower) && (german.has(lower) || turkish.has(lower))
}

/** Whether a word is a given name in any register: many of these are words of ours too. */
export function isRegistered(word: string): boolean {
  const lower = word.toLowerCase()
  return all.some((names) => names.has(lower))
}
