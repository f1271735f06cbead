import { expect, it } from 'vitest'
import { cli, dataDir } from './run.ts'

const env = { DATA_DIR: dataDir() }
const deadline = (...args: readonly string[]) => cli(['incident', 'deadline', ...args], env)

it('reckons the 72 hours without an incident and without a store', async () => {
  const { code, out } = await deadline('art33', '--known', '2026-10-23T22:30', '--json')
  expect(code).toBe(0)
  const { due, basis, readings } = JSON.parse(out)
  expect(due).toBe('2026-10-26T21:30:00+01:00')
  expect(basis).toContain('Art. 33')
  expect(readings).toEqual([
    { due: '2026-10-26T22:00:00+01:00', basis: expect.any(String), disputed: false },
    { due: '2026-10-27T23:59:59+01:00', basis: expect.any(String), disputed: true },
  ])
})

it('reckons three months, in the holidays of the state that setup knows', async () => {
  const own = { DATA_DIR: dataDir() }
  await cli(['setup', '--state', 'TH'], own)
  const days = ['--act', '2027-06-01', '--offender', '2027-06-20']
  const { out } = await cli(['incident', 'deadline', 'strafantrag', ...days, '--json'], own)
  expect(JSON.parse(out).due).toBe('2027-09-21T23:59:59+02:00')
  const { out: other } = await cli(
    ['incident', 'deadline', 'strafantrag', ...days, '--state', 'Hessen', '--json'],
    own,
  )
  expect(JSON.parse(other).due).toBe('2027-09-20T23:59:59+02:00')
})

it('has no date while the offender is unknown', async () => {
  const { code, out } = await deadline('strafantrag', '--act', '2026-10-01', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out).due).toBeNull()
  const { out: text } = await deadline('strafantrag', '--act', '2026-10-01')
  expect(text).toContain('trotzdem heute sichern')
})

it.each([
  [['art33'], '--known fehlt'],
  [['art33', '--known', 'gestern'], '--known gestern'],
  [['verjährung'], 'Welche Frist?'],
  [['art33', '--known', '2026-10-23T22:30', '--state', 'Atlantis'], 'Atlantis'],
])('says in German what is wrong with %j', async (args, words) => {
  const { code, err } = await deadline(...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

it('explains itself', async () => {
  const { code, out } = await cli(['incident', '--help'], env)
  expect(code).toBe(0)
  expect(out).toContain('deadline art33')
  const { out: more } = await deadline('--help')
  expect(more).toContain('--known')
})
