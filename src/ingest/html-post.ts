import type { Section } from '../domain/documents.ts'
import { htmlLines } from './html-text.ts'
import { type Part, toSections } from './markdown.ts'

/** Cuts HTML at its headings into what a reader would see, without the empty sections. */
export function parseHtmlSections(html: string, title: string, file: string): readonly Section[] {
  const parts: (Part & { readonly lines: string[] })[] = [{ lines: [] }]
  for (const { level, anchor, text } of htmlLines(html, file)) {
    // The title of a post is often its first heading again.
    if (level === 1 && text === title) continue
    if (level === undefined) parts.at(-1)?.lines.push(text)
    else parts.push({ heading: text, ...(anchor ? { anchor } : {}), lines: [] })
  }
  return toSections(parts, title)
}
