import { excerpt } from '../../src/excerpt.ts'
import { notice, notices } from '../../src/notices.ts'
import { more } from '../../src/reply.ts'
import { type Address, conversationOf, personOf } from './address.ts'
import { type Message, showingOf, toMessages } from './blocks.ts'
import type { Desk } from './desk.ts'
import { feedbackDialog, placeDialog } from './dialogs.ts'
import { callHuman, nobodyNamed } from './human.ts'
import { labels } from './labels.ts'
import { type Person, standingOf } from './people.ts'
import { type Pressed, toPressed } from './press.ts'
import { profileDialog } from './profile-form.ts'
import { persist, post, quiet, shown } from './send.ts'
import { publishHome } from './tabs.ts'
import { whisper } from './whisper.ts'

/** A pressed button, by somebody who may. */
interface Press extends Pressed {
  readonly person: Person
}

const handlers: Readonly<Record<string, (press: Press, desk: Desk) => Promise<void>>> = {
  place: showPlace,
  more: showMore,
  share,
  human,
  feedback,
  again,
  'home.forget': forget,
  'home.profile': openProfile,
}

/** Does what a button says. Buttons of older messages and strangers get a sentence, never silence. */
export async function onAction(body: unknown, desk: Desk): Promise<void> {
  const pressed = toPressed(body, desk.means.team)
  if (!pressed) return
  const person = await desk.means.people.find(pressed.user)
  const standing = standingOf(pressed.address, person, desk.means)
  if (standing !== 'welcome' || !person) return await turnAway(pressed, person, desk)
  // `place.2` and `place.3` do the same with another value.
  const name = pressed.action.replace(/\.\d+$/, '')
  await handlers[name]?.({ ...pressed, person }, desk)
}

async function turnAway({ address }: Pressed, person: Person | undefined, desk: Desk) {
  const locale = person?.locale ?? 'de'
  const say = notices(locale)
  await sayTo(person ? say.guest : say.unsure, { address, locale, desk })
}

interface Saying {
  readonly address: Address
  readonly locale: 'de' | 'en'
  readonly desk: Desk
}

/** One sentence to the person who pressed. */
async function sayTo(text: string, { address, locale, desk }: Saying): Promise<void> {
  if (address.channel === '') return
  const reply = notice(text, locale)
  const [message] = toMessages(reply, showingOf('notice', reply, false))
  if (message) await whisper(desk.means.api, message, address)
}

async function showPlace({ value, trigger, person, address }: Press, desk: Desk): Promise<void> {
  const [id = '', number] = value.split(':')
  const say = labels(person.locale)
  const source = desk.store.memory
    .findAnswer(id)
    ?.reply.sources.find((one) => one.number === Number(number))
  if (!source) {
    const { forgotten } = notices(person.locale)
    return await sayTo(forgotten, { address, locale: person.locale, desk })
  }
  const { citation } = source
  const about = citation.kind === 'episode' ? citation.episode : citation.post
  const document = desk.engine.findDocument(about.id)
  const lines = document ? excerpt(document, citation) : []
  const view = placeDialog(source, lines, say)
  await desk.means.api('views.open', { trigger_id: trigger, view })
}

async function showMore(press: Press, desk: Desk): Promise<void> {
  const { value, person } = press
  const reply = await more(value, person.locale, desk.house)
  const id = `${value}.m`
  const question = desk.store.memory.findAnswer(value)?.question
  if (question && reply.kind === 'answered') desk.store.memory.keepAnswer(id, { question, reply })
  await out(press, toMessages(reply, showingOf(id, reply, press.isPrivate)), { id, desk })
}

interface Going {
  readonly id: string
  readonly desk: Desk
}

/** Where the button was: in the thread, or to the one person who sees it. */
async function out(press: Press, messages: readonly Message[], { id, desk }: Going) {
  const { address, isPrivate } = press
  const { api } = desk.means
  for (const [at, message] of messages.entries()) {
    if (isPrivate) await whisper(api, message, address)
    else await post(api, message, { ...targetOf(address), id: `${id}.${at}`, mayBeThere: false })
  }
}

function targetOf({ channel, thread }: Address) {
  return { channel, ...(thread ? { thread } : {}) }
}

async function share({ value, address, person }: Press, desk: Desk): Promise<void> {
  const { locale } = person
  const say = labels(locale)
  const kept = desk.store.memory.findAnswer(value)
  if (!kept) return await sayTo(notices(locale).forgotten, { address, locale, desk })
  const { channel } = address
  for (const message of toMessages(kept.reply, showingOf(value, kept.reply, false))) {
    const args = { ...shown(message), ...quiet, channel }
    const outcome = await persist(() => desk.means.api('chat.postMessage', args))
    if (!outcome.ok) return await sayTo(say.notIn, { address, locale, desk })
  }
  await sayTo(say.shared, { address, locale, desk })
}

async function human({ value, address, person }: Press, desk: Desk): Promise<void> {
  const { locale } = person
  const say = labels(locale)
  const kept = desk.store.memory.findAnswer(value)
  const helper = desk.store.settings.helper('slack')
  if (!helper) {
    const reply = nobodyNamed(desk.store.settings.profile(), locale)
    const [message] = toMessages(reply, showingOf('human', reply, false))
    return message && void (await whisper(desk.means.api, message, address))
  }
  if (!desk.store.inbox.see([`human ${value}`])) {
    return await sayTo(say.calledAlready, { address, locale, desk })
  }
  const reply = kept?.reply ?? notice('', locale)
  const outcome = await callHuman(desk.means.api, { id: value, helper, address, reply })
  await sayTo(outcome.ok ? say.called : say.failed, { address, locale, desk })
}

async function feedback({ value, trigger, address, person, user }: Press, desk: Desk) {
  const at = value.lastIndexOf(':')
  const answer = value.slice(0, at)
  const verdict = value.slice(at + 1) === 'up' ? 'up' : 'down'
  const say = labels(person.locale)
  const who = personOf({ team: desk.means.team, user })
  desk.store.feedback.record({ answer, person: who, verdict })
  if (verdict === 'up') return await sayTo(say.thanks, { address, locale: person.locale, desk })
  await desk.means.api('views.open', { trigger_id: trigger, view: feedbackDialog(answer, say) })
}

/** The changed words of a question, as if they had just been written. */
async function again({ value, address, person }: Press, desk: Desk): Promise<void> {
  const { memory, inbox } = desk.store
  const text = memory.findQuestion(value)
  if (text === undefined) {
    return await sayTo(notices(person.locale).forgotten, { address, locale: person.locale, desk })
  }
  const conversation = conversationOf(address, address.thread ?? '')
  const id = inbox.accept({
    keys: [`slack:${address.team}:again:${value}`],
    conversation,
    address: JSON.stringify(address),
    body: JSON.stringify({ text, hasFiles: false }),
  })
  if (id) desk.pump.nudge(conversation)
}

async function forget({ value, user, person }: Press, desk: Desk): Promise<void> {
  desk.store.memory.forget(value, personOf({ team: desk.means.team, user }))
  await publishHome(user, person, desk)
}

async function openProfile({ trigger, person }: Press, desk: Desk): Promise<void> {
  if (!person.isAdmin) return
  const { settings } = desk.store
  const helper = settings.helper('slack')
  const form = { profile: settings.profile(), ...(helper ? { helper } : {}) }
  const view = profileDialog(form, labels(person.locale))
  await desk.means.api('views.open', { trigger_id: trigger, view })
}
