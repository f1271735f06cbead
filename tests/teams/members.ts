import { type Answer, no, refuse, yes } from './answer.ts'
import { toObjectId, toPersonal } from './place.ts'
import { post } from './posting.ts'
import type { Target } from './route.ts'
import {
  type Call,
  type Fields,
  isFields,
  type Member,
  type State,
  toList,
  toScope,
} from './state.ts'

type Typed<T> = Call & { readonly operation: T }

/** Who is in a conversation: those who were added, the same in each. */
export function listMembers(state: State, target: Target): Answer {
  const { conversation, member } = target
  const closed = state.closed.get(conversation)
  if (closed) return no(403, closed)
  if (!toScope(conversation)) return no(404, 'ConversationNotFound')
  if (member !== undefined) return findMember(state, member)
  const all = [...state.members.values()].map((each) => toAccount(state, each))
  return target.isPaged ? yes(toPage(all, target.query)) : yes(all)
}

function findMember(state: State, id: string): Answer {
  const isKnown = (each: Member) => each.id === id || each.aadObjectId === id
  const member =
    [...state.members.values()].find(isKnown) ?? (id.startsWith('29:') ? { id } : undefined)
  return member ? yes(toAccount(state, member)) : no(404, 'MemberNotFoundInConversation')
}

function toAccount({ identity }: State, { id, aadObjectId, name, role, tenant }: Member): Fields {
  return {
    id,
    name: name ?? 'Mitglied',
    aadObjectId: aadObjectId ?? toObjectId(id),
    objectId: aadObjectId ?? toObjectId(id),
    tenantId: tenant ?? identity.tenant,
    userRole: role ?? 'user',
  }
}

function toPage(all: readonly Fields[], query: Target['query']): Fields {
  const begin = Number(query['continuationToken'] ?? 0)
  const size = Number(query['pageSize'] ?? 100)
  const rest = begin + size < all.length ? { continuationToken: String(begin + size) } : {}
  return { members: all.slice(begin, begin + size), ...rest }
}

/** Opens the personal chat with somebody, always the same, or a thread in a channel. */
export function createConversation(state: State, call: Typed<'create'>): Answer {
  const body = isFields(call.body) ? call.body : {}
  const channelData = isFields(body['channelData']) ? body['channelData'] : {}
  const channel = isFields(channelData['channel']) ? channelData['channel']['id'] : undefined
  const tenant =
    body['tenantId'] ?? (isFields(channelData['tenant']) ? channelData['tenant']['id'] : undefined)
  const reasons = [
    ...(tenant === state.identity.tenant ? [] : [`tenantId is ${tenant}`]),
    ...(channel || toList(body['members']).length === 1 ? [] : ['needs one member or a channel']),
  ]
  if (reasons.length > 0) return refuse(state, call, { status: 400, code: 'BadSyntax', reasons })
  const first = body['activity']
  if (typeof channel === 'string') return beginThread(state, call, { channel, first })
  const [member] = toList(body['members'])
  const id = toPersonal(String(member?.['id']))
  if (!isFields(first)) return yes({ id }, 201)
  const answer = post(state, { ...call, operation: 'send', conversation: id, body: first })
  return answer.code ? answer : yes({ id, activityId: toId(answer) }, 201)
}

function beginThread(
  state: State,
  call: Typed<'create'>,
  { channel, first }: { readonly channel: string; readonly first: unknown },
): Answer {
  const answer = post(state, { ...call, operation: 'send', conversation: channel, body: first })
  const id = toId(answer)
  return answer.code ? answer : yes({ id: `${channel};messageid=${id}`, activityId: id }, 201)
}

function toId({ body }: Answer): unknown {
  return isFields(body) ? body['id'] : undefined
}
