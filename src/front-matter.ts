import { isMap, isSeq, parseDocument, stringify } from 'yaml'
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

function parseYamlFrom(text: string, file: string, firstLine: number): unknown {
  // The parser counts a lone CR as part of its line, so lines are made equal first.
  const document = parseDocument(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
    prettyErrors: true,
    merge: true,
    logLevel: 'error',
  })
  const [trouble] = document.errors
  if (trouble) throw toSourceError(trouble, file, firstLine + (trouble.linePos?.[0].line ?? 1) - 1)
  try {
    return document.toJS({ maxAliasCount: 100 })
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
