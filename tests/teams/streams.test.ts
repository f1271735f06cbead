import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GROUP, groupMention, PERSON, personalMessage } from './payloads.ts'
import { toPersonal } from './place.ts'
import { call, openStage, repairEntities, runTurn, type Stage, toActivities } from './stage.ts'

const PERSONAL = toPersonal(PERSON)
const SEARCHING = 'Sucht Fundstellen …'

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(async () => {
  vi.useRealTimers()
  await stage.close()
})

function piece(text: string, info: object, more: object = {}): object {
  return { type: 'typing', text, entities: [{ type: 'streaminfo', ...info }], ...more }
}

function final(text: string, streamId: string, more: object = {}): object {
  return piece(text, { streamType: 'final', streamId }, { type: 'message', ...more })
}

function send(activity: object, conversation = PERSONAL) {
  return call(stage.teams, ['POST', toActivities(conversation)], { body: activity })
}

async function begin(streamType = 'informative', text = SEARCHING): Promise<string> {
  const { body } = await send(piece(text, { streamType, streamSequence: 1 }))
  return String(body['id'])
}

function toCode({ body }: Awaited<ReturnType<typeof send>>): unknown {
  return body['error'] ? (body['error'] as { code: string }).code : undefined
}

describe('a stream in a personal chat', () => {
  it('is one message from the first piece to the last, also through the real SDK', async () => {
    const { teams } = stage
    const undo = repairEntities()
    const ids = await runTurn(stage, personalMessage(teams, { text: 'Frage' }), async (context) => {
      const start = { streamType: 'informative', streamSequence: 1 }
      const begun = await context.sendActivity(piece(SEARCHING, start))
      const streamId = String(begun?.id)
      const next = { streamType: 'informative', streamId, streamSequence: 2 }
      const second = await context.sendActivity(piece('Prüft Zitate …', next))
      const last = await context.sendActivity(final('Antwort', streamId))
      return [begun?.id, second?.id, last?.id]
    })
    undo()
    // Only the first piece is told its id.
    expect(ids).toEqual([teams.messages[0]?.id, undefined, undefined])
    expect(teams.messages).toMatchObject([{ stream: 'final', activity: { text: 'Antwort' } }])
    expect(teams.refusals).toEqual([])
  })

  it('begins with 201 and goes on with 202', async () => {
    const streamId = await begin()
    expect(stage.teams.messages).toMatchObject([{ id: streamId, stream: 'informative' }])
    const words = { streamType: 'streaming', streamId, streamSequence: 2 }
    expect(await send(piece('Die', words))).toEqual({ status: 202, body: {} })
    expect(stage.teams.messages).toMatchObject([{ stream: 'streaming', activity: { text: 'Die' } }])
    expect(await send(final('Die Frist', streamId))).toEqual({ status: 202, body: {} })
  })

  it('lets a late piece fall', async () => {
    const streamId = await begin()
    const third = { streamType: 'informative', streamId, streamSequence: 3 }
    expect((await send(piece('drei', third))).body).toEqual({})
    const late = await send(piece('zwei', { ...third, streamSequence: 2 }))
    expect([late.status, toCode(late)]).toEqual([
      202,
      'ContentStreamSequenceOrderPreConditionFailed',
    ])
    expect(stage.teams.messages[0]?.activity).toMatchObject({ text: 'drei' })
    expect(stage.teams.calls.at(-1)).toMatchObject({ outcome: 'ok', code: toCode(late) })
  })

  it('may not take back what it showed', async () => {
    const streamId = await begin('streaming', 'Die Frist')
    const other = await send(final('Eine Frist', streamId))
    expect([other.status, toCode(other)]).toEqual([403, 'ContentStreamNotAllowed'])
    expect(await send(final('Die Frist beträgt 72 Stunden.', streamId))).toMatchObject({
      status: 202,
    })
  })

  it('is over after the final message, and then a message like any other', async () => {
    const streamId = await begin()
    const change = ['PUT', toActivities(PERSONAL, `/${streamId}`)] as const
    const body = { type: 'message', text: 'Neu' }
    expect(await call(stage.teams, change, { body })).toMatchObject({ status: 403 })
    await send(final('Antwort', streamId))
    expect(await send(final('Noch einmal', streamId))).toMatchObject({ status: 403 })
    expect(await call(stage.teams, change, { body })).toMatchObject({ status: 200 })
    expect(stage.teams.messages).toMatchObject([{ edited: true, activity: { text: 'Neu' } }])
  })

  it.each(['cancelled', 'expired'] as const)('gets 403 when it was %s', async (end) => {
    const { teams } = stage
    const streamId = await begin()
    if (end === 'cancelled') teams.cancelStream(streamId)
    else teams.expireStream(streamId)
    const refused = await send(final('Antwort', streamId))
    expect([refused.status, toCode(refused)]).toEqual([403, 'ContentStreamNotAllowed'])
    expect(JSON.stringify(refused.body)).toMatch(end === 'cancelled' ? /cancel/ : /exceeded/)
    // Not the bot's fault.
    expect(teams.refusals).toEqual([])
    const change = ['PUT', toActivities(PERSONAL, `/${streamId}`)] as const
    const updated = await call(teams, change, { body: { type: 'message', text: 'Antwort' } })
    expect(updated.status).toBe(end === 'cancelled' ? 403 : 200)
  })

  it('expires after two minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const streamId = await begin()
    vi.setSystemTime(Date.now() + 121_000)
    expect(toCode(await send(final('Antwort', streamId)))).toBe('ContentStreamNotAllowed')
    expect(await begin()).not.toBe(streamId)
  })

  it('goes on without a second one beside it', async () => {
    await begin()
    const second = await send(piece('Noch eine', { streamType: 'informative', streamSequence: 1 }))
    expect(toCode(second)).toBe('ContentStreamNotAllowed')
    expect(() => stage.teams.cancelStream('1')).toThrow(/no stream/)
  })

  it('is noted when it goes faster than once a second', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const streamId = await begin()
    const next = { streamType: 'informative', streamId }
    vi.setSystemTime(Date.now() + 1_500)
    await send(piece('zwei', { ...next, streamSequence: 2 }))
    expect(stage.teams.breaches).toEqual([])
    await send(piece('drei', { ...next, streamSequence: 3 }))
    expect(stage.teams.breaches).toMatchObject([{ rule: 'stream-pace', conversation: PERSONAL }])
  })
})

