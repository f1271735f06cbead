import { isFields } from './body.ts'
import { toProblems } from './method.ts'
import { BLOCKS } from './shapes/block.ts'

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home'

const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const
const MAX_MARKDOWN = 12_000
const MAX_TABLE = 10_000

/** Accepted in messages only, or, `input`, in views only. */
const VIEW_ONLY = new Set(['input'])
const EVERYWHERE = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'rich_text',
  'section',
  'video',
])

/**
 * What Slack would refuse about these blocks, one line each with the pointer to the place.
 *
 * Empty when they are accepted. Where Slack's own sources differ, the stricter one counts.
 */
export function checkBlocks(blocks: unknown, surface: Surface): readonly string[] {
  if (!Array.isArray(blocks)) return ['must be an array [json-pointer:/blocks]']
  const problems = blocks.flatMap((block, index) => checkBlock(block, `/blocks/${index}`, surface))
  if (blocks.length > MAX_BLOCKS[surface]) {
    problems.push(`no more than ${MAX_BLOCKS[surface]} items allowed [json-pointer:/blocks]`)
  }
  return [...problems, ...checkTogether(blocks)]
}

function checkBlock(block: unknown, pointer: string, surface: Surface): readonly string[] {
  const type = isFields(block) ? block['type'] : undefined
  const shape = typeof type === 'string' ? BLOCKS.get(type) : undefined
  if (!shape || typeof type !== 'string') {
    return [`unsupported type: ${type} [json-pointer:${pointer}/type]`]
  }
  if (!isShown(type, surface))
    return [`${type} is not shown here: ${surface} [json-pointer:${pointer}]`]
  const parsed = shape.safeParse(block)
  const problems = parsed.success ? [] : toProblems(parsed.error, pointer)
  const doubles = findDoubles(collect(block, 'action_id'))
  return [
    ...problems,
    ...doubles.map((id) => `action_id ${id} is not unique [json-pointer:${pointer}]`),
  ]
}

function isShown(type: string, surface: Surface): boolean {
  if (EVERYWHERE.has(type)) return true
  return VIEW_ONLY.has(type) !== (surface === 'message')
}

/** What no single block can know. */
function checkTogether(blocks: readonly unknown[]): readonly string[] {
  const problems = findDoubles(collect(blocks, 'block_id')).map(
    (id) => `block_id ${id} is not unique [json-pointer:/blocks]`,
  )
  const markdown = count(ofType(blocks, 'markdown'))
  if (markdown > MAX_MARKDOWN)
    problems.push(`markdown has ${markdown} characters [json-pointer:/blocks]`)
  const tables = ofType(blocks, 'table')
  if (tables.length > 1) problems.push('only one table allowed [json-pointer:/blocks]')
  if (count(tables) > MAX_TABLE) problems.push('table is too long [json-pointer:/blocks]')
  return problems
}

function ofType(blocks: readonly unknown[], type: string): readonly unknown[] {
  return blocks.filter((block) => isFields(block) && block['type'] === type)
}

function collect(value: unknown, key: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, key))
  if (!isFields(value)) return []
  const own = value[key]
  const inner = Object.values(value).flatMap((item) => collect(item, key))
  return typeof own === 'string' ? [own, ...inner] : inner
}

function findDoubles(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}

const READ = ['text', 'title', 'caption', 'alt_text', 'url']

function count(blocks: readonly unknown[]): number {
  return READ.flatMap((key) => collect(blocks, key)).join('').length
}

/** How many characters these blocks carry to the reader, addresses included. */
export function countCharacters(blocks: unknown): number {
  return count([blocks])
}
