import {
  type Article,
  type Cue,
  type Document,
  type Episode,
  isTranscript,
  type Section,
  type Transcript,
} from '../domain/documents.ts'
import {
  type EpisodePassage,
  longestSilence,
  type Passage,
  type PostPassage,
  passageId,
  passageLimits,
} from '../domain/passage.ts'
import { countWords } from './plain.ts'
import { splitText } from './split.ts'
import { type Costs, cutWindows } from './windows.ts'

const spoken = { least: 60, most: 90 } as const
const written = { least: 60, most: 110 } as const
// What it costs to end somewhere else than at the best place. A word too many or too few costs 1, ten
// cost 2, twenty 5.
const endings = { turn: 0, sentence: 0.2, turnOnly: 3, none: 8, paragraph: 0 } as const

/** Cuts a document into its passages; every cue and every word of a section is in exactly one. */
export function chunk(document: Document): readonly Passage[] {
  return isTranscript(document) ? chunkTranscript(document) : chunkArticle(document)
}

function chunkTranscript({ about, cues }: Transcript): readonly EpisodePassage[] {
  const windows = stretches(about, cues).flatMap((stretch) =>
    cutWindows(stretch.length, costsOfCues(stretch)).map(({ from, to }) =>
      stretch.slice(from, to + 1),
    ),
  )
  return windows.flatMap(([first, ...rest], ordinal) => {
    if (!first) return []
    const inside = [first, ...rest] as const
    const text = inside.map((cue) => cue.text).join(' ')
    const next = windows[ordinal + 1]?.[0]
    const passage = { id: passageId(about.id, ordinal), text, about, cues: inside }
    return [next ? { ...passage, next } : passage]
  })
}

// Cues that may share a passage: no chapter starts and no long silence lies between them.
function stretches(about: Episode, cues: readonly Cue[]): readonly (readonly Cue[])[] {
  const found: Cue[][] = []
  const starts = about.chapters.map((chapter) => chapter.start)
  let [heardUntil, chapter] = [0, 0]
  for (const cue of cues) {
    const before = chapter
    while ((starts[chapter] ?? Number.POSITIVE_INFINITY) <= cue.start) chapter += 1
    const stretch = found.at(-1)
    if (!stretch || chapter !== before || cue.start - heardUntil > longestSilence) found.push([cue])
    else stretch.push(cue)
    heardUntil = Math.max(heardUntil, cue.end)
  }
  return found
}

function costsOfCues(cues: readonly Cue[]): Costs {
  const words = cumulate(cues.map((cue) => countWords(cue.text)))
  const characters = cumulate(cues.map((cue) => cue.text.length + 1))
  return (to) => {
    const ending = costOfEnding(cues[to], cues[to + 1])
    // Cues may overlap: the last one to begin need not be the last one to end.
    let end = Number.NEGATIVE_INFINITY
    return (from) => {
      const { start, end: own } = cues[from] ?? nothing
      end = Math.max(end, own)
      const length = between(characters, from, to) - 1
      if (end - start > passageLimits.seconds || length > passageLimits.characters) {
        return Number.POSITIVE_INFINITY
      }
      return costOfLength(between(words, from, to), spoken) + ending
    }
  }
}

const nothing = { start: 0, end: 0 } as const

function costOfEnding(last: Cue | undefined, next: Cue | undefined): number {
  const endsSentence = /[.?!…]["“”»«')\]]*$/u.test(last?.text ?? '')
  const endsTurn = last?.speaker !== next?.speaker || !next
  if (endsSentence) return endsTurn ? endings.turn : endings.sentence
  return endsTurn ? endings.turnOnly : endings.none
}

function costOfLength(words: number, { least, most }: { least: number; most: number }): number {
  const off = Math.max(least - words, words - most)
  return off > 0 ? 1 + (off / 10) ** 2 : 0
}

function chunkArticle({ about, sections }: Article): readonly PostPassage[] {
  return sections.flatMap(partsOf).map((section, ordinal) => ({
    id: passageId(about.id, ordinal),
    text: section.text,
    about,
    section,
  }))
}

interface Unit {
  readonly text: string
  readonly endsParagraph: boolean
}

function partsOf(section: Section): readonly Section[] {
  const units = section.text.split('\n').flatMap(toUnits)
  return cutWindows(units.length, costsOfUnits(units)).map(({ from, to }) => ({
    ...section,
    text: join(units.slice(from, to + 1)),
  }))
}

function toUnits(line: string): readonly Unit[] {
  return splitText(line, passageLimits.characters / 2, 1).map((text, index, all) => ({
    text,
    endsParagraph: index === all.length - 1,
  }))
}

function join(units: readonly Unit[]): string {
  const joined = units
    .map(({ text, endsParagraph }) => text + (endsParagraph ? '\n' : ' '))
    .join('')
  return joined.trimEnd()
}

function costsOfUnits(units: readonly Unit[]): Costs {
  const words = cumulate(units.map((unit) => countWords(unit.text)))
  const characters = cumulate(units.map((unit) => unit.text.length + 1))
  return (to) => {
    const ending = units[to]?.endsParagraph ? endings.paragraph : endings.sentence
    return (from) =>
      between(characters, from, to) - 1 > passageLimits.characters
        ? Number.POSITIVE_INFINITY
        : costOfLength(between(words, from, to), written) + ending
  }
}

// Sums up to each unit, so that the length of a span is a difference.
function cumulate(values: readonly number[]): readonly number[] {
  const sums = [0]
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value)
  return sums
}

function between(sums: readonly number[], from: number, to: number): number {
  return (sums[to + 1] ?? 0) - (sums[from] ?? 0)
}
