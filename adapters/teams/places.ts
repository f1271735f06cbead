import { targetOf } from './address.ts'
import {
  fillSlot,
  openProgress,
  openSlot,
  type Slot,
  type SlotMeans,
  tellPhase,
  toRef,
} from './slot.ts'

/** The places one question's answers stand in. */
interface Places {
  show(phase: 'search' | 'write', onOpened: (ref: string) => void): void
  /**
   * A place for the next message: the one it had, the one that shows progress, else a new one. A private
   * chat shows suggestions only below what was never replaced, so there it is a stream, unless it hurries:
   * a stream takes a second at least.
   */
  take(known: Slot | undefined, hurries: boolean): Promise<Slot>
  /** What was taken shows its message. */
  filled(): void
  /** What was opened and will show no message says so. */
  end(): Promise<void>
}

interface Opened {
  readonly slot: Promise<Slot>
  /** Aborted when the answer is there: then no phase is told any more. */
  readonly taken: AbortController
}

/** What says that nothing will come must not keep the program from ending. */
const farewellMs = 4000

/**
 * A sign of life at once: the place the answer will stand in. Who was interrupted has one already, or is
 * not shown a second one.
 */
export function openPlaces(means: SlotMeans, isResumed: boolean): Places {
  const { say, address, signal } = means
  let open: Opened | undefined
  let taken: Slot | undefined
  return {
    show: (phase, onOpened) => {
      if (phase === 'write') open = open && writing(means, open)
      else if (!open) {
        void typing(means)
        if (!isResumed) open = opening(means, (slot) => onOpened(toRef(slot, address)))
      }
    },
    take: async (known, hurries) => {
      const mine = open
      open = undefined
      mine?.taken.abort()
      const opened = known ?? (await mine?.slot)
      taken = opened ?? (await (hurries ? openSlot : openProgress)(means, say.moment))
      return taken
    },
    filled: () => {
      taken = undefined
    },
    end: async () => {
      open?.taken.abort()
      // What failed is tried again; only what was stopped will never come.
      const left = signal.aborted ? taken : undefined
      const slot = left ?? (await open?.slot.catch(() => undefined))
      const activity = { type: 'message', text: say.stopped }
      const farewell = { ...means, signal: AbortSignal.timeout(farewellMs) }
      if (slot) await fillSlot(farewell, slot, activity).catch(() => undefined)
    },
  }
}

function opening(means: SlotMeans, onOpened: (slot: Slot) => void): Opened {
  const slot = openProgress(means, means.say.searching).then((opened) => {
    onOpened(opened)
    return opened
  })
  return heard(slot, new AbortController())
}

function writing(means: SlotMeans, { slot, taken }: Opened): Opened {
  const text = means.say.writing
  const told = slot.then((opened) => tellPhase(means, opened, { text, signal: taken.signal }))
  return heard(told, taken)
}

// Whoever takes it hears of a failure; until then nobody listens.
function heard(slot: Promise<Slot>, taken: AbortController): Opened {
  slot.catch(() => undefined)
  return { slot, taken }
}

async function typing({ bot, outbox, address, isTrial }: SlotMeans): Promise<void> {
  if (address.place === 'personal' || (isTrial && address.place === 'channel')) return
  await outbox.hint(address.conversation, () => bot.send(targetOf(address), { type: 'typing' }))
}
