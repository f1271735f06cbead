import { type Address, baseOf, targetOf } from './address.ts'
import type { Botbuilder, Outgoing } from './botbuilder.ts'
import { aiEntity, streamEntity } from './entities.ts'
import type { Labels } from './labels.ts'
import { cut } from './markup.ts'
import { isCancelled, isTransient, type Outcome, toError } from './outcome.ts'
import { type Outbox, pause } from './send.ts'

/**
 * A place in a conversation that an answer is put into. Teams cannot be asked whether a failed call
 * worked; but filling a place that is known to be there may be done twice without harm.
 */
export interface Slot {
  readonly id: string
  readonly isStream: boolean
  /** When something was last put into it, in milliseconds since 1970. */
  readonly at: number
}

export interface SlotMeans {
  readonly bot: Botbuilder
  readonly outbox: Outbox
  readonly address: Address
  readonly say: Labels
  readonly signal: AbortSignal
  /** Tried out in Microsoft's Playground, which loses a thread of a channel that a bot types in. */
  readonly isTrial: boolean
  /** A person pressed stop: nothing more of this answer is said. */
  onStopped(): void
}

/** Teams takes one piece of a stream a second, in milliseconds with some air. */
const streamPaceMs = 1100

/** As it is kept with an answer: message ids tell apart within one place only. */
export function toRef({ id, isStream }: Slot, { conversation }: Pick<Address, 'conversation'>) {
  return `${baseOf(conversation)}#${isStream ? 'stream:' : ''}${id}`
}

/** The places a message of ours may be kept under. */
export function refsOf(id: string, { conversation }: Pick<Address, 'conversation'>) {
  return [`${baseOf(conversation)}#${id}`, `${baseOf(conversation)}#stream:${id}`]
}

/** The places of an answer, in their order. */
export function slotsOf(ref: string | undefined): readonly Slot[] {
  return (ref ?? '').split(' ').filter(Boolean).map(fromRef)
}

function fromRef(ref: string): Slot {
  const name = ref.slice(ref.lastIndexOf('#') + 1)
  const isStream = name.startsWith('stream:')
  return { id: isStream ? name.slice('stream:'.length) : name, isStream, at: Date.now() }
}

/** In a private chat a stream, which shows what is being done; elsewhere a line that becomes the answer. */
export async function openProgress(means: SlotMeans, text: string): Promise<Slot> {
  const stream = means.address.place === 'personal' ? await openStream(means, text) : undefined
  return stream ?? (await openSlot(means, text))
}

type Opening = Pick<SlotMeans, 'bot' | 'outbox' | 'address' | 'signal'>

/** A line that becomes the answer at once. */
export async function openSlot(
  means: Opening,
  text: string,
  entities: Outgoing['entities'] = [],
): Promise<Slot> {
  const { bot, outbox, address, signal } = means
  const target = targetOf(address)
  // Marks of people are read in Markdown alone.
  const textFormat = entities.length > 0 ? 'markdown' : 'plain'
  const holder: Outgoing = { type: 'message', textFormat, text, entities }
  const work = () => bot.send(target, holder)
  const outcome = await outbox.call(address.conversation, work, signal)
  if (!outcome.ok) throw toError(outcome)
  return { id: outcome.id, isStream: false, at: Date.now() }
}

async function openStream(means: SlotMeans, text: string): Promise<Slot | undefined> {
  const entity = streamEntity({ type: 'informative', sequence: 1 })
  const outcome = await inform(means, text, entity)
  const isOpen = outcome?.ok && outcome.id !== ''
  return isOpen ? { id: outcome.id, isStream: true, at: Date.now() } : undefined
}

/** What is being done now; only streams show it, and nothing depends on it. Ends early with `signal`. */
export async function tellPhase(
  means: SlotMeans,
  slot: Slot,
  { text, signal }: { readonly text: string; readonly signal: AbortSignal },
): Promise<Slot> {
  if (!slot.isStream) return slot
  await pause(slot.at + streamPaceMs - Date.now(), signal).catch(() => undefined)
  if (signal.aborted) return slot
  const entity = streamEntity({ type: 'informative', id: slot.id, sequence: 2 })
  const outcome = await inform(means, text, entity)
  if (outcome && !outcome.ok && isCancelled(outcome)) means.onStopped()
  return { ...slot, at: Date.now() }
}

