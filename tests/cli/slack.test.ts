import { expect, it } from 'vitest'
import { obstacleAt } from '../../adapters/cli/public-address.ts'
import { manifestFor } from '../../adapters/slack/manifest.ts'
import { cli, dataDir } from './run.ts'

const run = (...args: readonly string[]) => cli(['slack', ...args], { DATA_DIR: dataDir() })

it('prints the manifest for Socket Mode, ready to be pasted', async () => {
  const { code, out } = await run('manifest')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual(manifestFor())
})

it.each(['https://bot.stadt.example', 'https://bot.stadt.example/'])(
  'prints it for %s',
  async (url) => {
    const { out } = await run('manifest', '--url', url)
    expect(JSON.parse(out)).toEqual(manifestFor({ url: 'https://bot.stadt.example' }))
  },
)

it.each([
  ['http://bot.stadt.example', 'https://'],
  ['https://bot.stadt.example/slack/events', 'hinter dem Namen'],
  ['https://bot.stadt.example?x=1', 'hinter dem Namen'],
  ['https://anna:geheim@bot.stadt.example', 'hinter dem Namen'],
  ['https://localhost:3978', 'nicht erreichbar'],
  ['https://127.0.0.1', 'nicht erreichbar'],
  ['https://[::1]', 'nicht erreichbar'],
  ['https://192.168.1.5', 'nicht erreichbar'],
  ['https://rathaus', 'nicht erreichbar'],
  ['https://bot.rathaus.intranet', 'nicht erreichbar'],
  ['bot.stadt.example', 'keine Adresse'],
])('knows that %s will not do', (url, why) => {
  expect(obstacleAt(url)).toContain(why)
})

it.each(['https://bot.stadt.example', 'https://bot.stadt.example:8443/', 'https://93.184.215.14'])(
  'finds nothing wrong with %s',
  (url) => {
    expect(obstacleAt(url)).toBeUndefined()
  },
)

it('refuses an address that will not do and says what would', async () => {
  const { code, out, err } = await run('manifest', '--url', 'http://localhost:3978/slack')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('nicht erreichbar')
  expect(err).toContain('https://bot.stadt.example')
  expect(err).toContain('Socket Mode')
})

it.each([[], ['quatsch'], ['manifest', 'mehr']])('explains itself after %j', async (...words) => {
  const { code, out, err } = await run(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('slack manifest')
})
