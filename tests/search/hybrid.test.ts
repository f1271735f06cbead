import { describe, expect, it, vi } from 'vitest'
import { IndexError, UpstreamError } from '../../src/domain/errors.ts'
import type { Clock, PassageIndex } from '../../src/ports.ts'
import { openHybrid } from '../../src/search/hybrid.ts'
import { openLexical } from '../../src/search/lexical.ts'
import { openVectors } from '../../src/search/vectors.ts'
import { contractDocuments, describeIndex } from '../contracts/index.ts'
import { hits, spoken } from '../fakes.ts'
import { freshFolder, shelfIn, stageOf, talk } from './shelves.ts'
import { synonyms } from './synonyms.ts'

const { signal } = new AbortController()
const query = { text: 'Wer gibt den Text frei?', earlier: [] }

describeIndex('hybrid', async () => {
  const stage = await stageOf(contractDocuments, synonyms())
  const vectors = await openVectors(stage)
  const lexical = openLexical(stage.shelf)
  return { index: openHybrid({ lexical, vectors, weight: 0.5 }), close: stage.close }
})

const found = spoken(['Den Text gibt die Leitung frei.'])
const near = spoken(['Die Chefin unterschreibt.'], undefined, 1)
const lexical: PassageIndex = { fingerprint: 'lexical', search: async () => hits(found) }
const words = await lexical.search(query, 10, signal)

function vectorsThat(search: PassageIndex['search']): PassageIndex {
  return { fingerprint: 'vectors', search: vi.fn(search) }
}

const alive = vectorsThat(async () => [{ passage: near, score: 0.8, similarity: 0.8 }])

function dead(retryAfterSeconds?: number): PassageIndex {
  return vectorsThat(async () => {
    throw new UpstreamError('weg', { provider: 'x', fix: '', retryAfterSeconds })
  })
}

/** A clock that stands still until it is moved. */
function standingClock() {
  let ms = Date.parse('2026-11-23T21:30:00Z')
  const clock: Clock = { now: () => new Date(ms).toISOString() }
  return { clock, pass: (more: number) => (ms += more) }
}

