import { expect } from 'vitest'
import type { Delivered } from '../deliver.ts'
import { cardAction, type Pressed } from '../invokes.ts'
import { type Activity, channelMention, groupMention, personalMessage } from '../payloads.ts'
import { type Fields, isFields, type Message, toList } from '../state.ts'
import type { Town } from './town.ts'
import { cardWords, readable } from './words.ts'

export const question = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
export const other = 'Dürfen wir Kommentare löschen?'

/** A question and the message that answers it. */
export interface Exchange {
  readonly asked: Activity
  readonly answer: Message
}

const mentions = { personal: personalMessage, group: groupMention, channel: channelMention }

/** What people do in these tests. */
export function handsIn(town: () => Town) {
  const send = async (activity: object): Promise<Delivered> => {
    const delivered = await town().teams.deliver(activity)
    await town().rest()
    return delivered
  }
  const ask = async (
    place: keyof typeof mentions = 'channel',
    { text = question, ...more }: { text?: string; from?: string; rootId?: string } = {},
  ): Promise<Exchange> => {
    const asked = mentions[place](town().teams, { text, ...more })
    expect((await send(asked)).status).toBe(200)
    const answer = town()
      .said()
      .findLast(({ conversation }) => conversation === asked.conversation.id)
    if (!answer) throw new Error('nothing was answered')
    return { asked, answer }
  }
  const press = async (
    { asked, answer }: Exchange,
    title: string,
    more: Pressed & { data?: object } = {},
  ): Promise<Pushed> => {
    const { verb, data } = buttonOf(answer.activity, title)
    const delivered = await send(
      cardAction(town().teams, {
        conversation: asked.conversation,
        messageId: answer.id,
        verb,
        ...more,
        data: { ...data, ...more.data },
      }),
    )
    return pushed(delivered)
  }
  return { send, ask, press }
}

/** What a request for a card, a dialog or feedback was answered with. */
export interface Pushed {
  readonly status: number
  readonly words: string
  /** The card that came back. */
  readonly card: unknown
}

export function pushed({ status, body }: Delivered): Pushed {
  const parsed: unknown = body === '' ? {} : JSON.parse(body)
  const found = findCard(parsed)
  const words = found ? cardWords(found).join('\n') : sentenceIn(parsed)
  return { status, words, card: found }
}

function findCard(value: unknown): unknown {
  if (!isFields(value)) return undefined
  if (value['type'] === 'AdaptiveCard') return value
  return Object.values(value)
    .map(findCard)
    .find((found) => found !== undefined)
}

function sentenceIn(value: unknown): string {
  if (!isFields(value)) return ''
  const { task } = value
  return String((isFields(task) ? task['value'] : value['value']) ?? '')
}

interface Button {
  readonly verb: string
  readonly data: Fields
}

/** The button of this name in a message or in a card. */
export function buttonOf(shown: unknown, title: string): Button {
  const found = actionsIn(shown).find((action) => action['title'] === title)
  if (!found) throw new Error(`there is no button "${title}"`)
  const { verb, data } = found
  return { verb: String(verb), data: isFields(data) ? data : {} }
}

function actionsIn(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn)
  if (!isFields(value)) return []
  const own = toList(value['actions'])
  return [...own, ...Object.values(value).flatMap(actionsIn)]
}

/** All a person reads of a message. */
export function wordsOf({ activity }: Pick<Message, 'activity'>): string {
  return [readable(String(activity['text'] ?? '')), ...cardWords(activity['attachments'])].join(
    '\n',
  )
}

export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
