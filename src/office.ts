import type { Config } from './config.ts'
import { type Desk, openDesk } from './crisis/desk.ts'
import { readTemplates, type Templates } from './crisis/templates.ts'
import type { TownProfile } from './domain/profile.ts'
import { openManual } from './manual.ts'
import type { Clock } from './ports.ts'
import type { Store } from './ports-store.ts'
import { openStore } from './store/store.ts'

/** The crisis desk with what the doors need around it. */
export interface Office {
  readonly desk: Desk
  readonly clock: Clock
  templates(): Templates
  profile(): TownProfile
}

const systemClock: Clock = { now: () => new Date().toISOString() }

/**
 * The crisis desk on a store. Playbooks and texts are read when they are needed: a town may edit them
 * while this runs.
 */
export function officeOn(
  { incidents, settings }: Pick<Store, 'incidents' | 'settings'>,
  { knowledgeDir }: Pick<Config, 'knowledgeDir'>,
  clock: Clock = systemClock,
): Office {
  const templates = () => readTemplates(knowledgeDir)
  return {
    desk: openDesk({ incidents, settings, manual: openManual({ knowledgeDir }), templates, clock }),
    clock,
    templates,
    profile: () => settings.profile(),
  }
}

/** A desk that is opened when somebody first comes to it; nothing is written before. */
export interface LazyOffice {
  get(): Office
  close(): void
}

/** @throws StoreError (`bad-store`), ConfigError (`bad-config`) from `get` */
export function lazyOffice(config: Config): LazyOffice {
  let store: Store | undefined
  let office: Office | undefined
  return {
    get: () => {
      store ??= openStore(config, systemClock)
      office ??= officeOn(store, config)
      return office
    },
    close: () => store?.close(),
  }
}