async function inform({ bot, outbox, address }: SlotMeans, text: string, entity: object) {
  const activity = { type: 'typing', text, entities: [entity] } as Outgoing
  return await outbox.hint(address.conversation, () => bot.send(targetOf(address), activity))
}

/**
 * Puts the answer into its place. What Teams will not show as it is comes as words alone: no answer is
 * lost to a limit.
 *
 * @throws UpstreamError (`upstream`)
 */
export async function fillSlot(means: SlotMeans, slot: Slot, activity: Outgoing): Promise<void> {
  const outcome = await fill(means, slot, activity)
  if (outcome.ok) return
  if (outcome.status !== 400 && outcome.status !== 413) throw toError(outcome)
  const plain = await fill(means, { ...slot, at: Date.now() }, wordsOf(activity))
  if (!plain.ok) throw toError(plain)
}

/** Teams makes two messages of words with a card, and refuses to replace one by two: each comes alone. */
export function apart(activity: Outgoing): readonly [Outgoing, ...Outgoing[]] {
  const { attachments, ...words } = activity
  if (!attachments || !activity.text) return [activity]
  const summary = activity.summary ? { summary: activity.summary } : {}
  return [words, { type: 'message', ...summary, attachments }]
}

/**
 * Posts what may be missing rather than come twice: buttons. `undefined` where it is refused, or where
 * nobody knows whether it is there.
 *
 * @throws UpstreamError (`upstream`) where it is not there and may be posted later
 */
export async function postOnce(means: SlotMeans, activity: Outgoing): Promise<Slot | undefined> {
  const { bot, outbox, address, signal } = means
  const work = async (): Promise<Outcome> => {
    const outcome = await bot.send(targetOf(address), activity)
    const isUnknown = !outcome.ok && (outcome.status === 0 || outcome.status >= 500)
    return isUnknown ? { ok: true, id: '' } : outcome
  }
  const outcome = await outbox.call(address.conversation, work, signal)
  if (outcome.ok)
    return outcome.id ? { id: outcome.id, isStream: false, at: Date.now() } : undefined
  if (isTransient(outcome)) throw toError(outcome)
  return undefined
}

function wordsOf({ text = '', locale = 'de-DE' }: Outgoing): Outgoing {
  return {
    type: 'message',
    textFormat: 'markdown',
    text: cut(text, 4000),
    locale,
    entities: [aiEntity([])],
  }
}

async function fill(means: SlotMeans, slot: Slot, activity: Outgoing): Promise<Outcome> {
  const { bot, outbox, address, signal } = means
  if (slot.isStream) {
    const ended = await endStream(means, slot, activity)
    if (ended.ok || ended.status === 400 || ended.status === 413) return ended
  }
  const target = targetOf(address)
  const call = (work: () => Promise<Outcome>) => outbox.call(address.conversation, work, signal)
  const outcome = await call(() => bot.update(target, slot.id, activity))
  // What it was to be put into is gone: then it is said as a message of its own.
  const isGone = !outcome.ok && (outcome.status === 404 || outcome.status === 405)
  return isGone ? await call(() => bot.send(target, activity)) : outcome
}

// A second end of the same stream is refused, which is how we know that the first one arrived. A stream
// that was open too long is refused as well; its message is then replaced like any other.
async function endStream(means: SlotMeans, slot: Slot, activity: Outgoing): Promise<Outcome> {
  const { bot, outbox, address, signal } = means
  const final = streamEntity({ type: 'final', id: slot.id })
  const entities = [...(activity.entities ?? []), final]
  let { at } = slot
  const work = async () => {
    await pause(at + streamPaceMs - Date.now(), signal)
    at = Date.now()
    return await bot.send(targetOf(address), { ...activity, entities })
  }
  const outcome = await outbox.call(address.conversation, work, signal)
  if (outcome.ok || !isCancelled(outcome)) return outcome
  means.onStopped()
  return { ok: true, id: slot.id }
}
