import { z } from 'zod'
import { numbersOnFile } from '../../src/human.ts'
import { notices } from '../../src/notices.ts'
import { type Address, conversationOf, isReadable } from './address.ts'
import type { InvokeAnswer } from './botbuilder.ts'
import { cardVersion, deedOf } from './buttons.ts'
import { replyCard } from './card.ts'
import { onDeed } from './deeds.ts'
import { type Asked, findKept, sentence, shownCard } from './desk.ts'
import { callHuman, helperId } from './human.ts'
import { findPlace } from './place.ts'
import { isProfileVerb, onProfile } from './profile.ts'

/** A button has a few seconds; then the client shows an error of its own. */
const pressMs = 4000

const Data = z.looseObject({
  ref: z.string().optional(),
  verb: z.string().optional(),
  v: z.string().optional(),
})
const Pressed = z.looseObject({
  action: z.looseObject({ verb: z.string().nullish(), data: Data }),
})

const verbs: Readonly<
  Record<string, (ref: string, asked: Asked) => InvokeAnswer | Promise<InvokeAnswer>>
> = { place: showPlace, more: showMore, human, again }

/** Does what a button of a card says; one of an older card says that it is old. */
export async function onPress(asked: Asked): Promise<InvokeAnswer> {
  const pressed = Pressed.safeParse(asked.value)
  if (!pressed.success) return sentence(asked.say.stale)
  const { verb, data } = pressed.data.action
  return await press({ ...data, verb: verb ?? data.verb }, asked)
}

/** The same button in a client that sends what it carries as a message. */
export async function onSubmitted(asked: Asked): Promise<InvokeAnswer> {
  const data = Data.safeParse(asked.value)
  return data.success ? await press(data.data, asked) : sentence(asked.say.stale)
}

async function press(data: z.infer<typeof Data>, asked: Asked): Promise<InvokeAnswer> {
  const { verb = '', ref = '', v } = data
  if (v !== cardVersion) return sentence(asked.say.stale)
  if (isProfileVerb(verb)) return shownCard(onProfile(verb, data, asked))
  const deed = deedOf(verb)
  if (deed !== undefined) return onDeed(deed, ref, asked)
  const does = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  return does ? await does(ref, asked) : sentence(asked.say.stale)
}

function showPlace(ref: string, asked: Asked): InvokeAnswer {
  const { say, desk } = asked
  const at = ref.lastIndexOf(':')
  const id = ref.slice(0, at)
  const kept = findKept(id, asked)
  const card = kept && findPlace({ id, reply: kept.reply }, Number(ref.slice(at + 1)), desk.engine)
  return card ? shownCard(card) : sentence(notices(say.language).forgotten)
}

/** More of an answer is an answer: it takes the way of every message. */
async function showMore(id: string, asked: Asked): Promise<InvokeAnswer> {
  const { say, address } = asked
  if (!findKept(id, asked)) return sentence(notices(say.language).forgotten)
  const { message: _, ...place } = address
  const isNew = await enqueue({ key: `more:${id}`, place, body: { text: '', more: id } }, asked)
  return sentence(isNew ? say.coming : say.cameAlready)
}

/** The changed words of a question, as if they had just been written. */
async function again(question: string, asked: Asked): Promise<InvokeAnswer> {
  const { say, address, desk } = asked
  const kept = desk.store.memory.findQuestion(question)
  if (!kept || !isReadable(kept.conversation, address)) {
    return sentence(notices(say.language).forgotten)
  }
  // As that message, so that who deletes it erases this as well.
  const message = kept.message.slice(kept.conversation.length + 1)
  const place = { ...address, message }
  const isNew = await enqueue({ key: `again:${question}`, place, body: { text: kept.text } }, asked)
  return sentence(isNew ? say.coming : say.cameAlready)
}

interface Wanted {
  readonly key: string
  readonly place: Address
  readonly body: object
}

async function enqueue({ key, place, body }: Wanted, { desk }: Asked): Promise<boolean> {
  const conversation = conversationOf(place)
  const arrival = {
    keys: [`${conversation}:${key}`] as const,
    conversation,
    address: JSON.stringify(place),
    body: JSON.stringify(body),
  }
  const isNew = desk.store.inbox.accept(arrival) !== undefined
  await desk.store.inbox.onDisk()
  if (isNew) desk.pump.nudge(conversation)
  return isNew
}

/** Calls whom the town named where people can read along, and says whom to ring up in any case. */
async function human(id: string, asked: Asked): Promise<InvokeAnswer> {
  const { desk, address, say } = asked
  const { settings } = desk.store
  const numbers = numbersOnFile(settings.profile(), say.language)
  const isCallable = address.place !== 'personal' && helperId(settings) !== undefined
  const called = isCallable ? await call(id, asked) : ''
  return shownCard(
    replyCard({ ...numbers, lead: [called, numbers.lead].filter(Boolean).join(' ') }),
  )
}

async function call(id: string, asked: Asked): Promise<string> {
  const { desk, address, say } = asked
  const { inbox, settings } = desk.store
  const key = `${conversationOf(address)}:human:${id}`
  if (!inbox.see([key])) return say.calledAlready
  const reply = findKept(id, asked)?.reply
  const signal = AbortSignal.timeout(pressMs)
  const isOut = await callHuman(desk.means, { address, settings, reply, signal })
  // Nobody was called: the next press must not hear that somebody was.
  if (!isOut) inbox.unsee([key])
  return isOut ? say.called : ''
}
