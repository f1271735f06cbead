import { TeamsActivityHandler, type TurnContext } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  botAdded,
  edited,
  installation,
  personAdded,
  personTyping,
  reaction,
  softDeleted,
  undeleted,
} from './events.ts'
import {
  botMessage,
  cardSubmit,
  emojiOnly,
  filesOnly,
  foreignMessage,
  htmlOnly,
  imBack,
  quotedReply,
  targeted,
} from './oddities.ts'
import {
  type Activity,
  CHANNEL,
  channelMention,
  GROUP,
  groupMention,
  MEETING,
  meetingMention,
  personalMessage,
  TEAM,
} from './payloads.ts'
import { openStage, type Stage } from './stage.ts'

const KIM = { id: '29:kim', name: 'Kim Beispiel' }
const ON = { messageId: '1763882901000' }

let stage: Stage

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
  stage = await openStage()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await stage.close()
})

/** What the real TeamsActivityHandler takes each activity for. */
async function hear(...activities: readonly Activity[]): Promise<readonly unknown[]> {
  const heard: unknown[] = []
  const handler = new TeamsActivityHandler()
  const note = (name: string) => async (_: TurnContext, next: () => Promise<void>) => {
    heard.push(name)
    await next()
  }
  handler.onMessage(note('message'))
  handler.onTyping(note('typing'))
  handler.onReactionsAdded(note('reaction'))
  handler.onMembersAdded(note('members'))
  handler.onInstallationUpdateAdd(note('added'))
  handler.onInstallationUpdateRemove(note('removed'))
  handler.onTeamsMessageEditEvent(note('edited'))
  handler.onTeamsMessageSoftDeleteEvent(note('deleted'))
  handler.onTeamsMessageUndeleteEvent(note('undeleted'))
  stage.onTurn((context) => handler.run(context))
  for (const activity of activities) {
    expect(await stage.teams.deliver(activity)).toMatchObject({ status: 200 })
  }
  return heard
}

describe('messages', () => {
  it('are messages for the real handler, each with an id of its own', async () => {
    const { teams } = stage
    const text = 'Was tun?'
    const activities = [
      personalMessage(teams, { text }),
      channelMention(teams, { text }),
      groupMention(teams, { text }),
      meetingMention(teams, { text }),
      imBack(teams, { text }),
      cardSubmit(teams, { value: { ref: 'a' }, ...ON }),
      quotedReply(teams, { text, ...ON }),
      botMessage(teams, { text }),
      foreignMessage(teams, { text }),
      targeted(groupMention(teams, { text })),
      filesOnly(teams),
      htmlOnly(teams, '<p>Was tun?</p>'),
      emojiOnly(teams),
    ]
    expect(await hear(...activities)).toEqual(activities.map(() => 'message'))
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length)
  })

  it('say who, where and for whom', () => {
    const { teams } = stage
    const message = personalMessage(teams, { text: 'Hallo', from: KIM.id, name: KIM.name })
    expect(message).toMatchObject({
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      locale: 'de-DE',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      from: { ...KIM, aadObjectId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) },
      recipient: { id: teams.botId },
      conversation: { conversationType: 'personal', tenantId: teams.tenant },
      channelData: { tenant: { id: teams.tenant } },
      entities: [{ type: 'clientInfo', locale: 'de-DE' }],
    })
    expect(foreignMessage(teams, { text: 'a' }).conversation['tenantId']).not.toBe(teams.tenant)
    expect(botMessage(teams, { text: 'a' })['from']).toMatchObject({
      role: 'bot',
      id: expect.stringMatching(/^28:/),
    })
    expect(targeted(message)['recipient']).toMatchObject({ id: teams.botId, isTargeted: true })
  })

  it('mention the bot as often as wanted, and others', () => {
    const { teams } = stage
    const mention = channelMention(teams, { text: 'bitte', mentions: 2, person: KIM })
    const at = `<at>${teams.botName}</at>`
    expect(mention['text']).toBe(`${at} bitte ${at} <at>Kim Beispiel</at>`)
    expect(mention['entities']).toMatchObject([
      { type: 'mention', mentioned: { id: teams.botId }, text: at },
      { type: 'mention', mentioned: { id: teams.botId } },
      { type: 'mention', mentioned: KIM },
      { type: 'clientInfo' },
    ])
    const silent = groupMention(teams, { text: 'Hallo', mentions: 0 })
    expect(silent).toMatchObject({ text: 'Hallo', conversation: { id: GROUP } })
    const html = [{ contentType: 'text/html', content: expect.stringContaining('Mention') }]
    expect(mention['attachments']).toMatchObject(html)
  })

  it('begin a thread or stay in one', () => {
    const { teams } = stage
    const root = channelMention(teams, { text: 'a' })
    expect(root.conversation.id).toBe(`${CHANNEL};messageid=${root.id}`)
    const reply = channelMention(teams, {
      text: 'b',
      rootId: root.id,
      channel: '19:x@thread.tacv2',
    })
    expect(reply.conversation.id).toBe(`19:x@thread.tacv2;messageid=${root.id}`)
    expect(reply['channelData']).toMatchObject({ team: { id: TEAM }, tenant: { id: teams.tenant } })
    const meeting = meetingMention(teams, { text: 'a' })
    expect(meeting).toMatchObject({
      conversation: { id: MEETING, conversationType: 'groupChat' },
      channelData: { meeting: { id: expect.any(String) } },
    })
  })

  it('quote what they answer', () => {
    const reply = quotedReply(stage.teams, { text: 'Stimmt das?', ...ON, preview: '72 Stunden' })
    expect(reply['text']).toBe(`<quoted messageId="${ON.messageId}"/> Stimmt das?`)
    expect(JSON.stringify(reply)).toContain('72 Stunden')
  })
})

describe('events', () => {
  it('are told apart by the real handler', async () => {
    const { teams } = stage
    const message = channelMention(teams, { text: 'Alt' })
    const heard = await hear(
      edited(message, 'Neu'),
      softDeleted(message),
      undeleted(message),
      installation(teams, { action: 'add' }),
      installation(teams, { action: 'remove', where: 'channel' }),
      botAdded(teams, { where: 'channel' }),
      personAdded(teams, { where: 'groupChat', person: KIM.id }),
      reaction(teams, { ...ON, conversation: message.conversation }),
      personTyping(teams),
    )
    expect(heard).toEqual([
      'edited',
      'deleted',
      'undeleted',
      'added',
      'removed',
      'members',
      'members',
      'reaction',
      'typing',
    ])
  })

  it('keep the id of the message they are about', () => {
    const message = personalMessage(stage.teams, { text: 'Alt' })
    expect(edited(message, 'Neu')).toMatchObject({ id: message.id, text: 'Neu' })
    expect(softDeleted(message)).not.toHaveProperty('text')
    expect(undeleted(message)).toMatchObject({
      text: 'Alt',
      channelData: { eventType: 'undeleteMessage', tenant: { id: stage.teams.tenant } },
    })
  })
})
