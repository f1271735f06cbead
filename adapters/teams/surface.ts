import { threadOf } from '../../src/attend.ts'
import { UpstreamError } from '../../src/domain/errors.ts'
import type { Inbound } from '../../src/domain/inbound.ts'
import type { Reply } from '../../src/domain/reply.ts'
import type { ChatSurface, Turn } from '../../src/ports-chats.ts'
import type { Memory, Task } from '../../src/ports-store.ts'
import { tongueOf } from '../../src/tongue.ts'
import { type Address, isAdmin, parseAddress, personOf, targetOf } from './address.ts'
import type { Botbuilder, Outgoing } from './botbuilder.ts'
import { type Body, parseBody } from './inbound.ts'
import { labels, languageOfLocale } from './labels.ts'
import { toError } from './outcome.ts'
import { openPlaces } from './places.ts'
import { teamsLimits, toActivities } from './render.ts'
import type { Outbox } from './send.ts'
import { apart, fillSlot, postOnce, type Slot, slotsOf, toRef } from './slot.ts'

/** What answering in Teams needs. */
export interface TeamsMeans {
  readonly bot: Botbuilder
  readonly outbox: Outbox
}

interface Parts extends TeamsMeans {
  readonly memory: Pick<Memory, 'earlier'>
  readonly isTrial: boolean
  /** Whose word counts as the administration's, as Entra names them. */
  readonly admins: readonly string[]
  /** A person pressed the stop button of an answer. */
  stop(task: Task): void
  /** What the door itself shows in place of a reply, or with it. */
  show(body: Body, address: Address): Shown
}

/** Messages of the door's own, or what is done to a reply before it is shown. */
export type Shown = readonly Outgoing[] | ((reply: Reply) => Reply)

/** Teams as the desk sees it. */
export function teamsSurface(parts: Parts): ChatSurface {
  return {
    name: 'teams',
    limits: teamsLimits,
    begin: async (task, signal) => begin(task, parts, signal),
    tell: async (text, reply) => await say(parts, parseAddress(text), reply),
    isFinal: (error) => error instanceof UpstreamError && !error.retryable,
  }
}

function begin(task: Task, parts: Parts, signal: AbortSignal): Turn {
  const { bot, outbox, show, isTrial } = parts
  const address = parseAddress(task.address)
  const body = parseBody(task.body)
  const shown = show(body, address)
  const inbound = toInbound(task, body, { address, admins: parts.admins })
  const words = labels(tongueOf(inbound, parts.memory))
  const onStopped = () => parts.stop(task)
  const means = { bot, outbox, address, say: words, signal, isTrial, onStopped }
  const places = openPlaces(means, task.isResumed)
  return {
    inbound,
    // Foreign tenants are refused before anything is stored.
    standing: 'welcome',
    onPhase: (phase, onOpened) => places.show(phase, onOpened),
    post: async ({ id, reply, ref, onPlaced }) => {
      const { place, user } = address
      const activities =
        typeof shown === 'function' ? toActivities(shown(reply), { id, place, user }) : shown
      const slots = [...slotsOf(ref)]
      // Known before it is filled: whoever comes after a crash fills the same place.
      const onSlot = (at: number, slot: Slot) => {
        slots[at] = slot
        onPlaced(slots.map((one) => toRef(one, address)).join(' '))
      }
      for (const [at, activity] of activities.flatMap(apart).entries()) {
        if (at > 0 && !activity.text && !slots[at]) {
          const slot = await postOnce(means, activity)
          if (slot) onSlot(at, slot)
        } else {
          const slot = await places.take(slots[at], reply.kind === 'first-steps' || !activity.text)
          onSlot(at, slot)
          await fillSlot(means, slot, activity)
          places.filled()
        }
        signal.throwIfAborted()
      }
    },
    whisper: async (reply) => await say(parts, address, reply),
    end: () => places.end(),
  }
}

interface From {
  readonly address: Address
  readonly admins: readonly string[]
}

function toInbound(task: Task, body: Body, { address, admins }: From): Inbound {
  const { text, hasFiles, more, noted, isOverheard = false } = body
  const conversation = threadOf(task.conversation)
  return {
    id: task.id,
    conversation,
    message: `${conversation}:${address.message ?? task.id}`,
    person: personOf(address),
    text,
    hasFiles,
    isCommand: false,
    ...(more === undefined ? {} : { more }),
    ...(noted ? { deed: { kind: 'note', ...noted } } : {}),
    isOverheard,
    isAdmin: isAdmin(address, admins),
    place: address.place === 'personal' ? 'private' : 'channel',
    locale: languageOfLocale(address.locale),
  }
}

/** A sentence of the program, without a place kept for it. */
async function say({ bot, outbox }: TeamsMeans, address: Address, reply: Reply): Promise<void> {
  const showing = { id: 'notice', place: address.place, user: address.user }
  for (const activity of toActivities(reply, showing)) {
    const outcome = await outbox.call(address.conversation, () =>
      bot.send(targetOf(address), activity),
    )
    if (!outcome.ok) throw toError(outcome)
  }
}
