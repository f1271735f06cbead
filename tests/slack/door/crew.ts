import { blockActions, viewSubmission } from '../interactions.ts'
import { appMention, messageInChannel } from '../payloads.ts'
import type { Fields, Message } from '../state.ts'
import { buttonsOf, channel, user } from './hands.ts'
import type { Town } from './town.ts'

export const boss = 'U0BOSS001'

/** What people do in Slack where an incident is led. */
export interface Crew {
  /** Settles when everything is answered and every thread shows what it should. */
  rest(): Promise<void>
  /** Writes into a thread without naming us; gives the message's `ts`. */
  say(text: string, threadTs: string, by?: string): Promise<string>
  /** Presses the first button with this label in a message. */
  press(message: Message, label: string, by?: string): Promise<void>
  /** Cries for help and opens an incident; gives the thread. */
  begin(text?: string): Promise<string>
  /** Sends a dialog; gives what Slack is told to do with it. */
  submit(view: Fields, values: Readonly<Record<string, string>>, by?: string): Promise<Fields>
  /** The last message of ours with these words. */
  found(words: string): Message
  /** The live card. */
  live(): Message
  whispers(): readonly Message[]
  /** The events of the newest incident. */
  log(): ReturnType<Town['store']['incidents']['events']>
}

/** Puts two people of the town into their roles. */
export function enter(town: Town): void {
  const { team } = town.slack
  const seat = (role: string, id: string, name: string) => ({
    role,
    person: `slack:${team}:${id}`,
    name,
  })
  town.store.settings.saveProfile({ seats: [seat('PR', user, 'AA'), seat('BM', boss, 'BB')] })
}

export function crewIn(town: () => Town): Crew {
  const rest = async () => {
    await town().rest()
    await town().door.settled()
  }
  const send = async (payload: Fields) => {
    const delivered = await town().slack.deliverForm({ payload: JSON.stringify(payload) })
    if (delivered.status !== 200) throw new Error(`refused with ${delivered.status}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
    await rest()
    return delivered.body
  }
  const press: Crew['press'] = async (message, label, by = user) => {
    const found = buttonsOf(message.blocks).find((one) => JSON.stringify(one).includes(label))
    if (!found) throw new Error(`no button ${label} in ${JSON.stringify(message.blocks)}`)
    const place = { channel, messageTs: message.ts }
    const thread = message.threadTs ? { threadTs: message.threadTs } : {}
    const pressed = { actionId: found.action_id, value: found.value, user: by, ...place, ...thread }
    await send(blockActions(town().slack, pressed))
  }
  const found: Crew['found'] = (words) => {
    const message = town()
      .said()
      .findLast(({ text, deleted }) => !deleted && text.includes(words))
    if (!message) throw new Error(`nobody said ${words}`)
    return message
  }
  return {
    rest,
    press,
    found,
    say: async (text, threadTs, by = user) => {
      const payload = messageInChannel(town().slack, { channel, user: by, text, threadTs })
      await town().slack.deliver(payload)
      await rest()
      return String(payload.event['ts'])
    },
    begin: async (text = 'hilfe, shitstorm, 200 kommentare') => {
      const payload = appMention(town().slack, { channel, user, text })
      await town().slack.deliver(payload)
      await rest()
      const [card] = town().said()
      if (!card) throw new Error('no card')
      await press(card, 'Lage eröffnen')
      return String(payload.event['ts'])
    },
    submit: async (view, values, by = user) => {
      const state = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, { [name]: { type: 'x', value } }]),
      )
      const body = await send(
        viewSubmission(town().slack, {
          callbackId: String(view['callback_id']),
          user: by,
          values: state,
          privateMetadata: String(view['private_metadata']),
        }),
      )
      return body === '' ? {} : JSON.parse(body)
    },
    live: () => found('Stufe neu einschätzen'),
    whispers: () => town().slack.messages.filter(({ ephemeralTo }) => ephemeralTo !== undefined),
    log: () => {
      const [first] = town().store.incidents.list()
      if (!first) throw new Error('no incident')
      return town().store.incidents.events(first.id)
    },
  }
}
