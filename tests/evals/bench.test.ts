import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareMaterial } from '../../evals/bench-material.ts'
import { makeQuestions } from '../../evals/bench-questions.ts'

import { indexPath, refresh } from '../../src/refresh.ts'
import { allPassages, openShelf } from '../../src/search/shelf.ts'

const root = resolve(import.meta.dirname, '../..')
const vtt = (text: string) =>
  `WEBVTT\n\n00:00:00.000 --> 00:00:09.000\n<v Amt>${text}\n\n00:00:09.000 --> 00:00:18.000\n<v Amt>Danach prüft die Pressestelle jede Mitteilung an die Bürgerschaft.\n`

let folder = ''
let knowledge = ''
/** Where the benchmark puts its temporary folders, so that a test sees whether they are gone. */
let scratch = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-test-'))
  knowledge = join(folder, 'knowledge')
  scratch = join(folder, 'scratch')
  for (const path of [join(knowledge, 'episodes'), scratch]) mkdirSync(path, { recursive: true })
  const episode = (name: string) => join(knowledge, 'episodes', name)
  writeFileSync(
    episode('eins.vtt'),
    vtt('Eine Datenpanne melden wir binnen 72 Stunden der Behörde.'),
  )
  writeFileSync(
    episode('zwei.vtt'),
    vtt('Bei Hochwasser warnt die Stadt zuerst die Anwohnerinnen.'),
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function bench(...args: readonly string[]): Promise<Ran> {
  const options = { cwd: root, env: { TMPDIR: scratch } }
  return new Promise((done) => {
    execFile(process.execPath, ['evals/bench.ts', ...args], options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('npm run bench', () => {
  it('prints one JSON object and nothing else, and clears away what it wrote', async () => {
    const { code, stdout, stderr } = await bench('--knowledge', knowledge, '--quick', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.trimEnd()).not.toContain('\n')
    const cost = {
      indexMs: expect.any(Number),
      rssMb: expect.any(Number),
      searchP50Ms: expect.any(Number),
      searchP99Ms: expect.any(Number),
    }
    expect(JSON.parse(stdout)).toEqual({
      coldStartMs: expect.any(Number),
      ...cost,
      peer: { name: expect.stringContaining('MiniSearch'), ...cost },
      passages: expect.any(Number),
      questions: 200,
      ratio: {
        searchP50: expect.any(Number),
        searchP99: expect.any(Number),
        indexMs: expect.any(Number),
      },
      rounds: 1,
    })
    expect(readdirSync(scratch)).toEqual([])
  })

  it('prints a table for people', async () => {
    const { stdout } = await bench('--knowledge', knowledge, '--quick')
    expect(stdout).toMatch(/Kaltstart von ask .* ms/)
    expect(stdout).toMatch(/Suche p99 .* ms .* ms .* ×/)
  })

  it('explains itself', async () => {
    const { code, stdout } = await bench('--help')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('--seed') })
  })

  it.each([
    [['--schnell'], 'Die Option „--schnell“ gibt es nicht.'],
    [['schnell'], 'Mit „schnell“ ist nichts anzufangen.'],
    [['--data'], 'Die Option „--data“ braucht einen Wert.'],
    [['--json=ja'], 'Die Option „--json“ nimmt keinen Wert an.'],
    [['--seed', 'x'], '--seed braucht eine ganze Zahl'],
    [['--data', 'a', '--knowledge', 'b'], 'schließen einander aus'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await bench(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  it.each(['missing', '.'])('fails with a sentence when there is nothing in %s', async (name) => {
    const { code, stdout, stderr } = await bench('--knowledge', join(scratch, name), '--json')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(readdirSync(scratch)).toEqual([])
  })
})

describe('prepareMaterial', () => {
  it('says what is missing and takes what we ship instead', () => {
    const { knowledge: taken, notice } = prepareMaterial({ data: '/nirgends' }, folder)
    expect(taken).toBe(join(root, 'knowledge'))
    expect(notice).toContain('/nirgends/podcast/assemblyai')
    expect(notice).toContain('knowledge/')
  })
})

describe('makeQuestions', () => {
  it('asks with words of the passages, the same for the same seed', async () => {
    const paths = { knowledgeDir: knowledge, dataDir: join(folder, 'data') }
    await refresh(paths, () => undefined, new AbortController().signal)
    const shelf = openShelf(indexPath(paths))
    const passages = allPassages(shelf)
    shelf.close()
    const questions = makeQuestions(passages, { count: 120, seed: 1 })
    expect(questions).toHaveLength(120)
    expect(makeQuestions(passages, { count: 120, seed: 1 })).toEqual(questions)
    expect(makeQuestions(passages, { count: 120, seed: 2 })).not.toEqual(questions)
    const text = passages.map((passage) => passage.text).join(' ')
    // The second question of a list has neither a typo nor stop words in front.
    for (const word of questions[1]?.split(' ') ?? []) expect(text).toContain(word)
  })

  it('makes none of nothing', () => {
    expect(makeQuestions([], { count: 120, seed: 1 })).toEqual([])
  })
})
