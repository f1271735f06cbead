import { targetOf } from './address.ts'
import type { InvokeAnswer, Outgoing } from './botbuilder.ts'
import { attach } from './card.ts'
import type { Desk } from './desk.ts'
import type { Part } from './entities.ts'
import type { Envelope } from './envelope.ts'
import { toAsked } from './invoke.ts'
import { toError } from './outcome.ts'
import { onSubmitted } from './press.ts'

/** A button pressed in a client that knows no requests: what it would have been answered, as a message. */
export async function onSubmit(activity: Envelope, desk: Desk): Promise<void> {
  const asked = toAsked(activity, desk)
  const message = toMessage(await onSubmitted(asked))
  const { address } = asked
  const { bot, outbox } = desk.means
  const outcome = await outbox.call(address.conversation, () =>
    bot.send(targetOf(address), message),
  )
  if (!outcome.ok) throw toError(outcome)
}

function toMessage({ body }: InvokeAnswer): Outgoing {
  const { value } = body as { readonly value: string | Part }
  if (typeof value === 'string') return { type: 'message', text: value }
  const summary = String(value['fallbackText'])
  return { type: 'message', summary, attachments: [attach(value)] }
}
