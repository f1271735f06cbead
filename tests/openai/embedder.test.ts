import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { EmbeddingsSettings } from '../../src/config.ts'
import { openEmbedder, tryEmbedder } from '../../src/openai.ts'
import { describeEmbedder } from '../contracts/embedder.ts'
import { synonymEmbedder } from './models.ts'
import { embeds, fails, keyed, type Model, openServer, refusing, type Server } from './server.ts'
import { failure } from './stage.ts'

const { signal } = new AbortController()
const good = synonymEmbedder([['panne', 'malheur', 'datenschutzvorfall']])
const servers: Server[] = []

const settings = {
  name: 'e5',
  queryPrefix: 'query: ',
  passagePrefix: 'passage: ',
  batch: 3,
  timeoutMs: 30_000,
} as const

async function open(
  embeddings: Model | readonly Model[],
  different: Partial<EmbeddingsSettings> = {},
) {
  const server = await openServer({ embeddings })
  servers.push(server)
  const embedder = openEmbedder({ ...settings, url: server.url, ...different })
  return { embedder, requests: server.requests }
}

async function close(): Promise<void> {
  for (const server of servers.splice(0)) await server.close()
}

afterEach(close)

const shared = await openServer({ embeddings: good })
afterAll(() => shared.close())
describeEmbedder('of an OpenAI-compatible endpoint', () =>
  openEmbedder({ ...settings, url: shared.url }),
)

describe('the embedder', () => {
  it('sends batches with the prefix of their side and asks for numbers', async () => {
    const { embedder, requests } = await open(good, { key: 'sk-1' })
    expect(await embedder.embed(['a', 'b', 'c', 'd'], 'passage', signal)).toHaveLength(4)
    await embedder.embed(['Zeile 1\nZeile 2'], 'query', signal)
    expect(requests.map(({ body }) => body.input)).toEqual([
      ['passage: a', 'passage: b', 'passage: c'],
      ['passage: d'],
      ['query: Zeile 1\nZeile 2'],
    ])
    expect(requests[0]?.headers['authorization']).toBe('Bearer sk-1')
    expect(requests[0]?.body).toMatchObject({ model: 'e5', encoding_format: 'float' })
  })

  it('has a name of host, model and prefixes', async () => {
    const { embedder } = await open(good)
    const other = openEmbedder({ ...settings, url: shared.url, passagePrefix: 'text: ' })
    expect(embedder.id).toMatch(/^127\.0\.0\.1:\d+\/e5#[0-9a-f]{8}$/)
    expect(embedder.id.split('#')[1]).not.toBe(other.id.split('#')[1])
  })

  it('brings words of one meaning together', async () => {
    const { embedder } = await open(good, { queryPrefix: '', passagePrefix: '' })
    const [near, far] = await embedder.embed(['Malheur melden', 'Fest feiern'], 'passage', signal)
    const [query] = await embedder.embed(['Datenschutzvorfall'], 'query', signal)
    const dot = (a?: Float32Array, b?: Float32Array) =>
      a?.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0) ?? 0
    expect(dot(query, near)).toBeGreaterThan(0.5)
    expect(dot(query, far)).toBeLessThan(0.2)
  })

  it('puts vectors in the order of their numbers and survives servers that number none', async () => {
    const reversed: Model = (request) => {
      const data = request.body.input.map((_, index) => ({ index, embedding: [index + 1, 0] }))
      return {
        body: { data: data.map(({ index, embedding }) => ({ index, embedding })).reverse() },
      }
    }
    const { embedder } = await open([
      reversed,
      () => ({
        body: {
          data: [
            { index: 0, embedding: [0, 2] },
            { index: 0, embedding: [2, 0] },
          ],
        },
      }),
    ])
    expect(await embedder.embed(['a', 'b'], 'passage', signal)).toEqual([
      new Float32Array([1, 0]),
      new Float32Array([1, 0]),
    ])
    expect(await embedder.embed(['a', 'b'], 'passage', signal)).toEqual([
      new Float32Array([0, 1]),
      new Float32Array([1, 0]),
    ])
  })

  it('reads base64 from servers that send nothing else', async () => {
    const bytes = Buffer.from(new Float32Array([3, 4]).buffer).toString('base64')
    const { embedder } = await open(embeds(() => bytes))
    const [vector] = await embedder.embed(['a'], 'query', signal)
    expect(vector?.[0]).toBeCloseTo(0.6)
    expect(vector?.[1]).toBeCloseTo(0.8)
  })

  it('never asks for base64, and for no format where that is refused', async () => {
    const { embedder, requests } = await open(refusing(['encoding_format'], good, 422))
    await embedder.embed(['a'], 'query', signal)
    await embedder.embed(['b'], 'query', signal)
    expect(requests.map(({ body }) => body.encoding_format)).toEqual([
      'float',
      undefined,
      undefined,
    ])
  })

  it('gives doctor its speed and its length', async () => {
    const { embedder } = await open(good)
    const trial = await tryEmbedder(embedder, signal)
    expect(trial.detail).toContain('64 Zahlen')
  })
})

