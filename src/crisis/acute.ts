import { isStopWord } from '../german/stop-words.ts'
import { withoutPhrases } from './everyday.ts'
import { toPattern } from './pattern.ts'
import { type Said, saidIn } from './said.ts'
import { alarms, calms, circumstances, type Signal } from './signals.ts'
import { troubles } from './troubles.ts'

/** A signal that spoke: above zero for a fire, below against one. */
export interface Heard {
  readonly name: string
  readonly weight: number
}

interface Ear extends Heard {
  readonly pattern: RegExp
}

const ears = {
  troubles: troubles.map(toEar),
  alarms: alarms.map(toEar),
  circumstances: circumstances.map(toEar),
  calms: calms.map(toEar),
}

/** Found by looking at evals/acute.jsonl; each signal counts once. */
const threshold = 3

/**
 * Whether these signals tell of something that burns now. They take a false alarm rather than a missed
 * fire; `isAcute` has the last word.
 */
export function soundsAcute(signals: readonly Heard[]): boolean {
  return signals.reduce((sum, { weight }) => sum + weight, 0) >= threshold
}

/** The signals that spoke in a message; none where nothing is told that could burn. */
export function signalsOf(text: string): readonly Heard[] {
  const all = plainIn(text)
  const told = all.filter(({ mood }) => mood === 'told')
  const pressing = all.filter((said) => said.mood === 'asked' && isPressing(said))
  const live = [...told, ...pressing]
  const reasons = [...hear(live, ears.troubles), ...hear(live, ears.alarms), ...cry(text, told)]
  if (reasons.length === 0 && manner(all, told)[0]?.weight !== 1) return []
  const isOnlyAsked = hear(told, ears.troubles).length === 0 && pressing.length > 0
  return [
    ...reasons,
    ...hear(told, ears.circumstances),
    ...manner(all, told),
    ...(isOnlyAsked ? [{ name: 'asked', weight: -1 }] : []),
    ...hear(all, ears.calms),
  ]
}

/**
 * The clauses of a message that tell of something, as patterns are looked for; none where it practises,
 * plans, looks back or thanks.
 */
export function toldIn(text: string): readonly string[] {
  const all = plainIn(text)
  if (hear(all, ears.calms).length > 0) return []
  return all.filter(({ mood }) => mood === 'told').map(({ words }) => words)
}

/** The names of the troubles a text speaks of, told or asked: what a hostile post is about. */
export function troublesIn(text: string): readonly string[] {
  return hear(saidIn(text), ears.troubles).map(({ name }) => name)
}

function plainIn(text: string): readonly Said[] {
  return saidIn(text).map((said) => ({ ...said, words: withoutPhrases(said.words) }))
}

function toEar({ name, weight, patterns }: Signal): Ear {
  return { name, weight, pattern: toPattern(patterns) }
}

function hear(all: readonly Said[], listening: readonly Ear[]): readonly Heard[] {
  return listening
    .filter(({ pattern }) => all.some(({ words }) => pattern.test(words)))
    .map(({ name, weight }) => ({ name, weight }))
}

// "Wie stoppe ich die Kommentare, die gerade einlaufen?" asks, but not for knowledge alone.
function isPressing(said: Said): boolean {
  return hear([said], ears.alarms).some(({ name }) => name === 'now' || name === 'pace')
}

// Who wants to know something asks for it; who only tells wants to be helped.
function manner(all: readonly Said[], told: readonly Said[]): readonly Heard[] {
  if (told.length < all.length) return [{ name: 'asks to know', weight: -1 }]
  const about = hear(told, [...ears.troubles, ...ears.circumstances])
  const isTale = told.some(({ words }) => words.trim().split(' ').some(isStopWord))
  return isTale && about.some(({ name }) => name !== 'us')
    ? [{ name: 'only tells', weight: 1 }]
    : []
}

const bare = /^ (?:(?:oh|got|bite|schnel|hilfe|help|please|pls|sos|notfal|uns|us) )+$/u

// What only the look of a text tells.
function cry(text: string, told: readonly Said[]): readonly Heard[] {
  if (told.length === 0) return []
  const isLoud = /!|[?]\s?[?]/u.test(text) || /\p{Lu}{6}/u.test(text)
  const isBare = told.every(({ words }) => bare.test(words))
  return [
    ...(isLoud ? [{ name: 'loud', weight: 1 }] : []),
    // Whoever says nothing but "bitte hilfe" has no time for more.
    ...(isBare ? [{ name: 'nothing but a cry', weight: 1 }] : []),
    ...(quoted.test(text) ? [{ name: 'words of others', weight: 1 }] : []),
  ]
}

const quoted = /(?:^|\s)(?:'[^'\n]{4,}'|"[^"\n]{4,}"|„[^„“”"\n]{4,}[“”"]|>>[^<>\n]{4,}<<)/u
