import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explain, SourceError } from '../src/domain/errors.ts'
import { sentences } from '../src/german/sentences.ts'

// Gives the episodes written for this project the times they would have if they were read aloud:
// `npm run pace` writes them, `npm run pace -- --check` says whether they are up to date.

const wordsPerMinute = 140
export const mostWords = 28
const pauseMs = 400
export const hint =
  'Fiktive Beispielfolge. Für dieses Projekt geschrieben. Keine Aussage realer Personen oder Podcasts.'

export interface Turn {
  readonly voice: string
  readonly text: string
  /** The title of the chapter that this turn opens. */
  readonly chapter?: string
}

export interface PacedCue {
  readonly startMs: number
  readonly endMs: number
  readonly voice: string
  readonly text: string
}

export interface Paced {
  readonly cues: readonly PacedCue[]
  readonly chapters: readonly { readonly startMs: number; readonly title: string }[]
}

/**
 * Reads a script: lines of `Kapitel: Title` and `Voice: text`, empty lines between as one likes.
 *
 * @throws SourceError (`bad-source`) with the line that is neither, and for a chapter without a turn
 */
export function parseScript(text: string, file: string): readonly Turn[] {
  const turns: Turn[] = []
  let chapter: { title: string; line: number } | undefined
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '') continue
    const said = parseLine(line, file, index + 1)
    if (said.voice === 'Kapitel') {
      if (chapter) throw emptyChapter(file, chapter.line)
      chapter = { title: said.text, line: index + 1 }
    } else {
      turns.push(chapter ? { ...said, chapter: chapter.title } : said)
      chapter = undefined
    }
  }
  if (chapter) throw emptyChapter(file, chapter.line)
  return turns
}

function parseLine(line: string, file: string, number: number): Turn {
  const [, voice, text] = /^([^\s:<>&][^:<>&]{0,59}):\s+(\S.*)$/u.exec(line.normalize('NFC')) ?? []
  if (voice && text) return { voice: voice.trim(), text: text.replace(/\s+/gu, ' ').trim() }
  throw new SourceError('Die Zeile ist weder ein Kapitel noch eine Wortmeldung.', {
    file,
    line: number,
    fix: 'Bitte „Kapitel: Titel“ oder „Stimme: Text“ schreiben, jede Wortmeldung in einer Zeile.',
  })
}

function emptyChapter(file: string, line: number): SourceError {
  return new SourceError('In diesem Kapitel spricht niemand.', {
    file,
    line,
    fix: 'Bitte unter dem Kapitel mindestens eine Wortmeldung „Stimme: Text“ ergänzen.',
  })
}

/** Turns with the times of reading them aloud, the hint before and after them. */
export function paceTurns(turns: readonly Turn[]): Paced {
  const cues: PacedCue[] = []
  const chapters: { startMs: number; title: string }[] = []
  let now = 0
  for (const { voice, text, chapter } of [hintTurn, ...turns, hintTurn]) {
    if (chapter) chapters.push({ startMs: now, title: chapter })
    for (const part of cutTurn(text)) {
      const endMs = now + Math.round((countWords(part) * 60_000) / wordsPerMinute)
      cues.push({ startMs: now, endMs, voice, text: part })
      now = endMs
    }
    now += pauseMs
  }
  return { cues, chapters }
}

const hintTurn: Turn = { voice: 'Hinweis', text: hint }

/** Cuts a turn into cues of whole sentences; one that is too long is cut at its commas. */
export function cutTurn(text: string): readonly string[] {
  const cues: string[] = []
  let whole: string[] = []
  for (const { text: sentence } of sentences(text)) {
    if (countWords(sentence) <= mostWords) {
      whole.push(sentence)
    } else {
      cues.push(...fill(whole, mostWords), ...cutSentence(sentence))
      whole = []
    }
  }
  return [...cues, ...fill(whole, mostWords)]
}

// As few pieces as fit, and those as even as the commas allow.
function cutSentence(sentence: string): readonly string[] {
  const clauses = sentence.split(/(?<=[,;:–])\s/u)
  const fewest = fill(clauses, mostWords)
  for (let most = Math.ceil(countWords(sentence) / fewest.length); most < mostWords; most += 1) {
    const pieces = fill(clauses, most)
    if (pieces.length === fewest.length) return pieces
  }
  return fewest
}

