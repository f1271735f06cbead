import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('knows names behind particles of other languages, with apostrophes and joined articles', () => {
    expectEach([
      ['der Brief von Joost van der Veen kam an', 'der Brief von [Person] kam an'],
      ['Siobhán O’Leary ist raus', '[Person] ist raus'],
      ['Fatima az-Zahra Benali rief an', '[Person] rief an'],
      ['Giuseppe de la Rosa klagt', '[Person] klagt'],
      ['Schulleiterin van Ophuysen fragt', 'Schulleiterin [Person] fragt'],
      ['ob der herr von bülow schon da ist', 'ob der herr [Person] schon da ist'],
    ])
    expectLeft([
      'Denkst du, das hilft?',
      'Stecken da Bots dahinter?',
      'die nette Frau von der Bücherei',
    ])
  })

  it('takes a name in brackets, with a nickname, a title or initials as one', () => {
    expectEach([
      ['Lieselotte „Lilo“ Krahn fehlt', '[Person] fehlt'],
      ['P.-J. Wahlscheid fehlt', '[Person] fehlt'],
      ['heute: J. van Laak (SPD)', 'heute: [Person] (SPD)'],
      ['Hrn. Oberthür bitte nicht', 'Hrn. [Person] bitte nicht'],
      ['Das ist Bgm. Stadlhuber.', 'Das ist Bgm. [Person].'],
      ['Pfarrer i. R. Löbnitz schweigt', 'Pfarrer i. R. [Person] schweigt'],
      ['Der Dackel-Dieter nervt', 'Der [Person] nervt'],
    ])
  })

  it('knows people by what is said of them', () => {
    expectEach([
      ['„Ahlswede raus“ steht da', '„[Person] raus“ steht da'],
      ['Sein Chef, der Hübschmann, weiß es', 'Sein Chef, der [Person], weiß es'],
      ['Hast du die Nummer von Momme?', 'Hast du die Nummer von [Person]?'],
      ['zwei Kinder (Suri, 6) fehlen', 'zwei Kinder ([Person], 6) fehlen'],
      ['Ich vertrete gerade Gundel Ahlswede.', 'Ich vertrete gerade [Person].'],
      ['der broder hat mir gesagt', 'der [Person] hat mir gesagt'],
      ['Danke an die Müllers und den Rat', 'Danke an die [Person] und den Rat'],
      ['Grüße aus dem Homeoffice, Tomke', 'Grüße aus dem Homeoffice, [Person]'],
    ])
    expectLeft(['Finger weg!', 'Die Jungs vom Bauhof', 'Presseverteiler ist fertig.'])
  })

  it('knows a second name of no list behind a first of no list', () => {
    expectEach([
      ['Frau Özgül Karabulut-Stein klagt', 'Frau [Person] klagt'],
      ['Rechtsanwältin Dr. Quirina Ebbinghaus', 'Rechtsanwältin Dr. [Person]'],
      ['Ümit Tan schreibt', '[Person] schreibt'],
    ])
    expectLeft(['Die TAN kam per SMS.'])
  })

  it('does not take a name for the noun that it ends like', () => {
    expectEach([
      ['Dem Schröpfer sein Anwalt rief an', 'Dem [Person] sein Anwalt rief an'],
      ['an Pfarrer Lindequist, bitte', 'an Pfarrer [Person], bitte'],
      ['Diese Schabowski vom Sozialamt', 'Diese [Person] vom Sozialamt'],
    ])
    expectLeft(['Die Brandopfer klagen.', 'Er hat sich beim Bundesbeauftragten beschwert.'])
  })

  it('knows who is absent, shouted at or told on', () => {
    expectEach([
      ['Torge ist raus.', '[Person] ist raus.'],
      ['„Halt die Fresse, Pohlmann“', '„Halt die Fresse, [Person]“'],
      ['du opfer, collin hat dein video geschickt', 'du opfer, [Person] hat dein video geschickt'],
      ['das war der ute von der fdp', 'das war der [Person] von der fdp'],
    ])
    expectLeft(['Danke, Feuerwehr!', 'Die Warn-Apps NINA und KATWARN schweigen.'])
  })

  it('leaves what is called after people', () => {
    expectLeft([
      'Unser Maskottchen Flori ist beliebt.',
      'Sturm „Sabine“ und Tief „Bernd“ kosten Millionen.',
      'Der Chatbot heißt Emma.',
      'Was sagt Rödl & Partner dazu?',
      'Blumen Risse und Pizzeria Bella haben auf.',
      'Der Tante Emma Laden schließt.',
      'Vater Staat zahlt.',
      'Karl der Große war hier.',
      'Freiwillige Feuerwehr Handewitt bittet ums Teilen.',
      'Liebe Kolleginnen und Kollegen, bitte lesen.',
      'Viele Grüße, Ihre Stadt',
    ])
  })
})
