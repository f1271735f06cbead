import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Field, fieldNames, fields } from '../../adapters/cli/town.ts'
import { scopes } from '../../adapters/slack/manifest.ts'
import { folderWith, vtt } from '../fakes.ts'
import { type FakeOptions, type FakeSlack, openFakeSlack } from '../slack/fake.ts'
import { cli, dataDir } from './run.ts'

const knowledge = folderWith({ 'episodes/f1.vtt': vtt(['<v A>Nachts gibt es einen Text.']) })
const open: FakeSlack[] = []
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.close()
})

type Env = Readonly<Record<string, string>>

async function setUp(options: FakeOptions = {}) {
  const slack = await openFakeSlack(options)
  open.push(slack)
  const data = dataDir()
  const given = {
    KNOWLEDGE_DIR: knowledge,
    DATA_DIR: data,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  }
  await cli(['ingest'], given)
  const doctor = (over: Env = {}) => cli(['doctor'], { ...given, ...over })
  return { slack, data, doctor, given }
}

describe('Slack in doctor', () => {
  it('is off without variables, and says how to turn it on', async () => {
    const env = { KNOWLEDGE_DIR: knowledge, DATA_DIR: dataDir() }
    await cli(['ingest'], env)
    const { code, out } = await cli(['doctor'], env)
    expect(code).toBe(0)
    expect(out).toMatch(/\nSlack +aus +.*slack manifest/)
    expect(out).not.toContain('Slack-Token')
  })

  it('is well: the workspace, the permissions, the socket; no token is shown', async () => {
    const { slack, doctor } = await setUp({ scopes })
    const { code, out, err } = await doctor()
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/\nSlack +gut +Socket Mode/)
    expect(out).toMatch(/Slack-Token +gut +Arbeitsbereich Stadt Musterstadt/)
    expect(out).toMatch(/Slack-Rechte +gut +alle 13 sind da\n/)
    expect(out).toMatch(/Slack-Socket +gut/)
    expect(out).toMatch(/Slack-Links +aus/)
    expect(out).not.toContain(slack.botToken)
    expect(out).not.toContain(slack.appToken)
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'apps.connections.open'])
  })

  it('names permissions that nothing needs', async () => {
    const { doctor } = await setUp({ scopes: [...scopes, 'channels:read'] })
    expect((await doctor()).out).toMatch(/nicht gebraucht: channels:read/)
  })

  it('names every missing permission and what does not work without it', async () => {
    const { doctor } = await setUp({ scopes: ['chat:write'] })
    const { code, out } = await doctor()
    expect(code).toBe(0)
    expect(out).toMatch(/Slack-Rechte +gestört +12 von 13 fehlen.*neu installieren/)
    for (const scope of scopes.filter((one) => one !== 'chat:write')) {
      expect(out).toMatch(new RegExp(`\n${scope} +gestört +[A-ZÄÖÜ„/].{15,}\\.\n`))
    }
    expect(out).not.toContain('\nchat:write')
  })

  it('says which token is refused and where the right one is', async () => {
    const { slack, doctor } = await setUp({ scopes })
    const { code, out } = await doctor({ SLACK_BOT_TOKEN: 'xoxb-falsch' })
    expect(code).toBe(1)
    expect(out).toMatch(/Slack-Token +fehlt .*OAuth & Permissions/)
    expect(out).toMatch(/Slack-Socket +gut/)
    expect(out).not.toContain('xoxb-falsch')
    slack.fault('apps.connections.open', { error: 'missing_scope' })
    expect((await doctor()).out).toMatch(/Slack-Socket +fehlt .*connections:write/)
  })

  it('does not blame a token for Slack being away, late or busy', async () => {
    const { slack, doctor } = await setUp({ scopes })
    slack.fault('auth.test', { status: 503 })
    slack.fault('apps.connections.open', { status: 429, retryAfter: 60 })
    const busy = await doctor()
    expect(busy.code).toBe(0)
    expect(busy.out).toMatch(/Slack-Token +gestört .*http_503/)
    expect(busy.out).toMatch(/Slack-Socket +gestört .*in einer Minute/)
    slack.fault('auth.test', { hang: true })
    expect((await doctor()).out).toMatch(/Slack-Token +gestört .*unreachable/)
    const away = await doctor({ SLACK_API_URL: 'http://127.0.0.1:1/api' })
    expect(away.out).toMatch(/Slack-Token +gestört .*HTTPS_PROXY/)
  })

  it('wants an address that Slack can reach where there is no socket', async () => {
    const { slack, doctor } = await setUp({ scopes })
    const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: slack.signingSecret }
    expect((await doctor(http)).out).toMatch(/\nSlack +gestört .*PUBLIC_URL.*SLACK_APP_TOKEN/)
    const plain = { ...http, PUBLIC_URL: 'http://bot.stadt.example' }
    expect((await doctor(plain)).out).toMatch(/\nSlack +gestört .*https:\/\//)
    const good = { ...http, PUBLIC_URL: 'https://bot.stadt.example' }
    const { out } = await doctor(good)
    expect(out).toMatch(/\nSlack +gut .*https:\/\/bot\.stadt\.example\/slack\/events/)
    expect(out).not.toContain('Slack-Socket')
    expect(out).toMatch(/Slack-Links +gestört .*LINK_SECRET/)
    const signed = { ...good, LINK_SECRET: 'x'.repeat(32) }
    expect((await doctor(signed)).out).toMatch(/Slack-Links +gut/)
  })
})

