import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

describe('redact', () => {
  it('takes out e-mail addresses, phone numbers, IBANs and handles', () => {
    const { text, removed } = redact(
      'Schreib an a.b@stadt.example oder @wuetend_99, ruf 0170 1234567 an, IBAN DE89 3704 0044 0532 0130 00.',
    )
    expect(text).toBe('Schreib an [E-Mail] oder [Profil], ruf [Telefon] an, IBAN [IBAN].')
    expect(removed).toBe(4)
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

  it('leaves an account number alone that only looks like an IBAN', () => {
    expect(redact('DE00 1234 5678 9012 3456 78').text).not.toContain('[IBAN]')
  })
})
