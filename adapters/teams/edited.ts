import { randomUUID } from 'node:crypto'
import type { Reply } from '../../src/domain/reply.ts'
import type { Arrival } from '../../src/ports-store.ts'
import { redact } from '../../src/redact.ts'
import { type Address, parseAddress, personOf, targetOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { againCard, attach } from './card.ts'
import type { Desk } from './desk.ts'
import { parseBody } from './inbound.ts'
import { labels } from './labels.ts'
import { toError } from './outcome.ts'
import { toActivities } from './render.ts'
import { apart, type Slot, slotsOf } from './slot.ts'

/** A question that was answered says something else now: its answer says so and offers a new one. */
export async function onEdited(key: string, arrival: Arrival, desk: Desk): Promise<void> {
  const { memory } = desk.store
  const last = memory.answersTo(key).at(-1)
  const kept = last && memory.findAnswer(last.id)
  if (!kept) return
  const address = parseAddress(arrival.address)
  const text = redact(parseBody(arrival.body).text).text
  if (text === kept.text) return
  const question = randomUUID()
  const { conversation } = arrival
  memory.remember({ id: question, conversation, message: key, person: personOf(address), text })
  const { place, user } = address
  const parts = toActivities(kept.reply, { id: last.id, place, user }).flatMap(apart)
  const slots = slotsOf(last.ref)
  const buttonsAt = parts.findIndex((one, at) => at > 0 && !one.text)
  const where = { desk, address }
  await replace(slots[0], marked(parts[0], kept.reply), where)
  const card = againCard(last.id, question, kept.reply)
  await show(slots[buttonsAt], { type: 'message', attachments: [attach(card)] }, where)
}

interface Where {
  readonly desk: Desk
  readonly address: Address
}

async function replace(slot: Slot | undefined, activity: Outgoing, where: Where): Promise<void> {
  if (slot) await show(slot, activity, where)
}

/** In place of what stands there, or below all that is there. */
async function show(
  slot: Slot | undefined,
  activity: Outgoing,
  { desk, address }: Where,
): Promise<void> {
  const { bot, outbox } = desk.means
  const target = targetOf(address)
  const work = () => (slot ? bot.update(target, slot.id, activity) : bot.send(target, activity))
  const outcome = await outbox.call(address.conversation, work)
  if (!outcome.ok) throw toError(outcome)
}

// Suggestions are for what was said last.
function marked(part: Outgoing | undefined, { language, lead }: Reply): Outgoing {
  const { suggestedActions: _, ...first } = part ?? {}
  return {
    ...first,
    type: 'message',
    text: `_${labels(language).outdated}_\n\n${first.text ?? lead}`,
  }
}
