import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { edited, softDeleted, undeleted } from '../events.ts'
import { channelMention, personalMessage } from '../payloads.ts'
import { handsIn, other, question, until, wordsOf } from './hands.ts'
import { openTown, type Town, type TownOptions } from './town.ts'

const english = 'How long do we have to report a data breach?'
let town: Town
const { ask, press, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  expect(town.teams.refusals).toEqual([])
  await town.close()
})

const person = () => `teams:${town.teams.tenant}:29:1aB-person-eins`
const kept = () => town.store.memory.questionsOf(person(), 9)
const answers = () => town.said().filter((one) => wordsOf(one).includes('[1]'))

/** Two questions of a thread: the first is being answered, the second waits. */
async function two() {
  town.teams.fault('post', { slowMs: 500 })
  const first = channelMention(town.teams, { text: question })
  await town.teams.deliver(first)
  const second = channelMention(town.teams, { text: other, rootId: first.id })
  await town.teams.deliver(second)
  return [first, second] as const
}

describe('a question that is changed', () => {
  it('after it was answered marks the answer, and one press answers it anew', async () => {
    const exchange = await ask('channel')
    await send(edited(exchange.asked, `<at>Sturmlotse</at> ${english}`))
    const marked = town.said()[0]
    if (!marked) throw new Error('nothing there')
    expect(town.said()).toHaveLength(1)
    expect(wordsOf(marked)).toMatch(/^Die Frage wurde danach geändert\.\n/)
    expect(wordsOf(marked)).toContain('[1]')
    expect((await press({ ...exchange, answer: marked }, 'Neu beantworten')).words).toBe(
      'On its way.',
    )
    expect(town.said()).toHaveLength(2)
    expect(wordsOf({ activity: town.said()[1]?.activity ?? {} })).toMatch(/sources/i)
    const again = await press({ ...exchange, answer: marked }, 'Neu beantworten')
    expect(again.words).toContain('shown that already')
    expect(town.said()).toHaveLength(2)
  })

  it('after it was answered in a private chat is offered there as well', async () => {
    const exchange = await ask('personal')
    await send(edited(exchange.asked, english))
    const marked = town.said()[0]
    if (!marked) throw new Error('nothing there')
    await press({ ...exchange, answer: marked }, 'Neu beantworten')
    expect(answers()).toHaveLength(2)
  })

  it('only in what is taken out before it is kept changes nothing', async () => {
    const { asked } = await ask('channel')
    await send(edited(asked, `<at>Sturmlotse</at>   ${question}`))
    expect(wordsOf({ activity: town.said()[0]?.activity ?? {} })).not.toContain('geändert')
  })

  it('while it waits is answered in its new words, and so is the one before it', async () => {
    const [, second] = await two()
    await send(edited(second, `<at>Sturmlotse</at> ${english}`))
    expect(answers()).toHaveLength(2)
    expect(wordsOf({ activity: answers()[1]?.activity ?? {} })).toMatch(/sources/i)
  })

  it('while it is answered is answered once, in its new words', async () => {
    town.teams.fault('post', { slowMs: 500 })
    const asked = channelMention(town.teams, { text: question })
    await town.teams.deliver(asked)
    await send(edited(asked, `<at>Sturmlotse</at> ${english}`))
    expect(answers()).toHaveLength(1)
    expect(wordsOf({ activity: answers()[0]?.activity ?? {} })).toMatch(/sources/i)
    expect(kept()).toHaveLength(1)
  })

  it('and was never for us stays that', async () => {
    const asked = {
      ...channelMention(town.teams, { text: 'Mahlzeit' }),
      entities: [],
      text: 'Hallo',
    }
    await send(asked)
    await send(edited(asked, 'Hallo zusammen'))
    expect(town.said()).toEqual([])
    expect(kept()).toEqual([])
  })

  it('twice by the same delivery is one change', async () => {
    const { asked } = await ask('channel')
    const change = edited(asked, `<at>Sturmlotse</at> ${english}`)
    await send(change)
    const updates = town.teams.callsOf('update').length
    await send(change)
    expect(town.teams.callsOf('update')).toHaveLength(updates)
  })

  it('keeps no request waiting while the mark is put up', async () => {
    const { asked } = await ask('channel')
    const taken = Promise.withResolvers<void>()
    town.teams.fault('update', { until: taken.promise })
    await town.teams.deliver(edited(asked, `<at>Sturmlotse</at> ${english}`))
    expect(wordsOf({ activity: town.said()[0]?.activity ?? {} })).not.toContain('geändert')
    taken.resolve()
    await town.rest()
    expect(wordsOf({ activity: town.said()[0]?.activity ?? {} })).toContain('geändert')
  })
})

