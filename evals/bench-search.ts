import { setImmediate } from 'node:timers/promises'
import type { Config } from '../src/config.ts'
import { openEngine } from '../src/engine.ts'
import { median, type Pair, timed } from './bench-timing.ts'
import { percentile } from './metrics.ts'
import type { PeerIndex } from './peer-minisearch.ts'

export interface Latency {
  readonly p50: number
  readonly p99: number
}

type Search = (question: string) => Promise<unknown>

export interface Sides extends Pair<Search> {
  close(): void
}

/** Ours is measured at the engine, where every door asks it: redaction and a look at the file included. */
export function openSides(config: Config, index: PeerIndex): Sides {
  const engine = openEngine(config)
  const { signal } = new AbortController()
  return {
    ours: (text) => engine.search({ text, earlier: [] }, 10, signal),
    peer: async (text) => index.search(text),
    close: () => engine.close(),
  }
}

/** Latencies of both sides, round by round in turn so that what disturbs one disturbs the other. */
export async function timeSearches(
  sides: Pair<Search>,
  questions: readonly string[],
  { rounds, signal }: { readonly rounds: number; readonly signal: AbortSignal },
): Promise<Pair<Latency>> {
  const found: Record<keyof Pair<unknown>, Latency[]> = { ours: [], peer: [] }
  // Round 0 warms up. Who goes first changes, so that neither always sweeps up after the other.
  for (let at = 0; at <= rounds; at += 1) {
    for (const side of at % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
      const latency = await timeRound(questions, sides[side])
      if (at > 0) found[side].push(latency)
      await setImmediate()
      signal.throwIfAborted()
    }
  }
  return { ours: medians(found.ours), peer: medians(found.peer) }
}

async function timeRound(questions: readonly string[], search: Search): Promise<Latency> {
  const ms: number[] = []
  for (const question of questions) ms.push(await timed(() => search(question)))
  return { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) }
}

function medians(rounds: readonly Latency[]): Latency {
  return { p50: median(rounds.map(({ p50 }) => p50)), p99: median(rounds.map(({ p99 }) => p99)) }
}
