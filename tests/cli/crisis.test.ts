import { expect, it } from 'vitest'
import { cli, dataDir } from './run.ts'

const env = { DATA_DIR: dataDir() }

it('prints two playbooks, signals, level and whether it burns', async () => {
  const { code, out } = await cli(
    ['crisis', 'jemand', 'droht', 'unserer bürgermeisterin mit dem tod', '--json'],
    env,
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    playbooks: [
      {
        id: 'pb2',
        title: expect.any(String),
        score: expect.any(Number),
        signals: expect.any(Array),
        askFirst: expect.arrayContaining(['Ist jemand unmittelbar in Gefahr?']),
      },
      { id: expect.any(String) },
    ],
    signals: expect.arrayContaining(['Drohung gegen Menschen']),
    level: 'ROT',
    acute: true,
  })
})

it('says in plain German what it thinks, calmly about a question', async () => {
  const { out } = await cli(['crisis', 'Wie oft sollte man posten?'], env)
  expect(out).toContain('klingt ruhig')
  expect(out).not.toContain('Zuerst klären')
  const burning = await cli(['crisis', 'jemand droht unserer bürgermeisterin mit dem tod'], env)
  expect(burning.out).toContain('Zuerst klären: Ist jemand unmittelbar in Gefahr?')
})

it('wants a message', async () => {
  const { code, err } = await cli(['crisis'], env)
  expect([code, err]).toEqual([2, expect.stringContaining('Die Nachricht fehlt')])
})
