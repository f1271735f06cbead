import { once } from 'node:events'
import http from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { endpointSays } from '../../adapters/cli/doctor-teams.ts'
import { tryEndpoint } from '../../adapters/cli/teams-call.ts'
import { type FakeTeams, openFakeTeams } from '../teams/fake.ts'
import { cli, dataDir } from './run.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

type Env = Readonly<Record<string, string>>

const doctor = (env: Env = {}, ...words: readonly string[]) =>
  cli(['doctor', ...(words.length > 0 ? words : ['teams'])], { DATA_DIR: dataDir(), ...env })

async function fake(): Promise<{ readonly teams: FakeTeams; readonly given: Env }> {
  const teams = await openFakeTeams()
  open.push(teams)
  const given = {
    PUBLIC_URL: 'https://bot.stadt.example',
    LINK_SECRET: 'x'.repeat(32),
    TEAMS_APP_ID: teams.appId,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_APP_PASSWORD: teams.appPassword,
    TEAMS_LOGIN_URL: new URL(teams.tokenUrl).origin,
    TEAMS_OPENID_URL: teams.openIdUrl,
  }
  return { teams, given }
}

/** A server that says one thing, whatever it is asked. */
async function saying(status: number, body: object | string): Promise<string> {
  const server = http.createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push({
    close: () => {
      server.closeAllConnections()
      return once(server.close(), 'close')
    },
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

describe('Teams in doctor', () => {
  it('is off without variables, and says how to turn it on', async () => {
    const { code, out } = await doctor()
    expect(code).toBe(0)
    expect(out).toMatch(/\nTeams +aus +TEAMS_APP_ID, .*teams manifest.*adapters\/README\.md/)
    expect(out).not.toContain('Teams-Token')
  })

  it('is well: app, endpoint, token, keys; the secret is not shown', async () => {
    const { teams, given } = await fake()
    const { code, out, err } = await doctor(given)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`\nTeams +gut +App ${teams.appId} im Mandanten ${teams.tenant}`))
    expect(out).toMatch(/Teams-Eingang +aus +https:\/\/bot\.stadt\.example\/api\/messages/)
    expect(out).toMatch(/Teams-Token +gut/)
    expect(out).toMatch(/Teams-Schlüssel +gut/)
    expect(out).toMatch(/Teams-Links +gut/)
    expect(out).not.toContain(teams.appPassword)
    expect(out).not.toContain('issued-')
    expect(teams.tokenCalls.map(({ outcome }) => outcome)).toEqual(['ok'])
    expect(teams.calls).toEqual([])
  })

  it.each([
    [400, 'gut', 'antwortet.'],
    [404, 'gestört', 'mit 404 statt 400'],
    [302, 'gestört', 'mit 302 statt 400'],
    [502, 'gestört', 'mit 502 statt 400'],
  ])('knows from %d whether our address lets Teams in', async (status, state, words) => {
    const url = await saying(status, {})
    const said = endpointSays(url, await tryEndpoint(url))
    expect(said.state).toBe(state)
    expect(said.detail).toContain(words)
  })

  it('blames nobody for an address that cannot be seen from inside', async () => {
    const said = endpointSays('x', await tryEndpoint('http://127.0.0.1:1/api/messages'))
    expect(said.state).toBe('aus')
    expect(said.detail).toContain('von außen prüfen')
  })

  it('names the half that is missing', async () => {
    const { teams, given } = await fake()
    const { code, err } = await doctor({ ...given, TEAMS_APP_PASSWORD: '' })
    expect(code).toBe(2)
    expect(err).toContain('TEAMS_APP_PASSWORD: fehlt')
    expect(teams.tokenCalls).toEqual([])
  })

  it('knows the secret from the app id when Microsoft refuses one', async () => {
    const { given } = await fake()
    const secret = await doctor({ ...given, TEAMS_APP_PASSWORD: 'die-id-des-geheimnisses' })
    expect(secret.code).toBe(1)
    expect(secret.out).toMatch(/Teams-Token +fehlt +Das Geheimnis stimmt nicht.*„Wert“.*7000215/)
    expect(secret.out).not.toContain('die-id-des-geheimnisses')
    const id = await doctor({ ...given, TEAMS_APP_ID: '00000000-1111-4222-8333-444455556666' })
    expect(id.out).toMatch(/Teams-Token +fehlt +Diese App gibt es im Mandanten nicht.*700016/)
  })

  it.each([
    ['AADSTS7000222', /abgelaufen.*ein neues anlegen.*TEAMS_APP_PASSWORD.*neu starten/],
    ['AADSTS90002', /Diesen Mandanten gibt es nicht.*TEAMS_TENANT_ID/],
    ['AADSTS7000112', /abgeschaltet/],
    ['AADSTS50000', /TEAMS_APP_ID, TEAMS_TENANT_ID und TEAMS_APP_PASSWORD prüfen/],
  ])('says in German what %s means', async (number, words) => {
    const { given } = await fake()
    const error_description = `${number}: Some words. Trace ID: 0000aaaa Timestamp: 2026-01-09`
    const url = await saying(401, { error: 'invalid_client', error_description })
    const { code, out } = await doctor({ ...given, TEAMS_LOGIN_URL: url })
    expect(code).toBe(1)
    const [line = ''] = /Teams-Token.*/.exec(out) ?? []
    expect(line).toMatch(words)
    expect(line).toContain(`(${number})`)
    expect(line).not.toMatch(/Trace ID|Some words/)
  })

  it('does not blame the settings for Microsoft being away, busy or lost for words', async () => {
    const { given } = await fake()
    const away = { ...given, TEAMS_LOGIN_URL: 'http://127.0.0.1:1' }
    const { code, out } = await doctor({ ...away, TEAMS_OPENID_URL: await saying(503, '') })
    expect(code).toBe(0)
    expect(out).toMatch(/Teams-Token +gestört .*unreachable.*HTTPS_PROXY/)
    expect(out).toMatch(/Teams-Schlüssel +gestört .*http_503/)
    const busy = await doctor({ ...given, TEAMS_LOGIN_URL: await saying(429, {}) })
    expect(busy.out).toMatch(/Teams-Token +gestört .*in einer Minute/)
    const strange = await doctor({ ...given, TEAMS_LOGIN_URL: await saying(200, '<html>') })
    expect(strange.out).toMatch(/Teams-Token +fehlt .*no_token/)
  })

  it('notices that signatures could not be checked', async () => {
    const { given } = await fake()
    const empty = await doctor({ ...given, TEAMS_OPENID_URL: await saying(200, {}) })
    expect(empty.code).toBe(1)
    expect(empty.out).toMatch(/Teams-Schlüssel +fehlt +Unter TEAMS_OPENID_URL stehen keine/)
    const keyless = await saying(200, { keys: [] })
    const url = await saying(200, { jwks_uri: `${keyless}/keys` })
    expect((await doctor({ ...given, TEAMS_OPENID_URL: url })).out).toMatch(
      /Teams-Schlüssel +fehlt .*no_keys/,
    )
  })

  it('wants an address that Teams can reach', async () => {
    const { given } = await fake()
    const local = await doctor({ ...given, PUBLIC_URL: 'http://localhost:3978' })
    expect(local.out).toMatch(/Teams-Eingang +gestört +PUBLIC_URL=.*nicht erreichbar/)
    expect(local.out).toMatch(/Teams-Links +aus/)
    const plain = await doctor({ ...given, PUBLIC_URL: 'http://bot.stadt.example' })
    expect(plain.out).toMatch(/Teams-Eingang +gestört .*beginnt nicht mit https/)
  })

  it('asks nobody about a managed identity', async () => {
    const { teams, given } = await fake()
    const managed = { TEAMS_APP_TYPE: 'UserAssignedMsi', TEAMS_APP_PASSWORD: '' }
    const { code, out } = await doctor({ ...given, ...managed })
    expect(code).toBe(0)
    expect(out).toMatch(/\nTeams +gut .*verwalteter Identität/)
    expect(out).toMatch(/Teams-Token +aus .*in Azure/)
    expect(teams.tokenCalls).toEqual([])
  })

  it('warns of the local test', async () => {
    const { code, out } = await doctor({ TEAMS_LOCAL_TEST: '1', PORT: '4000' })
    expect(code).toBe(0)
    expect(out).toMatch(/\nTeams +gestört .*Nichts ist signiert/)
    expect(out).toContain('http://127.0.0.1:4000/api/messages')
    expect(out).toContain('TEAMS_SERVICE_HOSTS=localhost:56150')
    const hosts = { TEAMS_SERVICE_HOSTS: 'localhost:56150' }
    const ready = await doctor({ TEAMS_LOCAL_TEST: '1', ...hosts })
    expect(ready.out).toContain('Antworten gehen an localhost:56150.')
  })
})

describe('doctor for one door', () => {
  it('says nothing of the others', async () => {
    const teams = (await doctor({}, 'teams')).out
    expect(teams.trim().split('\n').slice(1).join()).toMatch(/^Teams /)
    expect(teams).not.toMatch(/Slack|Index/)
    const slack = (await doctor({}, 'slack')).out
    expect(slack).toMatch(/\nSlack +aus/)
    expect(slack).not.toMatch(/Teams|Index/)
  })

  it('stands with everything else where no door is named', async () => {
    const { out } = await cli(['doctor'], { DATA_DIR: dataDir() })
    expect(out).toMatch(/\nSlack +aus/)
    expect(out).toMatch(/\nTeams +aus/)
    expect(out).toMatch(/\nIndex /)
  })

  it.each([['quatsch'], ['teams', 'mehr'], ['toString']])('knows no %j', async (...words) => {
    const { code, out, err } = await doctor({}, ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`„doctor ${words.join(' ')}“ gibt es nicht`)
  })
})
