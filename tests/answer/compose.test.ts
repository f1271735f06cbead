import { describe, expect, it } from 'vitest'
import { compose, type Desk } from '../../src/answer/compose.ts'
import { extractWriter } from '../../src/answer/write-extract.ts'
import type { Draft } from '../../src/domain/answer.ts'
import { UpstreamError } from '../../src/domain/errors.ts'
import type { AnswerWriter, Writing } from '../../src/ports.ts'
import { hits, question, spoken, weakened } from '../fakes.ts'

const passage = spoken([
  'A: Nachts gibt es nur einen freigegebenen Text und die Uhrzeit, keine Debatte.',
])
const asked = question('Was schreiben wir nachts als Text?')
const { signal } = new AbortController()

function claims(...drafts: readonly (readonly [string, string])[]): Draft {
  return {
    claims: drafts.map(([text, quote]) => ({ text, evidence: [{ passage: passage.id, quote }] })),
  }
}

const good = claims(['Nachts nur der freigegebene Text.', 'nur einen freigegebenen Text'])
const bad = claims(['Nachts wird alles gelöscht.', 'nachts wird alles gelöscht'])

/** A model that returns these drafts in turn, or throws. */
function model(...drafts: readonly (Draft | Error)[]) {
  const seen: Writing[] = []
  const writer: AnswerWriter = {
    id: 'model:test',
    write: async (_, __, writing) => {
      const next = drafts[Math.min(seen.length, drafts.length - 1)]
      seen.push(writing)
      if (!next || next instanceof Error) throw next ?? new Error('no draft')
      return next
    },
  }
  return { writer, seen }
}

function desk(writer: AnswerWriter, different: Partial<Desk> = {}): Desk & { signal: AbortSignal } {
  const gate = { least: 0.5 }
  return {
    writers: [writer, extractWriter],
    toLink: () => 'https://x.example',
    gate,
    signal,
    ...different,
  }
}

describe('compose', () => {
  it('takes what the model wrote when it holds', async () => {
    const composed = await compose(asked, hits(passage), desk(model(good).writer))
    expect(composed).toMatchObject({ writer: 'model:test', dropped: 0 })
    expect(composed.claims[0]?.text).toBe('Nachts nur der freigegebene Text.')
  })

  it('gives the model one attempt to mend what does not hold', async () => {
    const { writer, seen } = model(bad, good)
    expect((await compose(asked, hits(passage), desk(writer))).claims.length).toBe(1)
    expect(seen.map((writing) => writing.rejected)).toEqual([undefined, bad])
  })

  it('keeps what held when the attempt to mend fails', async () => {
    const half: Draft = { claims: [...good.claims, ...bad.claims] }
    const down = new UpstreamError('weg', { provider: 'x', fix: 'warten' })
    const composed = await compose(asked, hits(passage), desk(model(half, down).writer))
    expect(composed).toMatchObject({ writer: 'model:test', dropped: 1 })
    expect(composed.claims.length).toBe(1)
  })

  it.each([
    ['fails', model(new UpstreamError('weg', { provider: 'x', fix: 'warten' }))],
    ['invents twice', model(bad)],
    [
      'answers in another language',
      model(
        claims([
          'You should only post the text that was approved before.',
          'nur einen freigegebenen Text',
        ]),
      ),
    ],
  ])('lets the extractive writer answer when the model %s', async (_, { writer }) => {
    expect((await compose(asked, hits(passage), desk(writer))).writer).toBe('extract')
  })

  it('drops single claims in another language than the question', async () => {
    const mixed: Draft = {
      claims: [
        ...good.claims,
        ...claims([
          'You should delete all of the logs and this is the reason.',
          'nur einen freigegebenen Text',
        ]).claims,
      ],
    }
    const composed = await compose(asked, hits(passage), desk(model(mixed).writer))
    expect(composed.claims.map((one) => one.text)).toEqual(['Nachts nur der freigegebene Text.'])
  })

  it('tells the log which writer failed, and nobody else', async () => {
    const told: string[] = []
    const { writer } = model(new UpstreamError('weg', { provider: 'x', fix: 'warten' }))
    await compose(asked, hits(passage), desk(writer, { onFallback: (id) => told.push(id) }))
    expect(told).toEqual(['model:test'])
  })

  it('believes a model that finds no answer in the passages', async () => {
    const composed = await compose(asked, hits(passage), desk(model({ claims: [] }).writer))
    expect(composed).toEqual({ writer: 'model:test', claims: [], dropped: 0 })
  })

  it('asks no model about nothing, and passes on what is broken in us', async () => {
    const { writer, seen } = model(good)
    expect((await compose(asked, [], desk(writer))).claims).toEqual([])
    expect(seen).toEqual([])
    await expect(
      compose(asked, hits(passage), desk(model(new TypeError('bug')).writer)),
    ).rejects.toThrow('bug')
  })

  it('holds the gate for the extractive writer only', async () => {
    const weak = weakened(hits(passage))
    expect((await compose(asked, weak, desk(model(good).writer))).writer).toBe('model:test')
    expect(
      (await compose(asked, weak, { ...desk(extractWriter), writers: [extractWriter] })).claims,
    ).toEqual([])
  })
})
