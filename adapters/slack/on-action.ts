import { excerpt } from '../../src/excerpt.ts'
import { notice, notices } from '../../src/notices.ts'
import { more } from '../../src/reply.ts'
import { type Address, isReadable, personOf } from './address.ts'
import { textOf } from './api.ts'
import { type Message, showingOf, toMessages } from './blocks.ts'
import { type Desk, rolesIn } from './desk.ts'
import { copyDialog, feedbackDialog, placeDialog, type View } from './dialogs.ts'
import { formDialog } from './forms.ts'
import { callHuman, nobodyNamed } from './human.ts'
import { labels } from './labels.ts'
import { type Person, standingOf } from './people.ts'
import { type Pressed, toPressed } from './press.ts'
import { profileDialog } from './profile-form.ts'
import { persist, post, quiet, put as send, shown } from './send.ts'
import { publishHome } from './tabs.ts'
import { whisper } from './whisper.ts'
import { openEmpty, sentence, show } from './window.ts'

/** A pressed button, by somebody who may. */
interface Press extends Pressed {
  readonly person: Person
  /** An empty dialog that waits to be filled. */
  readonly viewId?: string
}

const handlers: ReadonlyMap<string, (press: Press, desk: Desk) => Promise<void>> = new Map([
  ['place', showPlace],
  ['ask', askFor],
  ['copy', copyText],
  ['more', showMore],
  ['share', share],
  ['human', human],
  ['feedback', feedback],
  ['again', again],
  // Slack opens the address itself and tells us all the same.
  ['open', async () => undefined],
  ['home.forget', forget],
  ['home.profile', openProfile],
])

/** Does what a button says. Buttons of older messages and strangers get a sentence, never silence. */
export async function onAction(body: unknown, desk: Desk): Promise<void> {
  const pressed = toPressed(body, desk.means)
  if (!pressed) return
  // `place.2` and `place.3` do the same with another value.
  const name = pressed.action.replace(/\.\d+$/, '')
  const { api, people } = desk.means
  const looking = people.find(pressed.user).catch(() => undefined)
  const viewId = opening.has(name) ? await openEmpty(api, pressed.trigger, looking) : undefined
  const person = await looking
  const placed = viewId ? { ...pressed, viewId } : pressed
  const standing = standingOf(pressed.address, person, desk.means)
  if (standing !== 'welcome' || !person) return await turnAway(placed, person, desk)
  const handle = handlers.get(name) ?? gone
  try {
    await handle({ ...placed, person }, desk)
  } catch (error) {
    desk.onTrouble(error)
    await answerTo(labels(person.locale).failed, { ...placed, person }, desk)
  }
}

/** Of another version's message. */
async function gone(press: Press, desk: Desk): Promise<void> {
  await answerTo(notices(press.person.locale).forgotten, press, desk)
}

/** What opens a dialog. */
const opening = new Set(['ask', 'place', 'copy', 'feedback', 'home.profile'])

type Placed = Pressed & Pick<Press, 'viewId'>

async function turnAway(placed: Placed, person: Person | undefined, desk: Desk) {
  const locale = person?.locale ?? 'de'
  const say = notices(locale)
  await answerTo(person ? say.guest : say.unsure, { ...placed, person: { locale } }, desk)
}

/** One sentence, in the dialog that is open or to the person alone. */
async function answerTo(
  text: string,
  { viewId, trigger, person: { locale }, address }: Placed & { person: Pick<Person, 'locale'> },
  desk: Desk,
): Promise<void> {
  const isShown =
    viewId && (await show(desk.means.api, sentence(text, locale), { viewId, trigger }))
  if (!isShown) await sayTo(text, { address, locale, desk })
}

/** Puts up a dialog; where Slack takes none any more, says so. */
async function put(view: View, press: Press, desk: Desk): Promise<void> {
  if (await show(desk.means.api, view, press)) return
  const { address, person } = press
  const { locale } = person
  await sayTo(labels(locale).failed, { address, locale, desk })
}

