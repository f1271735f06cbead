import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { pino } from 'pino'
import { type TeamsDoor, teamsDoor } from '../../../adapters/teams/index.ts'
import { type Config, parseConfig } from '../../../src/config.ts'
import { type Engine, openEngine } from '../../../src/engine.ts'
import type { Store } from '../../../src/ports-store.ts'
import { refresh } from '../../../src/refresh.ts'
import { openStore } from '../../../src/store/store.ts'
import { type FakeOptions, type FakeTeams, openFakeTeams } from '../fake.ts'
import { variablesFor } from '../serve.ts'
import type { Message } from '../state.ts'

/** A town with the shipped knowledge, its own fake Teams, and the real door between them. */
export interface Town {
  readonly teams: FakeTeams
  readonly config: Config
  readonly store: Store
  readonly door: TeamsDoor
  /** What the log said, a line each. */
  readonly log: readonly string[]
  /** What people see of the bot, oldest first. */
  said(): readonly Message[]
  /** Settles when all that was accepted is answered. */
  rest(): Promise<void>
  /** Ends the program and starts it again on the same data. `grace` 0 aborts what runs. */
  restart(grace?: number, env?: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

export interface TownOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly fake?: FakeOptions
  readonly wrap?: (engine: Engine) => Engine
  /** Stands between door and store. */
  readonly wrapStore?: (store: Store) => Store
  /** Of the store and the crisis desk; the system's unless told. */
  readonly now?: () => number
}

export async function openTown(options: TownOptions = {}): Promise<Town> {
  const teams = await openFakeTeams(options.fake)
  const environment = environmentOf(teams, options)
  const config = parseConfig(environment)
  await refresh(config, () => undefined, new AbortController().signal)
  const log: string[] = []
  let run = await start(teams, config, { ...options, log })
  return {
    teams,
    config,
    log,
    get store() {
      return run.store
    },
    get door() {
      return run.door
    },
    said: () => withButtons(teams.messages.filter(({ deleted }) => !deleted)),
    rest: () => rest(run),
    restart: async (grace = 0, env = {}) => {
      await run.stop(grace)
      run = await start(teams, parseConfig({ ...environment, ...env }), { ...options, log })
    },
    close: async () => {
      await run.stop(0)
      await teams.close()
    },
  }
}

function environmentOf(teams: FakeTeams, { env }: TownOptions) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  return { DATA_DIR, ...variablesFor(teams), ...env }
}

interface Run {
  readonly door: TeamsDoor
  readonly store: Store
  stop(grace: number): Promise<void>
}

// A pause between two tries is no rest.
async function rest({ door, store }: Run): Promise<void> {
  for (;;) {
    await door.idle()
    if (store.inbox.waiting().length === 0) return
    await sleep(10)
  }
}

async function start(
  teams: FakeTeams,
  config: Config,
  { wrap, wrapStore, now = Date.now, log }: TownOptions & { readonly log: string[] },
): Promise<Run> {
  if (!config.teams) throw new Error('a town needs Teams')
  const plain = openEngine(config)
  const engine = wrap ? wrap(plain) : plain
  const opened = openStore(config, { now: () => new Date(now()).toISOString() })
  const store = wrapStore ? wrapStore(opened) : opened
  store.sweep()
  const lines = { write: (line: string) => void log.push(line) }
  const logger = pino({ level: 'debug', base: null }, lines)
  const clock = { now: () => new Date(now()).toISOString() }
  // Looked at when a test waits for it, and then at once.
  const liveTimes = { tickMs: 3_600_000, restMs: 0 }
  const settings = config.teams
  const door = teamsDoor({ settings, config, engine, store, log: logger, clock, liveTimes })
  const server = http.createServer({ keepAliveTimeout: 65_000 }, express().use(door.router))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`)
  return {
    door,
    store,
    stop: async (grace) => {
      await door.stop(grace)
      server.closeAllConnections()
      server.close()
      engine.close()
      store.close()
    },
  }
}

// Buttons come as a card of their own behind the words they belong to.
function withButtons(messages: readonly Message[]): readonly Message[] {
  const said: Message[] = []
  for (const message of messages) {
    const { activity, conversation } = message
    const at = said.findLastIndex((one) => one.conversation === conversation)
    const before = said[at]
    const areButtons =
      !activity['text'] && /"verb":"(?:human|again)"/.test(JSON.stringify(activity))
    const isPlace = JSON.stringify(activity).includes('zitiert')
    if (!areButtons || isPlace || !before) said.push(message)
    else
      said[at] = {
        ...before,
        activity: { ...before.activity, attachments: activity['attachments'] },
      }
  }
  return said
}
