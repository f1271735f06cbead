import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const files = globSync(['src/**/*.ts', 'adapters/**/*.ts', 'evals/**/*.ts'], { cwd: root })

interface Arrow {
  readonly from: string
  readonly to: string
  readonly isLazy: boolean
}

const arrows = files.flatMap(arrowsOf)

function arrowsOf(file: string): readonly Arrow[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(/(?:\bfrom\s+|^import\s+|\bimport\()'([^']+)'/gm)
  return Array.from(found, (match) => ({
    from: file,
    to: target(file, match[1] ?? ''),
    isLazy: match[0].startsWith('import('),
  }))
}

function target(file: string, name: string): string {
  return name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name
}

/** The rank of a file: 0 domain, 1 ports and tools, 2 stages, 3 engine, 4 doors and evals, 5 entries. */
function rank(file: string): number {
  if (file.startsWith('src/domain/')) return 0
  if (
    /^src\/(?:german\/|model\/|(?:ports(?:-incidents|-rooms)?|config(?:-chats)?|log|front-matter|sqlite|redact|berlin|links|phrases|frame|table|openai)\.ts$)/.test(
      file,
    )
  )
    return 1
  if (/^src\/[^/]+\//.test(file)) return 2
  if (file.startsWith('src/')) return 3
  if (/^adapters\/(?:serve\.ts|chats\.ts|cli\/)/.test(file)) return 5
  return 4
}

function folder(file: string): string {
  const [top = '', next = ''] = file.split('/')
  return top === 'evals' ? top : `${top}/${next}`
}

function show(found: readonly Arrow[]): readonly string[] {
  return found.map((arrow) => `${arrow.from} -> ${arrow.to}`)
}

describe('imports go one way', () => {
  const own = arrows.filter(({ to }) => /^(?:src|adapters|evals|tests)\//.test(to))

  it('never up the ranks', () => {
    expect(show(own.filter(({ from, to }) => rank(to) > rank(from)))).toEqual([])
  })

  it('never from one stage to its sibling, nor from one door to another', () => {
    const strangers = own.filter(
      ({ from, to, isLazy }) =>
        rank(from) === rank(to) &&
        rank(from) !== 1 &&
        !isLazy &&
        folder(from) !== folder(to) &&
        rank(from) % 2 === 0 &&
        rank(from) > 0,
    )
    expect(show(strangers)).toEqual([])
  })

  it('never from the product into the tests', () => {
    expect(show(own.filter(({ to }) => to.startsWith('tests/')))).toEqual([])
  })

  it('loads doors and evals only when they are called', () => {
    const eager = own.filter(
      ({ from, to, isLazy }) => rank(from) === 5 && rank(to) === 4 && !isLazy,
    )
    expect(show(eager)).toEqual([])
  })
})

describe('one package, one file', () => {
  const shared = new Set(['zod', 'express', 'vitest'])

  it('imports each outside package in exactly one file', () => {
    const packages = new Map<string, Set<string>>()
    for (const { from, to } of arrows) {
      if (/^(?:src|adapters|evals|tests)\/|^node:/.test(to) || shared.has(to)) continue
      packages.set(to, (packages.get(to) ?? new Set()).add(from))
    }
    const spread = [...packages].filter(([, users]) => users.size > 1)
    expect(spread.map(([name, users]) => `${name}: ${[...users].join(', ')}`)).toEqual([])
  })
})

it('reads the environment in one file', () => {
  const readers = files.filter((file) =>
    /process\.env/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(readers).toEqual(['src/config.ts'])
})
