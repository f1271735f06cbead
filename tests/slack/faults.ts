/** What goes wrong with one call. */
export type Fault =
  | { readonly status: 429; readonly retryAfter?: number }
  /** `afterwards` does the work first: the caller cannot know that it was done. */
  | { readonly status: 500 | 502 | 503; readonly afterwards?: boolean }
  | { readonly error: string }
  /** An answer that is not Slack's: what stands between may speak HTML. */
  | { readonly garbage: string }
  /** Never answers; the connection ends when the fake is closed. */
  | { readonly hang: true }
  /** Works, but late. */
  | { readonly slowMs: number }
  /** Works, but not before this settles. */
  | { readonly until: Promise<unknown> }

export interface Faults {
  add(method: string, faults: readonly Fault[]): void
  everyNth(method: string, n: number, fault: Fault): void
  /** What the call that has just come in gets; scripted faults go before the rhythm. */
  next(method: string): Fault | undefined
}

export function openFaults(): Faults {
  const queues = new Map<string, Fault[]>()
  const rhythms = new Map<string, { readonly n: number; readonly fault: Fault; seen: number }>()
  return {
    add(method, faults) {
      queues.set(method, [...(queues.get(method) ?? []), ...faults])
    },
    everyNth(method, n, fault) {
      rhythms.set(method, { n, fault, seen: 0 })
    },
    next(method) {
      const rhythm = rhythms.get(method)
      if (rhythm) rhythm.seen += 1
      const scripted = queues.get(method)?.shift()
      if (scripted) return scripted
      return rhythm && rhythm.seen % rhythm.n === 0 ? rhythm.fault : undefined
    },
  }
}
