import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hit } from '../../src/ports.ts'
import { fuse } from '../../src/search/fuse.ts'
import { spoken } from '../fakes.ts'

const passages = Array.from({ length: 12 }, (_, at) => spoken([`Satz ${at}`], undefined, at))

function listOf(kind: 'lexical' | 'dense') {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 })
  const scores = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 12, maxLength: 12 })
  return fc.tuple(numbers, scores).map(([ids, values]): readonly Hit[] => {
    const sorted = values.toSorted((a, b) => b - a)
    return ids.flatMap((id, at): readonly Hit[] => {
      const [passage, score] = [passages[id], sorted[at]]
      if (!passage || !score) return []
      return kind === 'dense'
        ? [{ passage, score: score / 8, similarity: score / 8 }]
        : [{ passage, score, evidence: { coverage: score / 9, lead: 0, asked: 1 } }]
    })
  })
}

const weight = fc.double({ min: 0, max: 1, noNaN: true })
const idsOf = (hits: readonly Hit[]) => hits.map((hit) => hit.passage.id)

describe('fuse', () => {
  it('gives the lexical list as it is for weight 0 and when vectors found nothing', () => {
    fc.assert(
      fc.property(listOf('lexical'), listOf('dense'), weight, (lexical, dense, any) => {
        expect(fuse(lexical, dense, 0)).toEqual(lexical)
        expect(fuse(lexical, [], any)).toEqual(lexical)
      }),
    )
  })

  it('gives every passage of both lists once, best first', () => {
    fc.assert(
      fc.property(
        listOf('lexical'),
        listOf('dense'),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (lexical, dense, any) => {
          const fused = fuse(lexical, dense, any)
          expect(idsOf(fused).toSorted()).toEqual(
            [...new Set([...idsOf(lexical), ...idsOf(dense)])].toSorted(),
          )
          const scores = fused.map((hit) => hit.score)
          expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        },
      ),
    )
  })

  it('keeps the order of either list for what the other says nothing different about', () => {
    fc.assert(
      fc.property(listOf('lexical'), listOf('dense'), weight, (lexical, dense, any) => {
        const both = new Set(idsOf(dense))
        const wordsOnly = idsOf(lexical).filter((id) => !both.has(id))
        const rest = idsOf(fuse(lexical, dense, any)).filter((id) => wordsOnly.includes(id))
        expect(rest).toEqual(wordsOnly)
        const near = idsOf(fuse([], dense, any || 1))
        expect(near).toEqual(idsOf(dense))
      }),
    )
  })

  it('keeps what the words measured and adds the cosine', () => {
    fc.assert(
      fc.property(listOf('lexical'), listOf('dense'), weight, (lexical, dense, any) => {
        for (const hit of fuse(lexical, dense, any || 0.5)) {
          const words = lexical.find((own) => own.passage.id === hit.passage.id)
          const near = dense.find((own) => own.passage.id === hit.passage.id)
          expect(hit.evidence).toEqual(words?.evidence)
          expect(hit.similarity).toBe(near?.similarity)
        }
      }),
    )
  })

  it('does not care in which unit either list is scored', () => {
    fc.assert(
      fc.property(listOf('lexical'), listOf('dense'), (lexical, dense) => {
        const twice = lexical.map((hit) => ({ ...hit, score: hit.score * 4 }))
        expect(idsOf(fuse(twice, dense, 0.5))).toEqual(idsOf(fuse(lexical, dense, 0.5)))
      }),
    )
  })

  it('ranks a passage found by both lists first', () => {
    const [a, b, c] = passages
    if (!a || !b || !c) throw new Error('no passages')
    const words = [a, b].map((passage) => ({ passage, score: 9 }))
    const near = [c, b].map((passage) => ({ passage, score: 0.8 }))
    expect(idsOf(fuse(words, near, 0.5))).toEqual([b.id, a.id, c.id])
  })
})
