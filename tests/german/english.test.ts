import { describe, expect, it } from 'vitest'
import { toQuery } from '../../src/answer/thread.ts'
import { inGerman } from '../../src/german/english.ts'

describe('inGerman', () => {
  it.each([
    ['How long do we have to report a data breach?', /melden Meldung a Datenpanne$/],
    ['Can we hide comments?', /verbergen ausblenden Kommentar/],
    ["the mayor's apology", /Bürgermeister Bürgermeisterin Entschuldigung/],
    ['blocking users', /^sperren blockieren Sperre Nutzer$/],
  ])('says %s in the words of German sources', (text, german) => {
    expect(inGerman(text)).toMatch(german)
  })

  it('leaves alone what it does not know', () => {
    expect(inGerman('Where is the quokka?')).toBe('Where is the quokka?')
  })
})

it('searches an English question in German, with what was typed beside it', () => {
  expect(toQuery('What is the deadline for a criminal complaint?', [])).toEqual({
    text: 'What is the Frist for a Strafantrag Anzeige',
    earlier: ['What is the deadline for a criminal complaint?'],
  })
  expect(toQuery('Was ist ein Report?', [])).toEqual({ text: 'Was ist ein Report?', earlier: [] })
})
