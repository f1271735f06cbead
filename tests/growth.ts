import process from 'node:process'

/** What four times as much may cost more: linear work costs 4 times as much, by the square 16 times. */
export const inProportion = 8

/** Below this, in milliseconds, nothing is told apart. */
const leastMs = 5

/**
 * How many times as much a piece of work costs where four times as much is given.
 *
 * The one place where tests look at a clock, since nothing else sees a regular expression going back
 * and forth. It counts what this thread worked, not how long it waited for others, compares two sizes on
 * the same machine, and takes the best of some tries.
 */
export function growthOf(work: (size: number) => unknown, size = 16_000): number {
  // Whatever is prepared once is no growth.
  work(size)
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && best > inProportion; tries += 1) {
    const short = Math.max(
      leastMs,
      workedMs(() => work(size)),
    )
    best = Math.min(best, workedMs(() => work(4 * size)) / short)
  }
  return best
}

function workedMs(work: () => unknown): number {
  const began = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1000
}