describe('openHybrid', () => {
  it('finds what no word of the question stands in, and words alone do not', async () => {
    const documents = [
      talk('a', 'Jede Datenpanne benachrichtigen wir der Aufsichtsbehörde binnen drei Tagen.'),
      talk('b', 'Das Telefon übernimmt die Zentrale.'),
      talk('c', 'Nachts gibt es einen freigegebenen Text.'),
    ]
    const stage = await stageOf(documents, synonyms())
    const asked = { text: 'Hackerangriff: Landesbeauftragte Bescheid?', earlier: [] }
    const alone = openLexical(stage.shelf)
    const both = openHybrid({ lexical: alone, vectors: await openVectors(stage), weight: 0.5 })
    expect(await alone.search(asked, 5, signal)).toEqual([])
    const [first] = await both.search(asked, 5, signal)
    expect(first?.passage.about.id).toBe('a')
    expect(first?.evidence).toBeUndefined()
    expect(first?.similarity).toBeGreaterThan(0.5)
    stage.close()
  })

  it('changes nothing in the lexical index beside it', async () => {
    const shelf = shelfIn(freshFolder(), contractDocuments)
    const before = await openLexical(shelf).search(query, 10, signal)
    shelf.close()
    const stage = await stageOf(contractDocuments, synonyms())
    expect(await openLexical(stage.shelf).search(query, 10, signal)).toEqual(before)
    stage.close()
  })

  it('never asks the vectors when their weight is 0', async () => {
    const vectors = dead()
    const index = openHybrid({ lexical, vectors, weight: 0 })
    expect(await index.search(query, 10, signal)).toEqual(words)
    expect(vectors.search).not.toHaveBeenCalled()
  })

  it('names both legs and their weight', () => {
    expect(openHybrid({ lexical, vectors: alive, weight: 0.4 }).fingerprint).toBe(
      'lexical+vectors*0.4',
    )
  })

  it('gives at most what was asked for', async () => {
    const index = openHybrid({ lexical, vectors: alive, weight: 0.5 })
    expect(await index.search(query, 10, signal)).toHaveLength(2)
    expect(await index.search(query, 1, signal)).toHaveLength(1)
    expect(await index.search(query, 0, signal)).toEqual([])
  })

  it('asks a dead endpoint once, then again after a rest', async () => {
    const { clock, pass } = standingClock()
    const vectors = dead()
    const warn = vi.fn()
    const index = openHybrid({ lexical, vectors, weight: 0.5, clock, log: { warn } })
    for (let at = 0; at < 5; at += 1) expect(await index.search(query, 10, signal)).toEqual(words)
    expect(vectors.search).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledTimes(1)
    pass(30_001)
    await Promise.all([1, 2, 3].map(() => index.search(query, 10, signal)))
    expect(vectors.search).toHaveBeenCalledTimes(2)
  })

  it('rests as long as the endpoint asks, within reason', async () => {
    const { clock, pass } = standingClock()
    const vectors = dead(120)
    const index = openHybrid({ lexical, vectors, weight: 0.5, clock })
    await index.search(query, 10, signal)
    pass(119_000)
    await index.search(query, 10, signal)
    expect(vectors.search).toHaveBeenCalledTimes(1)
    pass(1001)
    await index.search(query, 10, signal)
    expect(vectors.search).toHaveBeenCalledTimes(2)
  })

  it('uses an endpoint that is back for every question again', async () => {
    const { clock, pass } = standingClock()
    let isBack = false
    const vectors = vectorsThat(async (...asked) => (isBack ? alive : dead()).search(...asked))
    const index = openHybrid({ lexical, vectors, weight: 0.5, clock })
    await index.search(query, 10, signal)
    isBack = true
    pass(30_001)
    for (let at = 0; at < 3; at += 1) {
      expect(await index.search(query, 10, signal)).toHaveLength(2)
    }
  })

  it('does not wait for vectors that never come, even if they do not heed the signal', async () => {
    const vectors = vectorsThat(() => new Promise(() => undefined))
    const index = openHybrid({ lexical, vectors, weight: 0.5, timeoutMs: 30 })
    expect(await index.search(query, 10, signal)).toEqual(words)
    expect(await index.search(query, 10, signal)).toEqual(words)
    expect(vectors.search).toHaveBeenCalledTimes(1)
  })

  it('tells the vectors to stop at the limit', async () => {
    let wasTold: unknown
    const vectors = vectorsThat(
      (_query, _limit, limited) =>
        new Promise((_, reject) => {
          limited.addEventListener('abort', () => {
            wasTold = limited.reason
            reject(limited.reason)
          })
        }),
    )
    await openHybrid({ lexical, vectors, weight: 0.5, timeoutMs: 20 }).search(query, 10, signal)
    expect(wasTold).toMatchObject({ name: 'TimeoutError' })
  })

  it('does not take somebody who left for a dead endpoint', async () => {
    const vectors = vectorsThat(
      (_query, _limit, limited) =>
        new Promise((done, reject) => {
          if (gone.signal.aborted) done([])
          limited.addEventListener('abort', () => reject(limited.reason))
        }),
    )
    const gone = new AbortController()
    const index = openHybrid({ lexical, vectors, weight: 0.5 })
    const asked = index.search(query, 10, gone.signal)
    gone.abort()
    expect(await asked).toEqual(words)
    await index.search(query, 10, signal)
    expect(vectors.search).toHaveBeenCalledTimes(2)
  })

  it('passes on the trouble of the lexical index', async () => {
    const broken = vectorsThat(async () => {
      throw new IndexError('kaputt', { path: '', fix: '' })
    })
    const index = openHybrid({ lexical: broken, vectors: alive, weight: 0.5 })
    await expect(index.search(query, 10, signal)).rejects.toThrow('kaputt')
  })
})
