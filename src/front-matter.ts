import { isMap, isSeq, LineCounter, parseDocument, stringify } from 'yaml'
import { SourceError } from './domain/errors.ts'

/** A text file with a YAML head. `bodyLine` is the line the body starts on, counted from 1. */
export interface FrontMatter {
  readonly head: Readonly<Record<string, unknown>>
  readonly body: string
  readonly bodyLine: number
}

/**
 * Splits a text into its YAML head (between two lines of `---`) and what follows.
 *
 * A text that does not open with `---` has an empty head and is all body.
 *
 * @throws SourceError (`bad-source`) for an unclosed head and for invalid YAML
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (lines[0]?.trimEnd() !== '---') return { head: {}, body: lines.join('\n'), bodyLine: 1 }
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (close < 0) {
    throw new SourceError('Der Kopf ist nicht abgeschlossen.', {
      file,
      line: 1,
      fix: 'Bitte nach den Angaben eine Zeile mit drei Bindestrichen (---) einfügen.',
    })
  }
  const head = toHead(parseHead(lines.slice(1, close), file), file)
  return { head, body: lines.slice(close + 1).join('\n'), bodyLine: close + 2 }
}

// Blogs are written for parsers that let a quoted text go on at the start of a line.
function parseHead(lines: readonly string[], file: string): unknown {
  try {
    return parseYamlFrom(lines.join('\n'), file, 2)
  } catch (error) {
    const indented = lines.map((line) => (startsEntry.test(line) ? line : `  ${line}`))
    try {
      return parseYamlFrom(indented.join('\n'), file, 2)
    } catch {
      throw error
    }
  }
}

const startsEntry = /^(?:\s|$|#|- |["']?[\w.-]+["']?\s*:(?:\s|$))/

/**
 * Reads YAML; empty text is `null`.
 *
 * @throws SourceError (`bad-source`) with the line
 */
export function parseYaml(text: string, file: string): unknown {
  return parseYamlFrom(text, file, 1)
}

/** YAML with the line of everything in it. */
export interface PlacedYaml {
  readonly value: unknown
  /** The line, from 1, on which a field stands, or the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number
}

/** The same, able to say where something stands. @throws SourceError (`bad-source`) with the line */
export function parsePlacedYaml(text: string, file: string): PlacedYaml {
  const lineCounter = new LineCounter()
  const { value, document } = parseWhole(text, { file, firstLine: 1, lineCounter })
  const at = (path: readonly PropertyKey[]): number => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
    const isPlaced = typeof node === 'object' && node !== null && 'range' in node
    const start = isPlaced && Array.isArray(node.range) ? Number(node.range[0]) : undefined
    if (start !== undefined) return lineCounter.linePos(start).line
    return path.length === 0 ? 1 : at(path.slice(0, -1))
  }
  return { value, lineOf: at }
}

// The parser counts a lone CR as part of its line, so lines are made equal first.
function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function parseYamlFrom(text: string, file: string, firstLine: number): unknown {
  return parseWhole(text, { file, firstLine }).value
}

interface Origin {
  readonly file: string
  readonly firstLine: number
  readonly lineCounter?: LineCounter
}

function parseWhole(text: string, { file, firstLine, lineCounter }: Origin) {
  const document = parseDocument(plain(text), {
    prettyErrors: true,
    merge: true,
    logLevel: 'error',
    ...(lineCounter ? { lineCounter } : {}),
  })
  const [trouble] = document.errors
  if (trouble) throw toSourceError(trouble, file, firstLine + (trouble.linePos?.[0].line ?? 1) - 1)
  try {
    return { document, value: document.toJS({ maxAliasCount: 100 }) as unknown }
  } catch (cause) {
    throw toSourceError(cause, file, firstLine)
  }
}

function toSourceError(cause: unknown, file: string, line: number): SourceError {
  const [said = ''] = cause instanceof Error ? cause.message.split('\n') : []
  const reason = said.replace(/ at line \d+, column \d+:?$/, '')
  return new SourceError(`Die Angaben sind kein gültiges YAML (${reason}).`, {
    file,
    line,
    fix: 'Bitte Einrückung, Anführungszeichen und Doppelpunkte in dieser Zeile prüfen; Texte mit Doppelpunkt gehören in Anführungszeichen.',
    cause,
  })
}

function toHead(value: unknown, file: string): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {}
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value))
  throw new SourceError('Der Kopf ist keine Liste von Feldern.', {
    file,
    line: 2,
    fix: 'Bitte jedes Feld als „name: Wert“ in eine eigene Zeile schreiben.',
  })
}

/** A text file with this head and body, as `parseFrontMatter` reads it. */
export function writeFrontMatter(head: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${stringify(head, { lineWidth: 0 })}---\n${body}`
}

/** YAML with one more entry in the list `key`; comments and everything else stay as they are. */
export function addToYaml(
  text: string,
  key: string,
  entry: Readonly<Record<string, unknown>>,
): string {
  const document = parseDocument(text.replace(/^\uFEFF/, ''))
  const list = document.get(key)
  if (isSeq(list)) list.add(document.createNode(entry))
  else document.set(key, document.createNode([entry]))
  return document.toString({ lineWidth: 0 })
}

/** YAML in which the entry `id` of the list `key` has these fields; comments stay. */
export function changeInYaml(
  text: string,
  key: string,
  { id, ...fields }: Readonly<Record<string, unknown>>,
): string {
  const document = parseDocument(text.replace(/^\uFEFF/, ''))
  const list = document.get(key)
  for (const item of isSeq(list) ? list.items : []) {
    if (!isMap(item) || item.get('id') !== id) continue
    for (const [name, value] of Object.entries(fields)) item.set(name, value)
  }
  return document.toString({ lineWidth: 0 })
}
