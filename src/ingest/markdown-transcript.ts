import { parseClock } from '../domain/time.ts'
import { parseFrontMatter } from '../front-matter.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { toPlainText } from './markdown.ts'
import { plainLine } from './plain.ts'
import { type Opened, toCues } from './timed-text.ts'

const clock = '(?:\\d{1,3}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
const span = `[\\[(](${clock})(?:\\s*(?:-->|[-–—])\\s*${clock})?[\\])]`
const mark = '(?:\\*\\*|__|\\*|_|#{1,6} +|[-*+] +|> ?)*'
// "[00:00:51] Name" above the words, or "[00:00:51] Name: words".
const timeFirst = new RegExp(`^${mark}${span}${mark}:?\\s*(.*)$`, 'u')
// "Name (00:00:51): words" or "**Name** [00:51]".
const nameFirst = new RegExp(
  `^${mark}(\\p{L}[^\\[(:*_]{0,60}?)${mark}:?\\s*${mark}${span}${mark}:?\\s*${mark}(.*)$`,
  'u',
)
// "00:51 Name: words", as players copy it.
const bare = new RegExp(`^(${clock})\\s+(.+)$`, 'u')

interface Head {
  readonly start: number
  readonly speaker?: string
  readonly text: string
}

/** Whether so many lines begin with a time that the text is a transcript rather than a table of contents. */
export function isMarkdownTranscript(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const heads = lines.filter((line) => toHead(line) !== undefined).length
  if (heads < 2) return false
  const words = text.split(/\s+/).length
  // Chapters are a few words each, and mostly one list among other text.
  return words / heads > 8 && heads >= lines.length / 12
}

/**
 * Reads Markdown or plain text in which lines say when and who: the time first or the name first. What
 * stands before the first time is not said.
 *
 * @throws SourceError (`bad-source`) for a broken head and when nobody speaks
 */
export function parseMarkdownTranscript(text: string, file: string): ParsedCues {
  const { body } = parseFrontMatter(text, file)
  const opened: { start: number; speaker?: string; lines: string[] }[] = []
  for (const line of body.split(/\r\n|\r|\n/)) {
    const head = toHead(line)
    if (head) {
      const { start, speaker, text: said } = head
      opened.push({ start, ...(speaker ? { speaker } : {}), lines: said ? [said] : [] })
    } else {
      opened.at(-1)?.lines.push(line)
    }
  }
  const cues = opened.map(({ lines, ...rest }): Opened => ({ ...rest, text: toWords(lines) }))
  return parsedCues(toCues(cues.filter(({ text: said }) => said !== '')), file)
}

function toWords(lines: readonly string[]): string {
  return plainLine(toPlainText(lines.join('\n')))
}

function toHead(line: string): Head | undefined {
  const first = timeFirst.exec(line.trim())
  if (first) return withName(first[1], first[2] ?? '')
  const named = nameFirst.exec(line.trim())
  if (named) return head(named[2], named[1], named[3] ?? '')
  const copied = bare.exec(line.trim())
  return copied ? withName(copied[1], copied[2] ?? '') : undefined
}

// What follows the time is a name, a name and words, or words.
function withName(at: string | undefined, rest: string): Head | undefined {
  const bareRest = rest.replace(/^(?:\*\*|__)|(?:\*\*|__):?$/g, '').trim()
  const [, name, words] =
    /^(?:\*\*|__)?(\p{Lu}[^:.!?]{0,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(.+)$/u.exec(rest) ?? []
  if (name) return head(at, name, words ?? '')
  const isName =
    /^\p{L}[\p{L}\p{M}\d.’' -]{0,40}$/u.test(bareRest) &&
    bareRest.split(' ').length <= 4 &&
    !/[.!?]$/.test(bareRest)
  return isName ? head(at, bareRest, '') : head(at, undefined, rest)
}

function head(at: string | undefined, name: string | undefined, text: string): Head | undefined {
  const start = parseClock(at)
  if (start === undefined) return undefined
  const speaker = name?.replace(/[*_]/g, '').trim()
  return { start, ...(speaker ? { speaker } : {}), text }
}
