import { z } from 'zod'
import { Id, mrkdwn, plain, text, Url, words } from './composition.ts'
import {
  Accessory,
  ActionElement,
  Button,
  ContextAction,
  ContextElement,
  hasOneSource,
  Image,
  InputElement,
  imaged,
  ONE_SOURCE,
} from './element.ts'
import { RichText } from './rich-text.ts'

const block = { block_id: Id.optional() }

const Section = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: text(3_000).optional(),
    fields: z.array(text(2_000)).min(1).max(10).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((value) => value.text !== undefined || value.fields !== undefined, 'needs text or fields')

const Header = z.strictObject({ type: z.literal('header'), ...block, text: plain(150) })
const Divider = z.strictObject({ type: z.literal('divider'), ...block })

const ImageBlock = z
  .strictObject({
    type: z.literal('image'),
    ...block,
    ...imaged,
    title: plain(2_000).optional(),
  })
  .refine(hasOneSource, ONE_SOURCE)

const Context = z.strictObject({
  type: z.literal('context'),
  ...block,
  elements: z.array(ContextElement).min(1).max(10),
})

const Actions = z.strictObject({
  type: z.literal('actions'),
  ...block,
  elements: z.array(ActionElement).min(1).max(25),
})

const ContextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...block,
  elements: z.array(ContextAction).min(1).max(5),
})

const Input = z.strictObject({
  type: z.literal('input'),
  ...block,
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: InputElement,
})

const Markdown = z.strictObject({ type: z.literal('markdown'), ...block, text: words(12_000) })

const Alert = z.strictObject({
  type: z.literal('alert'),
  ...block,
  text: text(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})

const Source = z.strictObject({ type: z.literal('url'), url: Url, text: words(3_000) })

const task = {
  task_id: words(255),
  title: words(256),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: RichText.optional(),
  output: RichText.optional(),
  sources: z.array(Source).min(1).optional(),
}
const TaskCard = z.strictObject({ type: z.literal('task_card'), ...block, ...task })

const Plan = z.strictObject({
  type: z.literal('plan'),
  ...block,
  title: words(256),
  tasks: z
    .array(TaskCard.partial({ type: true }))
    .max(50)
    .optional(),
})

const Card = z
  .strictObject({
    type: z.literal('card'),
    ...block,
    hero_image: Image.optional(),
    icon: Image.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(Button).min(1).max(3).optional(),
  })
  .refine(
    (card) => card.hero_image ?? card.title ?? card.actions ?? card.body,
    'needs hero_image, title, actions or body',
  )

const Carousel = z.strictObject({
  type: z.literal('carousel'),
  ...block,
  elements: z.array(Card).min(1).max(10),
})

const Cell = z.discriminatedUnion('type', [
  RichText,
  z.strictObject({ type: z.literal('raw_text'), text: words(10_000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: words(10_000) }),
])
const Row = z.array(Cell).min(1).max(20)

const Table = z.strictObject({
  type: z.literal('table'),
  ...block,
  rows: z.array(Row).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
})

const DataTable = z.strictObject({
  type: z.literal('data_table'),
  ...block,
  rows: z.array(Row).min(2).max(101),
  caption: words(3_000),
  page_size: z.number().int().min(1).max(100).optional(),
  row_header_column_index: z.number().int().min(0).max(19).optional(),
})

const Video = z.strictObject({
  type: z.literal('video'),
  ...block,
  video_url: Url,
  thumbnail_url: Url,
  alt_text: words(2_000),
  title: plain(199),
  title_url: Url.optional(),
  author_name: words(49).optional(),
  provider_name: words(255).optional(),
  provider_icon_url: Url.optional(),
  description: plain(2_000).optional(),
})

const INNER = [
  Actions,
  Context,
  Divider,
  Header,
  ImageBlock,
  RichText,
  Section,
  Table,
  Video,
] as const

const Container = z
  .strictObject({
    type: z.literal('container'),
    ...block,
    title: plain(150).optional(),
    rich_text_title: RichText.optional(),
    subtitle: text(150).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...INNER]))
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: Image.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((value) => value.title ?? value.rich_text_title, 'needs title or rich_text_title')
  .refine(
    (value) => !value.default_collapsed || value.is_collapsible,
    'default_collapsed needs is_collapsible',
  )

/** Each block by its type; a `file` block cannot be sent by an app. */
export const BLOCKS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['actions', Actions],
  ['alert', Alert],
  ['card', Card],
  ['carousel', Carousel],
  ['container', Container],
  ['context', Context],
  ['context_actions', ContextActions],
  ['data_table', DataTable],
  ['divider', Divider],
  ['header', Header],
  ['image', ImageBlock],
  ['input', Input],
  ['markdown', Markdown],
  ['plan', Plan],
  ['rich_text', RichText],
  ['section', Section],
  ['table', Table],
  ['task_card', TaskCard],
  ['video', Video],
])
