import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parseConfig, readConfig, variables } from '../src/config.ts'
import { ConfigError } from '../src/domain/errors.ts'
import { isLoopback } from '../src/domain/host.ts'
import { folderWith } from './fakes.ts'

const root = new URL('..', import.meta.url).pathname

describe('parseConfig', () => {
  it('works with nothing set, on this machine only', () => {
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://localhost:3978',
    })
  })

  it('takes an empty variable as unset', () => {
    expect(parseConfig({ PORT: ' ', HOST: '' })).toMatchObject({ port: 3978, host: '127.0.0.1' })
  })

  it('names every bad variable at once', () => {
    const wrong = { PORT: '70000', PUBLIC_URL: 'ftp://stadt.example', LINK_SECRET: 'kurz' }
    const problems = attempt(wrong).problems.join('\n')
    expect(problems).toMatch(/PORT/)
    expect(problems).toMatch(/PUBLIC_URL/)
    expect(problems).toMatch(/LINK_SECRET/)
  })

  it('wants a secret for links as soon as it is reachable from elsewhere', () => {
    expect(attempt({ HOST: '0.0.0.0' }).problems).toEqual([expect.stringContaining('LINK_SECRET')])
    expect(parseConfig({ HOST: '0.0.0.0', LINK_SECRET: 'x'.repeat(32) }).host).toBe('0.0.0.0')
  })

  it('says in German what to do', () => {
    expect(attempt({ PORT: 'x' }).fix).toContain('.env.example')
  })
})

describe('models', () => {
  it('are off when nothing is set', () => {
    expect(parseConfig({})).not.toHaveProperty('model')
    expect(parseConfig({})).not.toHaveProperty('embeddings')
  })

  it('are both on with one key', () => {
    const { model, embeddings } = parseConfig({ OPENAI_API_KEY: 'k' })
    expect(model).toMatchObject({ url: 'https://api.openai.com/v1', key: 'k' })
    expect(embeddings).toMatchObject({ url: 'https://api.openai.com/v1', key: 'k' })
  })

  it('send no passage to a hosted endpoint when the model is somewhere else', () => {
    const local = { OPENAI_API_KEY: 'k', MODEL_URL: 'http://127.0.0.1:1/v1/', MODEL_NAME: 'm' }
    expect(parseConfig(local)).toMatchObject({
      model: { url: 'http://127.0.0.1:1/v1', name: 'm', key: 'k' },
    })
    expect(parseConfig(local)).not.toHaveProperty('embeddings')
  })

  it.each([
    [{ MODEL_URL: 'http://x.example/v1' }, 'MODEL_NAME'],
    [{ MODEL_NAME: 'm' }, 'MODEL_URL'],
    [{ EMBEDDINGS_URL: 'http://x.example/v1' }, 'EMBEDDINGS_MODEL'],
    [{ EMBEDDINGS_MODEL: 'm' }, 'EMBEDDINGS_URL'],
    [{ FUSION_WEIGHT: '2' }, 'FUSION_WEIGHT'],
  ])('%j names the missing half', (env, missing) => {
    expect(attempt(env).problems.join()).toContain(missing)
  })

  it('keep the blanks of a prefix', () => {
    const env = {
      EMBEDDINGS_URL: 'http://x.example',
      EMBEDDINGS_MODEL: 'e5',
      EMBEDDINGS_QUERY_PREFIX: 'query: ',
    }
    expect(parseConfig(env).embeddings?.queryPrefix).toBe('query: ')
  })
})

describe('secrets', () => {
  it('may come from files', () => {
    const file = join(folderWith({ key: 'geheim\n' }), 'key')
    vi.stubEnv('OPENAI_API_KEY_FILE', file)
    expect(readConfig().model?.key).toBe('geheim')
    vi.stubEnv('OPENAI_API_KEY_FILE', '/gibt/es/nicht')
    expect(() => readConfig()).toThrow(/OPENAI_API_KEY_FILE/)
    vi.unstubAllEnvs()
  })
})

it('knows which hosts are this machine', () => {
  expect(['localhost', '127.0.0.1', '127.9.9.9', '::1'].every(isLoopback)).toBe(true)
  expect(
    ['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.0.0.1.example'].some(isLoopback),
  ).toBe(false)
})

it.each(['.env.example', 'README.md'])('names every variable in %s', (file) => {
  const text = readFileSync(`${root}${file}`, 'utf8')
  expect(variables.filter((name) => !text.includes(name))).toEqual([])
})

function attempt(env: Record<string, string>): ConfigError {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('expected a ConfigError')
}
