import { Router } from 'express'
import { attend, type Front } from '../../src/attend.ts'
import type { Config } from '../../src/config.ts'
import { deadlineOf } from '../../src/config.ts'
import type { SlackSettings } from '../../src/config-chats.ts'
import { readTemplates, type Templates } from '../../src/crisis/templates.ts'
import { explain, isKnown } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/engine.ts'
import { type Live, liveTimes, openLive } from '../../src/incident-live.ts'
import { openRoomDesk } from '../../src/incident-room.ts'
import { linkTo } from '../../src/links.ts'
import type { Log } from '../../src/log.ts'
import { officeOn } from '../../src/office.ts'
import type { Clock } from '../../src/ports.ts'
import type { Store } from '../../src/ports-store.ts'
import type { House } from '../../src/reply.ts'
import { parseAddress } from './address.ts'
import { type Api, refusedToken, textOf } from './api.ts'
import { type Bolt, openBolt } from './bolt.ts'
import type { Desk } from './desk.ts'
import { onEdited } from './edited.ts'
import { guardRequests } from './guard.ts'
import type { Self } from './inbound.ts'
import { eventsPath } from './manifest.ts'
import { onAction } from './on-action.ts'
import { onShortcut } from './on-shortcut.ts'
import { onView } from './on-view.ts'
import { openPeople, standingOf } from './people.ts'
import { receive } from './receive.ts'
import { slackRooms, tick } from './room.ts'
import { persist } from './send.ts'
import { slackSurface } from './surface.ts'
import { onHome } from './tabs.ts'

/** What the door needs of the house. */
export interface SlackParts {
  readonly settings: SlackSettings
  readonly config: Config
  readonly engine: Engine
  readonly store: Store
  readonly log?: Log
  /** Ends the wait for a Slack that is away. */
  readonly signal?: AbortSignal
  /** Of incidents; the machine's where it is missing. */
  readonly clock?: Clock
  /** How often the rooms of incidents are looked at, and how long they rest. */
  readonly times?: typeof liveTimes
}

export interface SlackDoor {
  /** To be mounted before the pages; missing in Socket Mode. */
  readonly router?: Router
  /** Settles when nothing is being answered. */
  idle(): Promise<void>
  /** Settles when every incident's thread shows what it should. */
  settled(): Promise<void>
  /** Lets running answers end, then closes; what does not end is answered after the next start. */
  stop(graceMs: number): Promise<void>
}

/**
 * Opens the door to one workspace and answers what an earlier run left.
 *
 * @throws ConfigError (`bad-config`) when Slack refuses the token
 */
export async function slackDoor(parts: SlackParts): Promise<SlackDoor> {
  const { settings, log } = parts
  const router = Router()
  const bolt = openBolt(settings, () => guarded(router, log), log)
  const self = { ...(await introduce(bolt.api, parts.signal)), apiUrl: settings.apiUrl }
  const { desk, pump, live } = furnish(parts, bolt, self)
  const onTrouble = (error: unknown) => trouble(error, log)
  const careful = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: unknown) => {
      onTrouble(error)
      return undefined
    })
  const edited = (key: string, arrival: Parameters<typeof onEdited>[1]) =>
    onEdited(key, arrival, desk)
  const isWelcome = async (text: string) => {
    const address = parseAddress(text)
    const person = await desk.means.people.find(address.user)
    return standingOf(address, person, desk.means) === 'welcome'
  }
  const handling: Parameters<Bolt['start']>[1] = {
    receive: (incoming) =>
      receive(incoming, {
        self,
        store: parts.store,
        desk: desk.front.desk,
        pump,
        isWelcome,
        onEdited: edited,
      }),
    onAction: (body) => careful(onAction(body, desk)),
    onShortcut: (body) => careful(onShortcut(body, desk)),
    onView: (body) => careful(onView(body, desk)),
    onHome: (event) => careful(onHome(event, desk)),
  }
  await bolt.start(self, handling, parts.signal)
  pump.resume()
  live.wake()
  return {
    ...(settings.events.by === 'http' ? { router } : {}),
    idle: () => pump.idle(),
    settled: () => live.settled(),
    stop: async (graceMs) => {
      await bolt.stop()
      await pump.close(graceMs)
      await live.close(graceMs)
    },
  }
}

function furnish(parts: SlackParts, { api }: Bolt, self: Self) {
  const { settings, config, engine, store, log } = parts
  const { team } = self
  const { apiUrl, openChannels } = settings
  const means = {
    api,
    people: openPeople(api, team),
    team,
    apiUrl,
    openChannels,
    rooms: store.rooms,
  }
  const templates = templatesOf(config, log)
  const onTrouble = (error: unknown) => trouble(error, log)
  const { front, live, desk: core } = openFront(parts, api, onTrouble)
  const toLink: House['toLink'] = (finding) => linkTo(finding, config)
  const deadlineMs = deadlineOf(config)
  const house: House = { engine, store, templates, desk: core, toLink, deadlineMs }
  const pump = attend({ surface: slackSurface(means), house, store, onTrouble, front })
  const { keepDays, model } = config
  const around = { keepDays, hasModel: !!model, onTrouble }
  const desk: Desk = { means, house, engine, store, pump, front, ...around }
  return { desk, pump, live }
}

function openFront(
  { config, store, clock, times = liveTimes }: SlackParts,
  api: Api,
  onTrouble: (error: unknown) => void,
) {
  const office = officeOn(store, config, ...(clock ? [clock] : []))
  const desk = openRoomDesk({ office, store, door: 'slack', links: config })
  const parts = { surface: slackRooms(api), rooms: store.rooms, office, onTrouble }
  const live: Live = openLive(parts, times)
  const front: Front = { desk, live, tick: (address) => tick(address, api) }
  return { front, live, desk: office.desk }
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

function guarded(router: Router, log?: Log): Router {
  router.use(
    eventsPath,
    guardRequests(() => log?.warn('slack request refused')),
  )
  return router
}

/** Asks Slack who we are. Slack being away is waited for; a token it refuses is not. */
async function introduce(api: Api, signal?: AbortSignal): Promise<Omit<Self, 'apiUrl'>> {
  for (;;) {
    signal?.throwIfAborted()
    const outcome = await unless(
      signal,
      persist(() => api('auth.test', {})),
    )
    if (outcome.ok) {
      const [team, botUser] = [textOf(outcome.data, 'team_id'), textOf(outcome.data, 'user_id')]
      return { team, botUser, botId: textOf(outcome.data, 'bot_id') }
    }
    if (!outcome.isTransient) throw refusedToken('SLACK_BOT_TOKEN', outcome.reason)
  }
}

/** @throws the signal's reason, at once: nobody waits for a Slack that is away when the program ends. */
async function unless<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return await work
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  return await Promise.race([work, aborted]).finally(() => {
    signal.removeEventListener('abort', onAbort)
  })
}

/** What went wrong, by its code: words of people may be in any error's text. */
function trouble(error: unknown, log?: Log): void {
  const { name } = error instanceof Error ? error : { name: typeof error }
  const code = isKnown(error) ? error.code : name
  log?.warn({ code }, 'slack answer not out yet')
}
