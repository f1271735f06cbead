import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { openEngine } from '../src/engine.ts'
import { refresh } from '../src/refresh.ts'
import { toReply } from '../src/to-reply.ts'

const root = new URL('..', import.meta.url).pathname
const pages = [...globSync('*/README.md', { cwd: root }), 'README.md'].filter(
  (page) => !page.startsWith('node_modules'),
)
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)

it.each(pages)('%s names only scripts that exist', (page) => {
  const named = Array.from(
    read(page).matchAll(/npm run (?:-s )?([\w:-]+)/g),
    (match) => match[1] ?? '',
  )
  expect(named.filter((name) => !scripts.includes(name))).toEqual([])
})

it.each(pages)('%s names only files that exist', (page) => {
  const named = Array.from(
    read(page).matchAll(/`((?:src|evals|tests|adapters|knowledge)\/[\w./-]+)`/g),
    (match) => match[1] ?? '',
  )
  const there = (file: string) =>
    [join(root, file), join(root, dirname(page), file)].some(existsSync)
  expect(named.filter((file) => !there(file))).toEqual([])
})

it('shows an answer in the README that is really given', async () => {
  const asked = /ask -- "([^"]+)"\n```\n\n```text\n(.*?)\n```/s.exec(read('README.md'))
  const config = parseConfig({
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'sturmlotse-')),
  })
  await refresh(config, () => undefined, new AbortController().signal)
  const engine = openEngine(config)
  const reply = toReply(
    await engine.ask(asked?.[1] ?? '', [], { signal: new AbortController().signal }),
  )
  engine.close()
  expect(reply.claims.length).toBeGreaterThan(0)
  for (const { text } of reply.claims) expect(asked?.[2]).toContain(text)
  for (const { line } of reply.sources) expect(asked?.[2]).toContain(line)
})
