import { UpstreamError } from './domain/errors.ts'
import { openLanes, type Rest } from './lanes.ts'
import type { Inbox, Task, Waiting } from './ports.ts'

/** What a door does for the pump. */
export interface Worker {
  /** Whether a conversation came in by this door; several doors share one inbox. */
  owns(conversation: string): boolean
  /** Whether of a burst only the last message is answered: not where each of them is a deed. */
  mayDrop(conversation: string): boolean
  /**
   * Answers one event and resolves when every reply is out.
   *
   * @throws anything: the event is tried again after a pause until its text is erased
   */
  answer(task: Task, signal: AbortSignal): Promise<void>
  /** Says to people that their messages get no answer: too old, or too many at once. */
  tell(left: readonly Waiting[], why: 'late' | 'crowded'): Promise<void>
  /** Whether trying again cannot help: nobody is there to be answered. */
  isFinal(error: unknown): boolean
  onTrouble(error: unknown): void
}

export interface Pump {
  /** There is something new in this conversation. */
  nudge(conversation: string): void
  /** Stops what is being answered there, for good; where events are named, only one of these. */
  halt(conversation: string, ids?: readonly string[]): void
  /** Works on everything an earlier run left. */
  resume(): void
  /** Settles when nothing is being worked on. */
  idle(): Promise<void>
  /** Lets running answers end for a while; what does not is answered by the next run. */
  close(graceMs: number): Promise<void>
}

/**
 * How many conversations are worked on at once, and how long to pause before the next try. So many
 * messages of one conversation within `calmMs` are a burst: after them we wait for quiet and answer the
 * last one only. Milliseconds.
 */
export const pumpLimits = {
  atOnce: 16,
  burst: 5,
  calmMs: 10_000,
  quietMs: 1500,
  pauses: [500, 2000, 10_000, 30_000],
} as const

interface Floor {
  readonly inbox: Inbox
  readonly worker: Worker
  /** Left by an earlier run. */
  readonly old: Set<string>
  readonly tries: Map<string, number>
  /** When the last messages of a conversation were answered. */
  readonly answered: Map<string, readonly number[]>
  /** What is being answered now, by conversation. */
  readonly running: Map<string, readonly string[]>
  /** Conversations in which a burst is waited out. */
  readonly hushed: Set<string>
  isClosed: boolean
}

/** Answers the events of an inbox: in order within a conversation, conversations side by side. */
export function openPump(inbox: Inbox, worker: Worker): Pump {
  const floor: Floor = {
    inbox,
    worker,
    old: new Set(),
    tries: new Map(),
    answered: new Map(),
    running: new Map(),
    hushed: new Set(),
    isClosed: false,
  }
  const lanes = openLanes({
    atOnce: pumpLimits.atOnce,
    step: (conversation, signal) => step(floor, conversation, signal),
  })
  return {
    nudge: lanes.nudge,
    halt: (conversation, ids) => {
      const running = floor.running.get(conversation) ?? []
      if (!ids || running.some((id) => ids.includes(id))) lanes.halt(conversation)
    },
    idle: lanes.idle,
    resume: () => {
      for (const { id, conversation } of inbox.waiting()) {
        if (!worker.owns(conversation)) continue
        floor.old.add(id)
        lanes.nudge(conversation)
      }
    },
    close: (graceMs) => {
      floor.isClosed = true
      return lanes.close(graceMs)
    },
  }
}

async function step(floor: Floor, conversation: string, signal: AbortSignal): Promise<Rest> {
  const { inbox, worker, tries } = floor
  try {
    const waiting = inbox.waiting(conversation)
    const mayDrop = worker.mayDrop(conversation)
    if (mayDrop && waiting.length > 0 && mustHush(floor, conversation)) return pumpLimits.quietMs
    const isBurst = floor.hushed.delete(conversation)
    const next = nextOf(waiting, mayDrop ? (isBurst ? 1 : pumpLimits.burst) : waiting.length)
    if (!next) return 'done'
    const ids = next.items.map(({ id }) => id)
    floor.running.set(conversation, ids)
    const isDone = await work(floor, next, signal)
    if (!isDone) return 'done'
    inbox.close(ids)
    tries.delete(conversation)
    if (next.why === 'answer') note(floor.answered, conversation)
    return 'more'
  } catch (error) {
    worker.onTrouble(error)
    return Math.max(pauseAfter(tries, conversation), wishOf(error))
  } finally {
    floor.running.delete(conversation)
  }
}

/** False when it must be left for the next run of the program. */
async function work(floor: Floor, next: Next, signal: AbortSignal): Promise<boolean> {
  const { worker, old, tries } = floor
  const isAgain = ({ id, conversation }: Waiting) => old.has(id) || tries.has(conversation)
  try {
    const [item] = next.items
    // Stopped between its turn and its start.
    signal.throwIfAborted()
    if (next.why !== 'answer') await worker.tell(next.items, next.why)
    else if (item?.body !== undefined)
      await worker.answer({ ...item, body: item.body, isResumed: isAgain(item) }, signal)
    return true
  } catch (error) {
    // Stopped by a person: that was the answer. Stopped with the program: the next run answers.
    if (signal.aborted) return !floor.isClosed
    if (!worker.isFinal(error)) throw error
    worker.onTrouble(error)
    return true
  }
}

interface Next {
  readonly why: 'answer' | 'late' | 'crowded'
  readonly items: readonly Waiting[]
}

/** First what is too old to be answered, then a crowd but for its last message, then one by one. */
function nextOf(waiting: readonly Waiting[], most: number): Next | undefined {
  const late = waiting.filter(({ body }) => body === undefined)
  if (late.length > 0) return { why: 'late', items: late }
  if (waiting.length > most) return { why: 'crowded', items: waiting.slice(0, -1) }
  const [first] = waiting
  return first && { why: 'answer', items: [first] }
}

/** What a platform asks us to wait, in milliseconds. */
function wishOf(error: unknown): number {
  return error instanceof UpstreamError ? (error.retryAfterSeconds ?? 0) * 1000 : 0
}

// Messages of a burst come one by one and are answered as fast: only their rhythm tells.
function mustHush({ answered, hushed }: Floor, conversation: string): boolean {
  if (hushed.has(conversation) || recent(answered, conversation).length < pumpLimits.burst) {
    return false
  }
  hushed.add(conversation)
  return true
}

function recent(answered: Floor['answered'], conversation: string): readonly number[] {
  const since = Date.now() - pumpLimits.calmMs
  return (answered.get(conversation) ?? []).filter((at) => at > since)
}

function note(answered: Map<string, readonly number[]>, conversation: string): void {
  for (const other of answered.keys()) {
    if (recent(answered, other).length === 0) answered.delete(other)
  }
  answered.set(conversation, [...recent(answered, conversation), Date.now()])
}

function pauseAfter(tries: Map<string, number>, conversation: string): number {
  const count = tries.get(conversation) ?? 0
  tries.set(conversation, count + 1)
  return pumpLimits.pauses[count] ?? pumpLimits.pauses[3]
}
