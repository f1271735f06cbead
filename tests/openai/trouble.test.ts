import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { explain } from '../../src/domain/errors.ts'
import { fails, keyed, openServer, type Server } from './server.ts'
import { closeStage, failure, good, moin, openStage, prompt } from './stage.ts'

const { signal } = new AbortController()

afterEach(async () => {
  vi.unstubAllEnvs()
  await closeStage()
})

describe('a failure', () => {
  it.each([
    [401, 'Schlüssel', false],
    [403, 'Schlüssel', false],
    [404, 'Modell oder die Adresse', false],
    [429, 'Limit', true],
    [500, 'Störung', true],
    [503, 'Störung', true],
    [307, 'leitet', false],
    [400, 'lehnt', false],
  ])('with status %i says what to do', async (status, words, retryable) => {
    const headers = { location: 'http://127.0.0.1:1/' }
    const { chat, url } = await openStage(fails(status, { headers }), { key: 'sk-geheim' })
    const error = await failure(chat.complete(prompt, signal))
    expect(error).toMatchObject({ status, retryable, provider: new URL(url).host })
    expect(error.message).toContain(words)
    expect(explain(error).text).not.toMatch(/sk-geheim|Geheime/)
    expect(error.fix).not.toBe('')
    expect(error.cause).toBeUndefined()
  })

  it('of an account without credit does not ask to wait', async () => {
    const { chat } = await openStage(fails(429, { message: 'no', code: 'insufficient_quota' }))
    const error = await failure(chat.complete(prompt, signal))
    expect(error).toMatchObject({ status: 429, retryable: false })
    expect(error.message).toContain('Guthaben')
  })

  it('of a key never shows the key the provider repeats', async () => {
    const { chat } = await openStage(keyed('sk-right-one', good), { key: 'sk-wrong' })
    const error = await failure(chat.complete(prompt, signal))
    expect(JSON.stringify({ ...error, text: explain(error).text })).not.toMatch(/sk-/)
  })

  it('to connect names the address', async () => {
    const { chat } = await openStage(good)
    await closeStage()
    const error = await failure(chat.complete(prompt, signal))
    expect(error.message).toContain('ECONNREFUSED')
    expect(error).toMatchObject({ retryable: true, status: undefined })
  })
})

describe('waiting', () => {
  it('is done once when the endpoint names a time that fits', async () => {
    const busy = fails(429, { headers: { 'retry-after-ms': '5' } })
    const { chat, requests } = await openStage([busy, good, busy, busy, good])
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    expect(requests).toHaveLength(2)
    expect(await failure(chat.complete(prompt, signal))).toMatchObject({ status: 429 })
    expect(requests).toHaveLength(4)
  })

  it.each<[string, Record<string, string>, number | undefined]>([
    ['without a time', {}, undefined],
    ['with one that does not fit', { 'retry-after': '3600' }, 3600],
    ['with a date that does not fit', { 'retry-after': 'Fri, 31 Dec 2100 23:59:59 GMT' }, NaN],
  ])('is not done %s', async (_, headers, seconds) => {
    const { chat, requests } = await openStage([fails(503, { headers }), good])
    const error = await failure(chat.complete(prompt, signal))
    expect(requests).toHaveLength(1)
    expect(error.retryable).toBe(true)
    if (Number.isNaN(seconds)) expect(error.retryAfterSeconds).toBeGreaterThan(3600)
    else expect(error.retryAfterSeconds).toBe(seconds)
  })

  it('ends with the limit of the settings', async () => {
    const { chat } = await openStage(() => ({ ending: 'never' }), { timeoutMs: 100 })
    const error = await failure(chat.complete(prompt, signal))
    expect(error.message).toContain('rechtzeitig')
    expect(error.retryable).toBe(true)
  })

  it('ends with the signal of the caller, also while pausing', async () => {
    const caller = new AbortController()
    const { chat } = await openStage(() => {
      caller.abort()
      return { status: 429, headers: { 'retry-after': '20' }, body: {} }
    })
    expect((await failure(chat.complete(prompt, caller.signal))).message).toContain('rechtzeitig')
  })
})

describe('nothing leaves', () => {
  let tracer: Server

  beforeEach(async () => {
    tracer = await openServer({ chat: good })
    const address = new URL(tracer.url).origin
    for (const name of ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT', 'LANGSMITH_GATEWAY'])
      vi.stubEnv(name, address)
    for (const name of ['TRACING', 'TRACING_V2']) {
      vi.stubEnv(`LANGSMITH_${name}`, 'true')
      vi.stubEnv(`LANGCHAIN_${name}`, 'true')
    }
    for (const name of ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY']) vi.stubEnv(name, 'ls-key')
    vi.stubEnv('LANGCHAIN_VERBOSE', 'true')
    vi.stubEnv('OPENAI_LOG', 'debug')
    vi.stubEnv('LANGCHAIN_CALLBACKS_BACKGROUND', 'false')
  })

  afterEach(async () => {
    vi.restoreAllMocks()
    await tracer.close()
  })

  it('whatever tracing the environment switches on, and nothing is printed', async () => {
    const printed: unknown[] = []
    for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((...args) => printed.push(args))
    const fetched = vi.spyOn(globalThis, 'fetch')
    const { chat, requests, url } = await openStage([good, fails(500)])
    await chat.complete(prompt, signal)
    await failure(chat.complete(prompt, signal))
    expect(requests).toHaveLength(2)
    const origins = fetched.mock.calls.map(([address]) => new URL(String(address)).origin)
    expect(origins).toEqual([new URL(url).origin, new URL(url).origin])
    expect(tracer.requests).toEqual([])
    expect(printed).toEqual([])
  })
})
