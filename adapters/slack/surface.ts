import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { threadOf } from '../../src/attend.ts'
import { UpstreamError } from '../../src/domain/errors.ts'
import type { Inbound } from '../../src/domain/inbound.ts'
import type { Reply } from '../../src/domain/reply.ts'
import type { ChatSurface, Turn } from '../../src/ports-chats.ts'
import type { Store, Task } from '../../src/ports-store.ts'
import { type Address, parseAddress, personOf } from './address.ts'
import type { Api } from './api.ts'
import { type Message, showingOf, slackLimits, toMessages } from './blocks.ts'
import { attachFiles } from './files.ts'
import { parseBody } from './inbound.ts'
import { type Labels, labels } from './labels.ts'
import { memoOf } from './memo.ts'
import { type People, standingOf } from './people.ts'
import { openProgress, type Progress } from './progress.ts'
import { post } from './send.ts'
import { whisper } from './whisper.ts'

/** What answering in Slack needs. */
export interface SlackMeans {
  readonly api: Api
  readonly people: People
  readonly team: string
  readonly apiUrl: string
  /** Channels in which everybody is answered. */
  readonly openChannels: readonly string[]
  readonly rooms: Store['rooms']
}

/** Slack as the desk sees it. */
export function slackSurface(means: SlackMeans): ChatSurface {
  return {
    name: 'slack',
    limits: slackLimits,
    begin: (task, signal) => begin(task, means, signal),
    tell: async (text, reply) => {
      const address = parseAddress(text)
      const [message] = toMessages(reply, showingOf('notice', reply, false))
      if (message) await say(means.api, message, address)
    },
    // What another version wrote in another form can be answered as little.
    isFinal: (error) => isFinal(error) || error instanceof z.ZodError,
  }
}

// What a thread is told all in it should know; what one person asked alone, that person.
async function say(api: Api, message: Message, address: Address): Promise<void> {
  const { place, channel, thread } = address
  if (place === 'command') return void (await whisper(api, message, address))
  const where = { channel, ...(thread ? { thread } : {}) }
  await post(api, message, { ...where, id: `notice.${randomUUID()}`, mayBeThere: false })
}

async function begin(task: Task, means: SlackMeans, signal: AbortSignal): Promise<Turn> {
  const address = parseAddress(task.address)
  const person = await means.people.find(address.user)
  const locale = person?.locale ?? 'de'
  const standing = standingOf(address, person, means)
  const { memo, ...body } = parseBody(task.body)
  const inbound: Inbound = {
    id: task.id,
    conversation: threadOf(task.conversation),
    message: `slack:${address.team}:${address.channel}:${address.ts ?? task.id}`,
    person: personOf(address),
    ...body,
    ...(memo === undefined ? {} : await memoOf(memo, address, means)),
    isAdmin: person?.isAdmin ?? false,
    isCommand: address.place === 'command',
    place: address.place === 'channel' ? 'channel' : 'private',
    locale,
  }
  const say = labels(locale)
  // What was begun before may be there already: then it is looked for, and not streamed once more.
  const progress = openProgress(means.api, address, task.isResumed ? undefined : say)
  return {
    inbound,
    standing,
    onPhase: (phase) => void (standing === 'welcome' && progress.show(phase)),
    post: async ({ id, reply, ref, onPlaced }) => {
      // Known to be there: only its step was not noted any more.
      if (ref) return
      onPlaced(await postAll(reply, { id, address, task, means, say, progress, signal }))
    },
    attach: async (files, words) => {
      const { place, channel, thread, ts } = address
      // What only one person sees takes no files.
      if (place === 'command' || ts === undefined) return false
      const where = { channel, ...(thread ? { thread } : {}), since: ts, apiUrl: means.apiUrl }
      return await attachFiles(means.api, files, { ...where, words, mayBeThere: task.isResumed })
    },
    whisper: async (reply) => {
      const [message] = toMessages(reply, showingOf('notice', reply, false))
      if (message) await whisper(means.api, message, address)
    },
    end: () => progress.end(),
  }
}

interface Posting {
  readonly id: string
  readonly address: Address
  readonly task: Task
  readonly means: SlackMeans
  readonly say: Labels
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Gives `channel:ts` of the first message; nothing to find again where only one person sees it. */
async function postAll(reply: Reply, posting: Posting): Promise<string> {
  const { id, address, say } = posting
  const isPrivate = address.place === 'command'
  const messages = toMessages(reply, { id, labels: say, isPrivate })
  const placed: string[] = []
  for (const [at, message] of messages.entries()) {
    const ts = await place(message, at === 0 ? id : `${id}.${at + 1}`, posting)
    if (ts === undefined) break
    placed.push(ts)
  }
  const [first] = placed
  return first ? `${address.channel}:${first}` : ''
}

/** `undefined` when a person stopped it meanwhile. */
async function place(message: Message, id: string, posting: Posting): Promise<string | undefined> {
  const { address, task, means, progress, signal } = posting
  const { channel, thread } = address
  if (address.place === 'command') return await whisper(means.api, message, address)
  signal.throwIfAborted()
  const finish = await progress.finish(message, id)
  if (finish.state === 'done') return finish.ts
  if (finish.state === 'stopped') return undefined
  const mayBeThere = task.isResumed || finish.mayBeThere
  const where = { channel, ...(thread ? { thread } : {}), since: address.ts }
  try {
    return await post(means.api, message, { ...where, id, mayBeThere, signal })
  } catch (error) {
    if (!isFinal(error)) throw error
    // Nobody may write there any more: whoever asked gets it alone.
    await whisper(means.api, message, address)
    return ''
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof UpstreamError && !error.retryable
}
