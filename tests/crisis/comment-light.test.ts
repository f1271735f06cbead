import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceOn } from '../../src/crisis/advice.ts'
import { lightOf } from '../../src/crisis/comment-light.ts'
import { growthOf, inProportion } from '../growth.ts'

const advice = (comment: string) =>
  adviceOn(lightOf(comment), { profile: { legalOffice: 'RA, 0000 12' }, language: 'de' })

describe('the light of a comment', () => {
  it.each([
    'Der Bürgermeister ist eine Nullnummer und gehört abgewählt!',
    'Ihr bringt mit der Gebühr den letzten Laden um, ihr Schnarchnasen',
    'Muss erst ein Kind überfahren werden, bevor ihr aufwacht?',
    'Ihr verbrennt unser Geld. Unfassbar.',
  ])('is green for criticism however rude: %s', (comment) => {
    expect(lightOf(comment)).toEqual({ colour: 'green', grounds: [expect.any(String)] })
  })

  it.each([
    ['Den Landrat sollte man aufhängen', 'threat'],
    ['Dieses Rathaus wird bald brennen', 'threat'],
    ['Ich will nicht mehr leben', 'despair'],
    ['Tausche Nacktbilder von kleinen Mädchen', 'child-images'],
    ['Frau Zwirnhuber ist eine Schlampe', 'insult'],
    ['Die Asylanten sind alle nur Ungeziefer', 'hatred'],
    ['Sieg Heil', 'forbidden-sign'],
  ])('is red for %j: %s', (comment, ground) => {
    const light = lightOf(comment)
    expect(light.colour).toBe('red')
    expect(light.grounds).toContain(ground)
  })

  it.each([
    ['ihr arschlöcher im rathaus', 'degrading'],
    ['Ruft sie doch an: 0171 5550199', 'private-data'],
    ['WO IST DAS GELD? WO IST DAS GELD? WO IST DAS GELD?', 'repeated'],
    ['Schnelle Kredite ohne Schufa per PN', 'spam'],
    ['Unser Trinkwasser ist vergiftet, teilt das!', 'rumour'],
  ])('is yellow for %j: %s', (comment, ground) => {
    const light = lightOf(comment)
    expect(light.colour).toBe('yellow')
    expect(light.grounds).toContain(ground)
  })

  it('sees through stars, figures, gaps, pictures and letters of other scripts', () => {
    for (const comment of [
      'Ich br1ng d1ch um',
      'Frau Zwirnhuber ist eine Schl***e',
      'S i e g  H e i l'.replace('  ', ' '),
      '🔪 für dich',
      'wir wіssеn wo du wоhnst',
    ]) {
      expect(lightOf(comment).colour, comment).toBe('red')
    }
  })

  it('is the same for the same comment, and there for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (comment) => {
        expect(lightOf(comment)).toEqual(lightOf(comment))
      }),
    )
  })

  it.each(['die ', 'du ', 'sollte ', 'a', 'a*', '1a', 'a ', '🔪', 'ihr seid die '])(
    'costs at most in proportion to the comment, even one of %j',
    (piece) => {
      const growth = growthOf((size) => lightOf(piece.repeat(size / piece.length)))
      expect(growth).toBeLessThan(inProportion)
    },
  )
})

describe('what follows from it', () => {
  it('calls first where somebody may be hurt, then secures, then hides', () => {
    const { lead, first, next, copy } = advice('Ich bring dich um')
    expect(lead).toMatch(/^Rot, Gefahr: Zuerst 110 oder 112/)
    expect(first[0]).toContain('110')
    expect(first[1]).toMatch(/^Sichern/)
    expect(first[2]).toMatch(/^Verbergen statt löschen/)
    expect(next).toContain('Rechtsamt (RA, 0000 12)')
    expect(copy).toBeUndefined()
  })

  it('saves nothing where children may be abused', () => {
    const { lead, first } = advice('Kinderpornos gibt es hier')
    expect(lead).toContain('Nicht speichern')
    expect(first.join(' ')).not.toMatch(/^Sichern|Screenshot mit/)
    expect(first.join(' ')).toContain('110')
  })

  it('hides personal data and lets criticism stand', () => {
    expect(advice('Ihre Nummer: 0171 5550199').first.join(' ')).toContain('Verbergen')
    expect(advice('Ihr Schnarchnasen').lead).toContain('bleibt stehen')
  })

  it('never says that something is a crime, never blocks and never repeats the comment', () => {
    for (const comment of [
      'Ich bring dich um, Zwirnhuber',
      'Sieg Heil',
      'Frau Zwirnhuber ist eine Schlampe',
      'ihr arschlöcher',
      'Zwirnhuber, 0171 5550199',
      'Zwirnhuber pennt',
    ]) {
      const { lead, grounds, first, next, copy } = advice(comment)
      const all = [lead, ...grounds, ...first, next, copy?.text].join(' ')
      expect(all).not.toMatch(/strafbar|sperr|blockier|zwirnhuber|schlampe|arschl/i)
      expect(lead.length).toBeLessThanOrEqual(120)
      expect(all.length).toBeLessThanOrEqual(800)
    }
  })

  it('hears a threat that names no deed, and leaves what only sounds like one', () => {
    for (const red of [
      'Die Amtsleiterin geht jeden Mittwoch ohne Begleitung über den Parkplatz. Ich mein ja nur.',
      'Nettes Auto hat der Kämmerer. Wär ein Jammer drum.',
      'Wer die Bremsleitung löst, hat schnell Ruhe, man müsste mal',
      'Herzliche Grüße 88',
    ]) {
      expect(lightOf(red).colour, red).toBe('red')
    }
    for (const green of [
      'Schade um den schönen Park.',
      'Ihr werdet schon sehen, bei der Wahl.',
      'Wir gedenken Walter Lübcke, denkt an Lübcke und seid wachsam. Nie wieder.',
    ]) {
      expect(lightOf(green).colour, green).toBe('green')
    }
    // Who when where leaves is what a hunt tells too: it may be looked at, but is no red.
    expect(lightOf('Die Buslinie 88 fährt jeden Freitag zu spät ab Bahnhof.').colour).not.toBe(
      'red',
    )
  })
})

describe('what was learned beside the rules', () => {
  it('looks at a film before it hides it, though its name is a threat', () => {
    expect(
      lightOf('Stirb langsam läuft heute im Freilichtkino, Karten an der Kasse').colour,
    ).not.toBe('red')
    expect(lightOf('Stirb, du Hund.').colour).toBe('red')
  })

  it('never turns a red of the rules into green, whatever harmless is said beside it', () => {
    const reds = ['Den Landrat sollte man aufhängen', 'Ich bring dich um', 'Sieg Heil']
    const harmless = fc.constantFrom(
      'Danke für den schönen Brunnen.',
      'Wann öffnet das Freibad?',
      'Der Radweg ist gelungen.',
    )
    fc.assert(
      fc.property(fc.constantFrom(...reds), fc.array(harmless, { maxLength: 6 }), (red, more) => {
        expect(lightOf([...more, red, ...more].join('. ')).colour).toBe('red')
      }),
    )
  })
})
