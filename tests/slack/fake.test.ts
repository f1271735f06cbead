import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, messageShortcut, slashCommand, viewSubmission } from './interactions.ts'
import {
  agentSessionStopped,
  appContextChanged,
  appHomeOpened,
  appMention,
  appUninstalled,
  botMessage,
  directMessage,
  fileShare,
  mentionTwice,
  messageChanged,
  messageDeleted,
  messageInChannel,
  messageInGroup,
  tokensRevoked,
  urlVerification,
} from './payloads.ts'
import { openStage, type Stage } from './stage.ts'

const CHANNEL = 'C0STAB001'
const USER = 'U0FRAGE01'
const ASKED = { channel: CHANNEL, user: USER, text: 'Wie lange ist die Meldefrist?' }

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(async () => {
  await stage.close()
})

describe('signed requests to the real ExpressReceiver', () => {
  it('delivers a mention that is answered in its thread', async () => {
    const { slack, app } = stage
    const answered = new Promise<void>((resolve) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: 'Binnen 72 Stunden.', thread_ts: event.ts })
        resolve()
      })
    })
    const payload = appMention(slack, ASKED)
    const { status } = await slack.deliver(payload)
    await answered
    const thread = slack.thread(CHANNEL, String(payload.event['ts']))
    expect(status).toBe(200)
    expect(thread.map(({ user, text }) => [user, text])).toEqual([
      [USER, `<@${slack.botUser}> ${ASKED.text}`],
      [slack.botUser, 'Binnen 72 Stunden.'],
    ])
  })

  it.each([
    ['a changed body', { tamper: (body: string) => body.replace('Meldefrist', 'Frist') }],
    ['another secret', { secret: 'f'.repeat(32) }],
    ['a wrong signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['a time stamp of ten minutes ago', { timestamp: Math.floor(Date.now() / 1000) - 600 }],
  ])('is refused with %s', async (_, how) => {
    const { slack } = stage
    const { status } = await slack.deliver(appMention(slack, ASKED), how)
    expect(status).toBe(401)
  })

  it('is refused as JSON when it is none', async () => {
    const { slack } = stage
    const how = { contentType: 'application/x-www-form-urlencoded' }
    const { status } = await slack.deliverForm({ payload: '{' }, how)
    expect(status).toBe(400)
  })

  it('gets the challenge back', async () => {
    const { body } = await stage.slack.deliver(urlVerification('abc'))
    expect(JSON.parse(body)).toEqual({ challenge: 'abc' })
  })

  it('passes retry number and reason on', async () => {
    const { slack, app } = stage
    const seen = new Promise((resolve) => {
      app.event('app_mention', async ({ context }) => {
        resolve([context.retryNum, context.retryReason])
      })
    })
    await slack.deliver(appMention(slack, ASKED), { retry: 1, reason: 'http_timeout' })
    expect(await seen).toEqual([1, 'http_timeout'])
  })

  it('shows a mention that Slack sends twice as one message', async () => {
    const { slack } = stage
    const [mention, message] = mentionTwice(slack, ASKED)
    await slack.deliver(mention)
    await slack.deliver(message)
    expect(mention.event_id).not.toBe(message.event_id)
    expect(mention.event['ts']).toBe(message.event['ts'])
    expect(slack.messages).toHaveLength(1)
  })

  it('carries out edits and deletions of people', async () => {
    const { slack } = stage
    const first = messageInChannel(slack, ASKED)
    const ts = String(first.event['ts'])
    await slack.deliver(first)
    await slack.deliver(messageChanged(slack, { ...ASKED, ts, before: ASKED.text, text: 'Neu?' }))
    expect(slack.messages).toMatchObject([{ text: 'Neu?', edited: true }])
    await slack.deliver(messageDeleted(slack, { ...ASKED, ts }))
    expect(slack.thread(CHANNEL, ts)).toEqual([])
  })

  it('reaches the listeners of Bolt with every event there is but the own messages', async () => {
    const { slack, app } = stage
    const seen: unknown[] = []
    app.event(/.*/, async ({ event }) => {
      seen.push('subtype' in event ? event.subtype : event.type)
    })
    const ts = slack.nextTs()
    const payloads = [
      directMessage(slack, { ...ASKED, channel: 'D0FRAGE01', context: { entities: [] } }),
      messageInGroup(slack, { ...ASKED, userTeam: 'T0FREMD01', isExtShared: true }),
      messageChanged(slack, { ...ASKED, ts, before: 'Alt' }),
      messageDeleted(slack, { ...ASKED, ts }),
      botMessage(slack, { ...ASKED, user: 'U0OTHER01', isClassic: true }),
      botMessage(slack, { ...ASKED, user: slack.botUser }),
      fileShare(slack, { ...ASKED, fileName: 'lage.pdf' }),
      appHomeOpened(slack, { user: USER, tab: 'messages' }),
      appContextChanged(slack, { user: USER, channel: CHANNEL }),
      agentSessionStopped(slack, { channel: CHANNEL, user: USER, threadTs: ts }),
      tokensRevoked(slack),
      appUninstalled(slack),
    ]
    for (const payload of payloads)
      expect(await slack.deliver(payload)).toMatchObject({ status: 200 })
    expect(seen).toEqual([
      'message',
      'message',
      'message_changed',
      'message_deleted',
      'bot_message',
      'file_share',
      'app_home_opened',
      'app_context_changed',
      'agent_session_stopped',
      'tokens_revoked',
      'app_uninstalled',
    ])
    expect(new Set(payloads.map(({ event_id }) => event_id)).size).toBe(payloads.length)
  })
})

