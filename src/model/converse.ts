import { z } from 'zod'
import { adapt, type Dialect } from './dialect.ts'
import type { Patience } from './patience.ts'
import { type Endpoint, refusalIn, unusable } from './trouble.ts'

/** What is asked. The answer is an object of `schema`. */
export interface ChatRequest<T> {
  readonly system: string
  readonly user: string
  readonly schema: z.ZodType<T>
}

/** One request on the wire, in the dialect of the endpoint. */
export interface Ask {
  readonly system: string
  readonly user: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly dialect: Dialect
  readonly signal: AbortSignal
}

/** What came back: JSON, or nothing, and why the model stopped. */
export interface Told {
  readonly content: string
  readonly finish: string | undefined
}

export interface Conversation {
  readonly endpoint: Endpoint
  readonly patience: Patience
  readonly dialect: Dialect
  readonly send: (ask: Ask) => Promise<Told>
}

/**
 * Asks until the endpoint understands, and once more when what it says does not fit the schema.
 *
 * Comes back with the dialect that worked, to begin with the next time.
 *
 * @throws UpstreamError (`upstream`) or whatever `send` throws
 */
export async function converse<T>(
  request: ChatRequest<T>,
  setting: Conversation,
): Promise<{ readonly value: T; readonly dialect: Dialect }> {
  const first = await settleCalmly(request, setting)
  const value = readAs(request.schema, first.told, setting.endpoint)
  if (value) return { ...value, dialect: first.dialect }
  // Whoever ignores the schema in the request has never seen it: now it stands in the prompt.
  const plain = { ...setting, dialect: { ...first.dialect, format: 'plain' } as const }
  const second = await settle(request, plain)
  const again = readAs(request.schema, second.told, setting.endpoint)
  if (again) return { ...again, dialect: second.dialect }
  throw unusable(setting.endpoint, 'rubbish')
}

interface Settled {
  readonly told: Told
  readonly dialect: Dialect
}

// Small models with thoughts switched on often never come to the point within their tokens.
async function settleCalmly<T>(request: ChatRequest<T>, setting: Conversation): Promise<Settled> {
  const first = await settle(request, setting)
  if (first.told.finish !== 'thinking' || first.dialect.effort === 'none') return first
  return settle(request, { ...setting, dialect: { ...first.dialect, effort: 'none' } })
}

async function settle<T>(request: ChatRequest<T>, setting: Conversation): Promise<Settled> {
  let { dialect } = setting
  for (let hasWaited = false; ; ) {
    try {
      return { told: await setting.send(toAsk(request, setting, dialect)), dialect }
    } catch (error) {
      const refusal = refusalIn(error)
      const next = refusal && adapt(dialect, refusal)
      if (next) {
        dialect = next
        continue
      }
      const wait = hasWaited ? undefined : waitFor(error, setting.patience)
      if (wait === undefined) throw error
      hasWaited = true
      await setting.patience.pause(wait)
    }
  }
}

/** How long to wait before the one retry; `undefined` when it would not help or not fit. */
function waitFor(error: unknown, patience: Patience): number | undefined {
  const refusal = refusalIn(error)
  if (refusal?.status !== 429 && refusal?.status !== 503) return undefined
  const wait = refusal.retryAfterSeconds
  return wait !== undefined && patience.allows(wait) ? wait : undefined
}

function toAsk<T>(request: ChatRequest<T>, { patience }: Conversation, dialect: Dialect): Ask {
  const { system, user } = request
  const { $schema: _, ...schema } = z.toJSONSchema(request.schema, { target: 'draft-7' })
  const format = `Reply with one JSON object and nothing else. It must fit this JSON schema: ${JSON.stringify(schema)}`
  const text = dialect.format === 'plain' ? `${system}\n\n${format}` : system
  return { system: text, user, schema, dialect, signal: patience.signal }
}

function readAs<T>(
  schema: z.ZodType<T>,
  { content, finish }: Told,
  endpoint: Endpoint,
): { readonly value: T } | undefined {
  if (finish === 'length' || finish === 'thinking') throw unusable(endpoint, 'cut')
  if (finish === 'content_filter') throw unusable(endpoint, 'filtered')
  const parsed = schema.safeParse(content === '' ? undefined : JSON.parse(content))
  return parsed.success ? { value: parsed.data } : undefined
}
