import { describe, expect, it } from 'vitest'
import { findNames } from '../../evals/knowledge/names.ts'
import { holdsTerm } from '../../evals/knowledge/terms.ts'

describe('findNames', () => {
  it.each([
    ['Das sagte Anna-Lena Kraft gestern.', ['Anna-Lena Kraft']],
    ['Hans Peter von Berg und Herr Öztürk', ['Hans Peter von Berg', 'Herr Öztürk']],
    ['Dr. Kraft rief an.', ['Dr. Kraft']],
    ['die Kollegin Sabine Kraft', ['Sabine Kraft']],
    ['Die Skala von Daniel Graf und Barbara Schwede', []],
    ['Guten Tag, Herr Bürgermeister, sagt die Frau vom Fundbüro in Musterstadt.', []],
    ['Oberverwaltungsgericht Lüneburg, Digital Services Act, August 2025', []],
  ])('in "%s"', (line, names) => {
    expect(findNames(line)).toEqual(names)
  })
})

describe('holdsTerm', () => {
  it.each([
    ['Das steht in Artikel 33 DSGVO.', 'Art. 33 DSGVO'],
    ['nach § 185 StGB', 'Paragraf 185 Strafgesetzbuch'],
    ['Drücken Sie den Stoppknopf!', 'Stopp-Knopf'],
    ['die Maßnahmen', 'Massnahme'],
    ['ueber zweiundsiebzig Stunden', 'über 72 Stunden'],
    ['36 % von 9.000', 'sechsunddreißig Prozent von 9000'],
    ['C-210/16', 'C 210/16'],
  ])('"%s" has "%s"', (text, term) => {
    expect(holdsTerm(text, term)).toBe(true)
  })

  it.each([
    ['136 Prozent', '36 Prozent'],
    ['Artikel 331 DSGVO', 'Artikel 33'],
    ['am 21. Oktober', '1. Oktober'],
    ['die Polizeistation', 'Ton'],
    ['Text', '—'],
  ])('"%s" has no "%s"', (text, term) => {
    expect(holdsTerm(text, term)).toBe(false)
  })
})