function valueFor(name: Field): string {
  return ['supervisory', 'situationPage', 'netiquette'].includes(name)
    ? 'https://stadt.example/x'
    : '12'
}

describe('the store in doctor', () => {
  it('says what is not there yet, and makes nothing', async () => {
    const { doctor } = await setUp({ scopes })
    const { out } = await doctor({ KEEP_DAYS: '1' })
    expect(out).toMatch(/Speicher +aus +noch leer/)
    expect(out).toMatch(/Aufbewahrt +gut .*1 Tag /)
    expect(out).toMatch(/Stadtprofil +aus +nicht hinterlegt: Land, .*setup/)
    expect((await doctor()).out).toMatch(/Speicher +aus/)
  })

  it('says where it lies, which key seals it and what the profile lacks', async () => {
    const { data, doctor, given } = await setUp({ scopes })
    await cli(['setup', '--state', 'NW', '--second-person', 'a', '--data-protection', 'b'], given)
    const { out } = await doctor()
    expect(out).toMatch(new RegExp(`Speicher +gut +${data}/sturmlotse.db`))
    expect(out).toMatch(new RegExp(`Verschlüsselt +gut .*${data}/key`))
    expect(out).toMatch(/Stadtprofil +aus +nicht hinterlegt: Rechtsamt, Freigabe, .*„Mensch holen“/)
    const rest = fieldNames.filter((name) => !['state', 'slackHelper'].includes(name))
    const options = rest.flatMap((name) => [`--${fields[name].option}`, valueFor(name)])
    await cli(['setup', ...options, '--slack-helper', 'U012AB3CD'], given)
    expect((await doctor()).out).toMatch(/Stadtprofil +gut +vollständig/)
    expect((await doctor({ DATA_KEY: 'k'.repeat(32) })).out).toMatch(
      /Verschlüsselt +gut +mit DATA_KEY/,
    )
  })

  it('notices that the key is gone instead of making a new one', async () => {
    const { data, doctor, given } = await setUp({ scopes })
    await cli(['setup', '--state', 'NW'], given)
    rmSync(join(data, 'key'))
    for (const { code, out } of [await doctor(), await doctor()]) {
      expect(code).toBe(1)
      expect(out).toMatch(/Speicher +fehlt .*Schlüssel.*Sicherung/)
    }
  })
})
