import { expect, it } from 'vitest'
import { phonetic } from '../../src/german/phonetic.ts'
import { slipsBetween } from '../../src/german/slips.ts'
import { fold } from '../../src/german/words.ts'

it('gives the codes that are published for the Cologne phonetics', () => {
  const codes = {
    Wikipedia: '3412',
    Breschnew: '17863',
    Lüdenscheidt: '52682',
    Heinz: '068',
    Xaver: '4837',
  }
  for (const [word, code] of Object.entries(codes))
    expect([word, phonetic(fold(word))]).toEqual([word, code])
})

it('gives words that sound alike the same digits', () => {
  for (const [one, other] of [
    ['meier', 'maier'],
    ['schmidt', 'schmitt'],
    ['philip', 'filipp'],
  ] as const) {
    expect(phonetic(one)).toBe(phonetic(other))
  }
})

it('counts slips of the finger', () => {
  const slips = {
    'server servr': 1,
    'server serevr': 1,
    'haus maus': 1,
    'datenbank datnbnk': 2,
    'a a': 0,
    'ab cd': 2,
  }
  for (const [both, count] of Object.entries(slips)) {
    const [one = '', other = ''] = both.split(' ')
    expect([both, slipsBetween(one, other), slipsBetween(other, one)]).toEqual([both, count, count])
  }
})
