import { isFields } from './body.ts'
import { addMessage, type Fields, findMessage, type State } from './state.ts'

const SHOWN = new Set(['file_share', 'thread_broadcast', 'bot_message', 'me_message'])

/** Makes visible in the fake what an event tells the app about: people's messages, edits, ends. */
export function observe(state: State, payload: object): void {
  const event = 'event' in payload ? payload.event : undefined
  if (!isFields(event)) return
  const { type, subtype } = event
  if (type !== 'message' && type !== 'app_mention') return
  if (subtype === 'message_changed') change(state, event)
  else if (subtype === 'message_deleted') remove(state, event)
  else if (subtype === undefined || SHOWN.has(String(subtype))) show(state, event)
}

function show(state: State, event: Fields): void {
  const { thread_ts: thread, blocks, metadata } = event
  addMessage(state, {
    channel: String(event['channel']),
    ts: String(event['ts']),
    user: String(event['user'] ?? event['bot_id']),
    text: String(event['text'] ?? ''),
    blocks: Array.isArray(blocks) ? blocks.filter(isFields) : [],
    ...(typeof thread === 'string' ? { threadTs: thread } : {}),
    ...(isFields(metadata) ? { metadata } : {}),
    ...(event['subtype'] === 'thread_broadcast' ? { isBroadcast: true } : {}),
  })
}

function change(state: State, event: Fields): void {
  const { message: next } = event
  if (!isFields(next)) return
  const message = findMessage(state, String(event['channel']), String(next['ts']))
  if (!message) return
  message.text = String(next['text'] ?? '')
  message.edited = true
}

function remove(state: State, event: Fields): void {
  const message = findMessage(state, String(event['channel']), String(event['deleted_ts']))
  if (message) message.deleted = true
}
