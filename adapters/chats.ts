import { type RequestHandler, Router } from 'express'
import type { Config } from '../src/config.ts'
import type { Engine } from '../src/engine.ts'
import type { Log } from '../src/log.ts'
import type { Store } from '../src/ports-store.ts'
import { openStore } from '../src/store/store.ts'

/** The chat doors that are set up, on one store. */
export interface Chats {
  /** Takes their requests; to be mounted before the pages. */
  readonly router: RequestHandler
  /** Rejects when a door cannot work as it is set up; settles in no other case. */
  readonly failed: Promise<never>
  stop(graceMs: number): Promise<void>
}

interface Parts {
  readonly config: Config
  readonly engine: Engine
  readonly log: Log
}

/** What is past its time is erased this often, in milliseconds. */
const sweepMs = 60_000

/**
 * Opens the store and every chat door with credentials. A door whose platform is away opens when it is
 * back; the pages do not wait for it.
 *
 * @throws StoreError (`bad-store`), ConfigError (`bad-config`)
 */
export async function openChats(parts: Parts): Promise<Chats> {
  const router = Router()
  const { slack, teams } = parts.config
  if (!slack && !teams) {
    return { router, failed: new Promise(() => undefined), stop: async () => undefined }
  }
  const store = openStore(parts.config, { now: () => new Date().toISOString() })
  const sweeper = sweep(store, parts.log)
  const told = new AbortController()
  const setting = { store, router, signal: told.signal }
  const opening = [openSlack(parts, setting), openTeams(parts, setting)]
  return {
    router,
    failed: new Promise((_, reject) => {
      Promise.all(opening).catch((error: unknown) => {
        if (!told.signal.aborted) reject(error)
      })
    }),
    stop: async (graceMs) => {
      told.abort()
      clearInterval(sweeper)
      const doors = await Promise.allSettled(opening)
      await Promise.all(doors.map((one) => one.status === 'fulfilled' && one.value?.stop(graceMs)))
      store.close()
    },
  }
}

interface Setting {
  readonly store: Store
  readonly router: Router
  /** The program is told to end. */
  readonly signal: AbortSignal
}

interface Door {
  stop(graceMs: number): Promise<void>
}

async function openSlack(
  { config, engine, log }: Parts,
  { store, router, signal }: Setting,
): Promise<Door | undefined> {
  if (!config.slack) return undefined
  const { slackDoor } = await import('./slack/index.ts')
  const door = await slackDoor({ settings: config.slack, config, engine, store, log, signal })
  if (door.router) router.use(door.router)
  // Whoever sets it up waits for this line.
  console.log('Slack ist verbunden.')
  return door
}

async function openTeams(
  { config, engine, log }: Parts,
  { store, router }: Setting,
): Promise<Door | undefined> {
  if (!config.teams) return undefined
  const { teamsDoor } = await import('./teams/index.ts')
  const door = teamsDoor({ settings: config.teams, config, engine, store, log })
  router.use(door.router)
  const isTest = config.teams.identity.by === 'nothing'
  console.log(`Teams ist bereit${isTest ? ' (nur zum Ausprobieren: nichts ist signiert)' : ''}.`)
  return door
}

// Before anything is answered: what an earlier run left too long is erased first.
function sweep(store: Store, log: Log): NodeJS.Timeout {
  store.sweep()
  const timer = setInterval(() => {
    try {
      store.sweep()
    } catch (error) {
      log.error({ code: error instanceof Error ? error.name : 'unknown' }, 'sweep failed')
    }
  }, sweepMs)
  return timer.unref()
}
