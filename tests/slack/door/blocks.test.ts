import { showingOf, slackLimits, toMessages } from '../../../adapters/slack/blocks.ts'
import { describeSurface, type Rendered } from '../../contracts/surface.ts'
import { checkBlocks } from '../check-blocks.ts'

function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'text' && typeof part === 'string' ? [part] : wordsOf(part),
  )
}

function linksOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linksOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'url' && typeof part === 'string' ? [part] : linksOf(part),
  )
}

describeSurface('Slack', {
  limits: slackLimits,
  render: (reply) =>
    toMessages(reply, showingOf('a.1', reply, true)).map(
      ({ text, blocks, stream }): Rendered => ({
        characters: JSON.stringify(blocks).length,
        blocks: blocks.length,
        words: wordsOf(blocks).join(''),
        fallback: text,
        links: linksOf([blocks, stream?.blocks]),
        problems: [
          ...checkBlocks(blocks, 'message'),
          ...(stream ? checkBlocks(stream.blocks, 'message') : []),
        ],
        wire: JSON.stringify([text, blocks, stream]),
      }),
    ),
})
