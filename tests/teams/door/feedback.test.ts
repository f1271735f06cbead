import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../check-card.ts'
import { dialog, feedback, feedbackForm } from '../invokes.ts'
import { GROUP } from '../payloads.ts'
import { type Exchange, handsIn, other, pushed } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  expect(town.teams.refusals).toEqual([])
  await town.close()
})

const verdicts = () => town.store.feedback.list(9)
const at = ({ asked, answer }: Exchange) => ({
  conversation: asked.conversation,
  messageId: answer.id,
})

describe('feedback', () => {
  it.each(['personal', 'group', 'channel'] as const)('is offered and taken (%s)', async (place) => {
    const exchange = await ask(place)
    expect(exchange.answer.activity['channelData']).toMatchObject({
      feedbackLoop: { type: 'custom' },
    })
    const { status, body } = await send(
      feedback(town.teams, { ...at(exchange), reaction: 'dislike', text: 'Frist falsch' }),
    )
    expect([status, body]).toEqual([200, '{}'])
    expect(verdicts()).toMatchObject([{ verdict: 'down', note: 'Frist falsch' }])
    expect(verdicts()[0]?.passages.length).toBeGreaterThan(0)
  })

  it('asks for the reason of a thumb down, which counts already', async () => {
    const exchange = await ask('channel')
    const form = pushed(
      await send(feedbackForm(town.teams, { ...at(exchange), reaction: 'dislike' })),
    )
    expect(form.words).toContain('Stelle falsch')
    expect(checkCard(form.card)).toEqual([])
    expect(verdicts()).toMatchObject([{ verdict: 'down' }])
    const inner = JSON.stringify({
      reason: 'wrong-place',
      note: 'Erika Mustermann war es, 0170 1234567',
    })
    await send(feedback(town.teams, { ...at(exchange), reaction: 'dislike', inner }))
    expect(verdicts()).toMatchObject([{ verdict: 'down', reason: 'wrong-place' }])
    expect(verdicts()[0]?.note).not.toContain('1234567')
  })

  it('asks nobody who likes it what was wrong', async () => {
    const exchange = await ask('channel')
    const form = feedbackForm(town.teams, { ...at(exchange), reaction: 'like' })
    expect(pushed(await send(form)).words).toBe('Danke, notiert.')
    expect(verdicts()).toMatchObject([{ verdict: 'up' }])
  })

  it('of one person counts once, the last time', async () => {
    const exchange = await ask('channel')
    for (const reaction of ['like', 'dislike'] as const)
      await send(feedback(town.teams, { ...at(exchange), reaction }))
    expect(verdicts()).toMatchObject([{ verdict: 'down' }])
    await send(feedback(town.teams, { ...at(exchange), reaction: 'like', from: '29:bert' }))
    expect(verdicts()).toHaveLength(2)
  })

  it.each([
    ['no JSON', '{"feedbackText":'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['an object where a text should be', { feedbackText: { a: 1 } }],
    ['a number', 7],
    ['a reason that nobody offers', JSON.stringify({ reason: 'toString' })],
  ])('counts whatever is written beside it (%s)', async (_, inner) => {
    const exchange = await ask('channel')
    expect(
      (await send(feedback(town.teams, { ...at(exchange), reaction: 'dislike', inner }))).status,
    ).toBe(200)
    expect(verdicts()).toHaveLength(1)
    expect(verdicts()[0]).not.toHaveProperty('reason')
  })

  it('on a message nobody knows, or from another chat, is nothing', async () => {
    const exchange = await ask('personal')
    const elsewhere = { id: GROUP, conversationType: 'groupChat', isGroup: true }
    const { messageId } = at(exchange)
    for (const where of [{ messageId: '1' }, { messageId, conversation: elsewhere }]) {
      const { status } = await send(feedback(town.teams, { ...where, reaction: 'like' }))
      expect(status).toBe(200)
      const form = feedbackForm(town.teams, { ...where, reaction: 'dislike' })
      expect(pushed(await send(form)).words).toContain('nicht mehr gespeichert')
    }
    expect(verdicts()).toEqual([])
  })

  it('that does not say which message it is about is about the last answer there', async () => {
    await ask('personal')
    await ask('personal', { text: other })
    const [, second] = town.said()
    const given = feedback(town.teams, { messageId: second?.id ?? '', reaction: 'dislike' })
    await send({ ...given, replyToId: undefined })
    const last = town.store.memory.lastAnswer(`teams:${town.teams.tenant}:${second?.conversation}`)
    expect(verdicts()).toMatchObject([{ answer: last, verdict: 'down' }])
  })

  it('that comes as a dialog of its own is taken where the answer may be read', async () => {
    const exchange = await ask('channel')
    const form = feedbackForm(town.teams, { ...at(exchange), reaction: 'dislike' })
    const { card } = pushed(await send(form))
    const ref = /"ref":"([^"]+)"/.exec(JSON.stringify(card))?.[1]
    const data = { ref, reason: 'missing', note: 'Wochenende' }
    await send(dialog(town.teams, { step: 'submit', data }))
    expect(verdicts()).toMatchObject([{ verdict: 'down' }])
    expect(verdicts()[0]).not.toHaveProperty('reason')
    await send(dialog(town.teams, { ...at(exchange), step: 'submit', data }))
    expect(verdicts()).toMatchObject([{ verdict: 'down', reason: 'missing', note: 'Wochenende' }])
  })

  it('finds an answer of several messages by its last one', async () => {
    await town.close()
    const { answered } = await import('../../replies.ts')
    town = await openTown()
    const exchange = await ask('channel')
    const conversation = `teams:${town.teams.tenant}:${exchange.asked.conversation.id}`
    const id = town.store.memory.lastAnswer(conversation) ?? ''
    const [ref = ''] = town.store.memory.findAnswer(id)?.ref?.split(' ') ?? []
    town.store.memory.keepAnswer(id, { question: 'q', reply: answered(3), ref: `${ref} ${ref}7` })
    const messageId = `${exchange.answer.id}7`
    await send(feedback(town.teams, { ...at(exchange), messageId, reaction: 'like' }))
    expect(verdicts()).toMatchObject([{ answer: id, verdict: 'up' }])
  })
})
