import type { Section } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { parseFrontMatter } from '../front-matter.ts'
import { parseCsvSections } from './csv-post.ts'
import { parseJsonSections, parseLinesOfJson } from './data-post.ts'
import { parseHtmlSections } from './html-post.ts'
import { parseSections } from './markdown.ts'
import { readablePart } from './readable.ts'

/** A post as its file writes it, before its head is read. */
export interface ParsedPost {
  readonly head: Readonly<Record<string, unknown>>
  sections(title: string): readonly Section[]
  readonly bodyLine: number
}

const bare = { head: {}, bodyLine: 1 } as const

/** The endings a post may have. */
export const postEndings = /.\.(?:md|markdown|html?|txt|jsonl?|csv)$/i

/**
 * Reads a post by its ending; Markdown whose head says `format: html` has HTML below it.
 *
 * @throws SourceError (`bad-source`) for a broken head or broken JSON
 */
export function parsePost(text: string, file: string): ParsedPost {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  switch (ending) {
    case 'html':
    case 'htm':
      return fromPage(text, file)
    case 'json':
      return { ...bare, sections: (title) => parseJsonSections(text, title, file) }
    case 'jsonl':
      return { ...bare, sections: (title) => parseLinesOfJson(text, title, file) }
    case 'csv':
      return { ...bare, sections: (title) => parseCsvSections(text, title) }
    default: {
      const { head, body, bodyLine } = parseFrontMatter(text, file)
      const isHtml = head['format'] === 'html'
      const sections = (title: string) =>
        isHtml ? parseHtmlSections(body, title, file) : parseSections(body, title)
      return { head, bodyLine, sections }
    }
  }
}

function fromPage(text: string, file: string): ParsedPost {
  if (!/<(?:html|body|head)\b/i.test(text)) {
    return { ...bare, sections: (title) => parseHtmlSections(text, title, file) }
  }
  const { title, html, published, language } = readablePart(text, file)
  const sections = (shown: string) => parseHtmlSections(html, shown, file)
  return { head: { ...(title ? { title } : {}), published, language }, bodyLine: 1, sections }
}

/** The same sections, of which there must be one: @throws SourceError (`bad-source`) otherwise. */
export function writtenIn(
  sections: readonly Section[],
  file: string,
  line: number,
): readonly Section[] {
  if (sections.length > 0) return sections
  throw new SourceError('Der Beitrag hat keinen Text.', {
    file,
    line,
    fix: 'Bitte unter dem Kopf den Text des Beitrags einfügen.',
  })
}
