import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/** Brings what was written to a file to the disk, beside the work: one wait for many writes. */
export interface Flush {
  /** Settles when all that was written before this call is on the disk. Rejects with what the disk says. */
  flush(): Promise<void>
  /** Waits for the disk a last time; may be called twice. */
  close(): void
}

/** @throws what opening a file may throw */
export function openFlush(path: string): Flush {
  // Not only to be read: some systems bring nothing to the disk for a reader.
  const file = openSync(path, 'r+')
  const toDisk = promisify(fdatasync)
  const shared = share(() => toDisk(file))
  let isOpen = true
  return {
    flush: () => (isOpen ? shared() : Promise.resolve()),
    close: () => {
      if (!isOpen) return
      isOpen = false
      fdatasyncSync(file)
      // One that is under way still needs the file.
      void shared.settled().then(() => closeSync(file))
    },
  }
}

interface Shared {
  (): Promise<void>
  /** When none is under way. */
  settled(): Promise<void>
}

/**
 * One piece of work at a time, for all who ask before it begins: who asks while one runs may have
 * written too late for it and gets the next.
 */
export function share(work: () => Promise<void>): Shared {
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const settled = () => last.catch(() => undefined)
  const ask = () => {
    next ??= last = settled().then(() => {
      next = undefined
      return work()
    })
    return next
  }
  return Object.assign(ask, { settled })
}