describe('a question that is deleted', () => {
  it('after it was answered has its text erased, and its answer’s buttons say so', async () => {
    const exchange = await ask('channel')
    await send(softDeleted(exchange.asked))
    expect(kept()).toEqual([])
    expect((await press(exchange, 'Stelle 1 lesen')).words).toContain('nicht mehr gespeichert')
  })

  it('while it waits does not cost the one before it', async () => {
    const [, second] = await two()
    await send(softDeleted(second))
    expect(answers()).toHaveLength(1)
    expect(kept()).toHaveLength(1)
  })

  it('while it is answered is not answered, and nothing hangs there as if it were', async () => {
    town.teams.fault('post', { slowMs: 300 })
    const asked = channelMention(town.teams, { text: question })
    await town.teams.deliver(asked)
    await send(softDeleted(asked))
    await sleep(600)
    await town.rest()
    expect(answers()).toEqual([])
    expect(kept()).toEqual([])
    // Nothing at all where it had not begun.
    for (const one of town.said()) expect(wordsOf(one).trim()).toBe('Abgebrochen.')
  })

  it('has its later words erased as well', async () => {
    const exchange = await ask('channel')
    await send(edited(exchange.asked, `<at>Sturmlotse</at> ${english}`))
    const marked = town.said()[0]
    if (!marked) throw new Error('nothing there')
    await press({ ...exchange, answer: marked }, 'Neu beantworten')
    await send(softDeleted(exchange.asked))
    expect(kept()).toEqual([])
  })

  it('and comes back is answered again: all of it was forgotten', async () => {
    const { asked } = await ask('channel')
    await send(softDeleted(asked))
    const back = undeleted(asked)
    await send(back)
    await send(back)
    expect(answers()).toHaveLength(2)
    expect(kept()).toHaveLength(1)
    await send(softDeleted(asked))
    expect(kept()).toEqual([])
  })

  it('and was not for us comes back as that', async () => {
    const asked = { ...channelMention(town.teams, { text: 'x' }), entities: [], text: 'Mahlzeit' }
    await send(undeleted(asked))
    expect(town.said()).toEqual([])
  })
})

describe('"stopp"', () => {
  it('ends what is answered and what waits there', async () => {
    const [first] = await two()
    await send(channelMention(town.teams, { text: 'stopp', rootId: first.id }))
    await sleep(700)
    await town.rest()
    expect(answers()).toEqual([])
    expect(town.said().some((one) => wordsOf(one).includes('lese hier nicht weiter mit'))).toBe(
      true,
    )
    expect(town.store.inbox.waiting()).toEqual([])
  })

  it('ends what waits to be tried again', async () => {
    town.teams.fault('post', { status: 429, retryAfter: 61 })
    const asked = channelMention(town.teams, { text: question })
    await town.teams.deliver(asked)
    await until(() => town.teams.callsOf('reply').some(({ outcome }) => outcome === 429))
    await sleep(100)
    await town.teams.deliver(channelMention(town.teams, { text: 'stopp', rootId: asked.id }))
    expect(town.store.inbox.waiting()).toHaveLength(1)
  })

  it('in a private chat ends the stream', async () => {
    await town.close()
    town = await openTown({ wrap: slow(800) })
    await town.teams.deliver(personalMessage(town.teams, { text: question }))
    await until(() => town.said().length > 0)
    await send(personalMessage(town.teams, { text: 'stopp' }))
    expect(answers()).toEqual([])
    expect(town.said().map(({ stream }) => stream ?? 'none')).toEqual(['final', 'final'])
  })
})

/** An engine that takes its time, and can be stopped. */
function slow(ms: number): NonNullable<TownOptions['wrap']> {
  return (engine) => ({
    ...engine,
    ask: async (...asked) => {
      await sleep(ms, undefined, { signal: asked[2].signal })
      return await engine.ask(...asked)
    },
  })
}
