import { percentile } from './metrics.ts'

/** The same of both sides. */
export interface Pair<T> {
  readonly ours: T
  readonly peer: T
}

/** Milliseconds of wall clock. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The middle one, so that one run disturbed by something else does not count. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
