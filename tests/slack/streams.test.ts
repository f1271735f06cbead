import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { toClient, toError } from './stage.ts'

const CHANNEL = 'C0STAB001'

let slack: FakeSlack
let place: { channel: string; thread_ts: string }
let recipient: { recipient_user_id: string; recipient_team_id: string }

beforeEach(async () => {
  slack = await openFakeSlack()
  place = { channel: CHANNEL, thread_ts: slack.nextTs() }
  recipient = { recipient_user_id: 'U0FRAGE01', recipient_team_id: slack.team }
})

afterEach(async () => {
  await slack.close()
})

async function open(): Promise<{ channel: string; ts: string }> {
  const { ts } = await toClient(slack).chat.startStream({ ...place, ...recipient })
  return { channel: CHANNEL, ts: String(ts) }
}

it('shows what the helper of the real client streams', async () => {
  const task = { type: 'task_update' as const, id: 'find', title: 'Fundstellen suchen' }
  const stream = toClient(slack).chatStream({ ...place, ...recipient, task_display_mode: 'plan' })
  await stream.append({ chunks: [{ ...task, status: 'in_progress' }] })
  await stream.append({ chunks: [{ ...task, status: 'complete' }] })
  await stream.append({ markdown_text: 'Binnen **72 Stunden** [1].' })
  const metadata = { event_type: 'answer_v1', event_payload: { id: 'a_01H' } }
  await stream.stop({ blocks: [{ type: 'divider' }], metadata })
  expect(slack.thread(CHANNEL, place.thread_ts)).toMatchObject([
    {
      ts: stream.ts,
      stream: 'closed',
      text: 'Binnen **72 Stunden** [1].',
      blocks: [{ type: 'divider' }],
      metadata,
      chunks: [{ status: 'in_progress' }, { status: 'complete' }, { type: 'markdown_text' }],
    },
  ])
})

it('starts when the helper is stopped without having sent anything', async () => {
  const stream = toClient(slack).chatStream({ ...place, ...recipient })
  await stream.append({ markdown_text: 'Kurz.' })
  await stream.stop()
  expect(slack.calls.map(({ method }) => method)).toEqual(['chat.startStream', 'chat.stopStream'])
  expect(slack.messages).toMatchObject([{ text: 'Kurz.', stream: 'closed' }])
})

it('needs a recipient outside direct messages', async () => {
  const { chat } = toClient(slack)
  const { recipient_user_id } = recipient
  expect(await toError(chat.startStream(place))).toBe('missing_recipient_user_id')
  expect(await toError(chat.startStream({ ...place, recipient_user_id }))).toBe(
    'missing_recipient_team_id',
  )
  expect(await toError(chat.startStream({ ...place, channel: 'D0FRAGE01' }))).toBe('ok')
})

it('ends by itself or by the reader, and then takes nothing more', async () => {
  const { chat } = toClient(slack)
  const [idle, stopped] = [await open(), await open()]
  slack.stopStream(CHANNEL, stopped.ts)
  slack.closeStreamsAsIdle()
  const more = { markdown_text: 'mehr' }
  expect(await toError(chat.appendStream({ ...idle, ...more }))).toBe(
    'message_not_in_streaming_state',
  )
  expect(await toError(chat.stopStream(stopped))).toBe('stopped_by_user')
  expect(await toError(chat.update({ ...idle, text: 'Fertig.' }))).toBe('ok')
  expect(slack.messages).toMatchObject([{ stream: 'idle', text: 'Fertig.' }, { stream: 'stopped' }])
})

it('is neither updated nor deleted while it is open', async () => {
  const { chat } = toClient(slack)
  const stream = await open()
  expect(await toError(chat.update({ ...stream, text: 'a' }))).toBe('streaming_state_conflict')
  expect(await toError(chat.delete(stream))).toBe('cant_delete_message')
})

it('is bound to chunks or text by its first content', async () => {
  const { chat } = toClient(slack)
  const stream = await open()
  const chunks = [{ type: 'plan_update' as const, title: 'Suche' }]
  const both = { ...stream, markdown_text: 'a', chunks }
  expect(await toError(chat.appendStream(both))).toBe(
    'cannot_provide_both_markdown_text_and_chunks',
  )
  expect(await toError(chat.appendStream(stream))).toBe('no_text')
  await chat.appendStream({ ...stream, chunks })
  expect(await toError(chat.appendStream({ ...stream, markdown_text: 'a' }))).toBe(
    'streaming_mode_mismatch',
  )
})

it('refuses chunks, blocks and texts beyond their limits', async () => {
  const { chat } = toClient(slack)
  const stream = await open()
  const long = { type: 'plan_update' as const, title: 'a'.repeat(257) }
  const blocks = Array(51).fill({ type: 'divider' })
  expect(await toError(chat.appendStream({ ...stream, chunks: [long] }))).toBe('invalid_chunks')
  expect(await toError(chat.stopStream({ ...stream, blocks }))).toBe('invalid_blocks')
  await chat.appendStream({ ...stream, markdown_text: 'a'.repeat(12_000) })
  expect(await toError(chat.appendStream({ ...stream, markdown_text: 'a' }))).toBe('msg_too_long')
  expect(slack.messages).toMatchObject([{ stream: 'open' }])
})
