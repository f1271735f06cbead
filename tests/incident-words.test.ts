import { describe, expect, it } from 'vitest'
import { spokenIn } from '../src/incident-words.ts'

const said = (text: string) => spokenIn(text)?.said
const sent = (text: string) => {
  const one = said(text)
  if (one?.kind !== 'deed') throw new Error(`${text}: ${JSON.stringify(one)}`)
  return one.sent
}

describe('what people say to each other is not for the desk', () => {
  it.each([
    'Lage ist ruhig, ich hole Kaffee',
    'Text ist raus',
    'Karte hängt am Brett',
    'stufe rot finde ich übertrieben',
    'Bericht schreibe ich morgen',
    'Abschluss machen wir morgen',
    'Frist',
    'Zurück in zehn Minuten',
    'Freigeben kann das nur die Chefin',
    'Playbook müsste man lesen',
    'hallo',
    '',
  ])('%s', (text) => {
    const one = said(text)
    expect(one === undefined || one.kind === 'fix' || one.kind === 'terms').toBe(true)
  })
})

describe('the desk understands', () => {
  it('a note with any words in it', () => {
    expect(sent('notiz: Feuerwehr ist vor Ort\nstufe rot')).toEqual({
      tat: 'notiz',
      worte: 'Feuerwehr ist vor Ort\nstufe rot',
    })
  })

  it('a level by its colour and by its axes, with a reason', () => {
    expect(sent('Stufe rot: Drohung')).toEqual({
      tat: 'einstufen',
      mindestens: 'ROT',
      grund: 'Drohung',
    })
    expect(sent('stufe W2 B=3 daten, weil es stimmt')).toMatchObject({
      W: '2',
      B: '3',
      merkmale: 'dataExposed',
    })
    expect(said('stufe')).toEqual({ kind: 'level' })
  })

  it('a step in every state', () => {
    expect(sent('schritt C1')).toMatchObject({ schritt: 'c1', zu: 'done' })
    expect(sent('schritt pb1.2 hängt: niemand da')).toMatchObject({
      schritt: 'pb1.2',
      zu: 'blocked',
      grund: 'niemand da',
    })
    expect(sent('schritt c2 übernimmt Hauptamt')).toMatchObject({ zu: 'taken', grund: 'Hauptamt' })
  })

  it('a role with its deputy', () => {
    expect(sent('rolle BM Rufbereitschaft, Vertretung Hauptamt')).toEqual({
      tat: 'rolle',
      rolle: 'BM',
      wer: 'Rufbereitschaft',
      vertretung: 'Hauptamt',
    })
  })

  it('texts, approvals here and by telephone', () => {
    expect(sent('text hs-0 Thema=Sperrung; Uhrzeit=23 Uhr')).toEqual({
      tat: 'text',
      baustein: 'hs-0',
      fuellen: 'Thema=Sperrung; Uhrzeit=23 Uhr',
    })
    expect(sent('freigeben t1 v2')).toMatchObject({ text: 't1', fassung: '2' })
    expect(sent('telefonisch t1 BM 22:50 MK')).toMatchObject({
      rolle: 'BM',
      um: '22:50',
      wer: 'MK',
    })
  })

  it('which incident is meant', () => {
    expect(spokenIn('l3 lage')).toEqual({ said: { kind: 'page', page: 'lage' }, incident: 'L3' })
  })

  it('the end, with what is not met', () => {
    expect(sent('abschluss 1,3; 2=Termin steht')).toMatchObject({
      'met-0': '1',
      'met-2': '1',
      'grund-1': 'Termin steht',
    })
  })
})
