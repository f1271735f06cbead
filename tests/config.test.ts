import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isLoopback, parseConfig, variables } from '../src/config.ts'
import { ConfigError } from '../src/domain/errors.ts'

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
