import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

describe('redact', () => {
  it('leaves courts and authorities that are written in capitals', () => {
    for (const text of [
      'Laut BVerwG vom 30. November 2022, Az. 6 C 12.20, darf die Stadt das.',
      'Sagt LfDI Baden-Württemberg das? Die BNetzA meldet es auch.',
    ]) {
      expect(redact(text)).toEqual({ text, removed: 0 })
    }
  })

  it('takes out the number of a file behind any word that ends in one, and leaves papers of a council', () => {
    expect(redact('Die Sozialhilfeakte SH-2026-00873 liegt offen.').text).toContain(
      '[Aktenzeichen]',
    )
    expect(redact('Im Wohngeldvorgang WG-33-1204 steht alles.').text).toContain('[Aktenzeichen]')
    const text = 'Drucksache 2026/114-A und Strafsache 3 StR 112/24 vor dem BGH'
    expect(redact('In der Drucksache 2026/114-A steht es.').removed).toBe(0)
    expect(redact(text.replace('vor dem BGH', '')).removed).toBe(1)
    expect(redact('Der BGH hat in der Strafsache 3 StR 112/24 entschieden.').removed).toBe(0)
  })

  it('takes a matter before a local court for a person’s', () => {
    for (const text of [
      'Das Amtsgericht führt die Betreuungssache 17 XVII 204/26.',
      'AG Musterstadt, 17 XVII 204/26',
      'Beim Amtsgericht läuft die Familiensache 3 F 118/25.',
    ]) {
      expect(redact(text).text).toContain('[Aktenzeichen]')
    }
  })

  it('takes a date of years ago behind a name for a date of birth', () => {
    expect(redact('Corinna Krämpf, 12.02.1991, rief an').text).toBe(
      '[Person], [Geburtsdatum], rief an',
    )
    expect(redact('Herr Krämpf (3.4.88) rief an').text).toBe(
      'Herr [Person] ([Geburtsdatum]) rief an',
    )
    expect(redact('Frau Krämpf, 12.05.2026 geladen').text).toBe('Frau [Person], 12.05.2026 geladen')
  })

  it('knows people by how they are talked of', () => {
    for (const [text, clean] of [
      ['der Vogel aus der Lessingstraße 14', 'der [Person] aus der [Adresse]'],
      ['die Katze aus der Lessingstraße 14', 'die Katze aus der [Adresse]'],
      ['Das kommt vom Häberle Karle', 'Das kommt vom [Person]'],
      ['die Schreibkraft Ulrike Zander', 'die Schreibkraft [Person]'],
      ['Vroni ist beim Zahnarzt', '[Person] ist beim Zahnarzt'],
      ['Heute ist Vroni krank', 'Heute ist [Person] krank'],
      ['Wenn Vroni im Urlaub ist, warten wir', 'Wenn [Person] im Urlaub ist, warten wir'],
      ['Amtsleitung ist im Urlaub', 'Amtsleitung ist im Urlaub'],
    ]) {
      expect(redact(text ?? '').text).toBe(clean)
    }
  })

  it('takes out the name of an account that is several words, and leaves an office’s', () => {
    for (const [text, clean] of [
      ['mit dem Profilnamen Wolf im Schafspelz69 hetzt', 'mit dem Profilnamen [Profil] hetzt'],
      ['Unter dem Namen Rote Laterne 88 pöbelt', 'Unter dem Namen [Profil] pöbelt'],
      ['mit dem Profilnamen Stadt Musterstadt', 'mit dem Profilnamen Stadt Musterstadt'],
    ]) {
      expect(redact(text ?? '').text).toBe(clean)
    }
  })

  it('leaves shrines and sayings that are made of names', () => {
    for (const text of [
      'Wallfahrt nach Maria Linden',
      'Stromausfall in Maria Rast und Sankt Georg',
      'Das weiß doch jeder Hans und Franz.',
    ]) {
      expect(redact(text)).toEqual({ text, removed: 0 })
    }
    expect(redact('Die Fahrt mit Maria Linden').removed).toBe(1)
    expect(redact('Hans und Petra wohnen dort').removed).toBe(2)
  })
})
