import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { appMention, messageInChannel } from './payloads.ts'
import { AT_ONCE, toClient, toError } from './stage.ts'

const CHANNEL = 'C0STAB001'
const USER = 'U0FRAGE01'
const ASKED = { channel: CHANNEL, user: USER, text: 'Wie lange?' }
const METADATA = { event_type: 'answer_v1', event_payload: { id: 'a_01H' } }
const SECTION = { type: 'section', text: { type: 'mrkdwn', text: 'Hallo' } }

let slack: FakeSlack

beforeEach(async () => {
  slack = await openFakeSlack()
  // What is delivered here only has to become visible; nobody listens.
  slack.connect(`${slack.apiUrl}api.test`)
})

afterEach(async () => {
  await slack.close()
})

describe('tokens and scopes', () => {
  it('tells who the bot is and what it may do', async () => {
    const answer = await toClient(slack).auth.test()
    expect(answer).toMatchObject({ user_id: slack.botUser, bot_id: slack.botId })
    expect(answer.response_metadata?.scopes).toContain('chat:write')
  })

  it.each([
    ['not_authed', undefined, 'auth.test'],
    ['invalid_auth', 'xoxb-other', 'auth.test'],
    ['not_allowed_token_type', 'app', 'auth.test'],
    ['not_allowed_token_type', 'bot', 'apps.connections.open'],
    ['unknown_method', 'bot', 'chat.shout'],
  ])('refuses with %s', async (error, kind, name) => {
    const tokens = new Map([
      ['app', slack.appToken],
      ['bot', slack.botToken],
    ])
    const token = tokens.get(kind ?? '') ?? kind
    const client = toClient(slack, kind === undefined ? { token: '' } : { token })
    expect(await toError(client.apiCall(name))).toBe(error)
    expect(slack.callsOf(name)).toMatchObject([{ outcome: error }])
  })

  it('names the scope that is missing, which depends on the conversation', async () => {
    const poor = await openFakeSlack({ scopes: ['channels:history'] })
    poor.addChannel({ id: 'C0GEHEIM1', kind: 'group' })
    const call = toClient(poor).conversations.history({ channel: 'C0GEHEIM1' })
    await expect(call).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:history', provided: 'channels:history' },
    })
    await poor.close()
  })
})

