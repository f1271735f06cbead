import { describe, expect, it } from 'vitest'
import { breaksQuote, leansBack, mannerOf, withoutFiller } from '../../src/answer/manner.ts'

describe('leansBack', () => {
  it.each([
    'Das machen wir nie.',
    'Das nennen wir eine Panne.',
    'Dann ruft ihr die IT an.',
    'Er war gestern im Haus.',
    'Die durften löschen, was nicht passt.',
    'Deshalb sichern wir zuerst.',
    'Nein, das geht nicht.',
    'That is why we never delete.',
  ])('sees that nobody knows what is meant: %s', (text) => {
    expect(leansBack(text)).toBe(true)
  })

  it.each([
    'Das erste Statement braucht vier Sätze.',
    'Die Frist beträgt 72 Stunden.',
    'Der Bauhof ruft zurück.',
    'Diese Regel gilt für alle.',
    'Es gibt kein Formular.',
    'Den Text gibt die Leitung frei.',
    'Ruft zuerst die zweite Person an.',
  ])('lets a sentence stand that says what it speaks of: %s', (text) => {
    expect(leansBack(text)).toBe(false)
  })
})

describe('withoutFiller', () => {
  it.each([
    ['Ja, genau, also die Frist beträgt 72 Stunden.', 'die Frist beträgt 72 Stunden.'],
    ['Und die Kommentare bleiben stehen.', 'die Kommentare bleiben stehen.'],
    ['Nein, die Frist läuft weiter.', 'Nein, die Frist läuft weiter.'],
    ['Also gut.', 'Also gut.'],
  ])('takes away what says nothing, and only from the front: %s', (text, left) => {
    expect(withoutFiller(text)).toBe(left)
    expect(text.endsWith(left)).toBe(true)
  })
})

describe('mannerOf', () => {
  it('puts what to do before a story and a story before small talk', () => {
    const rule = mannerOf('Kommentare mit Adressen müssen sofort verborgen werden.')
    const story = mannerOf('Neulich stand da ein Kommentar mit einer Adresse.')
    const chatter = mannerOf('Willkommen in dieser Folge über Kommentare.')
    expect(rule).toBeGreaterThan(story)
    expect(story).toBeGreaterThan(chatter)
  })
})

it('sees a quotation that is open at one end', () => {
  expect(breaksQuote('Wir schreiben: „Dieses Bild hat eine KI erzeugt.')).toBe(true)
  expect(breaksQuote('Er sagte „stopp“ und ging.')).toBe(false)
  expect(breaksQuote('Ohne Anführung.')).toBe(false)
})

it('puts an announcement behind what it announces', () => {
  const said = mannerOf('Der Shitstorm spielt zuerst in der Kommunikation.')
  for (const text of [
    'Zweimal ging es hier um Shitstorms.',
    'Wir wollen rauskriegen, woran man einen Shitstorm erkennt.',
    'Am nächsten Morgen stand der Shitstorm in der Zeitung.',
  ]) {
    expect(mannerOf(text), text).toBeLessThan(said)
  }
})
