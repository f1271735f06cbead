import { z } from 'zod'
import { isFields } from './body.ts'
import { checkBlocks, countCharacters } from './check-blocks.ts'
import { type Answer, no } from './method.ts'
import type { Fields } from './state.ts'

export const MAX_MARKDOWN = 12_000
const MAX_TEXT = 40_000
/** Over all blocks of one message, whatever the limits of each say; bolt-js issue 2509. */
const MAX_BLOCK_CHARACTERS = 13_200
const MAX_METADATA = 16_000

export const Content = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  markdown_text: z.string().optional(),
  metadata: z.unknown().optional(),
})

type Content = z.output<typeof Content>

/** What a message would show, or why Slack would refuse it. */
export type Shown =
  | { readonly text: string; readonly blocks: readonly Fields[]; readonly metadata?: Fields }
  | Answer

/** Checks text, blocks and metadata of a message; `maxText` is smaller for edits. */
export function readContent(content: Content, maxText = MAX_TEXT): Shown {
  const { text, blocks, markdown_text: markdown } = content
  if (markdown !== undefined && (text !== undefined || blocks !== undefined)) {
    return no('markdown_text_conflict')
  }
  if ((text?.length ?? 0) > maxText || (markdown?.length ?? 0) > MAX_MARKDOWN) {
    return no('msg_too_long')
  }
  const read = readBlocks(blocks)
  if (isRefused(read)) return read
  if (!text && !markdown && read.blocks.length === 0) return no('no_text')
  return readMetadata(content.metadata, { text: text ?? markdown ?? '', ...read })
}

/** Checks blocks for a message; none is fine. */
export function readBlocks(blocks: unknown): { readonly blocks: readonly Fields[] } | Answer {
  if (blocks === undefined) return { blocks: [] }
  const problems = checkBlocks(blocks, 'message')
  if (problems.length > 0) return no('invalid_blocks', problems)
  if (countCharacters(blocks) > MAX_BLOCK_CHARACTERS) return no('msg_blocks_too_long')
  return { blocks: Array.isArray(blocks) ? blocks.filter(isFields) : [] }
}

const Value = z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.unknown())])
const Metadata = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.union([Value, z.array(Value)])),
})

/** Adds the metadata when there is any and it is as Slack wants it. */
export function readMetadata<T extends object>(
  metadata: unknown,
  shown: T,
): (T & { readonly metadata?: Fields }) | Answer {
  if (metadata === undefined) return shown
  const parsed = Metadata.safeParse(metadata)
  if (!parsed.success) return no('invalid_metadata_format')
  if (JSON.stringify(metadata).length > MAX_METADATA) return no('metadata_too_large')
  return { ...shown, metadata: parsed.data }
}

export function isRefused(value: object): value is Answer {
  return 'ok' in value && value.ok === false
}
