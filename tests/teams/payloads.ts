import { toObjectId, toPersonal } from './place.ts'
import type { Fields } from './state.ts'

/** What the builders need to know; a fake Teams is one. */
export interface Workspace {
  readonly tenant: string
  readonly botId: string
  readonly botName: string
  readonly serviceUrl: string
  nextId(prefix: string): string
  nextMessageId(): string
}

/** An activity on its way to the bot. */
export type Activity = Fields & {
  readonly type: string
  readonly id: string
  readonly conversation: Place
}

/** Who writes; without an id it is always the same person. */
export interface Writer {
  /** `29:…`; a bot's begins with `28:`. */
  readonly from?: string
  readonly name?: string
  /** The writer's tenant when it is another one. */
  readonly tenant?: string
  readonly locale?: string
  /** In place of a new one. */
  readonly id?: string
}

export interface Written extends Writer {
  readonly text: string
}

export interface InChannel extends Written {
  readonly team?: string
  readonly channel?: string
  /** The thread's root; without it the message begins a thread. */
  readonly rootId?: string
  /** How often the bot is named; once unless told. */
  readonly mentions?: number
  /** Another person who is named as well. */
  readonly person?: { readonly id: string; readonly name: string }
}

export const PERSON = '29:1aB-person-eins'
export const TEAM = '19:team-presse@thread.tacv2'
export const CHANNEL = '19:kanal-allgemein@thread.tacv2'
export const GROUP = '19:gruppe-lage@thread.v2'
export const MEETING = '19:meeting_bGFnZQ@thread.v2'

/** A message in the personal chat; each person has one of their own. */
export function personalMessage(teams: Workspace, written: Written): Activity {
  const id = toPersonal(written.from ?? PERSON)
  return toMessage(teams, written, { id, conversationType: 'personal' })
}

/** `@Sturmlotse …` in a channel, at its top or in a thread. */
export function channelMention(teams: Workspace, written: InChannel): Activity {
  const { team = TEAM, channel = CHANNEL } = written
  const id = written.id ?? teams.nextMessageId()
  const conversation = {
    id: `${channel};messageid=${written.rootId ?? id}`,
    conversationType: 'channel',
    isGroup: true,
    name: 'Allgemein',
  }
  const message = toMessage(teams, { ...written, id }, conversation)
  const place = {
    teamsChannelId: channel,
    teamsTeamId: team,
    channel: { id: channel },
    team: { id: team },
  }
  return withMentions(teams, withData(message, place), written)
}

/** `@Sturmlotse …` in a group chat. */
export function groupMention(
  teams: Workspace,
  written: Written & Pick<InChannel, 'mentions' | 'person'> & { readonly chat?: string },
): Activity {
  const conversation = { id: written.chat ?? GROUP, conversationType: 'groupChat', isGroup: true }
  return withMentions(teams, toMessage(teams, written, conversation), written)
}

/** `@Sturmlotse …` in the chat of a meeting. */
export function meetingMention(teams: Workspace, written: Written): Activity {
  const mention = groupMention(teams, { ...written, chat: MEETING })
  return withData(mention, { meeting: { id: 'MCMxOTptZWV0aW5nX2JHRm5aUUB0aHJlYWQudjIjMA==' } })
}

/** Adds to what Teams says about the place. */
export function withData<A extends Fields>(activity: A, more: object): A {
  const before = activity['channelData']
  return { ...activity, channelData: { ...(typeof before === 'object' ? before : {}), ...more } }
}

/** The same without these fields. */
export function without<A extends Fields>(activity: A, ...names: readonly string[]): A {
  const kept = Object.entries(activity).filter(([name]) => !names.includes(name))
  return Object.fromEntries(kept) as A
}

/** Names the bot as often as wanted, in front and in the middle, and perhaps a person. */
function withMentions(
  teams: Workspace,
  message: Activity,
  { text, mentions = 1, person }: Pick<InChannel, 'text' | 'mentions' | 'person'>,
): Activity {
  const bot = toMention(teams.botId, teams.botName)
  const other = person ? [toMention(person.id, person.name)] : []
  const all = [...Array.from({ length: mentions }, () => bot), ...other]
  const [first, ...rest] = all.map((mention) => mention.text)
  const written = [first, text, ...rest].filter((part) => part !== undefined).join(' ')
  const entities = Array.isArray(message['entities']) ? message['entities'] : []
  return withHtml({ ...message, text: written, entities: [...all, ...entities] })
}

function toMention(id: string, name: string) {
  return { type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` } as const
}

/** Teams sends a message's HTML beside its text; a mention is a span in it. */
function withHtml<A extends Fields>(message: A): A {
  const html = String(message['text']).replace(
    /<at>(.*?)<\/at>/g,
    '<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">$1</span>',
  )
  const attachment = { contentType: 'text/html', content: `<p>${html}</p>` }
  return { ...message, attachments: [attachment] }
}

/** A message of a person in a conversation. */
function toMessage(teams: Workspace, written: Written, conversation: Place): Activity {
  const message = { ...toActivity(teams, written, conversation), type: 'message' }
  return { ...message, text: written.text, textFormat: 'plain', attachments: [] }
}

export type Place = Fields & { readonly id: string; readonly conversationType: string }

/** What all activities have. */
export function toActivity(
  teams: Workspace,
  writer: Writer,
  conversation: Place,
): Activity & { readonly type: 'message' } {
  const { from = PERSON, tenant = teams.tenant, locale = 'de-DE' } = writer
  const now = new Date()
  return {
    type: 'message',
    id: writer.id ?? teams.nextMessageId(),
    timestamp: now.toISOString(),
    localTimestamp: toLocal(now),
    localTimezone: 'Europe/Berlin',
    serviceUrl: teams.serviceUrl,
    channelId: 'msteams',
    from: { id: from, name: writer.name ?? 'Kim Beispiel', ...toRole(from) },
    conversation: { ...conversation, tenantId: tenant },
    recipient: { id: teams.botId, name: teams.botName },
    entities: [toClient(locale)],
    channelData: { tenant: { id: tenant } },
    locale,
  }
}

function toRole(from: string): object {
  return from.startsWith('28:') ? { role: 'bot' } : { aadObjectId: toObjectId(from) }
}

function toClient(locale: string): object {
  const country = locale.split('-')[1] ?? 'DE'
  return { type: 'clientInfo', locale, country, platform: 'Windows', timezone: 'Europe/Berlin' }
}

/** Berlin in winter, as the client writes it. */
function toLocal(now: Date): string {
  const shifted = new Date(now.getTime() + 3_600_000)
  return shifted.toISOString().replace('Z', '+01:00')
}
