import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import express, { type Express } from 'express'
import { type Config, readConfig } from '../src/config.ts'
import { embedIndex } from '../src/dense.ts'
import { ConfigError, explain, trace } from '../src/domain/errors.ts'
import { isLoopback } from '../src/domain/host.ts'
import { type Engine, openEngine } from '../src/engine.ts'
import { createLog, type Log } from '../src/log.ts'
import { nightly } from '../src/nightly.ts'
import { lazyOffice } from '../src/office.ts'
import { failuresOf, indexState, refresh } from '../src/refresh.ts'
import { counted } from '../src/table.ts'
import { openChats } from './chats.ts'

/** Open pages may finish their answer for this long when the server is told to stop. */
const farewell = 3_000

/**
 * The engine and every door that is set up, on one port. Resolves when the server was told to stop.
 *
 * @throws ConfigError (`bad-config`) when the port is taken
 */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  surviveRejections(log)
  await freshen(config, log)
  const engine = openEngine(config, { log })
  // What fails here fails for the first question as well, and is said to whoever asks it.
  await engine.rehearse().catch(() => undefined)
  const { webDoor } = await import('./web/index.ts')
  const chats = await openChats({ config, engine, log })
  const app = express().disable('x-powered-by')
  const office = lazyOffice(config)
  const pages = app.use(chats.router, webDoor({ engine, config, log, office }))
  const server = await listen(pages, config).catch(async (error: unknown) => {
    await chats.stop(0)
    throw error
  })
  announce(server, config, engine)
  const told = new AbortController()
  const embedding = embed(config, log, told.signal).then(() => nightly(config, log, told.signal))
  try {
    await Promise.race([toldToStop(), chats.failed])
  } finally {
    told.abort()
    await Promise.all([embedding, stop(server), chats.stop(farewell)])
    engine.close()
    office.close()
  }
}

// A promise an SDK forgot must not end the pages, nor put what somebody wrote on standard error.
function surviveRejections(log: Log): void {
  process.on('unhandledRejection', (error) => {
    log.error({ code: explain(error).code, at: trace(error) }, 'unhandled rejection')
  })
}

// A broken knowledge folder must not keep the page down: it says itself what is missing.
async function freshen(config: Config, log: Log): Promise<void> {
  if (indexState(config) === 'fresh') return
  console.log('Ich lese den Wissensordner ein …')
  try {
    const report = await refresh(config)
    for (const file of failuresOf(report)) console.error(file.problems.join('\n'))
  } catch (error) {
    console.error(explain(error).text)
    log.error({ code: explain(error).code }, 'refresh failed')
  }
}

// While the page already answers from words; what was done when the server stops is not lost.
async function embed(config: Config, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const report = await embedIndex(config, () => undefined, signal)
    if (report) log.info({ ...report }, 'embedded')
  } catch (error) {
    if (!signal.aborted) console.error(explain(error).text)
  }
}

function listen(app: Express, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error) reject(taken(error, host, port))
      else resolve(server)
    })
    // Longer than a proxy keeps a connection: one that is closed as a request comes is a lost request.
    server.keepAliveTimeout = 65_000
  })
}

function taken(cause: Error, host: string, port: number): ConfigError {
  return new ConfigError([`${host}:${port} lässt sich nicht öffnen.`], {
    cause,
    fix: 'Läuft Sturmlotse dort schon? Sonst mit PORT einen anderen Anschluss wählen, etwa PORT=3979 npm start.',
  })
}

function announce(server: Server, config: Config, engine: Engine): void {
  const { port } = server.address() as AddressInfo
  const { episodes, posts } = engine.stock()
  const where = isLoopback(config.host) ? `http://localhost:${port}` : config.publicUrl
  console.log(
    `Sturmlotse ist bereit: ${where}  (${counted(episodes, 'Folge', 'Folgen')}, ${counted(posts, 'Beitrag', 'Beiträge')}; Ende mit Strg+C)`,
  )
}

function toldToStop(): Promise<unknown> {
  return Promise.race(
    (['SIGINT', 'SIGTERM'] as const).map(
      (name) => new Promise((resolve) => process.once(name, resolve)),
    ),
  )
}

function stop(server: Server): Promise<unknown> {
  const closed = new Promise((resolve) => server.close(resolve))
  setTimeout(() => server.closeAllConnections(), farewell).unref()
  server.closeIdleConnections()
  return closed
}

if (import.meta.main) {
  try {
    // A person at a terminal wants to read what matters; a log collector gets every line.
    await serve(readConfig({}, { LOG_LEVEL: process.stderr.isTTY ? 'warn' : 'info' }))
  } catch (error) {
    console.error([explain(error).text, trace(error)].filter(Boolean).join(' '))
    process.exitCode = 1
  }
  // Everything of ours is closed; what hangs in the network is not waited for.
  process.exit()
}
