import type { Operation } from './state.ts'

/** What goes wrong with one call. */
export type Fault =
  /** `afterwards` does the work first: the caller cannot know that it was done. */
  | {
      readonly status: 400 | 401 | 403 | 404 | 412 | 413 | 429 | 500 | 502 | 503 | 504
      /** In place of the usual one, such as `BotDisabledByAdmin` for 403. */
      readonly code?: string
      /** Seconds; 429 comes without `Retry-After` unless told. */
      readonly retryAfter?: number
      readonly afterwards?: boolean
    }
  /** Never answers; the connection ends when the fake is closed. */
  | { readonly hang: true; readonly afterwards?: boolean }
  /** Breaks the connection in place of an answer. */
  | { readonly cut: true; readonly afterwards?: boolean }
  /** Works, but late; with `afterwards` it works at once and the answer is late. */
  | { readonly slowMs: number; readonly afterwards?: boolean }
  /** Works, but not before this settles. */
  | { readonly until: Promise<unknown> }

/** Calls of one kind: `post` and `typing` are `send` or `reply`, by what is in them. */
export type Faulty = Operation | 'post' | 'typing' | 'any'

export interface Faults {
  add(operation: Faulty, faults: readonly Fault[]): void
  everyNth(operation: Faulty, n: number, fault: Fault): void
  /** What the call that has just come in gets; scripted faults go before the rhythms. */
  next(names: readonly Faulty[]): Fault | undefined
}

interface Rhythm {
  readonly n: number
  readonly fault: Fault
  seen: number
}

export function openFaults(): Faults {
  const queues = new Map<Faulty, Fault[]>()
  const rhythms = new Map<Faulty, Rhythm>()
  return {
    add(operation, faults) {
      queues.set(operation, [...(queues.get(operation) ?? []), ...faults])
    },
    everyNth(operation, n, fault) {
      rhythms.set(operation, { n, fault, seen: 0 })
    },
    next(names) {
      const due = names.flatMap((name) => toDue(rhythms.get(name)))
      const queue = names.map((name) => queues.get(name)).find((each) => each?.length)
      return queue?.shift() ?? due[0]
    },
  }
}

/** Counts the call, whether or not another fault comes first. */
function toDue(rhythm: Rhythm | undefined): readonly Fault[] {
  if (!rhythm) return []
  rhythm.seen += 1
  return rhythm.seen % rhythm.n === 0 ? [rhythm.fault] : []
}
