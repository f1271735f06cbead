import type { Language } from './domain/documents.ts'
import type { Instant } from './domain/time.ts'
import { notice, notices } from './notices.ts'
import type { ChatSurface, Store, Task, Turn, Waiting } from './ports.ts'
import { openPump, type Pump } from './pump.ts'
import { type House, reply } from './reply.ts'

/** Who answers at a door that people write to. */
export interface Post {
  readonly surface: ChatSurface
  readonly house: House
  readonly store: Pick<Store, 'inbox' | 'memory'>
  /** Told what went wrong, for the log. */
  readonly onTrouble: (error: unknown) => void
}

/**
 * Answers what a door put into the inbox: every event once, replies in order, one that an earlier
 * run began from where it stopped. The same for every chat product.
 */
export function attend({ surface, house, store, onTrouble }: Post): Pump {
  return openPump(store.inbox, {
    answer: async (task, signal) => {
      const turn = await surface.begin(task, signal)
      try {
        if (turn.standing === 'welcome') await answer(task, turn, { house, store, signal })
        else await sendAway(turn, store)
      } finally {
        await turn.end()
      }
    },
    tell: async (left, why) => {
      const last = left.at(-1)
      // The door is asked in German: what language people wrote in is erased with their words.
      // Without its key nobody knows where it came from.
      if (last && last.address !== '')
        await surface.tell(last.address, notice(wordsFor(left, why), 'de'))
    },
    isFinal: (error) => surface.isFinal(error),
    onTrouble,
  })
}

interface Setting extends Pick<Post, 'house' | 'store'> {
  readonly signal: AbortSignal
}

async function answer(task: Task, turn: Turn, { house, store, signal }: Setting): Promise<void> {
  const progress = { signal, onPhase: turn.onPhase }
  let step = 0
  for await (const next of reply(turn.inbound, house, progress)) {
    step += 1
    if (step <= task.step) continue
    const id = `${task.id}.${step}`
    // Before it is posted: a button may be pressed the moment the message is there.
    store.memory.keepAnswer(id, { question: task.id, reply: next })
    const ref = await turn.post({ id, reply: next })
    store.memory.setRef(id, ref)
    store.inbox.advance(task.id, step)
  }
}

/** Strangers hear it once a day: an open channel may have many of them. */
async function sendAway({ inbound, standing, whisper }: Turn, { inbox }: Setting['store']) {
  const { person, locale } = inbound
  const say = notices(locale)
  if (standing === 'unknown') return await whisper(notice(say.unsure, locale))
  const place = inbound.conversation.split(':').slice(0, 3).join(':')
  if (inbox.see([`stranger ${place} ${person}`])) await whisper(notice(say.guest, locale))
}

function wordsFor(left: readonly Waiting[], why: 'late' | 'crowded'): string {
  const say = notices('de' satisfies Language)
  if (why === 'crowded') return say.crowded(left.length)
  const [first, last] = [left[0], left.at(-1)].map((item) => clockOf(item?.received))
  return say.late(first ?? '', last ?? '')
}

const berlin = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
})

function clockOf(at: Instant | undefined): string {
  return at === undefined ? '' : berlin.format(new Date(at))
}
