import { z } from 'zod'
import { CHOICES, DateTimepicker, Ids, RichTextInput, SELECTS } from './choice.ts'
import {
  actionable,
  confirmable,
  LinkOption,
  mrkdwn,
  plain,
  Style,
  typed,
  Url,
  words,
} from './composition.ts'

const labelled = { accessibility_label: words(75).optional() }

export const Button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...labelled,
  text: plain(75),
  value: words(2_000).optional(),
  url: Url.optional(),
  style: Style,
})

const WorkflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...confirmable,
  ...labelled,
  text: plain(75),
  style: Style,
  workflow: z.strictObject({
    trigger: z.strictObject({ url: Url, customizable_input_parameters: z.unknown().optional() }),
  }),
})

const Overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(LinkOption).min(1).max(5),
})

const FeedbackButton = z.strictObject({ text: plain(75), ...labelled, value: words(2_000) })
const FeedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionable,
  positive_button: FeedbackButton,
  negative_button: FeedbackButton,
})
const IconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...actionable,
  ...confirmable,
  ...labelled,
  icon: z.literal('trash'),
  text: plain(75),
  value: words(2_000).optional(),
  visible_to_user_ids: Ids.min(1).optional(),
})

/** Where an image comes from: an address or a file of Slack, not both. */
export const imaged = {
  image_url: Url.optional(),
  slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  alt_text: words(2_000),
}

export function hasOneSource(value: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (value.image_url === undefined) !== (value.slack_file === undefined)
}

export const ONE_SOURCE = 'needs either image_url or slack_file'

export const Image = z
  .strictObject({ type: z.literal('image'), ...imaged })
  .refine(hasOneSource, ONE_SOURCE)

export const Accessory = z.discriminatedUnion('type', [
  Button,
  WorkflowButton,
  Overflow,
  Image,
  ...SELECTS,
  ...CHOICES,
])

export const ActionElement = z.discriminatedUnion('type', [
  Button,
  WorkflowButton,
  Overflow,
  DateTimepicker,
  RichTextInput,
  ...SELECTS,
  ...CHOICES,
])

export const ContextElement = z.discriminatedUnion('type', [Image, plain(3_000), mrkdwn(3_000)])
export const ContextAction = z.discriminatedUnion('type', [FeedbackButtons, IconButton])

const written = { ...typed, initial_value: z.string().max(3_000).optional() }

export const InputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...written,
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3_000).optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...written }),
  z.strictObject({ type: z.literal('url_text_input'), ...written }),
  z.strictObject({
    type: z.literal('number_input'),
    ...written,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionable,
    filetypes: Ids.min(1).optional(),
    max_files: z.number().int().min(1).max(10).optional(),
  }),
  DateTimepicker,
  RichTextInput,
  ...SELECTS,
  ...CHOICES,
])
