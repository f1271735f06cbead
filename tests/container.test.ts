import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { variables } from '../src/config.ts'
import { parseYaml } from '../src/front-matter.ts'

// No container engine runs here, so what can be checked without one is: every path and command.
const root = new URL('..', import.meta.url).pathname
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n\s*/g, ' ')
const steps = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line))
const argumentsOf = (name: string) =>
  steps.filter((step) => step.startsWith(`${name} `)).map((step) => step.slice(name.length + 1))

describe('Dockerfile', () => {
  it('copies only what exists', () => {
    const copied = argumentsOf('COPY')
      .filter((step) => !step.startsWith('--from'))
      .flatMap((step) => step.split(' ').slice(0, -1))
    expect(copied.length).toBeGreaterThan(0)
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('starts a file that exists, as a user without rights, from a stage without a compiler', () => {
    const [command] = argumentsOf('CMD')
      .slice(-1)
      .map((step) => JSON.parse(step))
    expect(command[0]).toBe('node')
    expect(existsSync(join(root, command[1]))).toBe(true)
    expect(argumentsOf('USER')).toEqual(['node'])
    expect(argumentsOf('FROM').at(-1)).toMatch(/-slim$/)
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM'))
    expect(last).not.toMatch(/apt-get|g\+\+|npm (?:ci|install)/)
  })

  it('asks for its health at an address the web door serves', () => {
    const [check = ''] = argumentsOf('HEALTHCHECK')
    const path = /'(\/\w+)'/.exec(check)?.[1] ?? 'none'
    expect(readFileSync(join(root, 'adapters/web/index.ts'), 'utf8')).toContain(`'${path}'`)
  })

  it('sets only variables that are read', () => {
    const names = argumentsOf('ENV').flatMap((step) =>
      step.split(' ').map((pair) => pair.split('=')[0] ?? ''),
    )
    expect(names.filter((name) => !variables.includes(name))).toEqual(['NODE_ENV'])
  })
})

const Service = z.object({
  profiles: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.unknown()).default({}),
})
const Compose = z.object({
  services: z.record(z.string(), Service.loose()),
  volumes: z.record(z.string(), z.unknown()),
})

describe('compose.yaml', () => {
  const { services, volumes } = Compose.parse(
    parseYaml(readFileSync(join(root, 'compose.yaml'), 'utf8'), 'compose.yaml'),
  )

  it('has the profiles the README names', () => {
    const profiles = new Set(Object.values(services).flatMap((service) => service.profiles))
    expect([...profiles].toSorted()).toEqual(['default', 'ollama', 'whisper'])
  })

  it('mounts folders that exist and volumes that are declared', () => {
    const sources = Object.values(services).flatMap((service) =>
      service.volumes.map((mount) => mount.split(':')[0] ?? ''),
    )
    const missing = sources.filter((source) =>
      source.startsWith('.') ? !existsSync(join(root, source)) : !(source in volumes),
    )
    expect(missing).toEqual([])
  })

  it('mounts the knowledge read-only', () => {
    const mounts = Object.values(services).flatMap((service) => service.volumes)
    expect(mounts.filter((mount) => mount.includes('knowledge'))).toEqual([
      './knowledge:/app/knowledge:ro',
      './knowledge:/app/knowledge:ro',
    ])
  })

  it('waits only for services of its own profile, and sets only variables that are read', () => {
    for (const [name, service] of Object.entries(services)) {
      for (const other of Object.keys(service.depends_on)) {
        expect(services[other]?.profiles).toEqual(service.profiles)
      }
      if (!name.startsWith('sturmlotse')) continue
      expect(Object.keys(service.environment).filter((key) => !variables.includes(key))).toEqual([])
    }
  })
})
