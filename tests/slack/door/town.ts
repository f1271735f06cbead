import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { pino } from 'pino'
import { type SlackDoor, slackDoor } from '../../../adapters/slack/index.ts'
import { type Config, parseConfig } from '../../../src/config.ts'
import { type Engine, openEngine } from '../../../src/engine.ts'
import type { Log } from '../../../src/log.ts'
import type { Store } from '../../../src/ports-store.ts'
import { refresh } from '../../../src/refresh.ts'
import { openStore } from '../../../src/store/store.ts'
import { type FakeOptions, type FakeSlack, openFakeSlack } from '../fake.ts'
import type { Message } from '../state.ts'

/** A town with the shipped knowledge, its own fake Slack, and the real door between them. */
export interface Town {
  readonly slack: FakeSlack
  readonly config: Config
  readonly store: Store
  readonly door: SlackDoor
  /** Where signed requests go; empty in Socket Mode. */
  readonly eventsUrl: string
  /** What the log said, a line each. */
  readonly log: readonly string[]
  /** Everything that was put into channels since the beginning, ephemeral or not. */
  said(): readonly Message[]
  /** Settles when all that was accepted is answered. */
  rest(): Promise<void>
  /** Ends the program and starts it again on the same data. `grace` 0 aborts what runs. */
  restart(grace?: number): Promise<void>
  close(): Promise<void>
}

export interface TownOptions {
  readonly mode?: 'http' | 'socket'
  readonly env?: Readonly<Record<string, string>>
  readonly fake?: FakeOptions
  /** Stands between door and engine. */
  readonly wrap?: (engine: Engine) => Engine
  /** Stands between door and store. */
  readonly wrapStore?: (store: Store) => Store
  readonly now?: () => number
  /** How often the rooms of incidents are looked at; seldom, so that a test says when. */
  readonly tickMs?: number
}

export async function openTown(options: TownOptions = {}): Promise<Town> {
  const slack = await openFakeSlack(options.fake)
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  const config = configFor(slack, dataDir, options)
  await refresh(config, () => undefined, new AbortController().signal)
  const log: string[] = []
  let run = await start(slack, config, { ...options, log })
  return {
    slack,
    config,
    log,
    get store() {
      return run.store
    },
    get eventsUrl() {
      return run.eventsUrl
    },
    get door() {
      return run.door
    },
    said: () => slack.messages.filter(({ user }) => user === slack.botUser),
    rest: () => rest(run),
    restart: async (grace = 0) => {
      await run.stop(grace)
      run = await start(slack, config, { ...options, log })
    },
    close: async () => {
      await run.stop(0)
      await slack.close()
    },
  }
}

function configFor(slack: FakeSlack, dataDir: string, { mode, env }: TownOptions): Config {
  const way =
    mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }
  return parseConfig({
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...way,
    ...env,
  })
}

// A pause between two tries is no rest.
async function rest({ door, store }: Run): Promise<void> {
  for (;;) {
    await door.idle()
    if (store.inbox.waiting().length === 0) return
    await sleep(10)
  }
}

interface Run {
  readonly eventsUrl: string
  readonly door: SlackDoor
  readonly store: Store
  stop(grace: number): Promise<void>
}

async function start(
  slack: FakeSlack,
  config: Config,
  {
    wrap,
    wrapStore,
    now = Date.now,
    tickMs = 3_600_000,
    log,
  }: TownOptions & { readonly log: string[] },
): Promise<Run> {
  if (!config.slack) throw new Error('a town needs Slack')
  const plain = openEngine(config)
  const engine = wrap ? wrap(plain) : plain
  const clock = { now: () => new Date(now()).toISOString() }
  const opened = openStore(config, clock)
  const store = wrapStore ? wrapStore(opened) : opened
  store.sweep()
  const door = await slackDoor({
    settings: config.slack,
    config,
    engine,
    store,
    log: createTestLog(log),
    clock,
    times: { tickMs, restMs: 0 },
  })
  const server = door.router && (await listen(door.router))
  const { port } = (server?.address() ?? {}) as Partial<AddressInfo>
  const eventsUrl = port ? `http://127.0.0.1:${port}/slack/events` : ''
  if (server) slack.connect(eventsUrl)
  else await slack.untilConnected()
  return {
    eventsUrl,
    door,
    store,
    stop: async (grace) => {
      await door.stop(grace)
      server?.closeAllConnections()
      server?.close()
      engine.close()
      store.close()
    },
  }
}

async function listen(router: express.Router): Promise<http.Server> {
  const server = http.createServer({ keepAliveTimeout: 65_000 }, express().use(router))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function createTestLog(lines: string[]): Log {
  return pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) })
}
