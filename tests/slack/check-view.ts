import { z } from 'zod'
import { isFields } from './body.ts'
import { checkBlocks } from './check-blocks.ts'
import { toProblems } from './method.ts'
import { plain, words } from './shapes/composition.ts'

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000, 'must be less than 3001 characters').optional(),
  callback_id: words(255).optional(),
  external_id: z.string().max(255).optional(),
}

const View = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...common }),
  z.strictObject({
    type: z.literal('modal'),
    ...common,
    title: plain(24),
    close: plain(24).optional(),
    submit: plain(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
])

/** What Slack would refuse about a view, its blocks included. */
export function checkView(view: unknown): readonly string[] {
  const parsed = View.safeParse(view)
  if (!parsed.success) return toProblems(parsed.error, '/view')
  const { type, blocks } = parsed.data
  const problems = checkBlocks(blocks, type)
  const hasInput = blocks.some((block) => isFields(block) && block['type'] === 'input')
  if (type === 'home' || !hasInput || parsed.data.submit) return problems
  return [...problems, 'needs submit beside an input block [json-pointer:/view/submit]']
}
