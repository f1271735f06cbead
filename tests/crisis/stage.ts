import { type Desk, openDesk } from '../../src/crisis/desk.ts'
import { readManual } from '../../src/crisis/playbooks.ts'
import { readTemplates, type Templates } from '../../src/crisis/templates.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Manual } from '../../src/domain/playbook.ts'
import type { Store } from '../../src/ports-store.ts'
import { openStore } from '../../src/store/store.ts'
import { folderWith } from '../fakes.ts'

const templates = readTemplates()
export const manual = readManual(new Set(templates.all.map(({ id }) => id)))

/** Friday, half past ten at night. */
export const friday = '2026-10-23T20:30:00.000Z'

export interface Office {
  readonly desk: Desk
  readonly store: Store
  readonly dataDir: string
  /** Lets so many minutes pass. */
  wait(minutes: number): void
  now(): string
  /** The same file, opened anew: what a restart sees. */
  again(): Desk
  close(): void
}

interface Different {
  readonly manual?: () => Manual
  readonly templates?: Templates
  readonly dataDir?: string
  readonly start?: string
}

/** A desk on a real file with a clock that stands until it is told to go on. */
export function openOffice(different: Different = {}): Office {
  const dataDir = different.dataDir ?? folderWith({})
  let at = Date.parse(different.start ?? friday)
  const clock = { now: () => new Date(at).toISOString() }
  const store = openStore({ dataDir, keepDays: 7 }, clock)
  const others: Store[] = []
  const deskOn = ({ incidents, settings }: Store) =>
    openDesk({
      incidents,
      settings,
      manual: different.manual ?? (() => manual),
      templates: () => different.templates ?? templates,
      clock,
    })
  return {
    desk: deskOn(store),
    store,
    dataDir,
    wait: (minutes) => {
      at += minutes * 60_000
    },
    now: clock.now,
    again: () => {
      const other = openStore({ dataDir, keepDays: 7 }, clock)
      others.push(other)
      return deskOn(other)
    },
    close: () => {
      for (const one of [store, ...others]) one.close()
    },
  }
}

export const sm = { by: { role: 'SM' } }
export const pr = { by: { role: 'PR' } }
export const bm = { by: { role: 'BM' } }

/** The incident that a command came to; fails the test where it was refused. */
export function done(outcome: ReturnType<Desk['run']>): Incident {
  if (outcome.status === 'refused') throw new Error(`${outcome.code}: ${outcome.text}`)
  return outcome.incident
}

export function refusal(outcome: ReturnType<Desk['run']>): string {
  return outcome.status === 'refused' ? outcome.code : outcome.status
}

export function opened(office: Office, playbook = 'pb1'): Incident {
  return done(office.desk.open({ title: 'Beitrag zum Stadtfest', playbook }, sm))
}
