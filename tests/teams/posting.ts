import { type Answer, no, refuse, yes } from './answer.ts'
import { checkActivity } from './check-activity.ts'
import { takeLimit } from './limits.ts'
import {
  addMessage,
  type Call,
  type Fields,
  findMessage,
  isFields,
  nextMessageId,
  nowMs,
  type Operation,
  type State,
  toScope,
} from './state.ts'
import { answerStream, findHold, findStream } from './streams.ts'

type Typed<T extends Operation> = Call & { readonly operation: T }

/** Makes an activity visible, or says why Teams would not. */
export function post(state: State, call: Typed<'send' | 'reply'>): Answer {
  const checked = check(state, call)
  if ('status' in checked) return checked
  const { activity } = checked
  const tooMany = takeLimit(state, call.conversation)
  if (tooMany) return tooMany
  const info = findStream(activity)
  if (info) return answerStream(state, { call, activity, info })
  const id = nextMessageId(state)
  // Typing is seen for some seconds and leaves nothing.
  if (activity['type'] !== 'message') return yes({ id }, 201)
  addMessage(state, {
    conversation: call.conversation,
    id,
    activity,
    at: nowMs(),
    ...toReplyTo(call, activity),
    ...toTarget(call, activity),
  })
  return yes({ id }, 201)
}

function toReplyTo(call: Call, activity: Fields): { readonly replyTo?: string } {
  const replyTo = call.activityId ?? activity['replyToId']
  return typeof replyTo === 'string' ? { replyTo } : {}
}

function toTarget({ query }: Call, activity: Fields): { readonly targetedTo?: string } {
  if (!isTargeted(query)) return {}
  const { recipient } = activity
  return { targetedTo: String(isFields(recipient) ? recipient['id'] : '') }
}

export function change(state: State, call: Typed<'update'>): Answer {
  const checked = check(state, call)
  if ('status' in checked) return checked
  const message = findMessage(state, call.conversation, call.activityId ?? '')
  if (!message || isTargeted(call.query) !== (message.targetedTo !== undefined)) {
    return no(404, 'ActivityNotFoundInConversation')
  }
  const hold = findStream(checked.activity) ? 'streaminfo on an update' : findHold(state, message)
  if (hold !== undefined) {
    return refuse(state, call, { status: 403, code: 'ContentStreamNotAllowed', reasons: [hold] })
  }
  message.activity = checked.activity
  message.edited = true
  // What is updated after its time is a message like any other.
  if (message.stream !== undefined) message.stream = 'final'
  return yes({ id: message.id })
}

export function remove(state: State, call: Typed<'delete'>): Answer {
  const blocked = findBlock(state, call)
  if (blocked) return blocked
  const message = findMessage(state, call.conversation, call.activityId ?? '')
  if (!message) return no(404, 'ActivityNotFoundInConversation')
  message.deleted = true
  return yes()
}

function findBlock(state: State, { conversation }: Call): Answer | undefined {
  if (!toScope(conversation)) return no(404, 'ConversationNotFound')
  const code = state.closed.get(conversation)
  return code === undefined ? undefined : no(403, code)
}

function check(
  state: State,
  call: Typed<'send' | 'reply' | 'update'>,
): Answer | { readonly activity: Fields } {
  const blocked = findBlock(state, call)
  if (blocked) return blocked
  const { body, conversation, query } = call
  if (!isFields(body)) {
    return refuse(state, call, {
      status: 400,
      code: 'BadSyntax',
      reasons: ['body is no JSON object'],
    })
  }
  const scope = toScope(conversation) ?? 'personal'
  const { breaches, ...verdict } = checkActivity(body, { scope, isTargeted: isTargeted(query) })
  for (const breach of breaches) state.breaches.push({ ...breach, conversation })
  return verdict.reasons.length > 0 ? refuse(state, call, verdict) : { activity: body }
}

function isTargeted(query: Call['query']): boolean {
  return query['isTargetedActivity'] === 'true'
}
