import { type Answer, no, refuse, yes } from './answer.ts'
import { AI_MESSAGE } from './check-ai.ts'
import {
  addMessage,
  type Call,
  type Draft,
  type Fields,
  isFields,
  type Message,
  nextMessageId,
  nowMs,
  type State,
  type Stream,
  type Streamed,
  toList,
  toScope,
} from './state.ts'

/** A request that carries `streaminfo`. */
type Piece = {
  readonly call: Call & { readonly operation: 'send' | 'reply' }
  readonly activity: Fields
  readonly info: Fields
}

const MAX_INFORMATIVE_BYTES = 1024
const MAX_STREAM_MS = 120_000
/** One request a second, less what the way here may take. */
const PACE_MS = 950

export function findStream(activity: Fields): Fields | undefined {
  return toList(activity['entities']).find((entity) => entity['type'] === 'streaminfo')
}

/** Answers one piece of a stream: its beginning, its progress or its end. */
export function answerStream(state: State, piece: Piece): Answer {
  const { call, activity, info } = piece
  if (toScope(call.conversation) !== 'personal') return forbid(state, call, ALLOWED)
  const reasons = checkPiece(activity, info)
  if (reasons.length > 0) return refuse(state, call, { status: 400, code: 'BadRequest', reasons })
  if (info['streamId'] === undefined) return begin(state, piece)
  const stream = state.streams.get(String(info['streamId']))
  if (!stream || stream.conversation !== call.conversation) {
    const unknown = [`there is no stream ${info['streamId']}`]
    return refuse(state, call, { status: 400, code: 'BadRequest', reasons: unknown })
  }
  return checkEnd(state, call, stream) ?? checkPace(state, stream) ?? go(state, piece, stream)
}

function checkPiece(activity: Fields, info: Fields): readonly string[] {
  const { streamType = 'streaming', streamSequence, streamId } = info
  const { type, text, attachments, suggestedActions, channelData } = activity
  const bytes = Buffer.byteLength(String(text ?? ''))
  if (streamType === 'final') {
    return [
      ...(type === 'message' ? [] : ['the final activity must be a message']),
      ...(streamSequence === undefined ? [] : ['streamSequence must not be set for final']),
      ...(streamId === undefined ? ['streamId is missing'] : []),
    ]
  }
  const isLabelled = toList(activity['entities']).some((entity) => entity['type'] === AI_MESSAGE)
  const isRated = isFields(channelData) && channelData['feedbackLoop'] !== undefined
  const early = toList(attachments).length > 0 || suggestedActions || isLabelled || isRated
  const isCounted = Number.isInteger(streamSequence) && Number(streamSequence) >= 1
  return [
    ...(type === 'typing' ? [] : ['streaming activities must be typing']),
    ...(text ? [] : ['Start streaming activities should include text']),
    ...(streamType === 'informative' || streamType === 'streaming'
      ? []
      : [`streamType: ${streamType}`]),
    ...(isCounted ? [] : ['streamSequence is missing']),
    ...(early ? ['label, feedback, attachments and suggestions belong to the final message'] : []),
    ...(streamType === 'informative' && bytes > MAX_INFORMATIVE_BYTES
      ? [`an informative text of ${bytes} bytes`]
      : []),
  ]
}

function begin(state: State, { call, activity, info }: Piece): Answer {
  const { conversation } = call
  const reasons = info['streamSequence'] === 1 ? [] : ['the first streamSequence must be 1']
  if (reasons.length > 0) return refuse(state, call, { status: 400, code: 'BadRequest', reasons })
  const isBusy = [...state.streams.values()].some(
    (each) => each.conversation === conversation && toEnd(each) === 'open',
  )
  if (isBusy) return forbid(state, call, 'one message is being streamed already')
  const stream = toStreamed(info)
  const id = nextMessageId(state)
  const replyTo = call.activityId === undefined ? {} : { replyTo: call.activityId }
  const message = addMessage(state, { conversation, id, activity, stream, at: nowMs(), ...replyTo })
  const begun = Date.now()
  const text = stream === 'streaming' ? String(activity['text']) : ''
  const times = { begun, lastAt: begun }
  state.streams.set(id, { id, conversation, message, sequence: 1, text, end: 'open', ...times })
  return yes({ id }, 201)
}

function toStreamed({ streamType }: Fields): Streamed {
  return streamType === 'informative' || streamType === 'final' ? streamType : 'streaming'
}

const ALLOWED = 'Content stream is not allowed'
const COMPLETE = 'Content stream is not allowed on an already completed streamed message'
const EXPIRED = 'Content stream finished due to exceeded streaming time.'
const CANCELLED = 'Content stream was canceled by user.'
const CHANGED = 'Request streamed content should contain the previously streamed content'
const DISORDER = 'PreCondition failed exception when processing streaming activity.'

/** What the bot did wrong is kept; what a person or the clock did is only answered. */
function checkEnd(state: State, call: Piece['call'], stream: Stream): Answer | undefined {
  const end = toEnd(stream)
  if (end === 'complete') return forbid(state, call, COMPLETE)
  if (end === 'open') return undefined
  return no(403, 'ContentStreamNotAllowed', end === 'expired' ? EXPIRED : CANCELLED)
}

function toEnd(stream: Stream): Stream['end'] {
  const isOver = stream.end === 'open' && Date.now() - stream.begun > MAX_STREAM_MS
  return isOver ? 'expired' : stream.end
}

function checkPace(state: State, stream: Stream): Answer | undefined {
  const now = Date.now()
  const wait = PACE_MS - (now - stream.lastAt)
  if (wait > 0) {
    const { conversation } = stream
    const detail = `${now - stream.lastAt} ms after the one before`
    state.breaches.push({ rule: 'stream-pace', conversation, detail })
    if (state.options.enforceLimits) return no(429, 'Throttled', 'API calls quota exceeded')
  }
  stream.lastAt = now
  return undefined
}

function go(state: State, { call, activity, info }: Piece, stream: Stream): Answer {
  const kind = toStreamed(info)
  const sequence = Number(info['streamSequence'])
  if (kind !== 'final' && sequence <= stream.sequence) {
    return no(202, 'ContentStreamSequenceOrderPreConditionFailed', DISORDER)
  }
  const text = String(activity['text'] ?? '')
  if (kind !== 'informative' && !text.startsWith(stream.text)) return forbid(state, call, CHANGED)
  Object.assign<Draft<Message>, Partial<Message>>(stream.message, { activity, stream: kind })
  if (kind === 'final') stream.end = 'complete'
  else stream.sequence = sequence
  if (kind === 'streaming') stream.text = text
  return yes({}, 202)
}

function forbid(state: State, call: Piece['call'], reason: string): Answer {
  return refuse(state, call, { status: 403, code: 'ContentStreamNotAllowed', reasons: [reason] })
}

/** Whether a message is still streamed, or was stopped and stays as it is; undefined if neither. */
export function findHold(state: State, message: Message): string | undefined {
  const stream = state.streams.get(message.id)
  const end = stream ? toEnd(stream) : 'complete'
  if (end === 'open') return 'the message is still being streamed'
  return end === 'cancelled' ? CANCELLED : undefined
}

export function endStream(state: State, id: string, end: 'cancelled' | 'expired'): void {
  const stream = state.streams.get(id)
  if (!stream) throw new Error(`There is no stream ${id}.`)
  stream.end = end
}
