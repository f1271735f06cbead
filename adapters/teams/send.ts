import { setTimeout as sleep } from 'node:timers/promises'
import { isTransient, type Outcome, type Refusal } from './outcome.ts'

/**
 * How often one call is tried and how long we wait between, in milliseconds; a wish of Teams' counts
 * more. What takes longer than `longest` is left to the caller, so that nobody else waits behind it.
 */
const patience = { tries: 5, pauses: [400, 1200, 3000, 8000], longest: 10_000 } as const

/**
 * What a bot may send into one conversation, each a little below what Microsoft allows.
 *
 * @see platform notes: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour
 */
const pace = [
  { most: 6, ms: 1000 },
  { most: 7, ms: 2000 },
  { most: 55, ms: 30_000 },
  { most: 1700, ms: 3_600_000 },
] as const
const longestSpan = 3_600_000

/** Keeps the pace of a conversation and tries again what may work in a moment. */
export interface Outbox {
  /** `signal` ends the waiting, by throwing its reason; what was sent stays sent. */
  call(conversation: string, work: () => Promise<Outcome>, signal?: AbortSignal): Promise<Outcome>
  /** Once, and not at all when the conversation is at its limit: for signs of life. */
  hint(conversation: string, work: () => Promise<Outcome>): Promise<Outcome | undefined>
}

export function openOutbox(now: () => number = Date.now): Outbox {
  const sent = new Map<string, readonly number[]>()
  const due = (conversation: string) => dueAfter(sent.get(conversation) ?? [], now())
  const note = (conversation: string) => {
    if (sent.size > 1000) forgetOld(sent, now() - longestSpan)
    sent.set(conversation, [...(sent.get(conversation) ?? []), now()].slice(-1700))
  }
  return {
    hint: async (conversation, work) => {
      if (due(conversation) > 0) return undefined
      note(conversation)
      return await work()
    },
    call: async (conversation, work, signal) => {
      for (let at = 0; ; at += 1) {
        signal?.throwIfAborted()
        for (let ms = due(conversation); ms > 0; ms = due(conversation)) await pause(ms, signal)
        note(conversation)
        const outcome = await work()
        if (outcome.ok || !isTransient(outcome) || at + 1 >= patience.tries) return outcome
        const ms = pauseFor(outcome, at)
        if (ms > patience.longest) return outcome
        await pause(ms, signal)
      }
    },
  }
}

/** Ends early, by throwing, when the signal says so; a program that is told to end does not wait for it. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(Math.max(0, ms), undefined, { ref: false, ...(signal ? { signal } : {}) })
}

// A little later than asked, and not all at the same moment.
function pauseFor({ waitMs }: Refusal, at: number): number {
  const ms = waitMs > 0 ? waitMs : (patience.pauses[at] ?? patience.longest)
  return ms + Math.random() * Math.min(400, ms)
}

function dueAfter(times: readonly number[], now: number): number {
  return Math.max(
    ...pace.map(({ most, ms }) => {
      const oldest = times[times.length - most]
      return oldest === undefined ? 0 : Math.max(0, oldest + ms - now)
    }),
  )
}

function forgetOld(sent: Map<string, readonly number[]>, before: number): void {
  for (const [conversation, times] of sent) {
    if ((times.at(-1) ?? 0) < before) sent.delete(conversation)
  }
}
