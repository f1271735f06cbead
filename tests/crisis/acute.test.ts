import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalsOf, troublesIn } from '../../src/crisis/acute.ts'
import { isAcute, judgeMessage } from '../../src/crisis/message-judgement.ts'
import { growthOf, inProportion } from '../growth.ts'

describe('isAcute', () => {
  it.each([
    'hilfe, 140 kommentare, was jetzt',
    'hilfe facebook explodiert grad wegen sperrung bahnhofstr, 140 kommentare in 2 std. was jetzt??',
    'shitstorm!!',
    'es geht gerade los bei insta, alle schreiben uns voll',
    'wir haben ne datenpanne, liste ist öffentlich',
    'bürgermeister wird bedroht unter dem post',
    'help, our page is on fire',
  ])('hears that something burns: %s', (text) => {
    expect(isAcute(text)).toBe(true)
  })

  it.each([
    'Wie bereiten wir uns auf einen Shitstorm vor?',
    'Was ist ein Shitstorm?',
    'Gibt es eine Folge zu Kommentaren löschen?',
    'Wie viele Kommentare pro Tag sind normal?',
    'hilfe beim impressum gesucht',
    'wir hatten letztes Jahr einen shitstorm, was haben andere gelernt?',
    'Übung am Freitag: 140 Kommentare in zwei Stunden, wer moderiert?',
    'danke für die hilfe',
    // Much like what burnt elsewhere, but it only asks.
    'Können die Leute in unserem WhatsApp-Kanal kommentieren?',
    'dürfen wir beleidigende kommentare unter unserm facebook post einfach löschen',
    '',
    '?',
  ])('leaves a calm message to its plain answer: %s', (text) => {
    expect(isAcute(text)).toBe(false)
  })

  it.each([
    'wir haben nen shittstorm',
    'wir haben nen shistorm',
    'wir haben nen shitsotrm',
    'HILFEEEE',
    'uns ueberrollt grad eine welle von komentaren',
    'wir haben eine Datenpane',
  ])('forgives slips and other spellings: %s', (text) => {
    expect(isAcute(text)).toBe(true)
  })

  it('takes the same trouble for a tale, a question and a supposition', () => {
    expect(isAcute('Der Bürgermeister wird bedroht.')).toBe(true)
    expect(isAcute('Was tun, wenn der Bürgermeister bedroht wird?')).toBe(false)
    expect(isAcute('Wird ein Bürgermeister oft bedroht?')).toBe(false)
    expect(
      isAcute('Wird ein Bürgermeister oft bedroht? Unserer wird seit heute früh bedroht.'),
    ).toBe(true)
  })

  it.each([
    'hass',
    'a,',
    'wie, ',
    " 'a",
    ' „aaaaa',
    ' >>aaaa',
    'alle ',
    'liste daten ',
    '! ',
    '? ',
  ])('costs at most in proportion to the text, even one of %j', (piece) => {
    const growth = growthOf((size) => isAcute(piece.repeat(size / piece.length)))
    expect(growth).toBeLessThan(inProportion)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof isAcute(text) === 'boolean'),
    )
  })
})

describe('a website that is dead', () => {
  it('is no death, a person is', () => {
    const kindsOf = (text: string) => judgeMessage(text).ruled.kinds.map(({ id }) => id)
    expect(kindsOf('unsere website ist tot, was sagen wir')).toContain('hackerangriff')
    expect(kindsOf('unsere website ist tot, was sagen wir')).not.toContain('unfall')
    expect(kindsOf('ein mann ist tot, gestern am bahnübergang')).toContain('unfall')
  })
})

describe('signalsOf', () => {
  it('names what spoke for a fire and what against it', () => {
    expect(signalsOf('shitstorm!!')).toEqual([
      { name: 'shitstorm', weight: 2 },
      { name: 'loud', weight: 1 },
    ])
    const names = signalsOf('Übung: hunderte Kommentare gerade!').map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['crowd', 'now', 'loud', 'practice']))
  })

  it('hears nothing where nothing is told', () => {
    expect(signalsOf('Was ist ein Shitstorm?')).toEqual([])
    expect(signalsOf('')).toEqual([])
  })

  it('counts a signal once, however often it is said', () => {
    expect(signalsOf('shitstorm shitstorm shitstorm')).toEqual(signalsOf('shitstorm'))
  })
})

describe('troublesIn', () => {
  it('names the troubles of a text that asks as well as of one that tells', () => {
    expect(troublesIn('Warum steht meine Adresse im Netz?')).toEqual(['data in the open'])
    expect(troublesIn('Guten Tag')).toEqual([])
  })
})
