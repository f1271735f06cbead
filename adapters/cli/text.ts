import type { Reply, StepGroup } from '../../src/domain/reply.ts'

/** A reply as plain text, the way a terminal or a screen reader takes it. */
export function toText(reply: Reply): string {
  const claims = reply.claims.map(
    ({ text, numbers }, at) =>
      `${at + 1}. ${text} ${numbers.map((number) => `[${number}]`).join('')}`,
  )
  const sources = reply.sources.map(
    ({ number, line, citation }) => `[${number}] ${line}\n    ${citation.url}`,
  )
  const parts = [
    reply.lead,
    ...reply.steps.map(groupToText),
    // Bare lines: marks before them would be copied along.
    reply.copy ? `${reply.copy.title}\n${reply.copy.text}` : '',
    claims.join('\n'),
    sources.length > 0 ? `${reply.sourcesTitle}\n${sources.join('\n')}` : '',
    reply.notes.join('\n'),
    reply.disclosure,
  ]
  return parts.filter(Boolean).join('\n\n')
}

function groupToText({ title, items, isOrdered }: StepGroup): string {
  const lines = items.map((item, at) => `${isOrdered ? `${at + 1}.` : '-'} ${item}`)
  return [title, ...lines].join('\n')
}
