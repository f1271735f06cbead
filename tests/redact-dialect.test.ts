import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('knows names behind the articles of dialects', () => {
    expectEach([
      ["d'Frau Huber hod gsogt", "d'Frau [Person] hod gsogt"],
      ["da Girgl vom Bauhof hat's gmacht", "da [Person] vom Bauhof hat's gmacht"],
      ["s'Vreneli isch krank", "s'[Person] isch krank"],
      ["'s Lieserl is daham", "'s [Person] is daham"],
      ['der Huaber Sepp is weg', 'der [Person] is weg'],
      ['zum Moosbauer Franz geh i', 'zum [Person] geh i'],
      ['dr Bölle hat des gsagt', 'dr [Person] hat des gsagt'],
      ['de Hein vun de Gemeen', 'de [Person] vun de Gemeen'],
      ['dem Häberle sei Hund beißt', 'dem [Person] sei Hund beißt'],
      ["beim Hinterhuber brennt's", "beim [Person] brennt's"],
      ["da Loisl war's, ned i", "da [Person] war's, ned i"],
    ])
  })

  it('knows a family as a whole', () => {
    expectEach([
      ['Meiers von nebenan sahen es', '[Person] von nebenan sahen es'],
      ['Bei Hinrichsens brennt Licht', 'Bei [Person] brennt Licht'],
      ['Den Wiesenhütters wurde gekündigt', 'Den [Person] wurde gekündigt'],
      ['de Müllers sin schuld', 'de [Person] sin schuld'],
    ])
  })

  it('leaves things, offices and places behind the same articles', () => {
    expectLeft([
      "d'Leit san sauer, d'Feierwehr war schnell, d'Gmoa zoid ned",
      "s'Häusle isch zua, 's Rathaus is zua, 's Gwitter kimmt",
      'da Buagamoasta hod gsogt, da Bauhof, da Verein hod Geld',
      'de Rat hett beslaten, dat Radhuus is dicht, de Sparkass hot zua',
      'da Stadl is zua, da Dreeg is weg, de Kircha is zua, da Nochba is krank',
      'Die Influencers haben gepostet, die Trolls wollen Streit',
      'Am Tegernsee sein Wasser, dem Verein sein Haus, der Stadt ihr Geld',
      'die Jungs und die Omas, die Teams, die Posts',
    ])
  })

  it('keeps an article that belongs to a name', () => {
    expectEach([
      ["Giuseppe d'Angelo klagt", '[Person] klagt'],
      ["Herr d'Avis klagt", 'Herr [Person] klagt'],
    ])
  })
})
