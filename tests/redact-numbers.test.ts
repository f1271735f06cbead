import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

function expectEach(label: string, texts: readonly string[]) {
  for (const text of texts) expect(redact(text).text).toContain(label)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('takes out when somebody was born, however it is said', () => {
    expectEach('[Geburtsdatum]', [
      'Er ist geboren im März 82.',
      'Sie (*1954) will das nicht.',
      'Der Mann, Jg. 1954, wohnt dort.',
      'Sie ist am siebten April neunzehnhundertachtzig geboren.',
      'geb. in Lodz am 17-IX-1990',
    ])
    expectLeft(['Jg. 10 fährt nach Rom.', 'Der Jahrgang 2019 wird eingeschult.'])
  })

  it('takes out where somebody is and which device writes', () => {
    expectEach('[Adresse]', [
      'Standort war 51.2277, 6.7735',
      "N 50° 56.468' E 6° 57.483'",
      'Absender: Esch 3, 48683 Ahaus',
      'aus der Tulpensiedlung, Haus Nr. 9',
      'sie wohnt am alten deich sieben',
      'er wohnt halberstädter straße zwölf',
    ])
    expect(redact('wohnt Lindenweg 4, 2. OG links, heißt es').text).toBe(
      'wohnt [Adresse], heißt es',
    )
    expectEach('[Profil]', [
      'IP 192.168.178.45 im Log',
      'die 2001:db8::ff00:42:8329 im Log',
      'MAC 00:1A:2B:3C:4D:5E',
      'IMEI 356938035643809',
      'Discord Wolfi#4471',
      '„Dein Nachbar 0815“ schreibt Drohungen',
    ])
    expectLeft([
      'Version 10.0.19.145 ist da.',
      'Im Amtsblatt Nr. 14/2026 steht es.',
      'Die Robert-Koch-Straße 5 ist das Gesundheitsamt.',
      'Windows11 und Kommune21',
      'https://example.org/posts/64263639-d63f-4f01-92ca-777b5538645d',
    ])
  })

  it('knows a plate without a hyphen by its district', () => {
    expect(redact('Auf dem Foto ist HSK AB123 zu sehen.').text).toBe(
      'Auf dem Foto ist [Kennzeichen] zu sehen.',
    )
    expectEach('[Kennzeichen]', ['der caddy mit hsk ab 918 da', 'Privatwagen TS BM 12!'])
    expectLeft(['Das OVG entschied: KG U 12, LG K 44', 'DIN EN 50128 gilt.'])
  })

  it('knows the numbers of people by how they are made', () => {
    expectEach('[Aktenzeichen]', [
      'lesbar: 65 170839 J 003',
      'lesbar: A123456780',
      'lesbar: 4111 1111 1111 1111',
      'lesbar: C01X0006H',
      'Konto 532013000 bei der Volksbank',
      'Mandatsreferenz SV-2026-00771',
    ])
    expect(redact('Kreditkarte 4111 1111 1111 1111 gültig').text).toBe(
      'Kreditkarte [Aktenzeichen] gültig',
    )
    expectLeft(['Es waren 4111 1111 1111 1112 Zeichen.', 'Prüf-Nr. 2026/77 ist öffentlich.'])
  })

  it('takes long runs of what its patterns look for in a time that grows with the text', () => {
    for (const piece of ['1.', 'a:', '12° ', 'wohnt am ', 'Esch 3, ', 'geb. am ', 'A. ', '1234 ']) {
      expect(redact(piece.repeat(5000)).text.length).toBeGreaterThan(0)
    }
  }, 30_000)
})
