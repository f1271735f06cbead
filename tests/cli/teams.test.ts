import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appPackage } from '../../adapters/teams/package.ts'
import { readZip } from '../teams/zip.ts'
import { cli, dataDir } from './run.ts'

const run = (...args: readonly string[]) => cli(['teams', ...args], { DATA_DIR: dataDir() })
const appId = '5f0c0000-1111-4222-8333-444455556666'
const url = 'https://bot.stadt.example'
const given = ['manifest', '--url', url, '--app-id', appId]

function file(): string {
  return join(mkdtempSync(join(tmpdir(), 'sturmlotse-teams-')), 'app.zip')
}

it('writes the package and says where it is and what comes next', async () => {
  const out = file()
  const ran = await run(...given, '--out', out)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain(`${out} ist geschrieben`)
  expect(ran.out).toContain(`${url}/api/messages`)
  expect(Buffer.compare(readFileSync(out), appPackage({ url, appId }))).toBe(0)
})

it('takes everything else that a manifest differs in', async () => {
  const out = file()
  const links = ['--website', 'https://stadt.example/a', '--privacy', 'https://stadt.example/b']
  const more = ['--terms', 'https://stadt.example/c', '--app-version', '1.2.0', '--rsc']
  const { code } = await run(...given, ...links, ...more, '--out', out)
  expect(code).toBe(0)
  const manifest = JSON.parse(String(readZip(readFileSync(out)).get('manifest.json')))
  expect(manifest).toMatchObject({
    version: '1.2.0',
    developer: {
      websiteUrl: 'https://stadt.example/a',
      privacyUrl: 'https://stadt.example/b',
      termsOfUseUrl: 'https://stadt.example/c',
    },
    authorization: { permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group' }] } },
  })
})

it.each([
  [['--app-id', appId], '--url fehlt. Erwartet wird etwas wie https://bot.stadt.example'],
  [['--url', 'http://bot.stadt.example', '--app-id', appId], 'beginnt nicht mit https://'],
  [['--url', 'https://localhost:3978', '--app-id', appId], 'von außen nicht erreichbar'],
  [['--url', `${url}/api/messages`, '--app-id', appId], 'hat etwas hinter dem Namen'],
  [['--url', url], '--app-id fehlt. In Entra'],
  [['--url', url, '--app-id', 'sturmlotse'], 'keine Kennung der Form'],
  [['--url', url, '--app-id', `${appId}0`], '„Anwendungs-ID (Client)“'],
  [['--url', url, '--app-id', appId, '--app-version', '1.0'], 'Form 1.0.1'],
  [['--url', url, '--app-id', appId, '--privacy', 'http://stadt.example'], 'https://'],
])('refuses %j and says what would do', async (args, words) => {
  const out = file()
  const ran = await run('manifest', ...args, '--out', out)
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain(words)
  expect(existsSync(out)).toBe(false)
})

it('says which file it cannot write', async () => {
  const { code, err } = await run(...given, '--out', join(file(), 'gibt-es-nicht', 'app.zip'))
  expect(code).toBe(2)
  expect(err).toContain('lässt sich nicht schreiben')
  expect(err).toContain('--out')
})

it.each([[], ['quatsch'], ['manifest', 'mehr']])('explains itself after %j', async (...words) => {
  const { code, out, err } = await run(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('teams manifest')
})

it('says in its help what reading along means', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  expect(out).toMatch(/Ohne --rsc .*nur, was ihn erwähnt/s)
})
