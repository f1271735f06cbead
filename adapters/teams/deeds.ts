import { randomUUID } from 'node:crypto'
import type { Form } from '../../src/domain/form.ts'
import type { Inbound } from '../../src/domain/inbound.ts'
import type { Next } from '../../src/incident-next.ts'
import { liveCard } from '../../src/incident-posts.ts'
import { type Address, conversationOf, personOf } from './address.ts'
import type { InvokeAnswer } from './botbuilder.ts'
import { type Asked, dialog, sentence, shownCard, told } from './desk.ts'
import { formCard } from './form.ts'
import { languageOfLocale } from './labels.ts'
import { stateCard } from './rooms.ts'

const done = 'Vermerkt.'

/** Does what a button of the crisis desk says. Who was slower hears that, and sees the new state. */
export function onDeed(action: string, value: string, asked: Asked): InvokeAnswer {
  if (action === 'refresh') return refreshed(value, asked)
  const { desk, address } = asked
  const { message: _, ...place } = address
  const next = desk.rooms.hear(toInbound({ action, value }, asked), JSON.stringify(place))
  desk.onDeed()
  return sentence(next?.map(wordsOf).find(Boolean) ?? done)
}

interface Pressed {
  readonly action: string
  readonly value: string
}

function toInbound({ action, value }: Pressed, { address }: Asked): Inbound {
  const conversation = conversationOf(address)
  // Pressed again after a crash, or by two at once, it opens the same incident.
  const name = action === 'open' ? `${conversation}:open:${value}` : nameOf(address)
  return {
    id: name,
    conversation,
    message: name,
    person: personOf(address),
    text: '',
    hasFiles: false,
    isCommand: false,
    deed: { kind: 'press', action, value },
    place: address.place === 'personal' ? 'private' : 'channel',
    locale: languageOfLocale(address.locale),
  }
}

/** Of one request: where Teams sends it again, it is the same. */
function nameOf(address: Address): string {
  return `${conversationOf(address)}:${address.message ?? randomUUID()}`
}

function wordsOf(next: Next): string {
  if (next.kind === 'done') return next.text
  if (next.kind === 'files') return next.words
  const { lead, steps } = next.reply
  return [lead, ...steps.flatMap(({ items }) => items)].filter(Boolean).join('\n')
}

// Whoever scrolls back to an old card sees what counts now, and only where the incident is led.
function refreshed(id: string, { desk, address, say }: Asked): InvokeAnswer {
  const room = desk.store.rooms.find(conversationOf(address))
  const incident = room?.incident === id ? desk.office.desk.find(id) : undefined
  if (!incident) return sentence(say.stale)
  return shownCard(stateCard(liveCard(incident, desk.office.desk.board(incident)), incident))
}

/** The dialog behind a button. */
export function onAsk(value: string, { desk }: Asked): InvokeAnswer {
  const form = desk.rooms.ask(value)
  return typeof form === 'string' ? told(form) : dialog(form.title, formCard(form))
}

type Values = Readonly<Record<string, string>>

/**
 * Takes a dialog. What stands in its way is said in the dialog itself, with all that was typed: nobody
 * writes a statement twice.
 */
export function onSend(about: string, values: Values, asked: Asked): InvokeAnswer {
  const { desk, address } = asked
  const filler = { person: personOf(address), name: nameOf(address) }
  const came = desk.rooms.send(about, values, filler)
  switch (came.kind) {
    case 'done':
      desk.onDeed()
      return told(done)
    case 'ask':
      return dialog(came.form.title, formCard(came.form))
    case 'refused': {
      const form = desk.rooms.ask(about)
      if (typeof form === 'string') return told(came.text)
      return dialog(form.title, formCard(filledWith(values, form), came.text))
    }
  }
}

function filledWith(values: Values, form: Form): Form {
  const fields = form.fields.map((field) => {
    const value = field.kind === 'note' ? undefined : values[field.name]
    return value === undefined ? field : { ...field, value }
  })
  return { ...form, fields }
}
