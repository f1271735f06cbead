import { decodeHTMLStrict } from 'entities'

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/** Text with its character references resolved, also those that were escaped twice. */
export function decodeEntities(text: string): string {
  if (!reference.test(text)) return text
  const once = decodeHTMLStrict(text)
  return reference.test(once) ? decodeHTMLStrict(once) : once
}
