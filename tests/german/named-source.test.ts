import { describe, expect, it } from 'vitest'
import { namedSource } from '../../src/german/named-source.ts'

const today = '2026-03-15'
const read = (question: string) => {
  const { numbers, period, words } = namedSource(question, today)
  return { numbers: [...numbers], period, words: [...words].toSorted() }
}

describe('namedSource', () => {
  it('reads the number of an episode', () => {
    expect(read('Fass Folge 10 zusammen').numbers).toEqual([10])
    expect(read('episode nr. 11 und Ausgabe 3').numbers).toEqual([11, 3])
    expect(read('Wir haben 140 Kommentare').numbers).toEqual([])
  })

  it('tells the words that name the source from those that say what it is about', () => {
    expect(read('in welcher Folge ging es um Entschuldigungen').words).toEqual(['folge', 'welcher'])
    expect(read('which episode covers data breach').words).toEqual(['episode', 'which'])
    expect(read('Welche Folgen hat eine Datenpanne?').words).toEqual(['folgen', 'welche'])
    expect(read('Mir folgen viele Leute').words).toEqual([])
  })

  it('reads a time that is told from today', () => {
    expect(read('Was kam letzten Herbst zu Drohnen?').period).toEqual({
      from: '2025-09-01',
      to: '2025-11-30',
    })
    expect(read('die Sache vom letzten Winter').period).toEqual({
      from: '2025-12-01',
      to: '2026-02-28',
    })
    expect(read('letztes Jahr im Rat').period).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(read('im letzten März').period).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(read('der letzte Kommentar').period).toBeUndefined()
  })
})