describe('an embedder of no use', () => {
  const twice = (first: unknown, second: unknown): Model => {
    return () => ({ body: { data: [{ embedding: first }, { embedding: second }] } })
  }

  it.each<[string, Model]>([
    ['too few vectors', () => ({ body: { data: [{ index: 0, embedding: [1] }] } })],
    ['vectors of two lengths', twice([1, 2], [1])],
    ['a vector of zeros', twice([1, 2], [0, 0])],
    ['an empty vector', twice([1, 2], [])],
    ['a value too large', twice([1, 2], [1.7e308, 1.7e308])],
    ['a value that is no number', twice([1, 2], [null, 1])],
    ['vectors of tokens', twice([[1, 2]], [[1, 2]])],
    ['half a number in base64', twice('AAAAAAA=', 'AAAAAAA=')],
    ['something else', () => ({ body: 'ok' })],
  ])('sends %s', async (_, model) => {
    const { embedder, requests } = await open(model)
    const error = await failure(embedder.embed(['a', 'b'], 'passage', signal))
    expect(error.message).toContain('keine brauchbaren Vektoren')
    expect(requests).toHaveLength(1)
  })

  it('changes its length between two calls', async () => {
    const { embedder } = await open([embeds(() => [1, 0]), embeds(() => [1, 0, 0])])
    await embedder.embed(['a'], 'passage', signal)
    const error = await failure(embedder.embed(['b'], 'query', signal))
    expect(error.message).toContain('Vektoren')
  })
})

describe('an embedder in trouble', () => {
  const soon = { 'retry-after-ms': '2' } as const

  it('is tried four times for passages, twice for a query', async () => {
    const { embedder, requests } = await open(fails(503, { headers: soon }))
    expect(await failure(embedder.embed(['a'], 'passage', signal))).toMatchObject({ status: 503 })
    expect(requests).toHaveLength(4)
    await failure(embedder.embed(['a'], 'query', signal))
    expect(requests).toHaveLength(6)
  })

  it('is used again when it recovers', async () => {
    const cut: Model = () => ({ body: { data: ['x'.repeat(4000)] }, ending: 'cut' })
    const { embedder } = await open([fails(429, { headers: soon }), cut, fails(500), good])
    expect(await embedder.embed(['a'], 'passage', signal)).toHaveLength(1)
  })

  it.each([
    [400, {}],
    [404, {}],
    [429, { code: 'insufficient_quota', headers: soon }],
    [429, { headers: { 'retry-after': '3600' } }],
  ])('with status %i is not tried again', async (status, details) => {
    const { embedder, requests } = await open(fails(status, details))
    expect(await failure(embedder.embed(['a'], 'passage', signal))).toMatchObject({ status })
    expect(requests).toHaveLength(1)
  })

  it('names the variable of its key', async () => {
    const { embedder } = await open(keyed('sk-right', good), { key: 'sk-wrong' })
    const error = await failure(embedder.embed(['a'], 'query', signal))
    expect(error.fix).toContain('EMBEDDINGS_KEY')
  })

  it('ends with its limit and with the signal of the caller', async () => {
    const { embedder } = await open(() => ({ ending: 'never' }), { timeoutMs: 100 })
    expect((await failure(embedder.embed(['a'], 'query', signal))).message).toContain('rechtzeitig')
    const caller = AbortSignal.timeout(50)
    const error = await failure(embedder.embed(['a'], 'passage', caller))
    expect(error.message).toContain('rechtzeitig')
  })

  it('names the address when nobody is there', async () => {
    const { embedder } = await open(good)
    await close()
    const error = await failure(embedder.embed(['a'], 'query', signal))
    expect(error.message).toContain('nicht erreichbar')
  })
})
