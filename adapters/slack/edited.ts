import { randomUUID } from 'node:crypto'
import type { Arrival, Memory } from '../../src/ports-store.ts'
import { redact } from '../../src/redact.ts'
import { type Address, parseAddress, personOf } from './address.ts'
import { toMessages } from './blocks.ts'
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
  rewrite(key, arrival, memory)
  const person = await desk.means.people.find(address.user).catch(() => undefined)
  const say = labels(person?.locale ?? 'de')
  const [message] = toMessages(kept.reply, { id: last.id, labels: say, isPrivate: false })
  if (!message) return
  // Each change can be answered once.
  const value = `${kept.question}:${randomUUID()}`
  const retry = button({ action: 'again', label: say.again, value, style: 'primary' })
  const blocks = [small(say.outdated), actions(`again.${value}`, retry), ...message.blocks]
  const heard = `${say.outdated}\n\n${message.text}`
  await update({ ...shown(message), text: heard, blocks }, { address, ts, desk })
}

// Whoever takes a name out of a question takes it out of what is kept as well.
function rewrite(message: string, { address, body, conversation }: Arrival, memory: Memory): void {
  const person = personOf(parseAddress(address))
  const text = redact(parseBody(body).text).text
  const questions = memory.answersTo(message).map(({ id }) => memory.findAnswer(id)?.question)
  for (const id of new Set(questions)) {
    if (id) memory.remember({ id, conversation, message, person, text })
  }
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