describe('messages', () => {
  it('gives time stamps that only rise', async () => {
    const client = toClient(slack)
    const posts = Array.from({ length: 20 }, () => client.chat.postMessage({ ...ASKED }))
    await Promise.all(posts)
    const stamps = slack.messages.map(({ ts }) => ts)
    expect(new Set(stamps).size).toBe(20)
    expect(stamps.toSorted()).toEqual(stamps)
  })

  it.each([
    ['no_text', {}],
    ['no_text', { text: '' }],
    ['msg_too_long', { text: 'a'.repeat(40_001) }],
    ['msg_blocks_too_long', { text: 'a', blocks: Array(5).fill(toSection('a'.repeat(2_700))) }],
    ['invalid_blocks', { text: 'a', blocks: [{ type: 'text', text: 'a' }] }],
    ['markdown_text_conflict', { text: 'a', markdown_text: '**a**' }],
    ['invalid_metadata_format', { text: 'a', metadata: { id: 'a_01H' } }],
    ['invalid_arguments', { text: 'a', thread_ts: '12.5' }],
    ['channel_not_found', { text: 'a', channel: 'krisenstab' }],
    ['not_in_channel', { text: 'a', channel: 'C0OHNEBOT' }],
    ['channel_not_found', { text: 'a', channel: 'G0OHNEBOT' }],
    ['is_archived', { text: 'a', channel: 'C0ARCHIV1' }],
  ])('are refused with %s', async (error, args) => {
    slack.addChannel({ id: 'C0OHNEBOT', kind: 'channel', hasBot: false })
    slack.addChannel({ id: 'G0OHNEBOT', kind: 'group', hasBot: false })
    slack.addChannel({ id: 'C0ARCHIV1', kind: 'channel', isArchived: true })
    const call = toClient(slack).apiCall('chat.postMessage', { channel: CHANNEL, ...args })
    expect(await toError(call)).toBe(error)
    expect(slack.messages).toEqual([])
  })

  it('do not answer a reply in place of its root', async () => {
    const { chat } = toClient(slack)
    const root = String((await chat.postMessage({ ...ASKED })).ts)
    const reply = String((await chat.postMessage({ ...ASKED, thread_ts: root })).ts)
    expect(await toError(chat.postMessage({ ...ASKED, thread_ts: reply }))).toBe(
      'cannot_reply_to_message',
    )
  })

  it('lose their blocks but no metadata when only the text is updated', async () => {
    const { chat } = toClient(slack)
    const { ts } = await chat.postMessage({ ...ASKED, blocks: [SECTION], metadata: METADATA })
    await chat.update({ channel: CHANNEL, ts: String(ts), text: 'Neu' })
    expect(slack.messages).toMatchObject([
      { text: 'Neu', blocks: [], metadata: METADATA, edited: true },
    ])
  })

  it('are changed by their own app only, and within 4000 characters', async () => {
    const { chat } = toClient(slack)
    const foreign = messageInChannel(slack, ASKED)
    await slack.deliver(foreign)
    const place = { channel: CHANNEL, ts: String(foreign.event['ts']) }
    const own = String((await chat.postMessage({ ...ASKED })).ts)
    const long = { channel: CHANNEL, ts: own, text: 'a'.repeat(4_001) }
    expect(await toError(chat.update({ ...place, text: 'a' }))).toBe('cant_update_message')
    expect(await toError(chat.delete(place))).toBe('cant_delete_message')
    expect(await toError(chat.update(long))).toBe('msg_too_long')
    expect(await toError(chat.delete({ channel: CHANNEL, ts: own }))).toBe('ok')
    expect(await toError(chat.delete({ channel: CHANNEL, ts: own }))).toBe('message_not_found')
  })

  it('are read back with their metadata on request, in pages', async () => {
    const { chat, conversations } = toClient(slack)
    const asked = appMention(slack, ASKED)
    await slack.deliver(asked)
    const ts = String(asked.event['ts'])
    const place = { channel: CHANNEL, ts }
    await chat.postMessage({ ...ASKED, thread_ts: ts, metadata: METADATA })
    await chat.postEphemeral({ ...ASKED, thread_ts: ts })
    const plain = await conversations.replies(place)
    const whole = await conversations.replies({ ...place, include_all_metadata: true })
    const first = await conversations.replies({ ...place, limit: 1 })
    const cursor = String(first.response_metadata?.next_cursor)
    const second = await conversations.replies({ ...place, limit: 1, cursor })
    const history = await conversations.history({ channel: CHANNEL, latest: slack.nextTs() })
    expect(plain.messages?.map(({ metadata }) => metadata)).toEqual([undefined, undefined])
    expect(whole.messages?.[1]?.metadata).toEqual(METADATA)
    expect([first.has_more, second.has_more]).toEqual([true, false])
    expect(second.messages).toMatchObject([{ bot_id: slack.botId }])
    expect(history.messages).toMatchObject([{ ts, user: USER }])
    const missing = conversations.replies({ channel: CHANNEL, ts: '1000000000.000000' })
    expect(await toError(missing)).toBe('thread_not_found')
  })

  it('are shown to one person who is there', async () => {
    const { chat } = toClient(slack)
    slack.addChannel({ id: CHANNEL, kind: 'channel', members: [USER] })
    await chat.postEphemeral({ ...ASKED })
    expect(slack.messages).toMatchObject([{ ephemeralTo: USER }])
    expect(await toError(chat.postEphemeral({ ...ASKED, user: 'U0FORT001' }))).toBe(
      'user_not_in_channel',
    )
    expect(await toError(chat.postEphemeral({ ...ASKED, user: 'niemand' }))).toBe('user_not_found')
  })

  it('carry reactions once each', async () => {
    const { chat, reactions } = toClient(slack)
    const { ts } = await chat.postMessage({ ...ASKED })
    const eyes = { channel: CHANNEL, timestamp: String(ts), name: 'eyes' }
    await reactions.add(eyes)
    expect(slack.messages).toMatchObject([{ reactions: ['eyes'] }])
    expect(await toError(reactions.add(eyes))).toBe('already_reacted')
    await reactions.remove(eyes)
    expect(await toError(reactions.remove(eyes))).toBe('no_reaction')
  })
})

