import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'
import { growthOf, inProportion } from './growth.ts'

describe('redact', () => {
  it('takes out e-mail addresses, phone numbers, IBANs and handles', () => {
    const { text, removed } = redact(
      'Schreib an a.b@stadt.example oder @wuetend_99, ruf 0170 1234567 an, IBAN DE89 3704 0044 0532 0130 00.',
    )
    expect(text).toBe('Schreib an [E-Mail] oder [Profil], ruf [Telefon] an, IBAN [IBAN].')
    expect(removed).toBe(4)
  })

  it('takes out the head of an e-mail address and pages that lead to somebody', () => {
    expect(redact('b.tewes@ weiß es').text).toBe('[E-Mail] weiß es')
    expect(redact('auf linktr.ee/wutoma1955 spenden').text).toBe('auf [Profil] spenden')
    const text = 'Bürger@innen, 3 @ 5 Euro, facebook.com/stadt.musterstadt'
    expect(redact(text)).toEqual({ text, removed: 0 })
  })

  it('gives the same detail the same label and another one a number', () => {
    expect(redact('@anton und @berta und @Anton').text).toBe('[Profil] und [Profil 2] und [Profil]')
    expect(redact('a@x.example, b@x.example').text).toBe('[E-Mail], [E-Mail 2]')
  })

  it('knows the ways phone numbers are written', () => {
    for (const number of [
      '+49 170 1234567',
      '0049170/1234567',
      '(0170) 12 34 567'.slice(1),
      '06421-201-0',
    ]) {
      expect(redact(`Tel ${number}`).text).toContain('[Telefon]')
    }
  })

  it('leaves emergency numbers, dates, amounts, clocks and statutes alone', () => {
    const text =
      'Bei Gefahr 110 oder 112. Am 07.10.2025 um 18:20 Uhr, 2025-12-09, 72 Stunden, 4,1 Mio. Euro, § 126a StGB, Verordnung 1182/71, VO 2016/679, 13 A 1535/21.'
    expect(redact(text)).toEqual({ text, removed: 0 })
  })

  it('takes out an IBAN with a slip in it, and no short number that begins like one', () => {
    expect(redact('DE00 1234 5678 9012 3456 78').text).toBe('[IBAN]')
    expect(redact('Konto DE02 5001 0517 5407 3249 3 bitte').text).toBe('Konto [IBAN] bitte')
    expect(redact('Raum DE12 3456').text).toBe('Raum DE12 3456')
  })

  it('takes out each of several numbers in a row', () => {
    expect(redact('Ruf 0621 1234567 / 0171 2345678 an').text).toBe('Ruf [Telefon] / [Telefon 2] an')
    expect(redact('0621 12 34 56 7 0171 2345678 +49 89 1234567').text).toBe(
      '[Telefon] [Telefon 2] [Telefon 3]',
    )
    expect(redact('Heft 02/2025 0171 2345678').text).toBe('Heft 02/2025 [Telefon]')
  })

  it('takes all of a row of digits in which no second number begins', () => {
    expect(redact('0621 1234567 171 2345678').text).toBe('[Telefon]')
  })

  it('knows the spaces and dashes that word processors put into numbers', () => {
    expect(redact('0621 – 123\u00a045\u202f67').text).toBe('[Telefon]')
  })

  it('ends an IBAN where its country ends it', () => {
    expect(redact('Konto AT61 1904 3002 3457 3201 bitte').text).toBe('Konto [IBAN] bitte')
    expect(redact('DE89 3704 0044 0532 0130 00 bis 12 Uhr').text).toBe('[IBAN] bis 12 Uhr')
    expect(redact('de89370400440532013000 0171 2345678').text).toBe('[IBAN] [Telefon]')
    expect(redact('Raum AB12 NO93 8601 1117 947').text).toBe('Raum AB12 [IBAN]')
  })

  it('leaves a date alone whatever stands beside it', () => {
    for (const text of [
      'am 01.02.2025 14:30',
      'am 01. 02. 2025 14:30',
      'vom 07.10.-09.10.2025, 08.30-10.15 Uhr',
      '2025-02-01 1430',
    ]) {
      expect(redact(text)).toEqual({ text, removed: 0 })
    }
    expect(redact('01.02.2025 0171 2345678 03.02.2025').text).toBe(
      '01.02.2025 [Telefon] 03.02.2025',
    )
  })

  it('takes out names with what tells that they are some, and one person keeps one label', () => {
    expect(
      redact('Frau Dr. Zwirnhuber und Ingo Quastenberg. Zwirnhubers Büro, herr müller').text,
    ).toBe('Frau Dr. [Person] und [Person 2]. [Person] Büro, herr [Person 3]')
    expect(redact('Annegret von der Heide, Bürgermeister Schulze, Sandra M.').text).toBe(
      '[Person], Bürgermeister [Person 2], [Person 3].',
    )
  })

  it('takes out addresses, plates, dates of birth, file numbers and other spellings of an e-mail', () => {
    for (const [text, clean] of [
      ['wohnt Ahornweg 14a, 35037 Musterstadt.', 'wohnt [Adresse] Musterstadt.'],
      ['Auto MU-KR 4711 dort', 'Auto [Kennzeichen] dort'],
      ['geb. am 12.03.1985', 'geb. am [Geburtsdatum]'],
      ['Aktenzeichen: 4711/25', 'Aktenzeichen: [Aktenzeichen]'],
      ['max (at) muster (punkt) example', '[E-Mail]'],
      ['Profil facebook.com/ingo.q droht', 'Profil [Profil] droht'],
    ]) {
      expect(redact(text ?? '').text).toBe(clean)
    }
  })

  it('leaves offices, courts, statutes, streets, parties and what is called after people', () => {
    const text =
      'OVG Münster, 13 A 1535/21, § 188 StGB: Die Bürgermeisterin sperrt die Bahnhofstraße, Rathaus, Marktplatz 1. Anne-Frank-Schule, Robert Koch Institut, SPD, 0800 111 0 111, Herr der Lage, Frau Ministerin.'
    expect(redact(text)).toEqual({ text, removed: 0 })
  })

  it('knows names that are told, whatever names they are, and what is only called after somebody', () => {
    const gone = (text: string, piece: string) => expect(redact(text).text).not.toContain(piece)
    gone('der volle Name Quirlhagen Bostrup steht im Foto', 'Bostrup')
    gone('POK Quirlhagen ruft zurück', 'Quirlhagen')
    gone('herr prof. quirlhagel (ja der) schreibt', 'quirlhagel')
    gone('Petra Quirl und Bostra Lumpinga streiten', 'Lumpinga')
    gone('nummer: null eins sieben zwei 99 25 904', '99 25 904')
    gone('kennzeichen xy ab1234 im Bild', 'ab1234')
    for (const text of [
      'Sturmtief Zeynep und Orkan Xaver',
      'Bäckerei Schmitt wirbt',
      'Otto Normalverbraucher fragt',
      'auf Facebook 38 Kommentare, auf Instagram geredet.',
      'die frau weint. eine frau drunter, sagt er',
      'Herr, im Sommer',
    ]) {
      expect(redact(text).text).toBe(text)
    }
  })

  it('knows a name that is in no list by where it stands', () => {
    for (const text of [
      'Sachbearbeiter Krämpfle hat den Bescheid unterschrieben.',
      'unsere azubine krämpfle hat das gepostet',
      'Der Förster Krämpfle fällt die Linde',
      'Viele Grüße\nKrämpfle',
      'Hallo Krämpfle, kannst du das freigeben?',
      'i. A. Krämpfle',
      'Absender: Krämpfle, Betreff: Hundekot',
      'Krämpfles Hund bellt im Video',
      'dem Krämpfle sein Auto steht im Weg',
      'Die Krämpfle vom Jugendamt ist schuld',
      'Laut Krämpfle war die Wiese nass',
      'S. Krämpfle hat angerufen',
      'die frau krämpfle sitzt im bürgerbüro',
      'Ansprechpartner ist Krämpfle im Rathaus',
    ]) {
      expect(redact(text).text.toLowerCase(), text).not.toContain('krämpfle')
    }
  })

  it('leaves a word alone where the same word was a name', () => {
    expect(redact('Lilli Herbst ist verletzt. Im Herbst schließt die Gruppe.').text).toBe(
      '[Person] ist verletzt. Im Herbst schließt die Gruppe.',
    )
    expect(redact('Ruben Adler, nicht die Apotheke Zum Adler').text).toBe(
      '[Person], nicht die Apotheke Zum Adler',
    )
  })

  it('leaves clubs, firms, songs of praise and things that have names', () => {
    for (const text of [
      'Der Kranich e. V. brütet über dem Antrag.',
      'Müller Bau GmbH und Reisedienst König fahren.',
      'Der Gospelchor heißt Mondlicht.',
      'Mein lieber Herr Gesangsverein!',
      'Nur so zur Info: Schönes Foto, 12 Mio. Euro, ein Roman.',
      'Aufgebrachte Marktbeschicker blockieren den Platz.',
      'Beschwerde Nr. 3 in dieser Woche, Fall um 9 Uhr, Bescheid über 89,50 €',
      'Friedhofsgebührensatzung vom 1. Juli 2024',
      'Bachstraße 5 gesperrt, Im Sitzungsprotokoll TOP 7',
    ]) {
      expect(redact(text).text).toBe(text)
    }
  })

  it('knows numbers by the words before them, however they are written', () => {
    for (const [text, clean] of [
      [
        'Kundennummer bei den Stadtwerken 7700 41 903',
        'Kundennummer bei den Stadtwerken [Aktenzeichen]',
      ],
      ['Versicherungsnummer 15 070649 A 103', 'Versicherungsnummer [Aktenzeichen]'],
      ['läuft unter 4 C 118/26 die Klage', 'läuft unter [Aktenzeichen] die Klage'],
      ['Tel. 5 55 31, Durchwahl -213', 'Tel. [Telefon], Durchwahl [Telefon 2]'],
      ['nummer: null eins sieben sechs dreiundvierzig 21', 'nummer: [Telefon]'],
      ['schreib an eule77 at post punkt example', 'schreib an [E-Mail]'],
      ['Nutzer h.eule-rat und u/eule_7', 'Nutzer [Profil] und [Profil 2]'],
      ['er nennt sich „Käpt’n Blaubart“', 'er nennt sich „[Profil]“'],
      ['wohnt in der Lessingstraße vierzehn', 'wohnt [Adresse]'],
      ['meldeadresse Hinter den Gärten 3', 'meldeadresse [Adresse]'],
    ]) {
      expect(redact(text ?? '').text).toBe(clean)
    }
  })

  it('finds nothing more the second time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Frau',
            'Zwirnhuber',
            'Ingo',
            'Weg 3',
            'Az.',
            '12/25',
            '0171 5550199',
            'von',
            'MU-KR 4711',
            '@a_b',
            'geb. 1.2.1990',
          ),
        ),
        (words) => {
          const once = redact(words.join(' ')).text
          expect(redact(once).text).toBe(once)
        },
      ),
    )
  })

  it.each([
    'a',
    'a.',
    'a@',
    'a@b.',
    '0(',
    '00 ',
    '01 ',
    'AB12 AAAA ',
    '@a..',
    '+0-',
    'Frau ',
    'A ',
    'a-',
    'a_',
    'Az. 1 ',
    'Am Alten ',
    'geb ',
    'auto a-',
    'tel 1 ',
    'Nutzer „a ',
    'eins ',
    'von A ',
    'A, B ',
    'Jule und ',
    'Kundennummer A ',
  ])('costs at most in proportion to the text, even one of %j', (piece) => {
    const growth = growthOf((size) => redact(piece.repeat(size / piece.length)))
    expect(growth).toBeLessThan(inProportion)
  })
})
