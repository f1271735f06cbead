import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { personalMessage } from '../payloads.ts'
import { isFields, toList } from '../state.ts'
import { handsIn, other, question as text, until, wordsOf } from './hands.ts'
import { openTown, type Town, type TownOptions } from './town.ts'

let town: Town
const { ask } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown({ wrap: slow(1500) })
})
afterEach(() => town.close())

/** What was written to its end. */
const written: string[] = []

/** An engine that finds at once and writes for a while, if it is not stopped. */
function slow(ms: number): NonNullable<TownOptions['wrap']> {
  return (engine) => ({
    ...engine,
    ask: async (question, earlier, watch) => {
      watch.onFound?.()
      await sleep(ms, undefined, { signal: watch.signal })
      written.push(question)
      return await engine.ask(question, earlier, { signal: watch.signal })
    },
  })
}

/** An engine that finds at once and writes no sooner than it may. */
function held(mayWrite: Promise<void>): NonNullable<TownOptions['wrap']> {
  return (engine) => ({
    ...engine,
    ask: async (question, earlier, watch) => {
      watch.onFound?.()
      await mayWrite
      return await engine.ask(question, earlier, watch)
    },
  })
}

const answers = () => town.said().filter((one) => wordsOf(one).includes('[1]'))

/** The pieces of all streams, in the order they came. */
function pieces() {
  return town.teams.calls.flatMap(({ body, at, outcome }) => {
    const info = toList(isFields(body) ? body['entities'] : []).find(
      ({ type }) => type === 'streaminfo',
    )
    const words = isFields(body) ? String(body['text']) : ''
    return info ? [{ kind: info['streamType'], id: info['streamId'], words, at, outcome }] : []
  })
}

async function streamOpen(): Promise<string> {
  await until(() => town.said().some(({ stream }) => stream === 'informative'))
  return town.said().at(-1)?.id ?? ''
}

describe('a stream in a private chat', () => {
  it('tells what is done before it is written, no faster than one piece a second, and ends once', async () => {
    const mayWrite = Promise.withResolvers<void>()
    await town.close()
    town = await openTown({ wrap: held(mayWrite.promise) })
    await town.teams.deliver(personalMessage(town.teams, { text }))
    await until(() => pieces().length === 2)
    mayWrite.resolve()
    await town.rest()
    // A slow machine says once more that it still writes.
    const kinds = pieces().map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'final')).toHaveLength(1)
    expect(kinds.at(-1)).toBe('final')
    expect(pieces()[1]?.words).toContain('schreibe und prüfe')
    for (const { words, kind } of pieces())
      if (kind === 'informative') expect(Buffer.byteLength(words)).toBeLessThanOrEqual(1024)
    expect(town.teams.breaches).toEqual([])
    expect(town.teams.refusals).toEqual([])
  })

  it('tells no phase that is over already', async () => {
    await town.close()
    town = await openTown({ wrap: slow(0) })
    await ask('personal')
    expect(pieces().map(({ kind }) => kind)).toEqual(['informative', 'final'])
    expect(town.teams.breaches).toEqual([])
  })

  it('waits its second also when its end has to be repeated', async () => {
    town.teams.fault('typing', { slowMs: 1 })
    town.teams.fault('post', { status: 412 }, { status: 503 })
    await ask('personal')
    expect(answers()).toHaveLength(1)
    expect(town.teams.breaches).toEqual([])
  })

  it('is one at a time: a second question waits for the first answer', async () => {
    for (const words of [text, other]) {
      await town.teams.deliver(personalMessage(town.teams, { text: words }))
    }
    await town.rest()
    expect(answers()).toHaveLength(2)
    expect(town.teams.refusals).toEqual([])
    expect(pieces().filter(({ kind }) => kind === 'final')).toHaveLength(2)
  })

  it('that a person stops while it is written stops the work, and nothing more is said', async () => {
    written.length = 0
    await town.teams.deliver(personalMessage(town.teams, { text }))
    town.teams.cancelStream(await streamOpen())
    await town.rest()
    expect(written).toEqual([])
    expect(answers()).toEqual([])
    expect(town.said()).toHaveLength(1)
    expect(town.store.inbox.waiting()).toEqual([])
    await ask('personal', { text: other })
    expect(answers()).toHaveLength(1)
  })

  it('that a person stops at the last moment stays as it is', async () => {
    await town.close()
    town = await openTown({ wrap: slow(0) })
    await town.teams.deliver(personalMessage(town.teams, { text }))
    town.teams.cancelStream(await streamOpen())
    await town.rest()
    expect(answers()).toEqual([])
    expect(town.said()).toHaveLength(1)
    expect(town.store.inbox.waiting()).toEqual([])
  })

  it('that was open too long becomes a message like any other', async () => {
    await town.teams.deliver(personalMessage(town.teams, { text }))
    town.teams.expireStream(await streamOpen())
    await town.rest()
    expect(answers()).toHaveLength(1)
    expect(town.said()).toHaveLength(1)
    const update = town.teams.callsOf('update').at(-1)
    expect(JSON.stringify(update?.body)).not.toContain('streaminfo')
  })

  it('that a program left open is ended by the next one', async () => {
    await town.teams.deliver(personalMessage(town.teams, { text }))
    await streamOpen()
    await sleep(50)
    await town.restart()
    await town.rest()
    expect(answers()).toHaveLength(1)
    expect(town.said()).toHaveLength(1)
  })

  it('that cannot be had is a plain message', async () => {
    town.teams.fault('typing', { status: 403, code: 'ContentStreamNotAllowed' })
    await ask('personal')
    expect(answers()).toHaveLength(1)
    expect(town.said()[0]?.stream).toBeUndefined()
  })

  it('whose end is refused for its form comes as words alone, with the label', async () => {
    town.teams.fault('typing', { slowMs: 1 })
    town.teams.fault('post', { status: 400 })
    await ask('personal')
    expect(answers()).toHaveLength(1)
    expect(JSON.stringify(answers()[0]?.activity['entities'])).toContain('AIGeneratedContent')
    expect(town.teams.breaches).toEqual([])
  })
})
