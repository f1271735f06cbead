import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import type { Citation } from '../src/domain/citation.ts'
import { type Engine, openEngine } from '../src/engine.ts'
import { refresh } from '../src/refresh.ts'

const root = new URL('..', import.meta.url).pathname
const lines = readFileSync(join(root, 'evals/questions.jsonl'), 'utf8').trim().split('\n')
const questions: readonly { id: string; question: string }[] = lines.map((line) => JSON.parse(line))
const config = parseConfig({
  KNOWLEDGE_DIR: join(root, 'knowledge'),
  DATA_DIR: mkdtempSync(join(tmpdir(), 'sturmlotse-')),
})
let engine: Engine

beforeAll(async () => {
  await refresh(config, () => undefined, new AbortController().signal)
  engine = openEngine(config)
})
afterAll(() => engine.close())

/** What the file itself says between two seconds, read without the product's own importer. */
function said(citation: Citation): string {
  if (citation.kind === 'post')
    return plain(readFileSync(join(root, `knowledge/posts/${citation.post.id}.md`), 'utf8'))
  const text = readFileSync(join(root, `knowledge/episodes/${citation.episode.id}.vtt`), 'utf8')
  const cues = text.matchAll(/^(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})\n(.*)$/gm)
  const inside = Array.from(cues).filter(([, from = '', to = '']) => {
    return seconds(from) >= citation.start - 0.001 && seconds(to) <= citation.end + 0.001
  })
  return plain(inside.map(([, , , line = '']) => line).join(' '))
}

function seconds(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60 + rest
}

function plain(text: string): string {
  return (
    text
      .replace(/<v [^>]*>/g, '')
      // A list is read without its marks.
      .replace(/^- /gm, '')
      .replace(/[*_`]/g, '')
      .replace(/\s+/g, ' ')
  )
}

it('asks sixty questions of staff', () => {
  expect(questions.length).toBe(60)
})

it.each(questions)(
  '$id ends in an answer, a refusal or a question, and every quote stands in its source',
  async ({ question }) => {
    const answer = await engine.ask(question, [], { signal: new AbortController().signal })
    expect(['answered', 'refused', 'question', 'told']).toContain(answer.status)
    if (answer.status !== 'answered') return
    for (const { text, citations } of answer.claims) {
      // Steps of a playbook are the house's own words.
      if (answer.playbook === undefined) expect(text).toBe(citations[0].quote)
      for (const citation of citations) expect(said(citation)).toContain(plain(citation.quote))
    }
  },
)
