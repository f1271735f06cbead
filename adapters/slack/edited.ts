import { randomUUID } from 'node:crypto'
import type { Arrival } from '../../src/ports.ts'
import { redact } from '../../src/redact.ts'
import { type Address, parseAddress, personOf } from './address.ts'
import { showingOf, toMessages } from './blocks.ts'
import type { Desk } from './desk.ts'
import { parseBody } from './inbound.ts'
import { labels } from './labels.ts'
import { actions, button, small } from './rich.ts'
import { persist, shown } from './send.ts'

/** A question that was answered says something else now: its answer says so and offers a new one. */
export async function onEdited(key: string, arrival: Arrival, desk: Desk): Promise<void> {
  const { memory } = desk.store
  const last = memory.answersTo(key).at(-1)
  const kept = last && memory.findAnswer(last.id)
  const ts = last?.ref.split(':')[1]
  if (!last || !kept || !ts) return
  const address = parseAddress(arrival.address)
  const { text } = parseBody(arrival.body)
  const question = randomUUID()
  const { conversation } = arrival
  const person = personOf(address)
  memory.remember({
    id: question,
    conversation,
    message: key,
    person,
    text: redact(text).text,
  })
  const say = labels(kept.reply.language)
  const [message] = toMessages(kept.reply, showingOf(last.id, kept.reply, false))
  if (!message) return
  const retry = button({ action: 'again', label: say.again, value: question, style: 'primary' })
  const blocks = [small(say.outdated), actions(`again.${question}`, retry), ...message.blocks]
  await update({ ...shown(message), blocks }, { address, ts, desk })
}

interface Where {
  readonly address: Address
  readonly ts: string
  readonly desk: Desk
}

async function update(message: object, { address, ts, desk }: Where): Promise<void> {
  const args = { ...message, channel: address.channel, ts }
  await persist(() => desk.means.api('chat.update', args))
}
