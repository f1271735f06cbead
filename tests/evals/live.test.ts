import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { drawn } from '../../evals/live-cases.ts'
import { figuresOf, toTable } from '../../evals/live-figures.ts'
import { agreementOf, compare, type Rating, readRatings } from '../../evals/live-ratings.ts'
import { answers, openServer, type Recorded } from '../openai/server.ts'

const run = promisify(execFile)

const rating: Rating = {
  id: 'A01',
  support: [['full', 'part'], ['part'], ['no']],
  needed: [['yes', 'no'], ['no'], ['yes']],
  uncited: 1,
  answers: 'part',
  must: ['met', 'part', 'missing', 'met'],
  mustNot: ['clean', 'broken'],
  premise: 'none',
  order: 'yes',
  alone: 'no',
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'sturmlotse-live-'))
}

/** A model that writes nothing of use and finds everything right. */
function obliging({ body }: Recorded): object {
  const asked = body.messages.map(({ content }) => content).join('\n')
  const [, each] = /support und needed \((?:leer|Belege je Aussage: ([\d, ]+))\)/.exec(asked) ?? []
  const [, must = '0', mustNot = '0'] = /must \((\d+)\), mustNot \((\d+)\)/.exec(asked) ?? []
  if (!/Du prüfst Antworten/.test(asked)) {
    return { claims: [{ text: 'Erfunden.', evidence: [{ passage: 'P99', quote: 'nirgends' }] }] }
  }
  const of = <T>(value: T) =>
    each?.split(', ').map((count) => new Array<T>(Number(count)).fill(value)) ?? []
  return {
    support: of('full'),
    needed: of('yes'),
    uncited: 0,
    answers: 'yes',
    must: new Array(Number(must)).fill('met'),
    mustNot: new Array(Number(mustNot)).fill('clean'),
    premise: 'none',
    order: 'yes',
    alone: 'yes',
  }
}

describe('what is judged', () => {
  it('is every fifth question of each kind and all questions of staff', () => {
    const kinds = Map.groupBy(drawn(), ({ kind }) => kind)
    expect(kinds.get('staff')).toHaveLength(60)
    expect(kinds.get('english')).toHaveLength(4)
    expect(kinds.get('trap')).toHaveLength(2)
  })
})

describe('the figures of ratings', () => {
  it('count citations that support and are needed, and statements that one supports in full', () => {
    const figures = figuresOf([rating], drawn())
    expect(figures.precision).toEqual({ count: 2, n: 4 })
    expect(figures.recall).toEqual({ count: 1, n: 4 })
    expect(figures.must).toEqual({ count: 2.5, n: 4 })
    expect(figures.broken).toEqual({ count: 1, n: 2 })
  })

  it('keep questions in English apart', () => {
    const english = drawn().find(({ kind }) => kind === 'english')?.id ?? ''
    expect(toTable([rating, { ...rating, id: english }], drawn())).toContain('1 English')
  })
})

describe('agreement', () => {
  it('is Cohen’s kappa: chance is taken off', () => {
    const pairs = [
      ...new Array(20).fill(['yes', 'yes']),
      ...new Array(5).fill(['yes', 'no']),
      ...new Array(10).fill(['no', 'yes']),
      ...new Array(15).fill(['no', 'no']),
    ]
    expect(agreementOf(pairs).kappa).toBeCloseTo(0.4)
    expect(agreementOf([]).kappa).toBeUndefined()
  })

  it('compares only answers both judges saw in the same form', () => {
    const other = { ...rating, support: [['full']], answers: 'no' } satisfies Rating
    const { support, answers: answer, must } = compare([rating], [other])
    expect([support.n, answer.same, must.kappa]).toEqual([0, 0, 1])
  })
})

describe('ratings of people', () => {
  it('are read from a sheet that was filled in, and name the line that was not', () => {
    const file = join(folder(), 'sheet.md')
    const flat = { ...rating, support: ['full'], needed: ['yes'] }
    writeFileSync(file, `# Bogen\n\n${JSON.stringify(flat)}\ntext\n`)
    expect(readRatings(file)[0]?.support).toEqual([['full']])
    writeFileSync(file, `\n${JSON.stringify({ ...rating, answers: '?' })}\n`)
    expect(() => readRatings(file)).toThrow(/answers/)
  })
})

describe('eval:live', () => {
  it('lets the model judge, and asks it nothing the second time', async () => {
    const server = await openServer({ chat: answers(obliging) })
    const cache = folder()
    const env = { PATH: process.env['PATH'], MODEL_URL: server.url, MODEL_NAME: 'm' }
    const again = () =>
      run(process.execPath, ['evals/live.ts', '--first', '3', '--cache', cache], { env })
    const first = await again()
    const sent = server.requests.length
    const second = await again()
    await server.close()
    expect(sent).toBeGreaterThan(3)
    expect(server.requests).toHaveLength(sent)
    expect(first.stdout).toMatch(/citation precision +100\.0 %/)
    expect(second.stdout).toContain('0 Anfragen gesendet')
    expect(readRatings(join(cache, 'ratings.jsonl'))).toHaveLength(3)
  })

  it('writes a sheet for people without a model, and says what to set where neither is there', async () => {
    const file = join(folder(), 'sheet.md')
    const env = { PATH: process.env['PATH'] }
    await run(process.execPath, ['evals/live.ts', '--first', '2', '--print', file], { env })
    const sheet = readFileSync(file, 'utf8')
    expect(sheet.match(/^\{"id":/gmu)).toHaveLength(2)
    expect(sheet).toContain('    » ')
    await expect(run(process.execPath, ['evals/live.ts'], { env })).rejects.toMatchObject({
      stderr: expect.stringContaining('MODEL_URL'),
    })
  })
})
