import type { Run } from './name-keys.ts'
import { looksLikeName, mayBeGiven } from './name-lexicon.ts'
import { isNext, isPause } from './name-runs.ts'
import { isCapital, isLabel, type Token } from './name-tokens.ts'
import { isFamilyName, isGivenName } from './names.ts'
import { isTown } from './places.ts'
import { fold } from './words.ts'

const article =
  /^(?:da|dr|de|d|em|am|m|der|die|dem|den|vom|beim|zum|zur|s|unser|unsere|unserem|unserer)$/
const who = /^(?:der|die|dem|den|vom|beim|zum|zur|herrn?|frau)$/

/** What only somebody is: absent, ill, on duty. */
const state =
  /^(?:krank|krankgeschrieben|zuruck|weg|unterwegs|erreichbar|schwanger|zustandig|dran|eingearbeitet|verreist|abwesend|da|dabei|raus|verhindert|entschuldigt|beurlaubt|versetzt|verstorben|gestorben|nett|sauer|traurig|fertig)$/
const stay =
  /^(?:beim|im|in|auf|bei|zum) (?:\p{L}*(?:arzt|arztin)|urlaub|mutterschutz|homeoffice|feierabend|elternzeit|kur|reha|dienstreise|fortbildung|mittagspause|pause|krankenhaus|stress|friseur|oma|mama|papa|tierarzt)$/u
const conjunction =
  /^(?:wenn|weil|dass|ob|falls|bis|sobald|solange|wahrend|obwohl|da|und|aber|denn|nur|auch)$/

/**
 * Names told by how people talk: "der Vogel aus der [Adresse]", "vom Häberle Karle", "Vroni ist beim
 * Zahnarzt".
 */
export function talkedOf(tokens: readonly Token[], at: number): Run | undefined {
  return atHome(tokens, at) ?? familyFirst(tokens, at) ?? absent(tokens, at)
}

/** Who comes from somebody's house is called by name, be it an animal's: an address was found there. */
function atHome(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token, from, , label] = tokens.slice(Math.max(0, at - 1), at + 4)
  if (at === 0 || !before || !token || !who.test(before.folded) || !isNext(tokens, at))
    return undefined
  const isFrom = /^(?:aus|von|vom|in|im)$/.test(from?.folded ?? '')
  const home = [tokens[at + 2], label].find((one) => one !== undefined && isLabel(one))
  if (!isFrom || home?.text !== 'Adresse' || !isCapital(token)) return undefined
  if (
    /^(?:mann|frau|kind|kinder|jungen?|jungs|madchen|typ|typen|herr|dame|alter?)$/.test(
      token.folded,
    )
  )
    return undefined
  return isFamilyName(token.text) || looksLikeName(token) ? { from: at, to: at + 1 } : undefined
}

/** "beim Moser Anni": as people talk in the south, the family name first. */
function familyFirst(tokens: readonly Token[], at: number): Run | undefined {
  const [before, family, given] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !family || !given || !article.test(before.folded)) return undefined
  if (!isNext(tokens, at) || !isNext(tokens, at + 1) || !isCapital(given)) return undefined
  const isFamily = isCapital(family) && (isFamilyName(family.text) || looksLikeName(family))
  if (!isFamily || isLabel(family) || isGivenName(family.text)) return undefined
  // "die Schreibkraft Anni Moser"
  if (isNext(tokens, at + 2) && isCapital(tokens[at + 2])) return undefined
  const isGiven = isGivenName(given.text) || isPetName(given.text)
  return isGiven || (isFamilyName(family.text, true) && mayBeGiven(given))
    ? { from: at, to: at + 2 }
    : undefined
}

/** "Karle", "Annele", "Seppl": a given name with an ending of fondness. */
function isPetName(word: string): boolean {
  const [, stem] = /^(\p{L}{3,})(?:le|la|erl|el|l|chen|ei)$/u.exec(fold(word)) ?? []
  return stem !== undefined && ['', 'a', 'e'].some((ending) => isGivenName(stem + ending))
}

/** "Vroni ist beim Zahnarzt", "heute ist Vroni krank": what no list knows, doing what people do. */
function absent(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !looksLikeName(token) || isTown(token.folded, before?.folded ?? ''))
    return undefined
  const isFirst = !before || !isNext(tokens, at) || conjunction.test(before.folded)
  const isBehindVerb = /^(?:ist|war|bleibt)$/.test(before?.folded ?? '')
  const isBeforeVerb = /^(?:ist|war|bleibt)$/.test(next?.folded ?? '') && isNext(tokens, at + 1)
  const from = isFirst && isBeforeVerb ? at + 2 : at + 1
  const isEarly = (isFirst && isBeforeVerb) || isBehindVerb
  const isSaid = (isEarly && isPerson(tokens, from)) || (isFirst && isLate(tokens, at + 1))
  return isSaid ? { from: at, to: at + 1 } : undefined
}

/** "wenn Vroni zurück ist", "weil Vroni im Urlaub ist": the verb behind the state. */
function isLate(tokens: readonly Token[], at: number): boolean {
  const words = [0, 1, 2].map((step) => tokens[at + step]?.folded ?? '')
  const [first = '', second = '', third = ''] = words
  const verb = /^(?:ist|war)$/
  return (
    (state.test(first) && verb.test(second)) ||
    (stay.test(`${first} ${second}`) && verb.test(third))
  )
}

/** Whether from here on something is said that only holds of people: "heute krank.", "im Urlaub". */
function isPerson(tokens: readonly Token[], from: number): boolean {
  return [from, from + 1, from + 2].some((at) => {
    const [first, second] = [tokens[at], tokens[at + 1]]
    if (!first || !tokens.slice(from, at + 1).every((_, step) => isNext(tokens, from + step)))
      return false
    if (second && isNext(tokens, at + 1) && stay.test(`${first.folded} ${second.folded}`))
      return true
    return strong.test(first.folded) || (state.test(first.folded) && isPause(tokens, at))
  })
}

/** Said of nobody but people, whatever follows. */
const strong = /^(?:krank|krankgeschrieben|schwanger|verreist)$/
