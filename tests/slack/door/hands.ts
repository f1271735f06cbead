import { blockActions } from '../interactions.ts'
import { appMention } from '../payloads.ts'
import type { Fields, Message } from '../state.ts'
import type { Town } from './town.ts'

export const channel = 'C0PRESSE1'
export const user = 'U0ANNA001'
export const question = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'

/** A question somebody asked, and the last thing that was said to it. */
interface Asked {
  readonly ts: string
  readonly answer: Message
}

export interface Button {
  readonly action_id: string
  readonly value: string
}

/** What a person does in Slack. */
export interface Hands {
  ask(text?: string): Promise<Asked>
  press(asked: Asked, action: string, how?: { by?: string; value?: string }): Promise<void>
  send(payload: Fields): Promise<{ readonly body: string }>
  /** Settles when nothing moves any more: a button is acknowledged before it is done. */
  settle(): Promise<void>
}

export function handsIn(town: () => Town): Hands {
  const settle = () => settled(town())
  const send = async (payload: Fields) => {
    const delivered = await town().slack.deliverForm({ payload: JSON.stringify(payload) })
    if (delivered.status !== 200) throw new Error(`refused with ${delivered.status}`)
    await settle()
    return delivered
  }
  return {
    settle,
    send,
    ask: async (text = question) => {
      const payload = appMention(town().slack, { channel, user, text })
      await town().slack.deliver(payload)
      await town().rest()
      const answer = town().said().at(-1)
      if (!answer) throw new Error('no answer')
      return { ts: String(payload.event['ts']), answer }
    },
    press: async ({ ts, answer }, action, { by = user, value } = {}) => {
      const carried = value ?? button(answer, action).value
      const where = { channel, messageTs: answer.ts, threadTs: ts }
      const payload = { actionId: action, value: carried, user: by, ...where }
      await send(blockActions(town().slack, payload))
    },
  }
}

export function buttonsOf(blocks: unknown): readonly Button[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsOf)
  if (typeof blocks !== 'object' || blocks === null) return []
  const self = 'action_id' in blocks && 'value' in blocks ? [blocks as Button] : []
  return [...self, ...Object.values(blocks).flatMap(buttonsOf)]
}

export function button(answer: Message, action: string): Button {
  const found = buttonsOf(answer.blocks).find(({ action_id: id }) => id === action)
  if (!found) throw new Error(`no button ${action}`)
  return found
}

async function settled(town: Town): Promise<void> {
  for (let quiet = 0, count = -1; quiet < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    const now = town.slack.calls.length + town.slack.responses.length
    const isBusy = town.slack.calls.some(({ outcome }) => outcome === 'pending')
    quiet = now === count && !isBusy ? quiet + 1 : 0
    count = now
  }
  await town.rest()
}
