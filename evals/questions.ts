import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readConfig } from '../src/config.ts'
import { openEngine } from '../src/engine.ts'
import { indexState, refresh } from '../src/refresh.ts'
import { table } from '../src/table.ts'

// Says for each question of staff whether a source that answers it is among the first five hits:
// `npm run eval:questions`. Spans are not looked at: a source may answer in more places than one.

const Question = z.object({
  id: z.string(),
  question: z.string(),
  earlier: z.array(z.string()).default([]),
  /** Episodes and posts that answer; empty where nothing here does. */
  sources: z.array(z.string()),
})
const shown = 5

const config = readConfig()
if (indexState(config) !== 'fresh') await refresh(config)
const engine = openEngine(config)
const lines = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const questions = lines.map((line) => Question.parse(JSON.parse(line)))
const rows = await Promise.all(
  questions.map(async ({ id, question: text, earlier, sources }) => {
    const hits = await engine.search({ text, earlier }, shown, new AbortController().signal)
    const found = hits.map(({ passage }) => passage.about.id.toLowerCase())
    return { id, sources, found, isThere: sources.some((source) => found.includes(source)) }
  }),
)
engine.close()
const asked = rows.filter(({ sources }) => sources.length > 0)
const missed = asked.filter(({ isThere }) => !isThere)
console.log(
  `${asked.length - missed.length} von ${asked.length} Fragen: die Quelle ist unter den ersten ${shown}.`,
)
if (missed.length > 0) {
  const cells = missed.map(({ id, sources, found }) => [id, sources.join(', '), found.join(', ')])
  console.log(table([['Frage', 'erwartet', 'gefunden'], ...cells]))
}
