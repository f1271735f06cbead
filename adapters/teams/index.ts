import express, { type Request, type Response, Router } from 'express'
import { attend } from '../../src/attend.ts'
import { type Config, deadlineOf } from '../../src/config.ts'
import type { TeamsSettings } from '../../src/config-chats.ts'
import { readTemplates, type Templates } from '../../src/crisis/templates.ts'
import { explain } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/engine.ts'
import { type LiveTimes, openLive } from '../../src/incident-live.ts'
import { openRoomDesk } from '../../src/incident-room.ts'
import { linkTo } from '../../src/links.ts'
import type { Log } from '../../src/log.ts'
import { type Office, officeOn } from '../../src/office.ts'
import type { Clock } from '../../src/ports.ts'
import type { Store } from '../../src/ports-store.ts'
import type { Pump } from '../../src/pump.ts'
import type { House } from '../../src/reply.ts'
import { type Botbuilder, openBotbuilder } from './botbuilder.ts'
import type { Desk } from './desk.ts'
import { onEdited } from './edited.ts'
import { Envelope, tenantsOf } from './envelope.ts'
import { openErrands } from './errands.ts'
import { onInvoke } from './invoke.ts'
import { receive } from './receive.ts'
import { teamsRooms } from './rooms.ts'
import { openOutbox } from './send.ts'
import { showFor } from './show.ts'
import { onSubmit } from './submit.ts'
import { teamsSurface } from './surface.ts'
import { openTrouble } from './trouble.ts'
import { isServedBy } from './trust.ts'

/** What the door needs of the house. */
export interface TeamsParts {
  readonly settings: TeamsSettings
  readonly config: Config
  readonly engine: Engine
  readonly store: Store
  readonly log?: Log
  /** Of the crisis desk; the system's unless told. */
  readonly clock?: Clock
  /** How often the threads of incidents are looked at. */
  readonly liveTimes?: LiveTimes
}

export interface TeamsDoor {
  /** To be mounted before the pages. */
  readonly router: Router
  /** Settles when nothing is being answered. */
  idle(): Promise<void>
  /** Lets running answers end; what does not end is answered after the next start. */
  stop(graceMs: number): Promise<void>
}

/** Where the platform sends activities. */
export const messagesPath = '/api/messages'

/** Teams sends up to about 100 KB of text; escaped and with its HTML beside it that may be some times as much. */
const longestBody = '1mb'

/** Opens the door to one tenant and answers what an earlier run left. */
export function teamsDoor(parts: TeamsParts): TeamsDoor {
  const { settings, store, log } = parts
  const bot = openBotbuilder(settings)
  const ending = new AbortController()
  const { desk, pump, live } = furnish(parts, { bot, signal: ending.signal })
  const errands = openErrands(desk.onTrouble)
  const reception = {
    store,
    pump,
    rooms: desk.rooms,
    onEdited: (...changed: Changed) => errands.run(onEdited(...changed, desk)),
    onPressed: (activity: Envelope) => errands.run(onSubmit(activity, desk)),
  }
  const router = Router()
  router.use(messagesPath, express.json({ limit: longestBody }), onUnreadable)
  router.post(messagesPath, async (request, response) => {
    const checked = await check(request, { settings, bot })
    if (typeof checked === 'number') return refuse(response, checked, log)
    const said = await bot.run(request, {
      receive: () => receive(checked, reception),
      invoke: () => onInvoke(checked, desk),
      onTrouble: desk.onTrouble,
    })
    response.status(said.status)
    if (said.body === undefined) response.end()
    else response.json(said.body)
  })
  pump.resume()
  live.wake()
  return {
    router,
    idle: async () => {
      await errands.done()
      await pump.idle()
      await live.settled()
    },
    stop: async (graceMs) => {
      const late = setTimeout(() => ending.abort(), graceMs)
      await Promise.all([pump.close(graceMs), live.close(graceMs)])
      clearTimeout(late)
    },
  }
}

type Changed = [Parameters<typeof onEdited>[0], Parameters<typeof onEdited>[1]]

interface Means {
  readonly bot: Botbuilder
  /** Aborted when the program ends. */
  readonly signal: AbortSignal
}

function furnish(parts: TeamsParts, { bot, signal }: Means) {
  const { settings, config, engine, store, log, clock, liveTimes } = parts
  const means = { bot, outbox: openOutbox() }
  const templates = templatesOf(config, log)
  const office = officeOn(store, config, clock)
  const house: House = {
    engine,
    store,
    templates,
    deadlineMs: deadlineOf(config),
    desk: office.desk,
    toLink: (finding) => linkTo(finding, config),
  }
  const onTrouble = openTrouble(log)
  warm(office, log)
  const show = showFor({ settings, store, office, engine, keepDays: config.keepDays })
  const surface = teamsSurface({
    ...means,
    show,
    admins: settings.admins,
    memory: store.memory,
    isTrial: settings.identity.by === 'nothing',
    stop: ({ conversation, id }) => pump.halt(conversation, [id]),
  })
  const rooms = openRoomDesk({ office, store, door: surface.name, links: config })
  const live = openLive(
    { surface: teamsRooms({ ...means, office, signal }), rooms: store.rooms, office, onTrouble },
    liveTimes,
  )
  // A bot can put no face on a message, and nothing it writes in a channel is for one person alone.
  const front = { desk: rooms, live, tick: async () => false, tellsAll: true }
  const pump: Pump = attend({ surface, house, store, onTrouble, front })
  const onDeed = () => live.wake()
  const own = { rooms, office, onDeed }
  const desk: Desk = { settings, means, house, engine, store, pump, onTrouble, ...own }
  return { desk, pump, live }
}

// A text of the town's that cannot be used must not keep the bot away: ours are there.
function templatesOf({ knowledgeDir }: Config, log?: Log): Templates {
  try {
    return readTemplates(knowledgeDir)
  } catch (error) {
    log?.error({ code: explain(error).code }, 'templates not usable')
    return readTemplates()
  }
}

// Read before it burns: the first card must not wait for it. Rules that cannot be used are told at once.
function warm({ desk }: Pick<Office, 'desk'>, log?: Log): void {
  try {
    desk.manual()
  } catch (error) {
    log?.error({ code: explain(error).code }, 'playbooks not usable')
  }
}

interface Checking {
  readonly settings: TeamsSettings
  readonly bot: Botbuilder
}

/** Malformed, elsewhere, forged, foreign: in this order, since only what is signed can be believed. */
async function check(request: Request, { settings, bot }: Checking): Promise<Envelope | number> {
  const parsed = Envelope.safeParse(request.body)
  if (!parsed.success) return 400
  const { channelId, serviceUrl } = parsed.data
  if (channelId !== 'msteams' || !isServedBy(settings, serviceUrl)) return 403
  const signature = await bot.verify(request)
  if (signature !== 'good') return signature === 'forged' ? 401 : 503
  return isForeign(parsed.data, settings) ? 403 : parsed.data
}

// The customer's tenant is not checked by the SDK.
function isForeign(activity: Envelope, { tenantId, identity }: TeamsSettings): boolean {
  if (identity.by === 'nothing') return false
  const tenants = tenantsOf(activity)
  return tenants.length === 0 || tenants.some((id) => id.toLowerCase() !== tenantId.toLowerCase())
}

function refuse(response: Response, status: number, log: Log | undefined): void {
  log?.warn({ status }, 'teams request refused')
  response.status(status).end()
}

function onUnreadable(
  _error: unknown,
  _request: Request,
  response: Response,
  _next: unknown,
): void {
  response.status(400).end()
}
