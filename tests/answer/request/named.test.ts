import { expect, it } from 'vitest'
import { namedIn } from '../../../src/answer/request/named.ts'
import { toSourceId } from '../../../src/domain/documents.ts'
import { episode, post } from '../../fakes.ts'

const sources = [
  episode({
    id: toSourceId('f3'),
    number: 3,
    title: 'Untertitel und Ton',
    published: '2025-03-01',
  }),
  episode({ id: toSourceId('f4'), number: 4, title: 'Vereine im Netz', published: '2025-04-01' }),
  episode({
    id: toSourceId('g4'),
    number: 4,
    show: 'Amtsfunk',
    title: 'Archiv',
    published: '2024-01-01',
  }),
  post({ id: toSourceId('b07'), title: 'Impressum: drei Fehler', published: '2025-05-01' }),
]

it.each([
  ['Fass Folge 3 zusammen', 'f3'],
  ['worum geht es in der dritten Folge', 'f3'],
  ['zusammenfassung folge drei', 'f3'],
  ['Fass Folge 4 zusammen', 'f4'],
  ['Fass Folge 4 von Amtsfunk zusammen', 'g4'],
  ['kurzfassung von beitrag b07', 'b07'],
  ['kurzfassung von beitrag 7', 'b07'],
  ['Fass den Beitrag Impressum: drei Fehler zusammen', 'b07'],
  ['fass die neueste folge zusammen', 'f4'],
])('finds what %j names', (text, id) => {
  expect(namedIn(text, sources)).toMatchObject({ kind: 'found', about: { id } })
})

it('says which there are where one is not there', () => {
  expect(namedIn('Fass Folge 99 zusammen', sources)).toMatchObject({
    kind: 'missing',
    missing: { called: 'Folge 99', numbers: [3, 4] },
  })
  expect(namedIn('kurzfassung von beitrag 12', sources)).toMatchObject({
    kind: 'missing',
    missing: { called: 'Beitrag 12', titles: ['Impressum: drei Fehler'] },
  })
})

it('names none where only a subject is said', () => {
  expect(namedIn('Fass die Folge über Brücken zusammen', sources)).toEqual({ kind: 'none' })
})
