import { describe, expect, it } from 'vitest'
import { newestFirst, overtakes } from '../../src/answer/age.ts'
import { extractWriter } from '../../src/answer/write-extract.ts'
import { episode, hits, post, question, spoken, written } from '../fakes.ts'

const rule = 'Für die Sperre eines Nutzers braucht die Stadt eine gesetzliche Grundlage.'
const at = (published: string, text = rule) => ({ text, published })

describe('overtakes', () => {
  it('wants the same subject and a month between', () => {
    expect(overtakes(at('2026-06-01'), at('2025-11-04'))).toBe(true)
    expect(overtakes(at('2025-11-04'), at('2026-06-01'))).toBe(false)
    expect(overtakes(at('2025-11-20'), at('2025-11-04'))).toBe(false)
    const other = at('2026-06-01', 'Der Bauhof streut morgens zuerst die Schulwege und Brücken.')
    expect(overtakes(other, at('2025-11-04'))).toBe(false)
    expect(overtakes({ text: rule }, at('2025-11-04'))).toBe(false)
    expect(overtakes(at('kein Datum'), at('2025-11-04'))).toBe(false)
  })

  it('takes two answers to the same things of a question for the same subject', () => {
    const [newer, older] = [
      'Die Meldestelle in Hessen gibt es nicht mehr.',
      'In Hessen nimmt die Meldestelle auch anonyme Hinweise an.',
    ]
    const asked = 'Gibt es in Hessen eine Meldestelle?'
    expect(overtakes(at('2026-06-01', newer), at('2025-11-04', older), asked)).toBe(true)
    expect(overtakes(at('2026-06-01', newer), at('2025-11-04', older))).toBe(false)
  })
})

it('keeps the order but for what is overtaken', () => {
  const other = at('2020-01-01', 'Der Bauhof streut morgens zuerst die Schulwege.')
  const [older, newer] = [at('2025-11-04'), at('2026-06-01')]
  expect(newestFirst([other, older, newer], (item) => item, '')).toEqual([other, newer, older])
})

it('without a model the newer source speaks first and the older stays beside it', async () => {
  const old = spoken(
    [
      'A: Ein Wasserzeichen müssen ältere Systeme bis zum 2. Februar 2027 einbauen, so der Vorschlag.',
    ],
    episode({ published: '2026-02-24' }),
  )
  const recent = written(
    'Ein Wasserzeichen müssen die Anbieter älterer Systeme bis zum 2. Dezember 2026 einbauen.',
    post({ published: '2026-07-06' }),
  )
  const { claims } = await extractWriter.write(
    question('Bis wann müssen ältere Systeme ein Wasserzeichen einbauen?'),
    hits(old, recent),
    { signal: new AbortController().signal },
  )
  expect(claims.map(({ evidence: [first] }) => first?.passage)).toEqual([recent.id, old.id])
})
