import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toSourceId } from '../../src/domain/documents.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import type { Evidence } from '../../src/ports.ts'
import { openBuild } from '../../src/search/build.ts'
import { openGlossary } from '../../src/search/glossary.ts'
import { openLexical } from '../../src/search/lexical.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { episode } from '../fakes.ts'

const texts = [
  'Die Currywurst kostet drei Euro.',
  'Eine Datenpanne melden wir.',
  'Der Server steht.',
]

async function evidenceFor(text: string): Promise<readonly Evidence[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'sturmlotse-')), 'index.sqlite')
  const build = openBuild(path)
  const document = {
    about: episode({ id: toSourceId('a'), title: 'Mittagspause' }),
    cues: texts.map((own, at) => ({ start: at * 80, end: at * 80 + 80, text: own })),
  }
  build.put(document, chunk(document), '1')
  build.commit('')
  const shelf = openShelf(path)
  const glossary = openGlossary([
    { id: 'x', kind: 'synonym', terms: ['Datenpanne', 'Datenleck'], related: [] },
  ])
  const { signal } = new AbortController()
  const hits = await openLexical(shelf, { glossary }).search({ text, earlier: [] }, 3, signal)
  shelf.close()
  return hits.flatMap(({ evidence }) => evidence ?? [])
}

const coverageOf = async (text: string) => (await evidenceFor(text))[0]?.coverage

it('knows how much of the question a passage speaks of, words nobody knows weighing most', async () => {
  expect(await coverageOf('Currywurst Euro')).toBe(1)
  const [one = 0, other = 0] = [
    await coverageOf('Currywurst Server'),
    await coverageOf('Currywurst Qualle'),
  ]
  expect(one).toBeCloseTo(0.5)
  expect(other).toBeLessThan(one)
})

it('counts a part of a compound, a slip of the finger and another word for it a little less', async () => {
  for (const text of ['Panne', 'Currywrst', 'Datenleck']) {
    const coverage = await coverageOf(text)
    expect([text, coverage]).toEqual([text, expect.closeTo(0.75, 0)])
    expect(coverage).toBeLessThan(1)
  }
})

it('counts the words with a meaning, and how far the best stands above the tenth', async () => {
  const [first, second] = await evidenceFor('Was kostet die Currywurst und der Server?')
  expect(first?.asked).toBe(3)
  expect(first?.lead).toBeGreaterThan(second?.lead ?? 1)
})
