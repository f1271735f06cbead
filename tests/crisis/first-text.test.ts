import { describe, expect, it } from 'vitest'
import { firstText } from '../../src/crisis/first-text.ts'
import { lookAt } from '../../src/crisis/match-playbooks.ts'
import { readManual } from '../../src/crisis/playbooks.ts'
import { readTemplates } from '../../src/crisis/templates.ts'

const templates = readTemplates()
const manual = readManual(new Set(templates.all.map(({ id }) => id)))
const textFor = (message: string) =>
  firstText(message, lookAt(message, manual), { templates, manual }).id

describe('the text to copy', () => {
  it.each([
    ['Facebook explodiert wegen der Sperrung der Brückenstraße, 90 Kommentare, was jetzt', 't1'],
    ['Hochwasser, die Unterführung ist überflutet, alle fragen auf Insta, was posten wir', 't10'],
    ['Ein Deepfake von unserer Bürgermeisterin geht gerade rum, alle glauben es', 't8'],
    ['Hilfe, die Einladung ging gerade mit allen 300 Mailadressen offen im CC raus', 't5'],
    ['Unter unserem Post droht einer dem Bürgermeister, er kennt seine Adresse', 'meldung'],
    [
      'Im Rathaus liegt ein herrenloser Koffer, alle müssen raus, was schreiben wir intern',
      'intern',
    ],
    ['Schwerer Unfall mit dem Schulbus heute früh, Angehörige schreiben bei uns', 'hs-3'],
  ])('fits what is told: %s', (message, id) => {
    expect(textFor(message)).toBe(id)
  })

  it.each([
    'hilfe shitstorm',
    'hilfe, 140 kommentare, was jetzt',
    'Wie schreiben wir einen Text zu einer Sperrung?',
  ])('is the holding statement where nothing is told, or nothing burns: %s', (message) => {
    expect(textFor(message)).toBe('hs-0')
  })

  it('never admits a fault of its own accord', () => {
    const text = textFor('Unser Post von heute früh kommt ganz übel an, 200 wütende Kommentare')
    expect(['hs-1', 't4', 'entschuldigung']).not.toContain(text)
  })
})
