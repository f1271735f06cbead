import { setTimeout as sleep } from 'node:timers/promises'
import { openTurnstile } from './turnstile.ts'

/** A step that was aborted and still hangs is waited for this long, in milliseconds. */
const hangMs = 1000

/** What a step says about its lane: there is more, there is nothing, or try again in so many ms. */
export type Rest = 'more' | 'done' | number

/** Work by key: one step at a time within a lane, lanes side by side. */
export interface Lanes {
  /** There is something new for this key. A lane that pauses is not woken early. */
  nudge(key: string): void
  /** Aborts the step that runs there now. */
  halt(key: string): void
  /** Settles when no step is running. */
  idle(): Promise<void>
  /** Starts no more steps; those that run have `graceMs` to end, are then aborted and not waited for much longer. */
  close(graceMs: number): Promise<void>
}

export interface LaneWork {
  /** How many lanes run at once. */
  readonly atOnce: number
  /** Must not throw. */
  step(key: string, signal: AbortSignal): Promise<Rest>
}

interface Lane {
  state: 'idle' | 'queued' | 'running' | 'paused'
  /** Something came in while it ran. */
  isNudged: boolean
  stop: AbortController
  timer?: NodeJS.Timeout
}

interface Yard extends LaneWork {
  readonly lanes: Map<string, Lane>
  readonly queue: string[]
  readonly atRest: (() => void)[]
  busy: number
  isClosed: boolean
  /** Passed before every step. */
  readonly pass: () => Promise<void>
}

/** Opens lanes; a lane exists only while there is work in it. */
export function openLanes(work: LaneWork): Lanes {
  const yard: Yard = {
    ...work,
    lanes: new Map(),
    queue: [],
    atRest: [],
    busy: 0,
    isClosed: false,
    pass: openTurnstile(),
  }
  const rested = () =>
    new Promise<void>((resolve) => {
      yard.atRest.push(resolve)
      settle(yard)
    })
  return {
    nudge: (key) => nudge(yard, key),
    halt: (key) => yard.lanes.get(key)?.stop.abort(),
    idle: rested,
    close: async (graceMs) => {
      yard.isClosed = true
      const late = setTimeout(() => abortAll(yard), graceMs)
      await Promise.race([rested(), sleep(graceMs + hangMs, undefined, { ref: false })])
      clearTimeout(late)
      for (const { timer } of yard.lanes.values()) clearTimeout(timer)
    },
  }
}

function nudge(yard: Yard, key: string): void {
  const lane = yard.lanes.get(key)
  if (lane && lane.state !== 'idle') {
    lane.isNudged = true
    return
  }
  const fresh: Lane = { state: 'idle', isNudged: false, stop: new AbortController() }
  yard.lanes.set(key, fresh)
  enqueue(yard, key, fresh)
}

function enqueue(yard: Yard, key: string, lane: Lane): void {
  lane.state = 'queued'
  yard.queue.push(key)
  pull(yard)
}

function pull(yard: Yard): void {
  while (!yard.isClosed && yard.busy < yard.atOnce) {
    const key = yard.queue.shift()
    const lane = key === undefined ? undefined : yard.lanes.get(key)
    if (key === undefined || !lane) break
    yard.busy += 1
    void run(yard, key, lane)
  }
  settle(yard)
}

function settle({ busy, atRest }: Yard): void {
  if (busy === 0) for (const resolve of atRest.splice(0)) resolve()
}

async function run(yard: Yard, key: string, lane: Lane): Promise<void> {
  lane.state = 'running'
  lane.isNudged = false
  lane.stop = new AbortController()
  await yard.pass()
  const rest = yard.isClosed ? 'done' : await yard.step(key, lane.stop.signal)
  yard.busy -= 1
  if (typeof rest === 'number') pause(yard, { key, lane, ms: rest })
  else if (rest === 'more' || lane.isNudged) enqueue(yard, key, lane)
  else yard.lanes.delete(key)
  pull(yard)
}

function pause(yard: Yard, { key, lane, ms }: { key: string; lane: Lane; ms: number }): void {
  lane.state = 'paused'
  lane.timer = setTimeout(() => enqueue(yard, key, lane), ms)
  lane.timer.unref()
}

function abortAll({ lanes }: Yard): void {
  for (const { stop } of lanes.values()) stop.abort()
}
