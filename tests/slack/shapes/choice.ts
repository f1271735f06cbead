import { z } from 'zod'
import {
  AnyOption,
  chosen,
  limited,
  OptionGroup,
  PlainOption,
  select,
  typed,
} from './composition.ts'

const listed = {
  options: z.array(PlainOption).min(1).max(100).optional(),
  option_groups: z.array(OptionGroup).min(1).max(100).optional(),
}

function hasOneList(value: { options?: unknown; option_groups?: unknown }): boolean {
  return (value.options === undefined) !== (value.option_groups === undefined)
}

const ONE_LIST = 'needs either options or option_groups'

const filter = {
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
  default_to_current_conversation: z.boolean().optional(),
}
const respondable = { response_url_enabled: z.boolean().optional() }
const searched = { min_query_length: z.number().int().min(0).optional() }
export const Ids = z.array(z.string().min(1))

export const SELECTS = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...select,
      ...listed,
      initial_option: PlainOption.optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z.strictObject({
    type: z.literal('users_select'),
    ...select,
    initial_user: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...select,
    ...filter,
    ...respondable,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...select,
    ...respondable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('external_select'),
    ...select,
    ...searched,
    initial_option: PlainOption.optional(),
  }),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...select,
      ...listed,
      ...limited,
      initial_options: z.array(PlainOption).optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...select,
    ...limited,
    initial_users: Ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...select,
    ...filter,
    ...limited,
    initial_conversations: Ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...select,
    ...limited,
    initial_channels: Ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...select,
    ...searched,
    ...limited,
    initial_options: z.array(PlainOption).optional(),
  }),
] as const

export const CHOICES = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...chosen,
    options: z.array(AnyOption).min(1).max(10),
    initial_options: z.array(AnyOption).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...chosen,
    options: z.array(AnyOption).min(1).max(10),
    initial_option: AnyOption.optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...select,
    initial_date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...select,
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    timezone: z.string().optional(),
  }),
] as const

export const DateTimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...chosen,
  initial_date_time: z.number().int().min(1e9).max(9_999_999_999).optional(),
})

export const RichTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: z.unknown().optional(),
  min_lines: z.number().int().min(1).max(100).optional(),
  max_lines: z.number().int().min(1).max(100).optional(),
})
