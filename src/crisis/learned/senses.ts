import { spelled } from '../spelling.ts'
import { eventSenses } from './senses-events.ts'
import { peopleSenses } from './senses-people.ts'
import { talkSenses } from './senses-talk.ts'

/** What one sense is found by; all in the spelling of `spelled`. */
interface Ear {
  readonly name: string
  readonly whole: ReadonlySet<string>
  readonly starts: readonly string[]
  readonly parts: readonly string[]
  readonly phrases: readonly string[]
}

/** A shorter word is looked for only where a word begins. */
const shortest = 5

const ears: readonly Ear[] = Object.entries({
  ...eventSenses,
  ...peopleSenses,
  ...talkSenses,
}).map(([name, list]) => toEar(name, list.split(' ')))

function toEar(name: string, all: readonly string[]): Ear {
  const isWhole = (entry: string) => /[._]$/.test(entry) && !/_./.test(entry)
  const phrases = all.filter((entry) => /_./.test(entry))
  const single = all.filter((entry) => !/_./.test(entry) && !isWhole(entry))
  return {
    name,
    whole: new Set(all.filter(isWhole).map((entry) => spelled(entry.slice(0, -1)))),
    starts: single.filter((entry) => entry.length < shortest).map(toSpelled),
    parts: single.filter((entry) => entry.length >= shortest).map(toSpelled),
    phrases: phrases.map((entry) => ` ${toSpelled(entry.replaceAll('_', ' '))}`),
  }
}

function toSpelled(entry: string): string {
  return entry
    .split(' ')
    .map((word) => spelled(word.replace('.', ' ')))
    .join(' ')
}

const remembered = new Map<string, readonly string[]>()
const memory = 20_000

/** The senses of a word, given as `spelled` gives it. */
export function sensesOf(word: string): readonly string[] {
  const known = remembered.get(word)
  if (known) return known
  const found = ears.filter((ear) => isHeard(ear, word)).map(({ name }) => name)
  if (remembered.size >= memory) remembered.clear()
  remembered.set(word, found)
  return found
}

function isHeard({ whole, starts, parts }: Ear, word: string): boolean {
  return (
    whole.has(word) ||
    starts.some((start) => word.startsWith(start)) ||
    parts.some((part) => word.includes(part))
  )
}

/** The senses that several words of a line tell together; the line is given as patterns are looked for. */
export function phrasesIn(line: string): readonly string[] {
  return ears
    .filter(({ phrases }) => phrases.some((phrase) => line.includes(phrase)))
    .map(({ name }) => name)
}
