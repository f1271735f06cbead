import type { Reply, ShownSource, StepGroup } from '../../src/domain/reply.ts'
import { openable } from '../../src/links.ts'
import { cut, safe } from './markup.ts'

/** What one statement, one step and all steps under a heading may hold, in characters. */
const longest = { claim: 6000, step: 1500, group: 9000, line: 500 } as const

/** A plain sentence longer than this is no headline: it is read more easily where it is not bold. */
const longestHeadline = 120

/** A reply in Teams' Markdown: no tables, no headings. Sources stand below, since some clients drop chips. */
export function toText(reply: Reply): string {
  const { copy, claims, notes, disclosure } = reply
  const quote = copy
    ? [`**${safe(copy.title)}**`, `> ${safe(copy.text).replaceAll('\n', '\n> ')}`]
    : []
  const said = claims.map(({ text, numbers }) =>
    [safe(cut(text, longest.claim)), ...numbers.map((one) => `[${one}]`)].join(' '),
  )
  const end = [...notes, disclosure].filter(Boolean).map((line) => `_${safe(line)}_`)
  const steps = reply.steps.filter(({ items }) => items.length > 0).map(stepsOf)
  return [...leadOf(reply), ...steps, ...quote, ...said, ...sourcesOf(reply), ...end].join('\n\n')
}

function leadOf({ kind, lead }: Reply): readonly string[] {
  if (lead === '') return []
  const isPlain = kind === 'notice' && lead.length > longestHeadline
  return [isPlain ? safe(lead) : `**${safe(lead)}**`]
}

function stepsOf({ title, items, isOrdered }: StepGroup): string {
  const lines = items.map(
    (item, at) => `${isOrdered ? `${at + 1}.` : '-'} ${safe(cut(item, longest.step))}`,
  )
  return cut([`**${safe(title)}**`, ...lines].join('\n'), longest.group)
}

function sourcesOf({ sources, sourcesTitle }: Reply): readonly string[] {
  if (sources.length === 0) return []
  const lines = sources.map((source) => `- \\[${source.number}\\] ${linked(source)}`)
  return [[`**${safe(sourcesTitle)}**`, ...lines].join('\n')]
}

function linked({ line, citation }: ShownSource): string {
  const words = safe(cut(line, longest.line))
  const url = openable(citation.url)
  return url ? `[${words}](${addressIn(url)})` : words
}

// What would end the link early.
function addressIn(url: string): string {
  return url.replace(/[()\s<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
