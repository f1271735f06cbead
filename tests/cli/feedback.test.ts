import { existsSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { openStore, storePath } from '../../src/store/store.ts'
import { cli, dataDir } from './run.ts'

let env: { readonly DATA_DIR: string }
const feedback = (...args: readonly string[]) => cli(['feedback', ...args], env)

beforeEach(() => {
  env = { DATA_DIR: dataDir() }
})

function record(): void {
  let minute = 0
  const now = () => new Date(Date.UTC(2026, 10, 23, 21, 30 + minute)).toISOString()
  const store = openStore(parseConfig(env), { now })
  const person = 'slack:T0STADT01:U0FRAGE01'
  store.feedback.record({ answer: 'a1', person, verdict: 'up' })
  minute = 1
  const note = 'Es ist\n[Person 1] zuständig\u001b[2J'
  store.feedback.record({ answer: 'a2', person, verdict: 'down', reason: 'wrong-place', note })
  store.close()
}

it('says that there is none, and makes no file for that', async () => {
  expect(await feedback()).toMatchObject({ code: 0, out: 'Noch keine Rückmeldungen.\n' })
  expect(JSON.parse((await feedback('--json')).out)).toEqual({ feedback: [] })
  expect(existsSync(storePath(parseConfig(env)))).toBe(false)
})

it('lists verdicts in words, the newest first, without the people', async () => {
  record()
  const { out } = await feedback()
  expect(out).toBe(
    [
      '23.11.26, 22:31 · Nicht hilfreich · Stelle falsch',
      '  Hinweis: Es ist [Person 1] zuständig [2J',
      '',
      '23.11.26, 22:30 · Hilfreich',
      '',
    ].join('\n'),
  )
})

it('gives programs every field', async () => {
  record()
  const { out } = await feedback('--json', '--limit', '1')
  expect(JSON.parse(out)).toEqual({
    feedback: [
      {
        answer: 'a2',
        at: '2026-11-23T21:31:00.000Z',
        verdict: 'down',
        reason: 'wrong-place',
        passages: [],
        note: 'Es ist\n[Person 1] zuständig\u001b[2J',
      },
    ],
  })
})

it.each(['0', 'viele', '1001'])('refuses --limit %s', async (limit) => {
  const { code, err } = await feedback('--limit', limit)
  expect(code).toBe(2)
  expect(err).toContain('ganze Zahl')
})
