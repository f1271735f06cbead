/** Work that must not keep a request waiting. */
export interface Errands {
  run(work: Promise<unknown>): void
  /** Settles when none is under way. */
  done(): Promise<void>
}

export function openErrands(onTrouble: (error: unknown) => void): Errands {
  const running = new Set<Promise<unknown>>()
  return {
    run: (work) => {
      const heard = work.catch(onTrouble).finally(() => running.delete(heard))
      running.add(heard)
    },
    done: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
