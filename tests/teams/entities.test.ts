import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHANNEL, personalMessage } from './payloads.ts'
import { openStage, repairEntities, runTurn, type Stage } from './stage.ts'

const AI = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
  citation: [
    {
      '@type': 'Claim',
      position: 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: 'Folge 12 · 12:34 – Gast A',
        url: 'https://podcast.example/f/12?t=754',
        abstract: '„… innerhalb von 72 Stunden …“',
        keywords: ['Meldepflicht'],
        image: { '@type': 'ImageObject', name: 'Sound' },
      },
    },
  ],
}
const ANSWER = {
  type: 'message',
  textFormat: 'markdown',
  text: 'Die Meldefrist beträgt 72 Stunden [1]. Gesendet an <at>Kim</at>',
  entities: [
    AI,
    { type: 'mention', mentioned: { id: '29:kim', name: 'Kim' }, text: '<at>Kim</at>' },
  ],
  channelData: { feedbackLoop: { type: 'default' } },
  suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Wer?', value: 'Wer?' }] },
}

let stage: Stage
let undo: () => void

beforeEach(async () => {
  stage = await openStage()
  undo = () => undefined
})

afterEach(async () => {
  undo()
  await stage.close()
})

async function answer(): Promise<unknown> {
  const question = personalMessage(stage.teams, { text: 'Wie lange?' })
  return runTurn(stage, question, (context) => context.sendActivity(ANSWER))
}

describe('entities on the wire of botbuilder 4.23.3', () => {
  it('lose all but their type without the repair, and Teams refuses what is left', async () => {
    const result = await answer()
    expect(stage.teams.calls[0]?.body).toMatchObject({
      entities: [{ type: AI.type }, ANSWER.entities[1]],
    })
    expect(JSON.stringify(stage.teams.calls[0]?.body)).not.toContain('AIGeneratedContent')
    expect(result).toMatchObject({ statusCode: 400, code: 'BadSyntax' })
    expect(stage.teams.refusals[0]?.reasons.join()).toContain('entities.@type')
  })

  it('are complete with it', async () => {
    undo = repairEntities()
    expect(await answer()).toEqual({ id: stage.teams.messages[0]?.id })
    expect(stage.teams.calls[0]?.body).toMatchObject(ANSWER)
    expect(stage.teams.refusals).toEqual([])
    expect(stage.teams.breaches).toEqual([])
  })

  it('lose what lies beside them either way', async () => {
    undo = repairEntities()
    const question = personalMessage(stage.teams, { text: 'Wie lange?' })
    await runTurn(stage, question, (context) =>
      context.sendActivity({ ...ANSWER, ...{ targetedTo: CHANNEL } }),
    )
    expect(stage.teams.calls[0]?.body).not.toHaveProperty('targetedTo')
  })
})