function fill(parts: readonly string[], most: number): readonly string[] {
  const cues: string[] = []
  for (const part of parts) {
    const joined = cues.length > 0 ? `${cues.at(-1)} ${part}` : part
    if (cues.length > 0 && countWords(joined) <= most) cues.splice(-1, 1, joined)
    else cues.push(part)
  }
  return cues
}

function countWords(text: string): number {
  return text.split(/\s+/u).length
}

export function toVtt({ cues }: Paced): string {
  const blocks = cues.map(
    ({ startMs, endMs, voice, text }) =>
      `${stamp(startMs)} --> ${stamp(endMs)}\n<v ${voice}>${escapeText(text)}\n`,
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}

/** Milliseconds as `HH:MM:SS.mmm`. */
export function stamp(ms: number): string {
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0')
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Puts the chapters into a YAML head, in place of those it has, else at its end.
 *
 * Everything else stays byte for byte.
 *
 * @throws SourceError (`bad-source`) when there is no head
 */
export function putChapters(text: string, { chapters }: Paced, file: string): string {
  const lines = text.split(/(?<=\n)/)
  const close = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line))
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? '') || close < 0) {
    throw new SourceError('Der Kopf der Folge fehlt.', {
      file,
      line: 1,
      fix: 'Bitte die Datei mit einem Kopf zwischen zwei Zeilen --- beginnen.',
    })
  }
  const newline = lines[0]?.endsWith('\r\n') ? '\r\n' : '\n'
  const block = chapters.flatMap(({ startMs, title }) => [
    `  - start: "${stamp(startMs)}"${newline}`,
    `    title: ${JSON.stringify(title)}${newline}`,
  ])
  const { from, to } = findChapters(lines, close)
  return [...lines.slice(0, from), `chapters:${newline}`, ...block, ...lines.slice(to)].join('')
}

// The block ends where the next field, a comment or an empty line begins at the margin.
function findChapters(lines: readonly string[], close: number): { from: number; to: number } {
  const from = lines.slice(0, close).findIndex((line) => /^chapters\s*:/.test(line))
  if (from < 0) return { from: close, to: close }
  const rest = lines.slice(from + 1, close).findIndex((line) => !/^(?:[ \t]+\S|-\s)/.test(line))
  return { from, to: rest < 0 ? close : from + 1 + rest }
}

interface Output {
  readonly path: string
  readonly text: string
}

/** What the scripts of a knowledge folder come to, in order of their names. */
export async function paceFolder(knowledge: string): Promise<readonly Output[]> {
  const names = (await readdir(join(knowledge, 'scripts'))).filter((name) => name.endsWith('.txt'))
  const outputs = await Promise.all(
    names.toSorted().map((name) => paceScript(knowledge, name.slice(0, -'.txt'.length))),
  )
  return outputs.flat()
}

async function paceScript(knowledge: string, id: string): Promise<readonly Output[]> {
  const script = join(knowledge, 'scripts', `${id}.txt`)
  const [vtt, head] = ['vtt', 'md'].map((ending) => join(knowledge, 'episodes', `${id}.${ending}`))
  if (!vtt || !head) return []
  const paced = paceTurns(parseScript(await readText(script), script))
  return [
    { path: vtt, text: toVtt(paced) },
    { path: head, text: putChapters(await readText(head), paced, head) },
  ]
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new SourceError('Die Datei lässt sich nicht lesen.', {
      file: path,
      fix: 'Zu jedem Skript gehört ein Kopf episodes/<id>.md mit Titel und Datum; bitte anlegen.',
      cause,
    })
  }
}

/** The outputs that differ from what is on the disk. */
export async function findStale(outputs: readonly Output[]): Promise<readonly Output[]> {
  const texts = await Promise.all(outputs.map(({ path }) => readFile(path, 'utf8').catch(() => '')))
  return outputs.filter(({ text }, index) => text !== texts[index])
}

async function main(check: boolean): Promise<number> {
  const outputs = await paceFolder('knowledge')
  const stale = await findStale(outputs)
  for (const { path, text } of stale) {
    if (!check) await writeFile(path, text)
    console.log(check ? `${path}: nicht auf dem Stand des Skripts` : `${path}: geschrieben`)
  }
  console.log(
    `${outputs.length} Dateien geprüft, ${stale.length} ${check ? 'veraltet' : 'geändert'}`,
  )
  if (!check || stale.length === 0) return 0
  console.log('Bitte `npm run pace` ausführen.')
  return 1
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.includes('--check')).catch((error: unknown) => {
    console.error(explain(error).text)
    return 1
  })
}