describe('a stream that Teams refuses', () => {
  it('is one in a group', async () => {
    const { teams } = stage
    const undo = repairEntities()
    const start = piece(SEARCHING, { streamType: 'informative', streamSequence: 1 })
    const result = await runTurn(stage, groupMention(teams, { text: 'Frage' }), (context) =>
      context.sendActivity(start),
    )
    undo()
    expect(result).toMatchObject({ statusCode: 403, code: 'ContentStreamNotAllowed' })
    expect(teams.thread(GROUP)).toEqual([])
  })

  it('is one whose information the SDK dropped', async () => {
    const start = piece(SEARCHING, { streamType: 'informative', streamSequence: 1 })
    const question = personalMessage(stage.teams, { text: 'Frage' })
    const result = await runTurn(stage, question, (context) => context.sendActivity(start))
    expect(result).toMatchObject({ statusCode: 400, code: 'BadRequest' })
  })

  const AI = { type: 'https://schema.org/Message', '@type': 'Message' }
  const first = { streamType: 'informative', streamSequence: 1 }
  it.each<[string, object]>([
    ['without a text', piece('', first)],
    ['with a first number that is not 1', piece('Text', { ...first, streamSequence: 2 })],
    ['without a number', piece('Text', { streamType: 'informative' })],
    ['of a kind nobody knows', piece('Text', { ...first, streamType: 'fast' })],
    ['that is a message already', piece('Text', first, { type: 'message' })],
    ['with a long first line', piece('ä'.repeat(600), first)],
    [
      'with feedback too early',
      piece('Text', first, { channelData: { feedbackLoop: { type: 'default' } } }),
    ],
    ['that nobody began', piece('Text', { ...first, streamId: '1', streamSequence: 2 })],
    ['that ends before it began', piece('Text', { streamType: 'final' }, { type: 'message' })],
    [
      'whose end is numbered',
      final('Text', '1', {
        entities: [{ type: 'streaminfo', streamType: 'final', streamId: '1', streamSequence: 2 }],
      }),
    ],
    [
      'with its label too early',
      piece('Text', first, { entities: [{ type: 'streaminfo', ...first }, AI] }),
    ],
  ])('is one %s', async (_, activity) => {
    expect(await send(activity)).toMatchObject({ status: 400 })
    expect(stage.teams.refusals).toHaveLength(1)
    expect(stage.teams.messages).toEqual([])
  })
})
