import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdsWords, isRelevant, type Label, overlaps, readLabels } from '../../evals/labels.ts'
import { folderWith, spoken, written } from '../fakes.ts'

function labelsIn(...lines: readonly string[]): readonly Label[] {
  return readLabels(join(folderWith({ 'l.jsonl': lines.join('\n') }), 'l.jsonl'))
}

function labelled(...expected: Label['expect']): Label {
  return { id: '1', question: '?', earlier: [], kind: 'other', answerable: true, expect: expected }
}

describe('overlaps', () => {
  it.each([
    ['the same stretch', [0, 10], [0, 10], true],
    ['half of the shorter one', [0, 10], [5, 25], true],
    ['less than half of the shorter one', [0, 10], [5.1, 25], false],
    ['a short one inside a long one', [0, 90], [40, 42], true],
    ['half of a short one at the edge', [0, 90], [89, 91], true],
    ['less than half of a short one at the edge', [0, 90], [89.1, 91.1], false],
    ['stretches that only touch', [0, 10], [10, 20], false],
    ['stretches apart', [0, 10], [30, 40], false],
    ['two moments', [5, 5], [5, 5], false],
  ] as const)('judges %s', (_, [start, end], [from, to], expected) => {
    expect(overlaps({ start, end }, { start: from, end: to })).toBe(expected)
    expect(overlaps({ start: from, end: to }, { start, end })).toBe(expected)
  })
})

describe('holdsWords', () => {
  it('compares whole words in one piece, whatever their case and marks', () => {
    expect(holdsWords('„Stoppt“, zuerst: alles GEPLANTE!', 'stoppt zuerst alles Geplante')).toBe(
      true,
    )
    expect(holdsWords('Löschen hilft', 'loeschen')).toBe(true)
    expect(holdsWords('Stoppt alles', 'stopp')).toBe(false)
    expect(holdsWords('Stoppt sofort alles', 'stoppt alles')).toBe(false)
  })
})

describe('isRelevant', () => {
  // Cues of ten seconds: from 0 to 30.
  const talk = spoken(['Zuerst stoppen.', 'Dann sichern.', 'Danach antworten.'])
  const text = written('Zuerst stoppt ihr alles.')

  it('wants half of the shorter stretch in the same source', () => {
    expect(isRelevant(talk, labelled({ source: 'X1', start: 15, end: 45 }))).toBe(true)
    expect(isRelevant(talk, labelled({ source: 'x1', start: 15.1, end: 45.1 }))).toBe(false)
    expect(isRelevant(talk, labelled({ source: 'x2', start: 0, end: 30 }))).toBe(false)
  })

  it('wants the words in the same source', () => {
    expect(isRelevant(text, labelled({ source: 'Y1', contains: 'stoppt ihr alles' }))).toBe(true)
    expect(isRelevant(text, labelled({ source: 'y2', contains: 'stoppt ihr alles' }))).toBe(false)
    expect(isRelevant(text, labelled({ source: 'y1', contains: 'ihr stoppt' }))).toBe(false)
  })

  it('takes one of several for enough, and no stretch for a post', () => {
    const both = labelled(
      { source: 'x1', start: 500, end: 510 },
      { source: 'x1', contains: 'dann sichern' },
    )
    expect(isRelevant(talk, both)).toBe(true)
    expect(isRelevant(text, labelled({ source: 'y1', start: 0, end: 10 }))).toBe(false)
    expect(isRelevant(talk, labelled())).toBe(false)
  })
})

describe('readLabels', () => {
  it('ignores what it does not know, playbooks and empty lines', () => {
    const [label, ...more] = labelsIn(
      '\ufeff{"id":7,"question":"Was?","must":["x"],"expect":[{"source":"PB2","contains":"a"},{"source":"e1","start":1,"end":2}]}',
      '',
    )
    expect(more).toEqual([])
    expect(label).toEqual({
      id: '7',
      question: 'Was?',
      earlier: [],
      kind: 'other',
      answerable: true,
      expect: [{ source: 'e1', start: 1, end: 2 }],
    })
  })

  it('leaves open what a line does not say, and never overrules what it says', () => {
    const labels = labelsIn(
      '{"id":"a","question":"?"}',
      '{"id":"b","question":"?","answerable":false}',
      '{"id":"c","question":"?","answerable":true}',
      '{"id":"d","question":"?","expect":[{"source":"PB1","contains":"a"}]}',
    )
    expect(labels.map(({ answerable }) => answerable)).toEqual([undefined, false, true, undefined])
  })

  it('names the line that cannot be read', () => {
    expect(() => labelsIn('{"id":"a","question":"?"}', '{"id":')).toThrow(
      expect.objectContaining({ code: 'bad-source', line: 2 }),
    )
    expect(() => readLabels('/nirgends.jsonl')).toThrow(
      expect.objectContaining({ code: 'bad-source' }),
    )
  })
})
