import { type Fields, isFields } from '../state.ts'

/** Words in Markdown as people read them. */
export function readable(markdown: string): string {
  return markdown
    .replace(/^_(.*)_$/gm, '$1')
    .replace(/^> /gm, '')
    .replace(
      /\\([\\`*_~[\]#|!>+.)-])|(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^()\s]*\)|\*\*/g,
      (_, mark: string | undefined, words: string | undefined) =>
        mark ?? (words === undefined ? '' : readable(words)),
    )
}

/** Addresses a reader can open by a click in the text or in a card. */
export function linksOf({ text, attachments }: Fields): readonly string[] {
  const written = String(text ?? '').matchAll(/(?<!\\)\]\(([^()\s]*)\)/g)
  return [...Array.from(written, ([, url = '']) => url), ...valuesOf(attachments, 'url')]
}

/** The words of a card, with the titles of its buttons. */
export function cardWords(attachments: unknown): readonly string[] {
  return ['text', 'title', 'label', 'value'].flatMap((name) => valuesOf(attachments, name))
}

function valuesOf(value: unknown, wanted: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, wanted))
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === wanted && typeof part === 'string' ? [part] : valuesOf(part, wanted),
  )
}