describe('people, conversations and agents', () => {
  it('describes people as they were added, others as plain members', async () => {
    slack.addUser({ id: 'U0GAST001', isSingleGuest: true, locale: 'en-GB' })
    slack.addUser({ id: 'U0FREMD01', isStranger: true, team: 'T0FREMD01' })
    const { users } = toClient(slack)
    const member = await users.info({ user: USER, include_locale: true })
    const guest = await users.info({ user: 'U0GAST001', include_locale: true })
    const stranger = await users.info({ user: 'U0FREMD01' })
    expect(member.user).toMatchObject({ locale: 'de-DE', is_restricted: false, is_bot: false })
    expect(guest.user).toMatchObject({ locale: 'en-GB', is_ultra_restricted: true })
    expect(stranger.user).toMatchObject({ is_stranger: true, team_id: 'T0FREMD01' })
    expect(stranger.user).not.toHaveProperty('locale')
    expect(await toError(users.info({ user: 'niemand' }))).toBe('user_not_found')
  })

  it('opens and describes conversations', async () => {
    slack.addChannel({ id: 'C0EXTERN1', kind: 'channel', isExtShared: true })
    const { conversations, chat } = toClient(slack)
    const opened = await conversations.open({ users: USER })
    const posted = await chat.postMessage({ channel: USER, text: 'Hallo' })
    const shared = await conversations.info({ channel: 'C0EXTERN1' })
    expect(posted.channel).toBe(opened.channel?.id)
    expect(shared.channel).toMatchObject({ is_ext_shared: true, is_private: false })
  })

  it('takes status, prompts, titles and sessions within their limits', async () => {
    const { assistant, agents } = toClient(slack)
    const place = { channel_id: 'D0FRAGE01', thread_ts: slack.nextTs() }
    const prompt = { title: 'Panne', message: 'Was ist zu tun?' }
    const { threads } = assistant
    await threads.setStatus({ ...place, status: 'sucht …', loading_messages: ['liest'] })
    await threads.setTitle({ ...place, title: 'Datenpanne' })
    await threads.setSuggestedPrompts({ ...place, prompts: [prompt] })
    const session = await agents.sessions.setStatus({ ...place, status: 'processing' })
    expect(session).toMatchObject({ agent_status: 'processing' })
    for (const call of [
      threads.setStatus({ ...place, status: 'a', loading_messages: Array(11).fill('a') }),
      threads.setSuggestedPrompts({ ...place, prompts: Array(5).fill(prompt) }),
      agents.sessions.setStatus({ ...place, status: 'busy' }),
    ]) {
      expect(await toError(call)).toBe('invalid_arguments')
    }
  })
})

describe('faults', () => {
  it('are waited out by the real client after a 429', async () => {
    slack.fault('chat.postMessage', { status: 429, retryAfter: 0 })
    await toClient(slack, { retryConfig: AT_ONCE }).chat.postMessage({ ...ASKED })
    expect(slack.callsOf('chat.postMessage').map(({ outcome }) => outcome)).toEqual([429, 'ok'])
  })

  it('tell the caller how long to wait when it does not want to wait itself', async () => {
    slack.fault('chat.postMessage', { status: 429, retryAfter: 7 })
    const client = toClient(slack, { rejectRateLimitedCalls: true })
    await expect(client.chat.postMessage({ ...ASKED })).rejects.toMatchObject({ retryAfter: 7 })
  })

  it('after the work make the real client post twice', async () => {
    slack.fault('chat.postMessage', { status: 503, afterwards: true })
    await toClient(slack, { retryConfig: AT_ONCE }).chat.postMessage({ ...ASKED })
    expect(slack.messages).toHaveLength(2)
  })

  it('are error codes, silence or slowness, one call each', async () => {
    slack.fault('auth.test', { error: 'account_inactive' }, { hang: true }, { slowMs: 1 })
    const { auth } = toClient(slack)
    const impatient = toClient(slack, { timeout: 50 })
    expect(await toError(auth.test())).toBe('account_inactive')
    await expect(impatient.auth.test()).rejects.toMatchObject({
      code: 'slack_webapi_request_error',
    })
    expect(await toError(auth.test())).toBe('ok')
    expect(slack.calls.map(({ outcome }) => outcome)).toEqual(['account_inactive', 'hang', 'ok'])
  })

  it('come with every nth call', async () => {
    slack.everyNth('auth.test', 3, { error: 'fatal_error' })
    const client = toClient(slack)
    const outcomes: string[] = []
    for (let call = 1; call <= 6; call += 1) outcomes.push(await toError(client.auth.test()))
    expect(outcomes).toEqual(['ok', 'ok', 'fatal_error', 'ok', 'ok', 'fatal_error'])
  })
})

function toSection(text: string): object {
  return { ...SECTION, text: { type: 'mrkdwn', text } }
}
