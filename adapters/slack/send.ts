import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Api, type Outcome, type Refusal, textOf, toError } from './api.ts'
import type { Message } from './blocks.ts'
import type { Block } from './rich.ts'

/** Where a message goes. `id` names it, so that it can be found again where a call's end is unknown. */
export interface Target {
  readonly channel: string
  readonly thread?: string
  /** The message it answers: nothing before that has to be looked through. */
  readonly since?: string | undefined
  readonly id: string
  /** An earlier try may have sent it. */
  readonly mayBeThere: boolean
  /** Nothing is sent any more once this is aborted. */
  readonly signal?: AbortSignal
}

/**
 * How often one message is tried and how long we wait between, in milliseconds; Slack's wish counts more.
 * A longer one is waited out by the pump, which answers others meanwhile.
 */
const patience = { tries: 5, pauses: [300, 1000, 3000, 10_000], longest: 5000 } as const

const eventType = 'sturmlotse_answer'

/**
 * Posts one message once: waits where Slack asks for it, and where it is not known whether a call
 * worked, looks before it posts again.
 *
 * Gives the message's `ts`. @throws UpstreamError (`upstream`) when it cannot be posted now
 */
export async function post(api: Api, message: Message, target: Target): Promise<string> {
  const { channel, thread, id, signal } = target
  const there = target.mayBeThere ? await findPosted(api, target) : undefined
  if (there) return there
  const args = {
    ...shown(message),
    channel,
    ...(thread ? { thread_ts: thread } : {}),
    ...quiet,
    metadata: metadataOf(id),
  }
  const look = () => findPosted(api, target)
  const outcome = await insist(() => put(api, 'chat.postMessage', args), { look, signal })
  if (typeof outcome === 'string') return outcome
  if (!outcome.ok) throw toError('chat.postMessage', outcome)
  return textOf(outcome.data, 'ts')
}

/** What Slack says of blocks it cannot show. */
const unshowable: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
])

/** Sends a message; where Slack does not take its blocks, its words alone. */
export async function put(api: Api, method: string, args: Block): Promise<Outcome> {
  const outcome = await api(method, args)
  if (outcome.ok || !unshowable.has(outcome.reason)) return outcome
  const { blocks: _, ...words } = args
  return await api(method, words)
}

/** The fields of a message that Slack knows. */
export function shown({ text, blocks }: Message): Pick<Message, 'text' | 'blocks'> {
  return { text, blocks }
}

/** Nothing unfolds, nothing is read as a mention. */
export const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false }

/** Ids only: other apps and members can read it. */
export function metadataOf(id: string) {
  return { event_type: eventType, event_payload: { id } }
}

/** A call that may be made twice without harm, tried again while that helps. */
export async function persist(work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await insist(work, { look: async () => undefined })
  return typeof outcome === 'string' ? { ok: true, data: {} } : outcome
}

interface Doubt {
  /** Whether the last call worked after all: gives what it made. */
  look(): Promise<string | undefined>
  readonly signal?: AbortSignal | undefined
}

async function insist(work: () => Promise<Outcome>, doubt: Doubt): Promise<Outcome | string> {
  for (let at = 0; ; at += 1) {
    doubt.signal?.throwIfAborted()
    const outcome = await work()
    if (outcome.ok || !outcome.isTransient || at + 1 >= patience.tries) return outcome
    if (outcome.waitMs > patience.longest) return outcome
    // A program that is told to end must not wait for this.
    await sleep(pauseFor(outcome, at), undefined, { ref: false })
    doubt.signal?.throwIfAborted()
    const found = outcome.mayHaveWorked ? await doubt.look() : undefined
    if (found) return found
  }
}

// A little later than asked, and not all at the same moment.
function pauseFor({ waitMs }: Refusal, at: number): number {
  const pause = waitMs > 0 ? waitMs : (patience.pauses[at] ?? patience.longest)
  return pause + Math.random() * Math.min(250, pause)
}

/**
 * A message of ours in its thread, or in the channel where it begins one, by its id; `undefined` where it is not, or where we may not look.
 *
 * @throws UpstreamError (`upstream`) when Slack cannot say now: then nothing may be posted yet
 */
async function findPosted(api: Api, target: Target): Promise<string | undefined> {
  const { channel, thread, since, id, signal } = target
  const range = since ? { oldest: since } : {}
  const args = { channel, include_all_metadata: true, limit: 200, ...range }
  const work = () =>
    thread
      ? api('conversations.replies', { ...args, ts: thread })
      : api('conversations.history', args)
  const outcome = await insist(work, { look: async () => undefined, signal })
  if (typeof outcome === 'string') return undefined
  if (!outcome.ok) {
    if (outcome.isTransient) throw toError('conversations.replies', outcome)
    return undefined
  }
  const parsed = Replies.safeParse(outcome.data)
  return parsed.data?.messages.find(({ metadata }) => idOf(metadata) === id)?.ts
}

const Metadata = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ id: z.string() }),
})
const Replies = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })),
})

function idOf(metadata: unknown): string | undefined {
  return Metadata.safeParse(metadata).data?.event_payload.id
}
