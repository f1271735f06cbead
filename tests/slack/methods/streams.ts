import { z } from 'zod'
import { isFields } from '../body.ts'
import { isRefused, MAX_MARKDOWN, readBlocks, readMetadata } from '../content.ts'
import { findWritable } from '../conversation.ts'
import { type Answer, type Method, method, no, Ts, toProblems, yes } from '../method.ts'
import { words } from '../shapes/composition.ts'
import { addMessage, type Draft, type Fields, type Message, nextTs, type State } from '../state.ts'
import { findOwn, isReply, toWire } from './chat.ts'

const MAX_CHUNK_BLOCKS = 50

const Content = z.object({
  channel: z.string(),
  markdown_text: z.string().optional(),
  chunks: z.array(z.unknown()).optional(),
})
const Start = Content.extend({
  thread_ts: Ts,
  recipient_user_id: z.string().optional(),
  recipient_team_id: z.string().optional(),
  task_display_mode: z.enum(['timeline', 'plan']).optional(),
})
const Append = Content.extend({ ts: Ts })
const Stop = Append.extend({
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
  session_status: z.enum(['active', 'processing', 'suspended', 'closed']).optional(),
})

const Source = z.strictObject({ type: z.literal('url'), url: z.url(), text: words(256) })
const Chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: words(MAX_MARKDOWN) }),
  z.strictObject({ type: z.literal('plan_update'), title: words(256) }),
  z.strictObject({
    type: z.literal('task_update'),
    id: words(255),
    title: words(256),
    status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    details: words(256).optional(),
    output: words(256).optional(),
    sources: z.array(Source).optional(),
  }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()).min(1) }),
])

const WRITES = ['chat:write']

export const STREAMS: Readonly<Record<string, Method>> = {
  'chat.startStream': method(WRITES, Start, start),
  'chat.appendStream': method(WRITES, Append, append),
  'chat.stopStream': method(WRITES, Stop, stop),
}

function start(state: State, args: z.output<typeof Start>): Answer {
  const channel = findWritable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  if (channel.kind !== 'im' && !args.recipient_user_id) return no('missing_recipient_user_id')
  if (channel.kind !== 'im' && !args.recipient_team_id) return no('missing_recipient_team_id')
  if (isReply(state, channel.id, args.thread_ts)) return no('cannot_reply_to_message')
  const message: Draft<Message> = {
    channel: channel.id,
    ts: nextTs(state),
    threadTs: args.thread_ts,
    user: state.identity.botUser,
    text: '',
    blocks: [],
    chunks: [],
    stream: 'open',
  }
  const refusal = write(message, args)
  if (refusal) return refusal
  addMessage(state, message)
  state.openStreams.add(message)
  return yes({ channel: channel.id, ts: message.ts })
}

function append(state: State, args: z.output<typeof Append>): Answer {
  const message = findOpen(state, args)
  if (isRefused(message)) return message
  if (args.markdown_text === undefined && !args.chunks?.length) return no('no_text')
  return write(message, args) ?? yes({ channel: args.channel, ts: args.ts })
}

function stop(state: State, args: z.output<typeof Stop>): Answer {
  const message = findOpen(state, args)
  if (isRefused(message)) return message
  const tail = readBlocks(args.blocks)
  if (isRefused(tail)) return tail
  const marked = readMetadata(args.metadata, {})
  if (isRefused(marked)) return marked
  const refusal = write(message, args)
  if (refusal) return refusal
  Object.assign(message, marked, { blocks: [...message.blocks, ...tail.blocks], stream: 'closed' })
  state.openStreams.delete(message)
  return yes({ channel: args.channel, ts: args.ts, message: toWire(state, message) })
}

function findOpen(state: State, args: z.output<typeof Append>): Draft<Message> | Answer {
  const message = findOwn(state, args, 'message_not_owned_by_app')
  if (isRefused(message)) return message
  if (message.stream === 'stopped') return no('stopped_by_user')
  return message.stream === 'open' ? message : no('message_not_in_streaming_state')
}

/** Adds content to a stream; an answer means nothing was added. */
function write(message: Draft<Message>, args: z.output<typeof Content>): Answer | undefined {
  const { markdown_text: markdown, chunks = [] } = args
  if (markdown !== undefined && chunks.length > 0) {
    return no('cannot_provide_both_markdown_text_and_chunks')
  }
  const read = markdown === undefined ? readChunks(chunks) : { chunks: [toText(markdown)] }
  if (isRefused(read)) return read
  if (read.chunks.length === 0) return undefined
  // The first content decides how a stream is written to; Slack refuses the other way for good.
  const mode = markdown === undefined ? 'chunks' : 'text'
  if (message.streamMode !== undefined && message.streamMode !== mode) {
    return no('streaming_mode_mismatch')
  }
  const text = message.text + read.chunks.map(toMarkdown).join('')
  if (text.length > MAX_MARKDOWN) return no('msg_too_long')
  const blocks = [...message.blocks, ...read.chunks.flatMap(toBlocks)]
  if (blocks.length > MAX_CHUNK_BLOCKS) return no('invalid_blocks')
  const all = [...(message.chunks ?? []), ...read.chunks]
  Object.assign(message, { streamMode: mode, text, blocks, chunks: all })
  return undefined
}

function readChunks(chunks: readonly unknown[]): { readonly chunks: readonly Fields[] } | Answer {
  const parsed = z.array(Chunk).safeParse(chunks)
  if (!parsed.success) return no('invalid_chunks', toProblems(parsed.error, '/chunks'))
  for (const chunk of parsed.data) {
    const refusal = chunk.type === 'blocks' ? readBlocks(chunk.blocks) : {}
    if (isRefused(refusal)) return refusal
  }
  return { chunks: parsed.data }
}

function toText(text: string): Fields {
  return { type: 'markdown_text', text }
}

function toMarkdown({ type, text }: Fields): string {
  return type === 'markdown_text' && typeof text === 'string' ? text : ''
}

function toBlocks({ type, blocks }: Fields): readonly Fields[] {
  return type === 'blocks' && Array.isArray(blocks) ? blocks.filter(isFields) : []
}
