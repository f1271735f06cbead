import { expect } from 'vitest'
import { checkCard } from '../check-card.ts'
import { cardAction, dialog } from '../invokes.ts'
import { channelMention, type Place } from '../payloads.ts'
import type { Fields, Message } from '../state.ts'
import { buttonOf, handsIn, type Pushed, pushed, wordsOf } from './hands.ts'
import { openTown, type Town, type TownOptions } from './town.ts'

export const anna = '29:anna'
export const bert = '29:bert'
export const fire = 'hilfe, shitstorm auf facebook wegen dem stadtfest, was jetzt'

/** A town on a Friday at half past ten at night, whose clock stands until it is told to go on. */
export interface Night {
  readonly town: Town
  wait(minutes: number): void
}

/** Anna is the press office, Bert the head of the town. */
export async function openNight(options: TownOptions = {}): Promise<Night> {
  let at = Date.parse('2026-10-23T20:30:00.000Z')
  const town = await openTown({ ...options, now: () => at })
  const person = (id: string) => `teams:${town.teams.tenant}:${id}`
  const seats = [
    { role: 'PR', person: person(anna), name: 'AA' },
    { role: 'BM', person: person(bert), name: 'BB' },
  ]
  town.store.settings.saveProfile({ seats })
  return {
    town,
    wait: (minutes) => {
      at += minutes * 60_000
    },
  }
}

/** The thread of a channel. */
export interface Thread {
  readonly conversation: Place
  readonly root: string
}

/** A dialog that is open, or the words that came in its place. */
interface Dialog extends Pushed {
  send(title: string, fields: Fields): Promise<Dialog>
}

interface At {
  readonly conversation: Place
  readonly messageId: string
  readonly from: string
}

/** What people do with an incident in these tests. */
export function incidentHands(town: () => Town) {
  const { send } = handsIn(town)
  const shown = ({ conversation }: Pick<Thread, 'conversation'>) =>
    town().teams.thread(conversation.id)
  /** The message that has these words, the last of several, as it is now. */
  const find = (thread: Thread, words: string): Message => {
    const found = shown(thread).findLast((one) => wordsOf(one).includes(words))
    if (!found)
      throw new Error(`nobody said "${words}":\n${shown(thread).map(wordsOf).join('\n\n')}`)
    return structuredClone(found)
  }
  const press = async (
    { conversation }: Thread,
    { message, title, from = anna }: { message: Message; title: string; from?: string },
  ): Promise<string> => {
    const { verb, data } = buttonOf(message.activity, title)
    const where = { conversation, messageId: message.id, from }
    return pushed(await send(cardAction(town().teams, { ...where, verb, data }))).words
  }
  const step = async (where: At, name: 'fetch' | 'submit', data: Fields): Promise<Dialog> => {
    const came = pushed(await send(dialog(town().teams, { ...where, step: name, data })))
    if (came.card) expect(checkCard(came.card)).toEqual([])
    const sent = (title: string, fields: Fields) =>
      step(where, 'submit', { ...buttonOf(came.card, title).data, ...fields })
    return { ...came, send: sent }
  }
  /** Opens the dialog behind a button. */
  const ask = async (
    { conversation }: Thread,
    { message, title, from = anna }: { message: Message; title: string; from?: string },
  ): Promise<Dialog> => {
    const where = { conversation, messageId: message.id, from }
    return await step(where, 'fetch', buttonOf(message.activity, title).data)
  }
  const say = async ({ root }: Thread, text: string, from = anna): Promise<void> => {
    const { status } = await send(channelMention(town().teams, { text, from, rootId: root }))
    expect(status).toBe(200)
  }
  const burn = async (): Promise<Thread> => {
    const asked = channelMention(town().teams, { text: fire, from: anna })
    await send(asked)
    return { conversation: asked.conversation, root: asked.id }
  }
  // A button has its name twice: for clients that know no requests as well.
  const ways = (message: Message): readonly string[] => {
    const lines = wordsOf(message).split('\n')
    return [...new Set(lines.filter((line) => line.startsWith('Lage eröffnen')))]
  }
  /** It burns, and an incident is opened. */
  const begin = async (): Promise<Thread> => {
    const thread = await burn()
    const message = find(thread, 'Lage eröffnen')
    const words = await press(thread, { message, title: ways(message)[0] ?? '' })
    expect(words).toContain('L1 ist eröffnet')
    return thread
  }
  return { send, shown, find, press, ask, say, burn, begin, ways }
}
