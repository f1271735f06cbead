import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { boardAt } from '../src/crisis/board.ts'
import type { EventBody } from '../src/domain/incident-events.ts'
import { type Office, officeOn } from '../src/office.ts'
import { openOpening } from '../src/opening.ts'
import type { Store } from '../src/ports-store.ts'
import { openStore } from '../src/store/store.ts'
import { table } from '../src/table.ts'

/** Medians in milliseconds, `dueMs` for all incidents together; memory at the end. */
export interface CrisisBench {
  readonly openBoardMs: number
  readonly appendMs: number
  readonly dueMs: number
  readonly sofortKarteMs: number
  readonly rssMb: number
}

const by = { role: 'SM' }
const config = (dataDir: string) => ({ dataDir, keepDays: 7, knowledgeDir: 'knowledge' })

/** Measures on a file made for it: so many open incidents with so many events each. */
export function benchCrisis(incidents: number, events: number): CrisisBench {
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-bench-'))
  const clock = { now: () => new Date().toISOString() }
  const store = openStore(config(dataDir), clock)
  try {
    const office = officeOn(store, config(dataDir))
    const ids = fill({ office, store }, incidents, events)
    // Another desk on the same file has folded nothing yet: every board is opened cold.
    const fresh = officeOn(store, config(dataDir))
    return {
      openBoardMs: median(ids.map((id) => timed(() => openBoard(fresh, id)))),
      appendMs: median(sample(ids, 100).map((id) => timed(() => note(fresh, id)))),
      dueMs: median(sample(ids, 5).map(() => timed(() => dueOf(fresh, ids)))),
      sofortKarteMs: median(sample(ids, 20).map(() => timed(() => card(dataDir)))),
      rssMb: Math.round(process.memoryUsage().rss / 1_048_576),
    }
  } finally {
    store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Ground {
  readonly office: Office
  readonly store: Store
}

function fill({ office, store }: Ground, incidents: number, events: number): readonly string[] {
  return Array.from({ length: incidents }, (_, at) => {
    const playbook = `pb${(at % 6) + 1}`
    const opened = office.desk.open({ title: `Lage ${at}`, playbook }, { by })
    if (opened.status === 'refused') throw new Error(opened.text)
    const { id, version } = opened.incident
    const glance = {
      title: `Lage ${at}`,
      level: 'GELB',
      playbooks: [playbook],
      isExercise: false,
      isClosed: false,
    }
    const more = Array.from({ length: events - version }, (_, turn) => eventAt(turn))
    store.incidents.append(id, { after: version, command: `fill ${id}`, by, events: more, glance })
    return id
  })
}

// What an evening is made of: ticks, levels, texts and mostly notes.
function eventAt(turn: number): EventBody {
  if (turn % 20 === 0)
    return {
      type: 'severity-changed',
      axes: { W: turn % 3, B: 1, G: 0, F: 0 },
      flags: [],
      words: { reason: 'Neu eingeschätzt' },
    }
  if (turn % 20 === 1) return { type: 'step-done', step: `c${((turn / 20) % 8) | 0}`, words: {} }
  if (turn % 20 === 2)
    return {
      type: 'draft-written',
      draft: 't1',
      version: 1 + ((turn / 20) | 0),
      hash: `h${turn}`,
      approvers: ['BM', 'HL'],
      words: { texts: { website: 'Wir prüfen das und melden uns um 23 Uhr.' } },
    }
  return {
    type: 'note-added',
    words: { text: `Anruf ${turn} aus dem Bürgerbüro, Rückruf zugesagt.` },
  }
}

function openBoard({ desk }: Office, id: string): void {
  const incident = desk.find(id)
  if (!incident) throw new Error(`lost: ${id}`)
  desk.board(incident)
}

function note({ desk }: Office, id: string): void {
  desk.run(id, { type: 'note', text: 'Noch ein Anruf.' }, { by })
}

function dueOf({ desk, clock }: Office, ids: readonly string[]): number {
  const now = clock.now()
  return ids.reduce((sum, id) => {
    const incident = desk.find(id)
    return sum + (incident ? boardAt(incident, now).nudges.length : 0)
  }, 0)
}

function card(dataDir: string): void {
  const opening = openOpening({ ...config(dataDir), ...silent })
  if (!opening('hilfe, 140 kommentare in einer stunde, was jetzt', [])) throw new Error('no card')
}

const silent = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://localhost:3978',
  logLevel: 'silent',
  fusionWeight: 0,
} as const

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100
}

function sample<T>(all: readonly T[], count: number): readonly T[] {
  return all.slice(0, count)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      incidents: { type: 'string', default: '1000' },
      events: { type: 'string', default: '200' },
    },
  })
  const figures = benchCrisis(Number(values.incidents), Number(values.events))
  const rows = Object.entries(figures).map(([name, value]) => [name, String(value)])
  console.log(values.json ? JSON.stringify(figures) : table(rows))
}
