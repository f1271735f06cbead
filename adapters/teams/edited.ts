import { randomUUID } from 'node:crypto'
import type { Arrival } from '../../src/ports.ts'
import { redact } from '../../src/redact.ts'
import { parseAddress, personOf, targetOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { againCard, attach } from './card.ts'
import type { Desk } from './desk.ts'
import { parseBody } from './inbound.ts'
import { labels } from './labels.ts'
import { toError } from './outcome.ts'
import { toActivities } from './render.ts'
import { apart, slotsOf } from './slot.ts'

/** A question that was answered says something else now: its answer says so and offers a new one. */
export async function onEdited(key: string, arrival: Arrival, desk: Desk): Promise<void> {
  const { memory } = desk.store
  const last = memory.answersTo(key).at(-1)
  const kept = last && memory.findAnswer(last.id)
  const [slot] = slotsOf(last?.ref)
  if (!kept || !slot) return
  const address = parseAddress(arrival.address)
  const text = redact(parseBody(arrival.body).text).text
  if (text === kept.text) return
  const question = randomUUID()
  const { conversation } = arrival
  memory.remember({ id: question, conversation, message: key, person: personOf(address), text })
  const { place, user } = address
  const [first] = toActivities(kept.reply, { id: last.id, place, user })
  if (!first) return
  const { bot, outbox } = desk.means
  const marked = markedAs(first, attach(againCard(last.id, question, kept.reply)), kept.reply)
  const { words, card } = apart(marked)
  const target = targetOf(address)
  const outcome = await outbox.call(address.conversation, () => bot.update(target, slot.id, words))
  if (!outcome.ok) throw toError(outcome)
  if (card) await outbox.call(address.conversation, () => bot.send(target, card))
}

// The button is a card, and beside a card Teams takes no suggestions.
function markedAs(
  { suggestedActions: _, ...first }: Outgoing,
  card: ReturnType<typeof attach>,
  { language }: { readonly language: 'de' | 'en' },
): Outgoing {
  const { outdated } = labels(language)
  return { ...first, text: `_${outdated}_\n\n${first.text}`, attachments: [card] }
}
