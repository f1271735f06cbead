import {
  type Activity,
  personalMessage,
  type Workspace,
  type Written,
  without,
} from './payloads.ts'

/** A suggestion or a card's button that writes for the person. */
export function imBack(teams: Workspace, written: Written): Activity {
  return personalMessage(teams, written)
}

/** A button of a card without `Action.Execute`: a message with data and no words. */
export function cardSubmit(
  teams: Workspace,
  { value, messageId }: { readonly value: object; readonly messageId: string },
): Activity {
  const message = without(personalMessage(teams, { text: '' }), 'text')
  return { ...message, value, replyToId: messageId }
}

/** An answer to a certain message, which is quoted above it. */
export function quotedReply(
  teams: Workspace,
  written: Written & { readonly messageId: string; readonly preview?: string },
): Activity {
  const { messageId, preview = 'Vorher' } = written
  const message = personalMessage(teams, written)
  const quoted = { messageId, senderId: teams.botId, senderName: teams.botName, preview }
  const entities = [{ type: 'quotedReply', quotedReply: quoted }, ...toList(message['entities'])]
  const text = `<quoted messageId="${messageId}"/> ${written.text}`
  const quotation = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${messageId}"><p itemprop="preview">${preview}</p></blockquote>`
  const html = { contentType: 'text/html', content: `${quotation}<p>${written.text}</p>` }
  return { ...message, text, entities, attachments: [html] }
}

/** What another bot writes. */
export function botMessage(teams: Workspace, written: Omit<Written, 'from'>): Activity {
  const from = '28:0000aaaa-bbbb-4ccc-8ddd-eeeeffff0000'
  return personalMessage(teams, { ...written, from, name: 'Anderer Bot' })
}

/** What somebody of another customer writes. */
export function foreignMessage(teams: Workspace, written: Omit<Written, 'tenant'>): Activity {
  return personalMessage(teams, { ...written, tenant: '99999999-aaaa-4bbb-8ccc-dddddddddddd' })
}

/** A question only the bot saw; it wants an answer only the person sees. */
export function targeted(message: Activity): Activity {
  const recipient = message['recipient']
  return {
    ...message,
    recipient: { ...(typeof recipient === 'object' ? recipient : {}), isTargeted: true },
  }
}

/** A file and a picture, and not a word. */
export function filesOnly(teams: Workspace): Activity {
  const content = { downloadUrl: 'https://files.example/lage.pdf', uniqueId: 'u1', fileType: 'pdf' }
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://files.example/lage.pdf',
    content,
    name: 'lage.pdf',
  }
  const image = { contentType: 'image/*', contentUrl: 'https://files.example/bild' }
  const html = { contentType: 'text/html', content: '<div><attachment id="u1"></attachment></div>' }
  const message = without(personalMessage(teams, { text: '' }), 'text')
  return { ...message, attachments: [file, image, html] }
}

/** A message whose words are in the HTML beside an empty text only. */
export function htmlOnly(teams: Workspace, html: string): Activity {
  const attachments = [{ contentType: 'text/html', content: html }]
  return { ...personalMessage(teams, { text: '' }), attachments }
}

export function emojiOnly(teams: Workspace): Activity {
  const content = '<p><emoji id="smile" alt="🙂" title="Lächeln"></emoji></p>'
  const attachments = [{ contentType: 'text/html', content }]
  return { ...personalMessage(teams, { text: '🙂' }), attachments }
}

/** What is no activity, by what is wrong with it: bodies for `rawBody`. */
export function malformed(teams: Workspace): Readonly<Record<string, string>> {
  const message = personalMessage(teams, { text: 'Hallo' })
  const bodies = {
    'no conversation': without(message, 'conversation'),
    'no type': without(message, 'type'),
    'no id': without(message, 'id'),
    'no from': without(message, 'from'),
    'no serviceUrl': without(message, 'serviceUrl'),
    'a type that is no text': { ...message, type: 7 },
    'an unknown type': { ...message, type: 'somethingNew' },
    'a conversation without an id': { ...message, conversation: { tenantId: teams.tenant } },
    'a conversation that is no object': { ...message, conversation: 'a:1' },
    'a text that is no text': { ...message, text: { de: 'Hallo' } },
    'entities that are no list': { ...message, entities: 'mention' },
    'an invoke without a name': { ...message, type: 'invoke' },
    'a list': [message],
    nothing: null,
    'an empty object': {},
  }
  const texts = Object.entries(bodies).map(([name, body]) => [name, JSON.stringify(body)])
  return { ...Object.fromEntries(texts), 'not JSON': '{"type":"message",', empty: '' }
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
