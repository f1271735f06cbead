import { afterEach, describe, expect, it } from 'vitest'
import {
  complaintLine,
  complaintsIn,
  moderatedIn,
  moderatedLine,
} from '../../src/crisis/moderated.ts'
import { reviewSheet } from '../../src/crisis/review.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { done, type Office, opened, openOffice, pr, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function incidentWith(...notes: readonly string[]): Incident {
  const office = openOffice()
  open.push(office)
  let incident = opened(office)
  for (const text of notes)
    incident = done(office.desk.run(incident.id, { type: 'note', text }, sm))
  return incident
}

const actsOf = (text: string) => moderatedIn(incidentWith(text)).map(({ what }) => what)

describe('what was taken out of sight', () => {
  it.each([
    ['Kommentar verborgen, Grund: Drohung', 'verborgen', 'Drohung'],
    ['Verborgen: Adresse einer Beschäftigten', 'verborgen', 'Adresse einer Beschäftigten'],
    ['Zwei Kommentare wegen Beleidigung gelöscht.', 'gelöscht', 'Beleidigung'],
    ['Eigenen Beitrag entfernt, weil das Datum falsch war.', 'gelöscht', 'das Datum falsch war'],
    ['Foto offline genommen (Kinder erkennbar)', 'gelöscht', undefined],
    ['Nutzer für 24 Stunden gesperrt. Begründung: dritter Verstoß', 'gesperrt', 'dritter Verstoß'],
    ['Kommentarspalte über Nacht geschlossen', 'Kommentare geschlossen', undefined],
    ['Kommentar nicht gelöscht, sondern ausgeblendet', 'verborgen', undefined],
  ])('is told by „%s“', (text, what, reason) => {
    expect(moderatedIn(incidentWith(text))).toMatchObject([{ what, from: 'Notiz' }])
    if (reason) expect(moderatedIn(incidentWith(text))[0]?.reason).toBe(reason)
  })

  it.each([
    'Bisher keine Kommentare gelöscht',
    'Den Kommentar haben wir nicht verborgen',
    'Kommentar gelöscht?',
    'Der Kommentar muss noch verborgen werden',
    'Rechtsamt fragen, ob der Beitrag gelöscht werden darf',
    'Der Verfasser hat seinen Beitrag gelöscht',
    'Facebook hat das Video entfernt',
    'Unfall drei Kilometer entfernt',
    'Hauptstraße gesperrt',
    'Vorwurf im Netz: wir hätten Kommentare gelöscht, Vorwurf ist falsch',
  ])('is not told by „%s“', (text) => {
    expect(actsOf(text)).toEqual([])
  })

  it('is told without what it said and without who said it', () => {
    const incident = incidentWith(
      'Kommentar verborgen, Grund: Beleidigung „du dumme Kuh“ von @wutbuerger, https://facebook.example/1',
    )
    const [one] = moderatedIn(incident)
    const line = one ? moderatedLine(one, incident) : ''
    expect(line).toMatch(
      /^\d\d:\d\d Uhr · Social-Media-Dienst: verborgen, Grund: Beleidigung.* \(Notiz\)$/,
    )
    for (const word of ['Kuh', 'wutbuerger', 'facebook.example']) expect(line).not.toContain(word)
  })

  it('is told by a step that orders it and by a piece of evidence as well', () => {
    const office = openOffice()
    open.push(office)
    const { id } = opened(office, 'pb2')
    const at = '2026-10-23T20:20:00.000Z'
    for (const step of ['pb2.0', 'c1', 'pb2.1'])
      done(office.desk.run(id, { type: 'step', step, to: 'done' }, sm))
    const evidence = {
      type: 'evidence',
      what: 'Kommentar, danach verborgen',
      where: 'Facebook',
      seen: at,
    } as const
    const incident = done(office.desk.run(id, evidence, pr))
    expect(moderatedIn(incident).map(({ what, from }) => [what, from])).toEqual([
      ['verborgen', 'Schritt PB2.1'],
      ['verborgen', 'Beleg 1'],
    ])
  })
})

describe('complaints', () => {
  it.each([
    ['Beschwerde einer Anwohnerin per Mail', 1],
    ['Drei Anrufe, 3 Beschwerden über die Löschung', 3],
    ['Ein Ratsmitglied hat sich beschwert', 1],
    ['Dienstaufsichtsbeschwerde eingegangen', 1],
    ['Keine Beschwerden bisher', 0],
    ['Beschwerdeweg in der Netiquette verlinkt', 0],
    ['Gab es eine Beschwerde?', 0],
    ['Falls Beschwerden kommen: an die Pressestelle', 0],
    ['Wir haben bei Facebook Beschwerde eingelegt', 0],
  ])('of „%s“ are %i', (text, count) => {
    const incident = incidentWith(text)
    const all = complaintsIn(incident)
    expect(all.reduce((sum, one) => sum + one.count, 0)).toBe(count)
    for (const one of all) expect(complaintLine(one, incident)).not.toContain('Anwohnerin')
  })
})

describe('the review', () => {
  const part = (incident: Incident, heading: string) =>
    reviewSheet(incident).parts.find((one) => one.heading === heading)?.lines ?? []

  it('lists both and counts what has no reason', () => {
    const incident = incidentWith('Kommentar verborgen', 'Verborgen: Drohung', '2 Beschwerden')
    expect(part(incident, 'Verborgen, gelöscht, gesperrt')).toEqual([
      expect.stringContaining('verborgen, ohne Grund vermerkt (Notiz)'),
      expect.stringContaining('verborgen, Grund: Drohung (Notiz)'),
    ])
    expect(part(incident, 'Beschwerden')).toEqual([
      expect.stringContaining('2 Beschwerden (Notiz)'),
    ])
    const figures = part(incident, 'Zahlen').join('\n')
    expect(figures).toContain('Verborgen, gelöscht oder gesperrt: 2, davon ohne Grund vermerkt: 1')
    expect(figures).toContain('Beschwerden: 2')
  })

  it('does not say that nothing was hidden where nobody wrote it down, or where it is gone', () => {
    const [silent] = part(incidentWith(), 'Beschwerden')
    expect(silent).toContain('Im Protokoll steht dazu nichts')
    const incident = incidentWith('Kommentar verborgen')
    const log = incident.log.map(({ words: _, ...event }) => event as (typeof incident.log)[number])
    expect(part({ ...incident, log }, 'Verborgen, gelöscht, gesperrt')).toEqual([
      'Die Notizen sind nach ihrer Frist gelöscht.',
    ])
  })
})
