import { describe, expect, it } from 'vitest'
import { corrects, newestFirst, overtakes } from '../../src/answer/age.ts'
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

describe('corrects', () => {
  const older = {
    ...at('2025-11-04', 'In Hessen nimmt die Stelle auch anonyme Meldungen an.'),
    episode: 14,
  }
  const said = 'In Folge 14 war noch von anonymen Meldungen in Hessen die Rede: Das ist überholt.'

  it('is told by naming the episode, taking back, and the same matter', () => {
    expect(overtakes(at('2026-06-01', said), older)).toBe(true)
    expect(corrects(at('2026-06-01', said.replace('14', '141')), older)).toBe(false)
    expect(
      corrects(at('2026-06-01', 'Mehr zu anonymen Meldungen in Hessen in Folge 14.'), older),
    ).toBe(false)
    const other =
      'Die anonymen Meldungen in Hessen. Etwas. In Folge 14 hieß es, der Bauhof streut. Das ist überholt.'
    expect(corrects(at('2026-06-01', other), older)).toBe(false)
  })

  it('makes the newer one speak first, however it is worded', async () => {
    const old = spoken(
      ['A: Der Bauhof streut zuerst die Schulwege, danach die Brücken.'],
      episode({ number: 9, published: '2025-02-01' }),
    )
    const now = written(
      'In Folge 9 hieß es, zuerst kämen die Schulwege. Das ist überholt, die Brücken gehen vor.',
      post({ published: '2026-02-01' }),
    )
    const { claims } = await extractWriter.write(
      question('Wo streut der Bauhof zuerst?'),
      hits(old, now),
      { signal: new AbortController().signal },
    )
    expect(claims.map(({ evidence }) => evidence[0]?.passage)[0]).toBe(now.id)
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
