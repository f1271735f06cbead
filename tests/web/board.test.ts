import { afterEach, describe, expect, it } from 'vitest'
import { folderWith } from '../fakes.ts'
import { type BoardStage, openBoardStage } from './board-stage.ts'
import { get } from './stage.ts'

const open: BoardStage[] = []
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close()
})

async function stageWith(...different: Parameters<typeof openBoardStage>): Promise<BoardStage> {
  const stage = await openBoardStage(...different)
  open.push(stage)
  return stage
}

const step = (id: string, more = {}) => ({
  tat: 'schritt',
  schritt: id,
  zu: 'done',
  als: 'SM',
  ...more,
})

describe('the board', () => {
  it('opens an incident and lists it', async () => {
    const stage = await stageWith()
    expect(await stage.page('/lage')).toContain('Noch keine Lage')
    const path = await stage.open()
    expect(path).toBe('/lage/L1')
    const page = await stage.page(path)
    expect(page).toContain('Beitrag zum Stadtfest')
    expect(page).toContain('0 von 13 Schritten erledigt')
    expect(await stage.page('/lage')).toContain('href="/lage/L1"')
  })

  it('proposes two playbooks with what spoke for them, and opens once with one of them', async () => {
    const stage = await stageWith()
    const typed = { titel: 'Liste mit Namen aller Kinder öffentlich im Netz', als: 'PR' }
    const { status, text } = await stage.send('/lage', { ...typed, playbook: '' })
    expect(status).toBe(200)
    expect(text).toContain('Datenpanne, die bekannt wird')
    expect(text).toContain('Dafür spricht: ')
    expect(text.match(/Damit eröffnen/g)).toHaveLength(2)
    expect(text.match(/Zuerst klären:/g)).toHaveLength(2)
    expect(text).toContain('Sind die Daten noch erreichbar?')
    expect(await stage.page('/lage')).toContain('Noch keine Lage')
    const twice = { ...typed, playbook: 'pb3', befehl: 'ein-klick' }
    await stage.send('/lage', twice)
    await stage.send('/lage', twice)
    expect(stage.office.get().desk.list()).toHaveLength(1)
    const unread = await stage.send('/lage', { ...typed, playbook: 'pb3', beginn: 'neulich' })
    expect(unread.status).toBe(409)
    expect(unread.text).toContain(typed.titel)
  })

  it('asks first what the playbook wants to know, until the level is set', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const before = await stage.page(path)
    expect(before.indexOf('Zuerst klären')).toBeLessThan(before.indexOf('id="schritte"'))
    expect(before).toContain('Ist der Beitrag noch online?')
    await stage.send(`${path}/tat`, {
      tat: 'stufe',
      als: 'PR',
      W: '2',
      B: '2',
      G: '0',
      F: '0',
    })
    expect(await stage.page(path)).not.toContain('Zuerst klären')
  })

  it('begins with the people whom the town entered, each with a deputy', async () => {
    const stage = await stageWith()
    const seat = (role: string, name: string) => ({ role, name, person: `slack:T1:${name}` })
    stage.store.settings.saveProfile({ seats: [seat('BM', 'BB'), seat('BM', 'CC')] })
    const path = await stage.open()
    expect(await stage.page(path)).toContain('Verwaltungsspitze: BB, Vertretung CC')
  })

  it('shows the same as every other door, the moment something happened', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const { desk } = stage.office.get()
    desk.run('L1', { type: 'step', step: 'c0', to: 'done' }, { by: { role: 'PR' } })
    expect(await stage.page(path)).toContain('1 von 13 Schritten erledigt')
    await stage.send(`${path}/tat`, step('c1'))
    expect(desk.find('L1')?.steps.filter(({ status }) => status === 'done')).toHaveLength(2)
  })

  it('does a form that is sent twice once, and says so to who saw an older state', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const twice = step('c1', { befehl: 'x-1', gesehen: '0' })
    const answers = [await stage.send(`${path}/tat`, twice), await stage.send(`${path}/tat`, twice)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { status, text } = await stage.send(
      `${path}/tat`,
      step('c1', { befehl: 'x-2', gesehen: '0' }),
    )
    expect(status).toBe(409)
    expect(text).toContain('Schon geändert')
    expect(stage.office.get().desk.find('L1')?.version).toBe(2)
  })

  it('takes a text to approval, and never lets the author approve it', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const act = (fields: Record<string, string>) => stage.send(`${path}/tat`, fields)
    await act({ tat: 'text', baustein: 'hs-0', als: 'BM' })
    const approve = { tat: 'freigeben', text: 't1', fassung: '1', als: 'BM' }
    expect((await act(approve)).text).toContain('Der Text hat noch Lücken')
    await act({ tat: 'text', text: 't1', gesehen: '1', worte: 'Wir prüfen das.', als: 'PR' })
    expect((await act(approve)).text).toContain('neuere Fassung')
    const newest = { ...approve, fassung: '2' }
    expect((await act(newest)).text).toContain('Den eigenen Text gibt niemand selbst frei')
    stage.wait(10)
    const phone = { ...newest, tat: 'telefonisch', rolle: 'HL', um: '2026-10-23T22:35', als: 'SM' }
    expect((await act(phone)).status).toBe(303)
    expect(await stage.page(path)).toContain('telefonisch freigegeben: Hauptamtsleitung')
    expect((await act(newest)).text).toContain('schon freigegeben')
  })

  it('uses a text approved in advance: by whom, until when, its gaps alone', async () => {
    const knowledgeDir = folderWith({
      'templates/t10.md':
        '---\nid: t10\ntitle: Warnung\npreapproved: { by: BM, until: 2026-12-31, blanks: [Ort] }\n---\nAchtung [Ort]: Bitte drinnen bleiben.',
    })
    const stage = await stageWith({ knowledgeDir })
    const path = await stage.open('pb6')
    const page = await stage.page(path)
    expect(page).toContain('Vorab freigegeben: Verwaltungsspitze, gültig bis Do., 31.12.2026')
    const use = { tat: 'vorab', baustein: 't10', als: 'SM' }
    expect((await stage.send(`${path}/tat`, use)).text).toContain('Es fehlt noch: Ort')
    await stage.send(`${path}/tat`, { ...use, 'luecke-0': 'Altstadt' })
    const after = await stage.page(path)
    expect(after).toContain('Achtung Altstadt: Bitte drinnen bleiben.')
    expect(after).toContain('vorab freigegeben: Verwaltungsspitze, gültig bis')
  })

  it('hands over to data protection, legal office and police with what each needs', async () => {
    const stage = await stageWith()
    stage.store.settings.saveProfile({ dataProtection: 'DSB, 0000 3', police: 'Wache, 0000 5' })
    const path = await stage.open('pb3')
    await stage.send(`${path}/tat`, { tat: 'frist', art: 'art33', known: '2026-10-23T22:00' })
    const proof = { was: 'Kommentar', wo: 'Facebook', wann: '2026-10-23T22:10' }
    const rest = { adresse: 'https://facebook.example/p/1', akte: 'Vorgang 12' }
    await stage.send(`${path}/tat`, { tat: 'beleg', ...proof, ...rest })
    const page = await stage.page(`${path}/bericht/weiterreichen`)
    const [, protection = '', office = '', police = ''] = page.split(
      /An die oder|Ans Rechts|An die P/,
    )
    expect(protection).toContain('DSB, 0000 3')
    expect(protection).toContain('bekannt seit Fr., 23.10.2026, 22:00 Uhr')
    expect(office).toContain('nicht hinterlegt')
    expect(police).toContain('Wache, 0000 5')
    const line = 'Kommentar · Facebook · Fr., 23.10.2026, 22:10 Uhr · https://facebook.example/p/1'
    expect(police).toContain(line)
    expect(await stage.page(`${path}/bericht/belege`)).toContain('Vorgang 12')
  })

  it('starts terms, shows their readings, and gives them to a calendar', async () => {
    const stage = await stageWith()
    const path = await stage.open('pb3')
    await stage.send(`${path}/tat`, { tat: 'frist', art: 'art33', known: '2026-10-23T22:00' })
    const page = await stage.page(path)
    expect(page).toContain('bis Mo., 26.10.2026, 21:00 Uhr')
    expect(page).toContain('umstritten')
    const { headers, text } = await get(`${stage.url}${path}/fristen.ics`)
    expect(headers['content-type']).toContain('text/calendar')
    expect(text).toContain('DTSTART:20261026T200000Z')
  })

  it('asks for the knowledge of a breach, and for the offender when somebody learns who it was', async () => {
    const stage = await stageWith()
    const path = await stage.open('pb3')
    expect(await stage.page(path)).toContain('Frist nicht gestartet, wann war es bekannt?')
    const act = (fields: Record<string, string>) => stage.send(`${path}/tat`, fields)
    const unread = await act({ tat: 'frist', art: 'art33', known: 'neulich' })
    expect(unread.status).toBe(409)
    await act({ tat: 'frist', art: 'strafantrag', act: '2026-10-20T09:00', wessen: 'BM' })
    const waiting = await stage.page(path)
    expect(waiting).toContain('Strafantrag (§ 77b StGB): BM')
    expect(waiting).toContain('value="strafantrag-1"')
    const learned = { frist: 'strafantrag-1', offender: '2026-10-21T09:00' }
    await act({ tat: 'frist', art: 'strafantrag', ...learned })
    expect(await stage.page(path)).toContain('BM: bis Do., 21.01.2027, 23:59 Uhr')
  })

  it('writes every report, and the review as Word and Markdown', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const kinds = ['lage', 'kopf', 'einlesen', 'schicht', 'weiterreichen', 'belege', 'auswertung']
    for (const kind of kinds)
      expect(await stage.page(`${path}/bericht/${kind}`)).toContain('Beitrag zum Stadtfest')
    expect(await stage.page(`${path}/auswertung.md`)).toContain('# Auswertung')
    const { headers, status } = await get(`${stage.url}${path}/auswertung.docx`)
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
  })

  it('escapes what people write', async () => {
    const stage = await stageWith()
    const path = await stage.open('pb1', '<script>alert(1)</script>')
    await stage.send(`${path}/tat`, {
      tat: 'notiz',
      worte: '<img src=x onerror=alert(1)>',
      als: 'SM',
    })
    const page = await stage.page(path)
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img src=x')
  })

  it('answers any form with a page, never with an error', async () => {
    const stage = await stageWith()
    const path = await stage.open()
    const deeds = [
      'schritt',
      'stufe',
      'frist',
      'text',
      'freigeben',
      'telefonisch',
      'abschliessen',
      'x',
      '',
    ]
    for (const tat of deeds) {
      const { status } = await stage.send(`${path}/tat`, { tat, als: 'NIEMAND', fassung: 'x' })
      expect([tat, [303, 409].includes(status)]).toEqual([tat, true])
    }
    expect((await get(`${stage.url}/lage/L99`)).status).toBe(404)
    expect((await get(`${stage.url}${path}/geheim.txt`)).status).toBe(404)
  })
})

it('prints a card for the first minutes, with danger, data and abuse first', async () => {
  const stage = await stageWith()
  const page = await stage.page('/sofort')
  const order = [
    '110 oder 112',
    'Personendaten',
    'Kindesmissbrauch',
    'Zweite Person',
    'Alles Geplante stoppen',
  ]
  const places = order.map((words) => page.indexOf(words))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((one, other) => one - other))
  const lines = page.split('<li>').slice(1)
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    expect(line).toContain('type="checkbox"')
    expect(line).toMatch(/Folge e\d\d · \d\d:\d\d|Beitrag b\d\d: /)
  }
  expect(page).toMatch(/class="lead">Stopp zuerst.+Folge e11 · 02:22/s)
})
