import { z } from 'zod'
import type { Address } from './address.ts'

const Account = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  role: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  /** Only the bot and one person see the message. */
  isTargeted: z.boolean().nullish(),
})

const Entity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  mentioned: z.looseObject({ id: z.string() }).nullish(),
})

const Attachment = z.looseObject({
  contentType: z.string().nullish(),
  content: z.unknown().optional(),
})

/** What every activity must have; whatever lacks it is malformed. */
export const Envelope = z
  .looseObject({
    type: z.string().min(1),
    id: z.string().min(1).nullish(),
    channelId: z.string(),
    serviceUrl: z.url({ protocol: /^https?$/ }),
    conversation: z.looseObject({
      id: z.string().min(1),
      conversationType: z.string().nullish(),
      tenantId: z.string().nullish(),
    }),
    from: Account,
    recipient: Account,
    channelData: z
      .looseObject({
        tenant: z.looseObject({ id: z.string().nullish() }).nullish(),
        eventType: z.string().nullish(),
      })
      .nullish(),
    text: z.string().nullish(),
    locale: z.string().nullish(),
    timestamp: z.string().nullish(),
    action: z.string().nullish(),
    name: z.string().nullish(),
    replyToId: z.string().nullish(),
    reactionsAdded: z.array(z.looseObject({ type: z.string() })).nullish(),
    value: z.unknown().optional(),
    entities: z.array(Entity).nullish(),
    attachments: z.array(Attachment).nullish(),
  })
  .refine(({ type, id }) => id || !/^message(?:Update|Delete)?$/.test(type), 'has no id')
  .refine(({ type, name }) => name || type !== 'invoke', 'has no name')
export type Envelope = z.infer<typeof Envelope>

/** The tenants of the place and of the person, as far as the platform says: one, if it is the customer's. */
export function tenantsOf({ conversation, channelData, from }: Envelope): readonly string[] {
  const told = [conversation.tenantId, channelData?.tenant?.id, from.tenantId]
  return told.filter((id) => typeof id === 'string')
}

export function addressOf(activity: Envelope): Address {
  const { conversation, serviceUrl, recipient, from, id, locale } = activity
  const { aadObjectId: object } = from
  return {
    // Written one way or the other it is the same tenant, and the same message.
    tenant: (tenantsOf(activity)[0] ?? '').toLowerCase(),
    conversation: conversation.id,
    place: placeOf(conversation.conversationType),
    serviceUrl,
    bot: recipient.id,
    user: from.id,
    locale: locale ?? 'de-DE',
    ...(object ? { object } : {}),
    ...(id ? { message: id } : {}),
  }
}

function placeOf(type: string | null | undefined): Address['place'] {
  return type === 'personal' || type === 'channel' ? type : 'groupChat'
}
