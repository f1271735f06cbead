import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/ports.ts'

const { signal } = new AbortController()

/** What every embedder keeps: see `Embedder` in `src/ports.ts`. */
export function describeEmbedder(name: string, open: () => Embedder): void {
  describe(`the embedder ${name}`, () => {
    it('has a name that stays and takes at least one text', () => {
      expect(open().id).toBe(open().id)
      expect(open().id).not.toBe('')
      expect(open().batch).toBeGreaterThan(0)
    })

    it('gives as many vectors as texts, all of one length', async () => {
      const embedder = open()
      const texts = Array.from({ length: embedder.batch }, (_, at) => `Text Nummer ${at}`)
      const vectors = await embedder.embed(texts, 'passage', signal)
      const [query] = await embedder.embed(['Frage'], 'query', signal)
      expect(vectors).toHaveLength(texts.length)
      expect(new Set([...vectors, query].map((vector) => vector?.length)).size).toBe(1)
    })

    it('gives vectors of unit length', async () => {
      const vectors = await open().embed(['Eine Panne', 'ein Sturm'], 'passage', signal)
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    })

    it('keeps the order of the texts', async () => {
      const [ab, ba] = await Promise.all([
        open().embed(['Panne', 'Sturm'], 'passage', signal),
        open().embed(['Sturm', 'Panne'], 'passage', signal),
      ])
      expect(ab).toEqual(ba.toReversed())
    })

    it('has nothing to say about nothing', async () => {
      expect(await open().embed([], 'passage', signal)).toEqual([])
    })
  })
}