describe('interactions with the real ExpressReceiver', () => {
  it('answers a slash command through its response_url, five times at most', async () => {
    const { slack, app } = stage
    const statuses: unknown[] = []
    const done = new Promise<void>((resolve) => {
      app.command('/sturm', async ({ ack, respond }) => {
        await ack()
        for (let use = 1; use <= 6; use += 1) {
          statuses.push(
            await respond(`Antwort ${use}`).then(
              String,
              (error) => error.status ?? error.statusCode,
            ),
          )
        }
        resolve()
      })
    })
    const fields = slashCommand(slack, {
      command: '/sturm',
      text: 'frage',
      user: USER,
      channel: CHANNEL,
    })
    expect(await slack.deliverForm(fields)).toMatchObject({ status: 200 })
    await done
    expect(slack.responses).toHaveLength(6)
    expect(slack.messages).toHaveLength(5)
    expect(slack.messages[0]).toMatchObject({ text: 'Antwort 1', ephemeralTo: USER })
    expect(statuses.at(-1)).toBe(404)
  })

  it('lets a button replace its message', async () => {
    const { slack, app } = stage
    const posted = await app.client.chat.postMessage({ channel: CHANNEL, text: 'Alt' })
    const done = new Promise((resolve) => {
      app.action('step.done', async ({ ack, respond, action }) => {
        await ack()
        await respond({ text: 'Neu', replace_original: true })
        resolve('value' in action ? action.value : undefined)
      })
    })
    const pressed = { actionId: 'step.done', value: 'inc_7:s2', user: USER, channel: CHANNEL }
    const payload = blockActions(slack, { ...pressed, messageTs: String(posted.ts) })
    await slack.deliverForm({ payload: JSON.stringify(payload) })
    expect(await done).toBe('inc_7:s2')
    expect(slack.messages).toMatchObject([{ text: 'Neu', edited: true }])
  })

  it('tells what was chosen in menus and views', async () => {
    const { slack, app } = stage
    const seen: unknown[] = []
    app.action(/.*/, async ({ ack, action }) => {
      await ack()
      seen.push(action)
    })
    const common = { actionId: 'step.assign', user: USER }
    const selectedOption = { text: 'Hoch', value: 'high' }
    const view = { id: 'V1', type: 'modal', blocks: [] }
    for (const acted of [
      { ...common, channel: CHANNEL, threadTs: slack.nextTs(), selectedUser: 'U0ANDERE1' },
      { ...common, view, selectedOption },
    ]) {
      await slack.deliverForm({ payload: JSON.stringify(blockActions(slack, acted)) })
    }
    expect(seen).toMatchObject([
      { selected_user: 'U0ANDERE1' },
      { selected_option: { value: 'high' } },
    ])
  })

  it('opens one modal for a shortcut and takes its values', async () => {
    const { slack, app } = stage
    const opened = new Promise<string | undefined>((resolve) => {
      app.shortcut('reply.suggest', async ({ ack, client, body }) => {
        await ack()
        const title = { type: 'plain_text' as const, text: 'Antwort' }
        const view = { type: 'modal' as const, callback_id: 'draft', title, blocks: [] }
        const answer = await client.views.open({ trigger_id: body.trigger_id, view })
        resolve(answer.view?.id)
      })
    })
    const sent = new Promise((resolve) => {
      app.view('draft', async ({ ack, view }) => {
        await ack({ response_action: 'clear' })
        resolve([view.private_metadata, view.state.values])
      })
    })
    const message = { ts: slack.nextTs(), text: ASKED.text, user: USER }
    const chosen = { callbackId: 'reply.suggest', message, channel: CHANNEL, user: USER }
    await slack.deliverForm({ payload: JSON.stringify(messageShortcut(slack, chosen)) })
    const viewId = await opened
    expect(slack.views).toMatchObject([{ kind: 'open', viewId, view: { callback_id: 'draft' } }])
    const values = { text: { input: { type: 'plain_text_input', value: 'Hallo' } } }
    const submitted = { callbackId: 'draft', user: USER, values, privateMetadata: 'a_1' }
    const payload = JSON.stringify(viewSubmission(slack, submitted))
    const { body } = await slack.deliverForm({ payload })
    expect(await sent).toEqual(['a_1', values])
    expect(JSON.parse(body)).toEqual({ response_action: 'clear' })
  })
})
