import type { Language } from './domain/documents.ts'
import type { Reply } from './domain/reply.ts'
import type { Instant } from './domain/time.ts'
import { blankReply } from './frame.ts'
import type { Live } from './incident-live.ts'
import type { Next } from './incident-next.ts'
import type { RoomDesk } from './incident-room.ts'
import { notice, notices } from './notices.ts'
import type { ChatSurface, Turn } from './ports-chats.ts'
import type { Store, Task, Waiting } from './ports-store.ts'
import { openPump, type Pump } from './pump.ts'
import { type House, reply } from './reply.ts'
import { openTurnstile } from './turnstile.ts'

/** Who answers at a door that people write to. */
export interface Post {
  readonly surface: ChatSurface
  readonly house: House
  readonly store: Pick<Store, 'inbox' | 'memory'>
  /** Told what went wrong, for the log. */
  readonly onTrouble: (error: unknown) => void
  /** The crisis desk at this door, where it has one. */
  readonly front?: Front
}

/** The crisis desk at a door. */
export interface Front {
  readonly desk: RoomDesk
  readonly live: Pick<Live, 'wake'>
  /** A tick at the message itself; false where the platform has none: then it is said. Never fails. */
  tick(address: string): Promise<boolean>
  /** Nothing can be said to one person alone here: all read it, and once. */
  readonly tellsAll?: boolean
}

const deskMark = '#lage'

/**
 * The lane of what is for the crisis desk: in order, none left out, and never behind an answer that is
 * being written.
 */
export function deskLane(conversation: string): string {
  return `${conversation}${deskMark}`
}

/** The conversation of a lane. */
export function threadOf(lane: string): string {
  return lane.endsWith(deskMark) ? lane.slice(0, -deskMark.length) : lane
}

/**
 * Answers what a door put into the inbox: every event once, replies in order, one that an earlier
 * run began from where it stopped. The same for every chat product.
 */
export function attend({ surface, house, store, onTrouble, front }: Post): Pump {
  const pass = openTurnstile()
  return openPump(store.inbox, {
    owns: (conversation) => conversation.startsWith(`${surface.name}:`),
    mayDrop: (lane) => threadOf(lane) === lane,
    answer: async (task, signal) => {
      const turn = await surface.begin(task, signal)
      try {
        // Signs of life of several may come back at once.
        await pass()
        const setting = { house, store, signal, ...(front ? { front } : {}) }
        if (turn.standing === 'welcome') await answer(task, turn, setting)
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

interface Setting extends Pick<Post, 'house' | 'store' | 'front'> {
  readonly signal: AbortSignal
}

async function answer(task: Task, turn: Turn, setting: Setting): Promise<void> {
  const { house, store, signal, front } = setting
  const { inbound } = turn
  const heard = front?.desk.hear(inbound, task.address)
  if (front && heard) return await serve(heard, { task, turn, store, front })
  // A deed that nobody knows is no question, nor is what people say to each other where one is led.
  if (inbound.deed || (inbound.isOverheard && front?.desk.isRoom(inbound.conversation))) return
  let step = 0
  const onPhase = (phase: 'search' | 'write') => {
    const id = `${task.id}.${step + 1}`
    turn.onPhase(phase, (ref) => hold(id, ref, { task, store }))
  }
  const progress = { signal, onPhase }
  // Deleted or stopped while it was found out who asks: nothing of it may be remembered.
  signal.throwIfAborted()
  for await (const next of reply(turn.inbound, house, progress)) {
    step += 1
    if (step <= task.step) continue
    const id = `${task.id}.${step}`
    const ref = store.memory.findAnswer(id)?.ref
    // Before it is posted: a button may be pressed the moment the message is there.
    store.memory.keepAnswer(id, { question: task.id, reply: next, ...(ref ? { ref } : {}) })
    // Nor may it come a second time after a power cut.
    await store.inbox.onDisk()
    const onPlaced = (place: string) => store.memory.setRef(id, place)
    await turn.post({ id, reply: next, onPlaced, ...(ref ? { ref } : {}) })
    store.inbox.advance(task.id, step)
  }
}

interface Serving extends Pick<Post, 'store'> {
  readonly task: Task
  readonly turn: Turn
  readonly front: Front
}

async function serve(heard: readonly Next[], { task, turn, store, front }: Serving): Promise<void> {
  front.live.wake()
  for (const [at, next] of heard.entries()) {
    if (at < task.step) continue
    await show(next, `${task.id}.${at + 1}`, { task, turn, store, front })
    store.inbox.advance(task.id, at + 1)
  }
}

async function show(
  next: Next,
  id: string,
  { task, turn, store: { memory }, front }: Serving,
): Promise<void> {
  const post = async (reply: Reply, name = id) => {
    const ref = memory.findAnswer(name)?.ref
    const known = ref ? { ref } : {}
    memory.keepAnswer(name, { question: task.id, reply, ...known })
    await turn.post({ id: name, reply, onPlaced: (place) => memory.setRef(name, place), ...known })
  }
  if (next.kind === 'files') {
    if (await turn.attach?.(next.files, next.words)) return
    for (const [at, reply] of next.otherwise.entries()) await post(reply, `${id}.${at + 1}`)
    return
  }
  const isForAll = next.kind === 'say' && (next.isForAll || front.tellsAll)
  if (next.kind === 'say') return await (isForAll ? post(next.reply) : turn.whisper(next.reply))
  if (next.text === '' || (await front.tick(task.address))) return
  await post(notice(next.text, 'de'))
}

interface Holding extends Pick<Post, 'store'> {
  readonly task: Task
}

// A place that shows progress must not stay behind when the program ends: the next run fills it.
function hold(id: string, ref: string, { task, store: { memory } }: Holding): void {
  if (memory.findAnswer(id)) memory.setRef(id, ref)
  else memory.keepAnswer(id, { question: task.id, reply: blankReply('failed', 'de'), ref })
}

/** Strangers hear it once a day: an open channel may have many of them. */
async function sendAway({ inbound, standing, whisper }: Turn, { inbox }: Setting['store']) {
  const { person, locale } = inbound
  const say = notices(locale)
  if (standing === 'unknown') return await whisper(notice(say.unsure, locale))
  const place = inbound.conversation.split(':').slice(0, 3).join(':')
  const keys = [`stranger ${place} ${person}`]
  if (!inbox.see(keys)) return
  try {
    await whisper(notice(say.guest, locale))
  } catch (error) {
    inbox.unsee(keys)
    throw error
  }
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
