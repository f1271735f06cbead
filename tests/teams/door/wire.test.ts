import { readFileSync } from 'node:fs'
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channelMention, personalMessage } from '../payloads.ts'
import { type Call, isFields, toList } from '../state.ts'
import { openTown, type Town } from './town.ts'

const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
const env = { PUBLIC_URL: 'https://lotse.stadt.example', LINK_SECRET: 'x'.repeat(32) }
let town: Town
beforeEach(async () => {
  town = await openTown({ env })
})
afterEach(() => town.close())

/** The JSON that botbuilder put on the wire, not what we gave to it. */
function answerOnTheWire(operation: Call['operation']) {
  const bodies = town.teams
    .callsOf(operation)
    .map(({ body }) => body)
    .filter(isFields)
    .filter(({ type, text: words }) => type === 'message' && String(words).includes('[1]'))
  return toList(bodies.at(0)?.['entities'])
}

async function ask(place: 'personal' | 'channel') {
  const mention = place === 'personal' ? personalMessage : channelMention
  await town.teams.deliver(mention(town.teams, { text }))
  await town.rest()
  return answerOnTheWire(place === 'personal' ? 'reply' : 'update')
}

function isLabelled(entities: readonly object[]): boolean {
  const wire = JSON.stringify(entities)
  return wire.includes('"AIGeneratedContent"') && wire.includes('"position":1')
}

describe('the repair of botbuilder’s entities', () => {
  it('brings label, citations and stream to the wire', async () => {
    expect(isLabelled(await ask('channel'))).toBe(true)
    const streamed = await ask('personal')
    expect(isLabelled(streamed)).toBe(true)
    expect(JSON.stringify(streamed)).toContain('"streamType":"final"')
    expect(town.teams.refusals).toEqual([])
  })

  it('is what brings them: taken back, they are lost and Teams refuses the rest', async () => {
    delete (mappers.Entity.type as { additionalProperties?: unknown }).additionalProperties
    expect(isLabelled(await ask('channel'))).toBe(false)
    expect(town.teams.refusals[0]?.reasons.join()).toContain('entities')
  })

  it('mends the version it was made for', () => {
    const { dependencies } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    )
    expect(dependencies).toMatchObject({
      botbuilder: '4.23.3',
      'botframework-connector': '4.23.3',
    })
    expect(mappers.Entity.type).toHaveProperty('modelProperties')
  })
})
