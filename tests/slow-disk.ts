import { setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../src/ports-store.ts'

/** A disk that takes the first writes at once, so many times, and the rest when it is let go. */
export function slowDisk(quick: number) {
  const disk = Promise.withResolvers<void>()
  let calls = 0
  const onDisk = () => {
    calls += 1
    return calls > quick ? disk.promise : Promise.resolve()
  }
  return {
    wrapStore: (store: Store): Store => ({ ...store, inbox: { ...store.inbox, onDisk } }),
    letGo: disk.resolve,
    /** Settles when somebody waits for it, and what wrongly does not would be done. */
    isWaitedFor: async () => {
      while (calls <= quick) await sleep(5)
      await sleep(500)
    },
  }
}

/** Whether it is settled by now. */
export async function isSettled(work: Promise<unknown>): Promise<boolean> {
  return await Promise.race([work.then(() => true), sleep(50, false)])
}
