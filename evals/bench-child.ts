import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseConfig } from '../src/config.ts'

// The process whose memory the benchmark measures: it opens one engine, answers, and says how much
// it holds. Each side is loaded only when it is measured, so that neither pays for the other.

/** What a child is told, in a file; questions made here would leave their passages in memory. */
export interface Task {
  readonly knowledgeDir: string
  readonly dataDir: string
  readonly peerIndex: string
  readonly questions: readonly string[]
}

async function answerOurs({ knowledgeDir, dataDir, questions }: Task): Promise<void> {
  const { openEngine } = await import('../src/engine.ts')
  const engine = openEngine(parseConfig({ KNOWLEDGE_DIR: knowledgeDir, DATA_DIR: dataDir }))
  for (const question of questions)
    await engine.ask(question, [], { signal: new AbortController().signal })
}

async function answerPeer({ peerIndex, questions }: Task): Promise<void> {
  const { openPeer } = await import('./peer-minisearch.ts')
  const index = openPeer().load(readFileSync(peerIndex, 'utf8'))
  for (const question of questions) index.search(question)
}

if (import.meta.main) {
  const [side, file = ''] = process.argv.slice(2)
  const task: Task = JSON.parse(readFileSync(file, 'utf8'))
  await (side === 'peer' ? answerPeer(task) : answerOurs(task))
  console.log(process.memoryUsage.rss())
}
