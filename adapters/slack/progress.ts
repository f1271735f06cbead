import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from './address.ts'
import { type Api, type Outcome, textOf } from './api.ts'
import type { Message } from './blocks.ts'
import type { Labels } from './labels.ts'
import type { Block } from './rich.ts'
import { metadataOf } from './send.ts'

/** What became of an answer that was put into a stream. */
type Finish =
  | { readonly state: 'done'; readonly ts: string }
  /** It must be posted; `mayBeThere` when it is not known whether the stream took it. */
  | { readonly state: 'post'; readonly mayBeThere: boolean }
  /** A person pressed stop: nothing more is said. */
  | { readonly state: 'stopped' }

/** What people see while an answer is made. Nothing here may fail it. */
export interface Progress {
  show(phase: 'search' | 'write'): void
  /** Puts the answer into what showed the progress. */
  finish(message: Message, id: string): Promise<Finish>
  end(): Promise<void>
}

const notHere: Finish = { state: 'post', mayBeThere: false }

const none: Progress = {
  show: () => undefined,
  finish: async () => notHere,
  end: async () => undefined,
}

/** Longer than this no answer waits for what shows its progress, in milliseconds. */
const soonMs = 1000

/** What comes of it, or `undefined` where that takes too long. */
async function soon<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  return await Promise.race([work, sleep(soonMs, undefined, { ref: false })])
}

/**
 * A direct message gets tasks that are ticked off, a channel a line under the thread; without labels,
 * nothing is shown.
 */
export function openProgress(api: Api, address: Address, say: Labels | undefined): Progress {
  if (!say || address.place === 'command') return none
  return address.place === 'dm' ? tasks(api, address, say) : status(api, address, say)
}

function status(api: Api, { channel, thread, ts }: Address, say: Labels): Progress {
  const place = { channel_id: channel, thread_ts: thread ?? ts }
  let last: Promise<unknown> | undefined
  const set = (text: string) => {
    last = api('assistant.threads.setStatus', { ...place, status: text })
  }
  return {
    show: (phase) => set(phase === 'search' ? say.searching : say.writing),
    finish: async () => notHere,
    // The reply itself clears it; but a late status would stand there for two minutes.
    end: async () => {
      if (!last) return
      await soon(last)
      set('')
    },
  }
}

interface Place {
  readonly channel: string
  readonly thread: string
}

function tasks(api: Api, address: Address, say: Labels): Progress {
  const { channel, thread = address.ts ?? '', user, team } = address
  const place = { channel, thread }
  const who = { recipient_user_id: user, recipient_team_id: team }
  let stream: Promise<string | undefined> | undefined
  let isBusy = false
  const open = async () => {
    const chunks = [task('find', 'in_progress', say)]
    const args = { channel, thread_ts: thread, ...who, task_display_mode: 'plan', chunks }
    const outcome = await api('chat.startStream', args)
    return outcome.ok ? textOf(outcome.data, 'ts') : undefined
  }
  return {
    show: (phase) => {
      if (phase === 'search') stream ??= open()
      if (!isBusy) void session(api, place, 'processing')
      isBusy = true
      if (phase === 'write') void tick(api, { channel, stream, say })
    },
    finish: async (message, id) => {
      const opening = stream
      stream = undefined
      const ts = await soon(opening)
      if (ts) return await close(api, { channel, ts, message, id, say })
      // It opens when the answer is there already.
      void take(opening, (late) => discard(api, channel, late))
      return notHere
    },
    end: async () => {
      await soon(take(stream, (ts) => api('chat.stopStream', { channel, ts })))
      if (isBusy) await soon(session(api, place, 'active'))
    },
  }
}

/** Does something with a stream, whenever it is open; nothing where none can be had. */
async function take(
  stream: Promise<string | undefined> | undefined,
  work: (ts: string) => Promise<unknown>,
): Promise<void> {
  const ts = await stream
  if (ts) await work(ts)
}

/** Takes a stream away; one that is still open must be ended first. */
async function discard(api: Api, channel: string, ts: string): Promise<void> {
  await api('chat.stopStream', { channel, ts })
  await api('chat.delete', { channel, ts })
}

function session(api: Api, { channel, thread }: Place, state: string): Promise<Outcome> {
  return api('agents.sessions.setStatus', { channel_id: channel, thread_ts: thread, status: state })
}

interface Ticking {
  readonly channel: string
  readonly stream: Promise<string | undefined> | undefined
  readonly say: Labels
}

async function tick(api: Api, { channel, stream, say }: Ticking): Promise<void> {
  const chunks = [task('find', 'complete', say), task('write', 'in_progress', say)]
  await take(stream, (ts) => api('chat.appendStream', { channel, ts, chunks }))
}

interface Closing {
  readonly channel: string
  readonly ts: string
  readonly message: Message
  readonly id: string
  readonly say: Labels
}

async function close(api: Api, { channel, ts, message, id, say }: Closing): Promise<Finish> {
  const ticks = [task('find', 'complete', say), task('write', 'complete', say)]
  const text = message.stream ? [{ type: 'markdown_text', text: message.stream.markdown }] : []
  const outcome = await api('chat.stopStream', {
    channel,
    ts,
    chunks: [...ticks, ...text],
    blocks: message.stream?.blocks ?? message.blocks,
    metadata: metadataOf(id),
    session_status: 'active',
  })
  if (outcome.ok) return { state: 'done', ts }
  if (outcome.reason === 'stopped_by_user') return { state: 'stopped' }
  // Idle for too long, or broken: what hangs there goes, and the answer comes as a message.
  if (!outcome.mayHaveWorked) await discard(api, channel, ts)
  return { state: 'post', mayBeThere: outcome.mayHaveWorked }
}

function task(id: 'find' | 'write', state: 'in_progress' | 'complete', say: Labels): Block {
  const title = id === 'find' ? say.taskFind : say.taskWrite
  return { type: 'task_update', id, title, status: state }
}
