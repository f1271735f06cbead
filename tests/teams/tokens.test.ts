import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { personalMessage } from './payloads.ts'
import { openStage, type Stage } from './stage.ts'
import type { TokenKind } from './tokens.ts'

const GOVERNMENT = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'

let stage: Stage
let turns = 0

beforeAll(async () => {
  // botbuilder writes every refused token to the console.
  vi.spyOn(console, 'error').mockReturnValue()
  stage = await openStage()
  stage.onTurn(async () => {
    turns += 1
  })
})

afterAll(async () => {
  vi.restoreAllMocks()
  await stage.close()
})

async function knock(token: string | null | undefined, headers = {}): Promise<number> {
  turns = 0
  const { teams } = stage
  const options = token === undefined ? { headers } : { token, headers }
  const { status } = await teams.deliver(personalMessage(teams, { text: 'Hallo' }), options)
  return status
}

describe('tokens before the real CloudAdapter', () => {
  it('lets the valid one in', async () => {
    expect(await knock(undefined)).toBe(200)
    expect(turns).toBe(1)
  })

  it.each<TokenKind>([
    'unknown-kid',
    'wrong-audience',
    'wrong-issuer',
    'expired',
    'other-service-url',
    'no-endorsement',
    'garbage',
  ])('gets 401 for %s', async (kind) => {
    expect(await knock(stage.teams.token(kind))).toBe(401)
    expect(turns).toBe(0)
  })

  // These are 401 at our own door, see platform.md 11.
  it.each<TokenKind>(['wrong-key', 'hs256', 'alg-none'])('gets 500 for %s', async (kind) => {
    expect(await knock(stage.teams.token(kind))).toBe(500)
    expect(turns).toBe(0)
  })

  it('gets 401 for none and for another scheme', async () => {
    expect(await knock(null)).toBe(401)
    expect(await knock(null, { authorization: 'Basic dGVzdA==' })).toBe(401)
    expect(await knock(null, { authorization: 'Bearer ' })).toBe(401)
    expect(turns).toBe(0)
  })

  it('forgives five minutes of a clock, and no more', async () => {
    const now = Math.floor(Date.now() / 1000)
    expect(await knock(stage.teams.token('valid', { exp: now - 60 }))).toBe(200)
    expect(await knock(stage.teams.token('valid', { exp: now - 400 }))).toBe(401)
    expect(await knock(stage.teams.token('valid', { nbf: now + 60 }))).toBe(200)
    expect(await knock(stage.teams.token('valid', { nbf: now + 400 }))).toBe(500)
  })

  it('trusts a token without an expiry for ever', async () => {
    expect(await knock(stage.teams.token('valid', { exp: undefined }))).toBe(200)
  })

  it('asks for the service address in the token', async () => {
    expect(await knock(stage.teams.token('valid', { serviceurl: undefined }))).toBe(401)
  })

  it('does not compare the address when the activity has none', async () => {
    const { teams } = stage
    turns = 0
    const { serviceUrl: _, ...message } = personalMessage(teams, { text: 'Hallo' })
    const answer = await teams.deliver(message, { token: teams.token('other-service-url') })
    expect([answer.status, turns]).toEqual([200, 1])
  })

  it('takes a token of the emulator without looking at the address', async () => {
    const claims = { iss: GOVERNMENT, ver: '1.0', appid: stage.teams.appId }
    expect(await knock(stage.teams.token('other-service-url', claims))).toBe(200)
  })

  it('gives back one valid token until it is old', () => {
    expect(stage.teams.token()).toBe(stage.teams.token('valid'))
    expect(stage.teams.token('valid', { jti: '1' })).not.toBe(stage.teams.token())
  })
})

describe('a stage of its own for each fake', () => {
  it('knows its own keys only', async () => {
    const other = await openStage()
    try {
      expect(await knock(other.teams.token())).toBe(500)
    } finally {
      await other.close()
    }
  })
})
