import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'
import { growthOf, inProportion } from './growth.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('knows the name of an account by its dot where accounts are spoken of', () => {
    expectEach([
      ['auf tiktok ist es lena.rennt', 'auf tiktok ist es [Profil]'],
      ['dorfkeks.intern hat das auf Instagram geteilt', '[Profil] hat das auf Instagram geteilt'],
      ['giftzwerg.von.nebenan kommentiert alles', '[Profil] kommentiert alles'],
      ['Kommentar von frau.sonnenblume: Pfui', 'Kommentar von [Profil]: Pfui'],
      ['auf Facebook unter heimat.treu.nord', 'auf Facebook unter [Profil]'],
    ])
  })

  it('knows one by digits, strokes or capitals inside, straight beside who writes', () => {
    expectEach([
      ['auf Reddit schreibt bergziege-42', 'auf Reddit schreibt [Profil]'],
      ['gartenzwerg7 liket alles', '[Profil] liket alles'],
      ['User xXDarkLordXx droht', 'User [Profil] droht'],
      ['Nutzerin mama-von-drei nervt', 'Nutzerin [Profil] nervt'],
    ])
  })

  it('leaves accounts of offices, domains, files, versions and shortened words', () => {
    expectLeft([
      'Unser Account stadt.musterstadt und polizei_hamburg schreibt auf Insta',
      'landkreis.kassel auf Instagram macht das gut',
      'Auf musterstadt.de und kontakt.stadt.de, auf Facebook u.a. und z.B. Insta',
      'Die Datei bild_final_2.png im Post, screenshot.neu.jpg auf Insta',
      'Auf Insta gelöscht.danke euch. Der Post ist weg.aber der Kommentar bleibt',
      'Posts vom 3.4. um 18.30 Uhr, Account nach § 4.2 Netiquette v1.3',
      'BürgerInnen schreiben, iPhone nervt, Kanal test-und-probe schreibt nichts',
    ])
  })

  it.each(['a.b', 'auf insta a.', 'Kommentar von a_', 'nutzer ab-', 'aB'])(
    'costs at most in proportion to a long text of "%s"',
    (part) => {
      const cost = growthOf((size) => redact(part.repeat(size / part.length)))
      expect(cost).toBeLessThan(inProportion)
    },
  )
})
