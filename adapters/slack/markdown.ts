import type { Reply } from '../../src/domain/reply.ts'
import { openable } from '../../src/links.ts'
import { cut, harmless } from './markup.ts'

/** Slack takes at most 12,000 characters of Markdown a message. */
const longest = 8000

/** The part of a reply that is read, as Markdown: streams take nothing else. Sources follow as blocks. */
export function toMarkdown(reply: Reply): string {
  const groups = reply.steps.map(({ title, items, isOrdered }) =>
    [
      `**${safe(title)}**`,
      ...items.map((item, at) => `${isOrdered ? `${at + 1}.` : '-'} ${safe(item)}`),
    ].join('\n'),
  )
  const copy = reply.copy
    ? [`**${safe(reply.copy.title)}**\n> ${safe(reply.copy.text).replaceAll('\n', '\n> ')}`]
    : []
  const claims = reply.claims.map(({ text, numbers }) => `${safe(text)} ${marks(reply, numbers)}`)
  const parts = [reply.lead ? `**${safe(reply.lead)}**` : '', ...groups, ...copy, ...claims]
  return cut(parts.filter(Boolean).join('\n\n'), longest)
}

function marks({ sources }: Reply, numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      const source = sources.find((one) => one.number === number)
      const url = source && openable(source.citation.url)
      return url ? `[\\[${number}\\]](${inLink(url)})` : `\\[${number}\\]`
    })
    .join(' ')
}

// A bracket in an address would end the link.
function inLink(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replace(/\s/g, '%20')
}

/** Words that must stay words: nothing in them makes a list, a link, a picture or a heading. */
function safe(text: string): string {
  return harmless(text).replace(/[\\`*_~[\]<>#|!]/g, '\\$&')
}
