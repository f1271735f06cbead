import { afterEach, describe, expect, it } from 'vitest'
import { calendarPath } from '../../src/links.ts'
import { type BoardStage, openBoardStage } from './board-stage.ts'
import { get, local } from './stage.ts'

const open: BoardStage[] = []
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close()
})

async function stageWith(...different: Parameters<typeof openBoardStage>): Promise<BoardStage> {
  const stage = await openBoardStage(...different)
  open.push(stage)
  return stage
}

describe('the dates by a link of ours', () => {
  const beyond = { publicUrl: 'https://bot.stadt.example', linkSecret: 'x'.repeat(40) }
  const until = '2026-10-30T20:30:00.000Z'

  it('open from elsewhere until the link ends, and nothing else does', async () => {
    const stage = await stageWith(beyond)
    const { desk } = stage.office.get()
    const by = { role: 'SM' }
    expect(desk.open({ title: 'Beitrag', playbook: 'pb3' }, { by }).status).toBe('done')
    const command = { type: 'deadline', kind: 'art33', known: '2026-10-23T20:30:00.000Z' } as const
    desk.run('L1', command, { by })
    const path = calendarPath('L1', until, beyond.linkSecret)
    const elsewhere = { headers: { 'x-forwarded-for': '10.0.0.1', host: 'bot.stadt.example' } }
    const { status, headers, text } = await get(`${stage.url}${path}`, elsewhere)
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(headers['cache-control']).toContain('no-store')
    expect(text).toContain('DTSTART:20261026T203000Z')
    const query = path.slice(path.indexOf('?'))
    for (const other of ['/lage/L2/fristen.ics', '/lage/L1', '/lage/L1/auswertung.md', '/lage'])
      expect([other, (await get(`${stage.url}${other}${query}`, elsewhere)).status]).toEqual([
        other,
        403,
      ])
    const longer = path.replace('2026-10-30', '2027-10-30')
    expect((await get(`${stage.url}${longer}`, elsewhere)).status).toBe(403)
    stage.wait(7 * 24 * 60)
    expect((await get(`${stage.url}${path}`, elsewhere)).status).toBe(200)
    stage.wait(1)
    const late = await get(`${stage.url}${path}`, elsewhere)
    expect([late.status, late.text.includes('abgelaufen')]).toEqual([403, true])
  })
})

describe('who may see it', () => {
  it('is this machine alone, and only its own pages send forms', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const elsewhere = { headers: { 'x-forwarded-for': '10.0.0.1' } }
    for (const address of ['/lage', path, `${path}/fristen.ics`, '/sofort'])
      expect((await get(`${stage.url}${address}`, elsewhere)).status).toBe(403)
    const foreign = {
      headers: { 'sec-fetch-site': 'cross-site' },
      form: [['tat', 'notiz']] as const,
    }
    expect((await get(`${stage.url}${path}/tat`, foreign)).status).toBe(403)
    const exposed = await stageWith({
      publicUrl: 'https://bot.stadt.example',
      linkSecret: 'x'.repeat(40),
    })
    expect((await get(`${exposed.url}/lage`)).status).toBe(403)
    expect(local.host).toBe('127.0.0.1')
  })
})
