import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderWith } from '../../fakes.ts'
import type { Fields } from '../state.ts'
import { boss, crewIn, enter } from './crew.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let at = 0
const crew = crewIn(() => town)
const { begin, say, press, live, whispers, submit, found } = crew
beforeEach(async () => {
  at = Date.parse('2026-10-23T20:30:00.000Z')
  town = await openTown({ now: () => at })
  enter(town)
})
afterEach(() => town.close())

describe('a text', () => {
  const dialogs = () => town.slack.views.map(({ view }) => view)
  const lastDialog = () => dialogs().at(-1) ?? {}

  it('goes from a template over its gaps to an approval by somebody else', async () => {
    await begin()
    await press(live(), 'Text vorlegen')
    const next = await submit(lastDialog(), { baustein: 'hs-0' })
    expect(next['response_action']).toBe('update')
    const view = next['view'] as Fields
    const names = (view['blocks'] as readonly Fields[]).flatMap((one) =>
      typeof one['block_id'] === 'string' ? [one['block_id']] : [],
    )
    await submit(view, Object.fromEntries(names.map((name) => [name, '23 Uhr'])))
    const text = found('wartet auf Freigabe')
    await press(text, 'Freigeben')
    expect(whispers().at(-1)?.text).toMatch(/gibt frei|niemand selbst/)
    await press(text, 'Freigeben', boss)
    expect(found('freigegeben: Verwaltungsspitze').ts).toBe(text.ts)
    expect(JSON.stringify(found('freigegeben: Verwaltungsspitze').blocks)).not.toContain(
      '"Freigeben"',
    )
  })

  it('is approved by telephone, and the dialog says what is wrong', async () => {
    const ts = await begin()
    await say('text eigener: Wir prüfen das.', ts)
    at += 10 * 60_000
    await press(found('wartet auf Freigabe'), 'Telefonisch')
    const wrong = await submit(lastDialog(), { rolle: 'BM', um: 'eben', wer: 'BB' })
    expect(wrong).toMatchObject({ response_action: 'errors' })
    await submit(lastDialog(), { rolle: 'BM', um: '22:35', wer: 'BB' })
    expect(found('telefonisch freigegeben').text).toContain('eingetragen von Pressestelle')
  })

  it('can be read in all its forms', async () => {
    const ts = await begin()
    await say('text eigener: Wir prüfen das.', ts)
    await press(found('wartet auf Freigabe'), 'Alle Fassungen')
    expect(JSON.stringify(lastDialog())).toContain('Zum Vorlesen am Telefon')
  })
})

it('asks on the card when a breach was known, and starts the 72 hours from a dialog', async () => {
  const ts = await begin()
  await say('stufe rot daten: Liste mit Namen im Netz', ts)
  expect(live().text).toContain('Frist nicht gestartet, wann war es bekannt?')
  await press(live(), '72 Stunden starten')
  const view = town.slack.views.at(-1)?.view ?? {}
  expect(await submit(view, { known: 'eben' })).toMatchObject({ response_action: 'errors' })
  await submit(view, { known: '22:10' })
  expect(live().text).toContain('bis Mo., 26.10.2026, 21:10 Uhr')
  expect(live().text).not.toContain('Frist nicht gestartet')
})

it('offers a text approved in advance, whose gaps alone are filled', async () => {
  await town.close()
  const knowledgeDir = folderWith({
    'templates/hs-0.md':
      '---\nid: hs-0\ntitle: Erststatement\npreapproved: { by: BM, until: 2026-12-31, blanks: [Thema] }\n---\nWir prüfen alles zu [Thema].',
  })
  town = await openTown({ now: () => at, env: { KNOWLEDGE_DIR: knowledgeDir } })
  enter(town)
  await begin()
  at += 46 * 60_000
  await press(live(), 'Text vorlegen')
  const next = await submit(town.slack.views.at(-1)?.view ?? {}, { baustein: 'vorab.hs-0' })
  const view = next['view'] as Fields
  expect(JSON.stringify(view)).toContain('gültig bis Do., 31.12.2026')
  await submit(view, { 'luecke-0': 'Stadtfest' })
  expect(found('vorab freigegeben: Verwaltungsspitze').text).toContain('genutzt von Pressestelle')
})
