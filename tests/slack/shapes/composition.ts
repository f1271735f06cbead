import { z } from 'zod'

/** A text between one and so many characters. */
export function words(max: number): z.ZodString {
  return z
    .string()
    .min(1, 'must be more than 0 characters')
    .max(max, `must be less than ${max + 1} characters`)
}

export function plain(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: words(max),
    emoji: z.boolean().optional(),
  })
}

export function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(max),
    verbatim: z.boolean().optional(),
  })
}

export function text(max: number) {
  return z.discriminatedUnion('type', [plain(max), mrkdwn(max)])
}

export const Id = words(255)
export const Url = words(3_000).regex(/^https?:\/\/[^\s/]+/, 'must be a web address')

export const Style = z.enum(['primary', 'danger']).optional()

const Confirm = z.strictObject({
  title: plain(100).optional(),
  text: text(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: Style,
})

export const actionable = { action_id: Id.optional() }
export const confirmable = { confirm: Confirm.optional() }
const focusable = { focus_on_load: z.boolean().optional() }
const placeholdable = { placeholder: plain(150).optional() }
export const limited = { max_selected_items: z.number().int().min(1).optional() }
const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
}
export const chosen = { ...actionable, ...confirmable, ...focusable }
export const select = { ...chosen, ...placeholdable }
export const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholdable }

export const PlainOption = z.strictObject({
  text: plain(75),
  value: words(75),
  description: plain(75).optional(),
})
export const AnyOption = PlainOption.extend({ text: text(75), description: text(75).optional() })
export const LinkOption = PlainOption.extend({ url: Url.optional() })
export const OptionGroup = z.strictObject({
  label: plain(75),
  options: z.array(PlainOption).min(1).max(100),
})
