import type { Operation } from './state.ts'

/** What a request wants, read from its address. */
export interface Target {
  readonly operation: Operation | 'unknown'
  readonly conversation: string
  readonly activityId?: string
  readonly member?: string
  readonly isPaged?: boolean
  readonly query: Readonly<Record<string, string>>
}

const ROOT = /\/v3\/conversations(?=\/|$)/

/** Reads an address with whatever path before it, such as `/emea/<tenant>/v3/conversations/…`. */
export function parseTarget(method: string, address: string): Target {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const query = Object.fromEntries(searchParams)
  const root = ROOT.exec(pathname)
  if (!root) return { operation: 'unknown', conversation: '', query }
  const rest = pathname.slice(root.index + root[0].length).split('/')
  const [conversation = '', kind = '', id] = rest.slice(1).map(decodeURIComponent)
  return { query, conversation, ...parseRest(method, { conversation, kind, id }) }
}

interface Rest {
  readonly conversation: string
  readonly kind: string
  readonly id: string | undefined
}

function parseRest(
  method: string,
  { conversation, kind, id }: Rest,
): Omit<Target, 'query' | 'conversation'> {
  if (conversation === '') return { operation: method === 'POST' ? 'create' : 'unknown' }
  if (kind === 'pagedmembers' && method === 'GET') return { operation: 'members', isPaged: true }
  if (kind === 'members' && method === 'GET') {
    return { operation: 'members', ...(id ? { member: id } : {}) }
  }
  if (kind !== 'activities') return { operation: 'unknown' }
  if (!id) return { operation: method === 'POST' ? 'send' : 'unknown' }
  const operation = CHANGES[method]
  return operation ? { operation, activityId: id } : { operation: 'unknown' }
}

const CHANGES: Readonly<Record<string, Operation>> = {
  POST: 'reply',
  PUT: 'update',
  DELETE: 'delete',
}
