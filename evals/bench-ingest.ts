import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseTranscript } from '../src/ingest/formats.ts'
import { refresh } from '../src/refresh.ts'
import { table } from '../src/table.ts'

// How fast transcripts are read, a hundred times the shared ones, and how much memory a run takes as the
// number of episodes grows. Episodes of our own stand in where there are none.
const shared = join(import.meta.dirname, '../../shared/data/podcast')
const times = 100

function filesIn(folder: string, ending: string): readonly { name: string; text: string }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  } catch {
    return []
  }
}

function ownVtt(): readonly { name: string; text: string }[] {
  return filesIn(join(import.meta.dirname, '../knowledge/episodes'), '.vtt')
}

function ownJson(): readonly { name: string; text: string }[] {
  return ownVtt().map(({ name, text }) => {
    const utterances = parseTranscript(text, name).cues.map((cue) => ({
      ...cue,
      start: Math.round(cue.start * 1000),
      end: Math.round(cue.end * 1000),
    }))
    return { name: `${name}.json`, text: JSON.stringify({ utterances }) }
  })
}

function orOwn<T>(found: readonly T[], own: () => readonly T[]): readonly T[] {
  return found.length > 0 ? found : own()
}

function cuesPerSecond(files: readonly { name: string; text: string }[]): number {
  let cues = 0
  const began = performance.now()
  for (let round = 0; round < times; round += 1) {
    for (const { name, text } of files) cues += parseTranscript(text, name).cues.length
  }
  return Math.round(cues / ((performance.now() - began) / 1000))
}

/** Takes so many episodes in and says how much memory that took at most. */
async function takeIn(episodes: number): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'bench-ingest-'))
  try {
    const folder = join(root, 'knowledge', 'episodes')
    mkdirSync(folder, { recursive: true })
    const files = orOwn(filesIn(join(shared, 'assemblyai'), '.json'), ownJson)
    for (let number = 0; number < episodes; number += 1) {
      const { text = '' } = files[number % files.length] ?? {}
      writeFileSync(join(folder, `e${number}.json`), text)
    }
    await refresh({ knowledgeDir: join(root, 'knowledge'), dataDir: join(root, 'data') })
    return Math.round(process.resourceUsage().maxRSS / 1024)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

// A process of its own: memory that was taken once is not given back. And with little room: given more, the
// engine lets garbage lie, and what is measured is its patience and not what a run needs.
const room = '--max-old-space-size=96'

function memoryFor(episodes: number): number {
  const { stdout } = spawnSync(
    process.execPath,
    [room, import.meta.filename, '--episodes', String(episodes)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return Number(stdout.trim())
}

const asked = process.argv.indexOf('--episodes')
if (asked > 0) {
  console.log(await takeIn(Number(process.argv[asked + 1])))
} else {
  const report = {
    vttCuesPerSecond: cuesPerSecond(orOwn(filesIn(join(shared, 'whisper'), '.vtt'), ownVtt)),
    assemblyaiCuesPerSecond: cuesPerSecond(
      orOwn(filesIn(join(shared, 'assemblyai'), '.json'), ownJson),
    ),
    rssMb: memoryFor(24),
    rssMbTenTimes: memoryFor(240),
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(report))
  else console.log(table(Object.entries(report).map(([name, value]) => [name, String(value)])))
}
