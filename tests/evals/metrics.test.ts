import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBelow, mean, percentile, rankingOf } from '../../evals/metrics.ts'
import { figuresOf, type Report, reportToText } from '../../evals/report.ts'
import { evaluate } from '../../evals/run.ts'
import { parseConfig } from '../../src/config.ts'
import { folderWith, vtt } from '../fakes.ts'

/** `-x--` is a list of four passages whose second is relevant. */
function ranked(list: string, relevant = list.split('x').length - 1) {
  return { found: Array.from(list, (mark) => mark === 'x'), relevant }
}

describe('rankingOf', () => {
  it.each([
    ['x---------', { 'hit@1': 1, 'hit@5': 1, 'hit@10': 1, 'mrr@10': 1, 'ndcg@10': 1 }],
    ['----x-----', { 'hit@1': 0, 'hit@5': 1, 'hit@10': 1, 'mrr@10': 0.2 }],
    ['-----x----', { 'hit@1': 0, 'hit@5': 0, 'hit@10': 1, 'mrr@10': 1 / 6 }],
    ['---------x', { 'hit@5': 0, 'hit@10': 1, 'mrr@10': 0.1 }],
    ['----------x', { 'hit@10': 0, 'mrr@10': 0, 'ndcg@10': 0 }],
    ['', { 'hit@1': 0, 'hit@10': 0, 'mrr@10': 0, 'ndcg@10': 0 }],
  ])('reads the ranks of %j', (list, expected) => {
    expect(rankingOf([ranked(list)])).toMatchObject({ n: 1, ...expected })
  })

  it('discounts a gain by its rank', () => {
    expect(rankingOf([ranked('-x')])['ndcg@10']).toBeCloseTo(1 / Math.log2(3), 10)
    const both = 1 + 1 / Math.log2(3)
    expect(rankingOf([ranked('x-x')])['ndcg@10']).toBeCloseTo((1 + 1 / 2) / both, 10)
  })

  it('takes every relevant passage of the index for the ideal, not only those found', () => {
    const three = 1 + 1 / Math.log2(3) + 1 / 2
    expect(rankingOf([ranked('x---------', 3)])['ndcg@10']).toBeCloseTo(1 / three, 10)
  })

  it('asks for no more than ten relevant passages', () => {
    expect(rankingOf([ranked('xxxxxxxxxx', 25)])['ndcg@10']).toBe(1)
  })

  it('is the mean over the lists, and zeros over none', () => {
    expect(rankingOf([ranked('x'), ranked('-')])).toMatchObject({ n: 2, 'hit@1': 0.5 })
    expect(rankingOf([])).toMatchObject({ n: 0, 'hit@1': 0, 'ndcg@10': 0 })
  })
})

describe('percentile', () => {
  it.each([
    [[5], 0.5, 5],
    [[1, 2], 0.5, 1],
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.75, 3],
    [Array.from({ length: 20 }, (_, at) => at + 1), 0.95, 19],
    [Array.from({ length: 100 }, (_, at) => at + 1), 0.99, 99],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
    [[], 0.5, 0],
  ])('of %j at %f is the nearest rank', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })
})

it('takes the mean of nothing for nothing', () => {
  expect(mean([])).toBe(0)
  expect(mean([1, 2, 6])).toBe(3)
})

describe('isBelow', () => {
  it('lets one label of its own number go and not two', () => {
    expect(isBelow({ value: 7 / 31, n: 31 }, 0.258)).toBe(false)
    expect(isBelow({ value: 6 / 31, n: 31 }, 0.258)).toBe(true)
    expect(isBelow({ value: 5 / 10, n: 10 }, 0.6)).toBe(false)
    expect(isBelow({ value: 4 / 10, n: 10 }, 0.6)).toBe(true)
  })

  it('is not misled by the digits a baseline is written with', () => {
    expect(isBelow({ value: 25 / 32, n: 32 }, 0.813)).toBe(false)
  })

  it('fails a figure that had one label and lost it', () => {
    expect(isBelow({ value: 0, n: 31 }, 0.032)).toBe(true)
    expect(isBelow({ value: 0, n: 0 }, 0.2)).toBe(true)
    expect(isBelow({ value: 0, n: 31 }, 0)).toBe(false)
  })
})

const ranking = { n: 4, 'hit@1': 0.5, 'hit@5': 1, 'hit@10': 1, 'mrr@10': 0.7, 'ndcg@10': 0.6 }
const report: Report = {
  n: 6,
  answerable: ranking,
  refusal: {
    unanswerable: 2,
    refused: 1,
    answerable: 4,
    falselyRefused: 1,
    askedBack: 1,
    answered: 2,
  },
  citation: { n: 2, overlap: 0.5, startErrorN: 1, startErrorMedian: 3, startErrorP95: 3 },
  latencyMs: { p50: 1, p99: 2 },
  passage: { count: 9, secondsP50: 30, secondsP95: 40, charsP50: 400, charsP95: 600 },
  byKind: {},
}

it('does not take a question in return for an answer', () => {
  expect(figuresOf(report)['answeredWhereSomething']).toEqual({ value: 0.5, n: 4 })
  expect(reportToText(report)).toMatch(/zurückgefragt +1 von 4/)
})

it('says of how many answers the start error is', () => {
  expect(reportToText(report)).toContain('1 aus der richtigen Folge')
})

it('counts asking back beside refusals and answers', async () => {
  const lines = ['Die Datenpanne melden wir der Aufsicht.', 'Kaffee gibt es im Keller.']
  const folder = folderWith({
    'knowledge/episodes/e1.vtt': vtt(lines),
    'l.jsonl': [
      '{"id":"a","question":"und dann?","expect":[{"source":"e1","start":0,"end":5}]}',
      '{"id":"b","question":"Wer meldet die Datenpanne der Aufsicht?","expect":[{"source":"e1","start":0,"end":5}]}',
      '{"id":"c","question":"Wie hoch ist die Umsatzsteuer auf Currywurst?","answerable":false}',
    ].join('\n'),
  })
  const paths = { KNOWLEDGE_DIR: join(folder, 'knowledge'), DATA_DIR: join(folder, 'data') }
  const { report: made } = await evaluate(parseConfig(paths), join(folder, 'l.jsonl'))
  expect(made.refusal).toEqual({
    unanswerable: 1,
    refused: 1,
    answerable: 2,
    falselyRefused: 0,
    askedBack: 1,
    answered: 1,
  })
  expect(made.citation).toMatchObject({ n: 1, overlap: 1, startErrorN: 1, startErrorMedian: 0 })
})
