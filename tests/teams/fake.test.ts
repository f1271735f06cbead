import { type ConversationParameters, type ConversationReference, TeamsInfo } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { FakeOptions } from './fake.ts'
import {
  CHANNEL,
  channelMention,
  GROUP,
  groupMention,
  PERSON,
  personalMessage,
} from './payloads.ts'
import { toPersonal } from './place.ts'
import { call, openStage, runTurn, type Stage, toActivities } from './stage.ts'

const PERSONAL = toPersonal(PERSON)
const HELLO = { type: 'message', text: 'Hallo' }

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(async () => {
  vi.useRealTimers()
  await stage.close()
})

async function reopen(options: FakeOptions): Promise<void> {
  await stage.close()
  stage = await openStage(options)
}

describe('what the real CloudAdapter sends', () => {
  it('is recorded as a reply, with everything but the token', async () => {
    const { teams } = stage
    const message = personalMessage(teams, { text: 'Hallo' })
    const answer = await runTurn(stage, message, (context) => context.sendActivity('Guten Tag'))
    const [made] = teams.calls
    expect(made).toMatchObject({
      operation: 'reply',
      method: 'POST',
      conversation: PERSONAL,
      activityId: message.id,
      body: { type: 'message', text: 'Guten Tag', replyToId: message.id },
      hasAuthorization: true,
      outcome: 'ok',
    })
    expect(JSON.stringify(teams.calls)).not.toContain('Bearer')
    expect(answer).toEqual({ id: teams.messages[0]?.id })
    expect(teams.messages[0]).toMatchObject({ replyTo: message.id, conversation: PERSONAL })
  })

  it('shows typing to nobody afterwards', async () => {
    const { teams } = stage
    await runTurn(stage, personalMessage(teams, { text: 'Hallo' }), (context) =>
      context.sendActivity({ type: 'typing' }),
    )
    expect(teams.callsOf('reply')).toHaveLength(1)
    expect(teams.messages).toHaveLength(0)
  })

  it('stays in the thread of a channel', async () => {
    const { teams } = stage
    const root = channelMention(teams, { text: 'Was tun?' })
    const follow = channelMention(teams, { text: 'Und dann?', rootId: root.id })
    for (const message of [root, follow]) {
      await runTurn(stage, message, (context) => context.sendActivity('Ruhe bewahren.'))
    }
    expect(teams.thread(`${CHANNEL};messageid=${root.id}`)).toHaveLength(2)
    expect(teams.thread(CHANNEL)).toHaveLength(0)
  })

  it('is updated and deleted', async () => {
    const { teams } = stage
    await runTurn(stage, groupMention(teams, { text: 'Hallo' }), async (context) => {
      const sent = await context.sendActivities([HELLO, HELLO])
      const [first, second] = sent.map(({ id }) => id)
      const { conversation } = context.activity
      await context.updateActivity({ ...HELLO, id: String(first), text: 'Neu', conversation })
      await context.deleteActivity(String(second))
    })
    expect(teams.messages).toMatchObject([
      { activity: { text: 'Neu' }, edited: true },
      { deleted: true },
    ])
    expect(teams.thread(GROUP)).toHaveLength(1)
  })

  it('reaches a person who wrote before, in a turn of its own', async () => {
    const { teams, adapter } = stage
    const reference: Partial<ConversationReference> = {
      bot: { id: teams.botId, name: teams.botName },
      channelId: 'msteams',
      conversation: { id: PERSONAL, name: '', conversationType: 'personal', isGroup: false },
      serviceUrl: teams.serviceUrl,
    }
    await adapter.continueConversationAsync(teams.appId, reference, async (context) => {
      await context.sendActivity('Noch etwas')
    })
    const [message] = teams.thread(PERSONAL)
    expect(message?.activity).toMatchObject({ text: 'Noch etwas' })
    // Made up by botbuilder: nobody wrote a message with this id.
    expect(message?.replyTo).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('opens the personal chat with somebody, always the same', async () => {
    const { teams, adapter } = stage
    const seen: string[] = []
    for (const _ of [1, 2]) {
      const parameters = { members: [{ id: PERSON }], tenantId: teams.tenant, isGroup: false }
      await adapter.createConversationAsync(
        teams.appId,
        'msteams',
        teams.serviceUrl,
        teams.issuer,
        parameters as ConversationParameters,
        async (context) => void seen.push(context.activity.conversation.id),
      )
    }
    expect(seen).toEqual([PERSONAL, PERSONAL])
  })

  it('tells who is there', async () => {
    const { teams } = stage
    teams.addMember({ id: PERSON, name: 'Kim', role: 'guest', tenant: 'fremd' })
    teams.addMember({ id: '29:zwei', aadObjectId: 'oid-2' })
    const message = groupMention(teams, { text: 'Hallo' })
    const one = await runTurn(stage, message, (context) => TeamsInfo.getMember(context, PERSON))
    expect(one).toMatchObject({ name: 'Kim', userRole: 'guest', tenantId: 'fremd' })
    const page = await runTurn(stage, message, (context) => TeamsInfo.getPagedMembers(context, 1))
    expect(page).toMatchObject({ continuationToken: '1', members: [{ id: PERSON }] })
    const nobody = await runTurn(stage, message, (context) => TeamsInfo.getMember(context, 'oid-3'))
    expect(nobody).toMatchObject({ statusCode: 404, code: 'MemberNotFoundInConversation' })
    expect(await call(teams, ['GET', `/${encodeURIComponent(GROUP)}/members`])).toMatchObject({
      status: 200,
      body: [{ id: PERSON }, { aadObjectId: 'oid-2' }],
    })
  })
})

describe('the connector', () => {
  it('answers below any path', async () => {
    await reopen({ path: 'emea/72f988bf/' })
    const { teams } = stage
    expect(new URL(teams.serviceUrl).pathname).toBe('/emea/72f988bf/')
    await runTurn(stage, personalMessage(teams, { text: 'Hallo' }), (context) =>
      context.sendActivity('Da'),
    )
    expect(teams.thread(PERSONAL)).toHaveLength(1)
  })

  it('lets nobody in without a token', async () => {
    const { teams } = stage
    const send = ['POST', toActivities(PERSONAL)] as const
    expect(await call(teams, send, { body: HELLO, token: null })).toMatchObject({ status: 401 })
    expect(teams.calls).toMatchObject([{ hasAuthorization: false, outcome: 401 }])
    expect(teams.messages).toHaveLength(0)
  })

  it('gives out tokens for the right secret and takes no others when told so', async () => {
    await reopen({ onlyIssuedTokens: true })
    const { teams } = stage
    const send = ['POST', toActivities(PERSONAL)] as const
    expect(await call(teams, send, { body: HELLO })).toMatchObject({ status: 401 })
    const wrong = await askForToken({ client_secret: 'falsch' })
    expect(wrong).toMatchObject({ error: 'invalid_client' })
    const { access_token: token = null } = await askForToken({})
    expect(await call(teams, send, { body: HELLO, token })).toMatchObject({ status: 201 })
    expect(teams.tokenCalls.map(({ outcome }) => outcome)).toEqual(['invalid_client', 'ok'])
    expect(JSON.stringify(teams.tokenCalls)).not.toContain(teams.appPassword)
  })

  it('knows no conversation that is not of Teams, and none the bot was thrown out of', async () => {
    const { teams } = stage
    const send = (id: string) => call(teams, ['POST', toActivities(id)], { body: HELLO })
    expect(await send('C0SLACK')).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
    teams.closeConversation(GROUP, 'BotDisabledByAdmin')
    expect(await send(GROUP)).toMatchObject({
      status: 403,
      body: { error: { code: 'BotDisabledByAdmin' } },
    })
    const other = { body: HELLO }
    expect(await call(teams, ['PUT', toActivities(PERSONAL, '/1')], other)).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    })
    expect(await call(teams, ['GET', ''])).toMatchObject({ status: 404 })
  })

  it('refuses what is no activity, and keeps why', async () => {
    const { teams } = stage
    const send = ['POST', toActivities(PERSONAL)] as const
    for (const body of ['{"type":', '[]', { type: 'message' }]) {
      expect(await call(teams, send, { body })).toMatchObject({ status: 400 })
    }
    expect(teams.refusals.map(({ code }) => code)).toEqual(['BadSyntax', 'BadSyntax', 'BadSyntax'])
    expect(teams.refusals.at(-1)?.reasons).toEqual([
      "must include a non-empty 'text' or at least one attachment",
    ])
  })

  it('begins a thread with a post at the top of a channel', async () => {
    const { teams } = stage
    const { body } = await call(teams, ['POST', toActivities(CHANNEL)], { body: HELLO })
    const thread = `${CHANNEL};messageid=${body['id']}`
    expect(teams.thread(thread)).toHaveLength(1)
    const change = ['PUT', toActivities(thread, `/${body['id']}`)] as const
    expect(await call(teams, change, { body: { ...HELLO, text: 'Neu' } })).toMatchObject({
      status: 200,
    })
    const parameters = { channelData: { channel: { id: CHANNEL } }, activity: HELLO }
    const begun = await call(teams, ['POST', ''], {
      body: { ...parameters, tenantId: teams.tenant },
    })
    expect(begun).toMatchObject({ status: 201, body: { id: expect.stringMatching(/messageid=/) } })
  })

  it('opens no chat with another customer', async () => {
    const body = { members: [{ id: PERSON }], tenantId: 'fremd' }
    expect(await call(stage.teams, ['POST', ''], { body })).toMatchObject({ status: 400 })
    const first = { ...body, tenantId: stage.teams.tenant, activity: HELLO }
    expect(await call(stage.teams, ['POST', ''], { body: first })).toMatchObject({
      status: 201,
      body: { id: PERSONAL, activityId: stage.teams.messages[0]?.id },
    })
  })

  it('shows a targeted message to one person and in no thread', async () => {
    const { teams } = stage
    const body = { ...HELLO, recipient: { id: PERSON } }
    const query = '?isTargetedActivity=true'
    const { body: made } = await call(teams, ['POST', toActivities(GROUP, query)], { body })
    expect(teams.messages).toMatchObject([{ targetedTo: PERSON }])
    expect(teams.thread(GROUP)).toHaveLength(0)
    const change = toActivities(GROUP, `/${made['id']}`)
    expect(await call(teams, ['PUT', change], { body })).toMatchObject({ status: 404 })
    expect(await call(teams, ['PUT', `${change}${query}`], { body })).toMatchObject({ status: 200 })
    expect(await call(teams, ['DELETE', `${change}${query}`])).toMatchObject({ status: 200 })
    const personal = toActivities(PERSONAL, query)
    expect(await call(teams, ['POST', personal], { body })).toMatchObject({ status: 400 })
  })

  it('notes who writes too fast, and refuses it when told so', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const send = () => call(stage.teams, ['POST', toActivities(GROUP)], { body: HELLO })
    const patient = await Promise.all(Array.from({ length: 10 }, send))
    expect(patient.every(({ status }) => status === 201)).toBe(true)
    expect(stage.teams.breaches).toContainEqual(expect.objectContaining({ rule: 'rate-limit' }))
    await reopen({ enforceLimits: true })
    const strict = await Promise.all(Array.from({ length: 10 }, send))
    expect(strict.filter(({ status }) => status === 429)).toHaveLength(3)
    vi.setSystemTime(Date.now() + 2_000)
    expect(await send()).toMatchObject({ status: 201 })
  })

  it('finds what was said twice', async () => {
    const { teams } = stage
    const send = (rest: string, text: string) =>
      call(teams, ['POST', toActivities(GROUP, rest)], { body: { type: 'message', text } })
    for (const rest of ['/1', '/2', '/2', '', '']) await send(rest, 'Gleich')
    await send('/1', 'Anders')
    expect(teams.duplicatesOf(GROUP).map((group) => group.length)).toEqual([2, 2])
    expect(teams.duplicatesOf(PERSONAL)).toEqual([])
    await call(teams, ['DELETE', toActivities(GROUP, `/${teams.messages[1]?.id}`)])
    expect(teams.duplicatesOf()).toHaveLength(1)
  })

  it('gives every message an id of its own', async () => {
    const { teams } = stage
    const made = Array.from({ length: 500 }, () => teams.nextMessageId())
    expect(new Set(made).size).toBe(500)
    expect(teams.nextId('f:')).not.toBe(teams.nextId('f:'))
  })
})

async function askForToken(over: Record<string, string>): Promise<Record<string, string>> {
  const { teams } = stage
  const form = {
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.appPassword,
    scope: `${teams.issuer}/.default`,
    ...over,
  }
  const response = await fetch(teams.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })
  return Answered.parse(await response.json())
}

const Answered = z.record(z.string(), z.coerce.string())
