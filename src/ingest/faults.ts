import type { Cue } from '../domain/documents.ts'
import { clock } from '../domain/time.ts'
import { suspectedLoops } from './loops.ts'

// What recognisers write into silence because subtitles of broadcasters taught them: nobody says it.
const credits = [
  /^untertitel(?:ung)?\b.{0,60}\bamara\.org\b.{0,20}$/i,
  /^(?:subtitles|captions|transcript(?:ion)?s?|sous-titres|subtitulos|legendas)\b.{0,60}\bamara\.org\b.{0,20}$/i,
  /^untertitel(?:ung)?\s*(?::|im auftrag|des|der|von|vom|aufgrund)?.{0,40}\b(?:zdf|ard|funk|swr|wdr|ndr|mdr|br|hr|rbb|orf)\b.{0,30}$/i,
  /^copyright\s+(?:wdr|swr|ndr|zdf)\b.{0,12}$/i,
  /^(?:www\.)?amara\.org$/i,
]

const advertisement =
  /^[[(*]\s*(?:werbung|werbeblock|anzeige|werbepause|advertisement|ad(?: break)?|sponsor(?:ing)?|commercial)\s*[\])*]\.?$/i

/** Whether a cue is nothing but the credit of a subtitling community or a broadcaster. */
export function isCredit(text: string): boolean {
  return text.length < 120 && credits.some((pattern) => pattern.test(text))
}

/** Whether a cue stands for an advertisement: `[Werbung]`, spoken by nobody. */
export function isAdvertisement({ text }: Cue): boolean {
  return advertisement.test(text)
}

interface Marks {
  readonly count: number
  readonly warnings: readonly string[]
}

/** What looks wrong and is left as it is, because it may be right. */
export function marksOf(cues: readonly Cue[], file: string): Marks {
  const all = [overlaps(cues), phantoms(cues), junk(cues), phraseLoops(cues)]
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    warnings: all.flatMap(({ said }) => (said ? [`${file}: ${said}`] : [])),
  }
}

interface Mark {
  readonly count: number
  readonly said?: string
}

// Below this, cues overlap because times were rounded.
const rounding = 0.5

function overlaps(cues: readonly Cue[]): Mark {
  const count = cues.filter((cue, index) => {
    const next = cues[index + 1]
    return next !== undefined && cue.end - next.start > rounding
  }).length
  if (count === 0) return { count }
  return {
    count,
    said: `${count} Textstellen überschneiden sich; die Zeiten blieben, wie sie sind.`,
  }
}

/** A voice with so few words, and so small a share of all, was probably heard by mistake. */
const phantom = { words: 12, share: 0.005, voices: 3 } as const

/** Voices that say next to nothing where several others speak. */
export function phantomSpeakers(cues: readonly Cue[]): readonly string[] {
  const words = new Map<string, number>()
  for (const { speaker, text } of cues) {
    if (speaker) words.set(speaker, (words.get(speaker) ?? 0) + text.split(' ').length)
  }
  const total = Array.from(words.values()).reduce((sum, count) => sum + count, 0)
  if (words.size < phantom.voices) return []
  return Array.from(words)
    .filter(([, count]) => count <= phantom.words && count < total * phantom.share)
    .map(([speaker]) => speaker)
}

function phantoms(cues: readonly Cue[]): Mark {
  const found = phantomSpeakers(cues)
  if (found.length === 0) return { count: 0 }
  const names = found.map((name) => `„${name}“`).join(', ')
  return { count: found.length, said: `Kaum zu hören und vielleicht verhört: Stimme ${names}.` }
}

// A replaced byte, or a capital of another alphabet's code page right before small letters.
const broken = /\uFFFD|(?:^|[^\p{L}])[ŸÞÐ]\p{Ll}|\p{Ll}[ŸÞÐ]\p{Ll}|Ã[\u0080-\u00BF]/u

function junk(cues: readonly Cue[]): Mark {
  const found = cues.filter(({ text }) => broken.test(text))
  const [first] = found
  if (!first) return { count: 0 }
  const said = `${found.length} Textstellen enthalten zerstörte Zeichen, die erste bei ${clock(first.start)}.`
  return { count: found.length, said }
}

function phraseLoops(cues: readonly Cue[]): Mark {
  const found = suspectedLoops(cues)
  const [first] = found
  if (!first) return { count: 0 }
  const said = `Ab ${clock(first.first.start)} wiederholen sich Sätze (${first.count} Textstellen), vielleicht eine Schleife der Spracherkennung.`
  return { count: found.length, said }
}
