import { z } from 'zod'
import { Url } from './composition.ts'

const styled = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      code: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
}

const Name = z.string().min(1, 'must be more than 0 characters')

const Text = z.strictObject({ type: z.literal('text'), text: Name, ...styled })
const Link = z.strictObject({
  type: z.literal('link'),
  url: Url,
  text: Name.optional(),
  unsafe: z.boolean().optional(),
  ...styled,
})

const Inline = z.discriminatedUnion('type', [
  Text,
  Link,
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    ...styled,
  }),
  z.strictObject({ type: z.literal('color'), value: Name, ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: Name, ...styled }),
  z.strictObject({ type: z.literal('user'), user_id: Name, ...styled }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: Name, ...styled }),
  z.strictObject({ type: z.literal('team'), team_id: Name, ...styled }),
  z.strictObject({
    type: z.literal('emoji'),
    name: Name,
    unicode: Name.optional(),
    url: Url.optional(),
    ...styled,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: Name,
    url: Url.optional(),
    fallback: Name.optional(),
    ...styled,
  }),
])

const Section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(Inline).min(1),
})

const bordered = { border: z.union([z.literal(0), z.literal(1)]).optional() }

export const RichText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().min(1).max(255).optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        Section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(Section).min(1),
          indent: z.number().int().min(0).max(8).optional(),
          offset: z.number().int().min(0).optional(),
          ...bordered,
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(Inline).min(1),
          ...bordered,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [Text, Link])).min(1),
          ...bordered,
        }),
      ]),
    )
    .min(1),
})
