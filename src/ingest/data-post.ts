import { z } from 'zod'
import type { Section } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { htmlText } from './html-text.ts'
import { parseJson } from './json.ts'
import { type Part, toSections } from './markdown.ts'

const Texts = z.union([z.string(), z.array(z.string())])
const titles = ['title', 'question', 'headline', 'name', 'ref', 'heading'] as const
const bodies = ['text', 'textblock', 'body', 'content', 'answer'] as const

/** Cuts JSON at what has a title and a text: questions and answers, articles of a law. */
export function parseJsonSections(text: string, title: string, file: string): readonly Section[] {
  return toSections(partsOf(parseJson(text, file), file), title)
}

/** The same for a file with one JSON value in each line. */
export function parseLinesOfJson(text: string, title: string, file: string): readonly Section[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const parts = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : partsOf(parseLine(line, index + 1, file), file),
  )
  return toSections(parts, title)
}

function parseLine(line: string, number: number, file: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new SourceError('Die Zeile ist kein gültiges JSON.', {
      file,
      line: number,
      fix: 'Bitte die Datei noch einmal vollständig herunterladen.',
      cause,
    })
  }
}

function partsOf(value: unknown, file: string): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap((entry) => partsOf(entry, file))
  if (typeof value !== 'object' || value === null) return []
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const heading = titlesOf(fields)
  const body = bodies.map((name) => Texts.safeParse(fields[name]).data).find(Boolean)
  const own =
    body === undefined || heading === '' ? [] : [toPart(heading, fields, [body].flat(), file)]
  const inner = Object.entries(fields).flatMap(([name, entry]) =>
    typeof entry === 'object' && Texts.safeParse(entry).data === undefined && name !== 'meta'
      ? partsOf(entry, file)
      : [],
  )
  return [...own, ...inner]
}

// "Erwägungsgrund 1" says more with the law it is in; a title may be missing.
function titlesOf(fields: Readonly<Record<string, unknown>>): string {
  const found = ['law', ...titles].flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  })
  return Array.from(new Set(found)).join(' ')
}

function toPart(
  heading: string,
  fields: Readonly<Record<string, unknown>>,
  body: readonly string[],
  file: string,
): Part {
  const anchor = fields['anchor'] ?? fields['id']
  const isName = typeof anchor === 'string' && /^[\w-]{1,80}$/.test(anchor)
  return {
    heading,
    ...(isName ? { anchor } : {}),
    lines: body.flatMap((text) => htmlText(text, file).split('\n')),
  }
}
