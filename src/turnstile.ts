import { setImmediate as nextTurn } from 'node:timers/promises'

/** A message is read, checked, stored and acknowledged in so many turns of the event loop. */
const turns = 4

/**
 * Lets one piece of work begin at a time, in the order they came. An answer takes the processor for
 * milliseconds: before each of them, what came in meanwhile is taken and acknowledged.
 */
export function openTurnstile(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(pause)
    return last
  }
}

async function pause(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn()
}