/** A kept answer, where this person may read it here. */
function findKept(id: string, { address, user }: Press, { store }: Desk) {
  const kept = store.memory.findAnswer(id)
  const { conversation, ref } = kept ?? {}
  const isHere = ref?.startsWith(`${address.channel}:`)
  const isOpen = isHere || !conversation || isReadable(conversation, { ...address, user })
  return isOpen ? kept : undefined
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

async function showPlace(press: Press, desk: Desk): Promise<void> {
  const { value, person } = press
  const [id = '', number] = value.split(':')
  const kept = findKept(id, press, desk)
  const source = kept?.reply.sources.find((one) => one.number === Number(number))
  if (!source) return await answerTo(notices(person.locale).forgotten, press, desk)
  const { citation } = source
  const about = citation.kind === 'episode' ? citation.episode : citation.post
  const document = desk.engine.findDocument(about.id)
  const lines = document ? excerpt(document, citation) : []
  await put(placeDialog(source, lines, labels(person.locale)), press, desk)
}

async function copyText(press: Press, desk: Desk): Promise<void> {
  const { locale } = press.person
  const copy = findKept(press.value, press, desk)?.reply.copy
  if (!copy) return await answerTo(notices(locale).forgotten, press, desk)
  await put(copyDialog(copy, labels(locale)), press, desk)
}

/** A dialog of the crisis desk, or why there is none any more. */
async function askFor(press: Press, desk: Desk): Promise<void> {
  const form = desk.front.desk.ask(press.value)
  if (typeof form === 'string') return await answerTo(form, press, desk)
  await put(formDialog(form, press.address.channel), press, desk)
}

async function showMore(press: Press, desk: Desk): Promise<void> {
  const { value, person } = press
  const kept = findKept(value, press, desk)
  if (!kept) return await answerTo(notices(person.locale).forgotten, press, desk)
  const { question } = kept
  const reply = await more({ answer: value }, person.locale, desk.house)
  const id = freshId(`${value}.m`, desk)
  if (reply.kind === 'answered') desk.store.memory.keepAnswer(id, { question, reply })
  await out(
    press,
    toMessages(reply, { id, labels: labels(person.locale), isPrivate: press.isPrivate }),
    { id, desk },
  )
}

// Pressed twice it shows what comes after, and each keeps its own places.
function freshId(id: string, desk: Desk): string {
  return desk.store.memory.findAnswer(id) ? freshId(`${id}m`, desk) : id
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

async function share(press: Press, desk: Desk): Promise<void> {
  const { value, address, person } = press
  const { locale } = person
  const say = labels(locale)
  const kept = findKept(value, press, desk)
  if (!kept) return await sayTo(notices(locale).forgotten, { address, locale, desk })
  const { channel } = address
  for (const message of toMessages(kept.reply, { id: value, labels: say, isPrivate: false })) {
    const args = { ...shown(message), ...quiet, channel }
    const outcome = await persist(() => send(desk.means.api, 'chat.postMessage', args))
    if (!outcome.ok) {
      const isOutside = /^(?:not_in_channel|channel_not_found)$/.test(outcome.reason)
      return await sayTo(isOutside ? say.notIn : say.failed, { address, locale, desk })
    }
    // From now on its buttons are for everybody here.
    desk.store.memory.setRef(value, `${channel}:${textOf(outcome.data, 'ts')}`)
  }
  await sayTo(say.shared, { address, locale, desk })
}

async function human(press: Press, desk: Desk): Promise<void> {
  const { value, address, person } = press
  const { locale } = person
  const say = labels(locale)
  const kept = findKept(value, press, desk)
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
  // Nobody was called: the next press must not hear that somebody was.
  if (!outcome.ok) desk.store.inbox.unsee([`human ${value}`])
  await sayTo(outcome.ok ? say.called : say.failed, { address, locale, desk })
}

async function feedback(press: Press, desk: Desk): Promise<void> {
  const { value, person, user } = press
  const { locale } = person
  const at = value.lastIndexOf(':')
  const answer = value.slice(0, at)
  const verdict = value.slice(at + 1) === 'up' ? 'up' : 'down'
  const say = labels(locale)
  if (!findKept(answer, press, desk)) return await answerTo(notices(locale).forgotten, press, desk)
  const who = personOf({ team: desk.means.team, user })
  desk.store.feedback.record({ answer, person: who, verdict })
  if (verdict === 'up') return await answerTo(say.thanks, press, desk)
  await put(feedbackDialog(answer, say), press, desk)
}

/** The changed words of a question, as if they had just been written. */
async function again(press: Press, desk: Desk): Promise<void> {
  const { value, address, user, person } = press
  const { memory, inbox } = desk.store
  const [question = ''] = value.split(':')
  const asked = memory.findQuestion(question)
  if (!asked || !isReadable(asked.conversation, { ...address, user })) {
    return await answerTo(notices(person.locale).forgotten, press, desk)
  }
  const { conversation, message, text } = asked
  // As that message, so that who deletes it erases this as well.
  const ts = message.split(':').at(-1)
  const id = inbox.accept({
    keys: [`slack:${address.team}:again:${value}`],
    conversation,
    address: JSON.stringify({ ...address, ts }),
    body: JSON.stringify({ text, hasFiles: false }),
  })
  if (id) desk.pump.nudge(conversation)
}

async function forget({ value, user, person }: Press, desk: Desk): Promise<void> {
  desk.store.memory.forget(value, personOf({ team: desk.means.team, user }))
  await publishHome(user, person, desk)
}

async function openProfile(press: Press, desk: Desk): Promise<void> {
  const { person } = press
  if (!person.isAdmin) return
  const { settings } = desk.store
  const helper = settings.helper('slack')
  const named = { roles: rolesIn(desk), team: desk.means.team }
  const form = { profile: settings.profile(), ...named, ...(helper ? { helper } : {}) }
  await put(profileDialog(form, labels(person.locale)), press, desk)
}
