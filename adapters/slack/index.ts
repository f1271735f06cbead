import { Router } from 'express'
import { attend } from '../../src/attend.ts'
import type { Config, SlackSettings } from '../../src/config.ts'
import { deadlineOf } from '../../src/config.ts'
import { readTemplates, type Templates } from '../../src/crisis/templates.ts'
import { ConfigError, explain, isKnown } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/engine.ts'
import type { Log } from '../../src/log.ts'
import type { Store } from '../../src/ports.ts'
import type { House } from '../../src/reply.ts'
import { type Api, textOf } from './api.ts'
import { type Bolt, openBolt } from './bolt.ts'
import type { Desk } from './desk.ts'
import { onEdited } from './edited.ts'
import { guardRequests } from './guard.ts'
import type { Self } from './inbound.ts'
import { eventsPath } from './manifest.ts'
import { onAction } from './on-action.ts'
import { onShortcut } from './on-shortcut.ts'
import { onView } from './on-view.ts'
import { openPeople } from './people.ts'
import { receive } from './receive.ts'
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
}

export interface SlackDoor {
  /** To be mounted before the pages; missing in Socket Mode. */
  readonly router?: Router
  /** Settles when nothing is being answered. */
  idle(): Promise<void>
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
  const self = await introduce(bolt.api, parts.signal)
  const { desk, pump } = furnish(parts, bolt, self)
  const onTrouble = (error: unknown) => trouble(error, log)
  const careful = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: unknown) => {
      onTrouble(error)
      return undefined
    })
  const edited = (key: string, arrival: Parameters<typeof onEdited>[1]) =>
    onEdited(key, arrival, desk)
  await bolt.start(self, {
    receive: (incoming) => receive(incoming, { self, store: parts.store, pump, onEdited: edited }),
    onAction: (body) => careful(onAction(body, desk)),
    onShortcut: (body) => careful(onShortcut(body, desk)),
    onView: (body) => careful(onView(body, desk)),
    onHome: (event) => careful(onHome(event, desk)),
  })
  pump.resume()
  return {
    ...(settings.events.by === 'http' ? { router } : {}),
    idle: () => pump.idle(),
    stop: async (graceMs) => {
      await bolt.stop()
      await pump.close(graceMs)
    },
  }
}

function furnish({ settings, config, engine, store, log }: SlackParts, { api }: Bolt, self: Self) {
  const { team } = self
  const means = { api, people: openPeople(api, team), team, openChannels: settings.openChannels }
  const templates = templatesOf(config, log)
  const house: House = { engine, store, templates, deadlineMs: deadlineOf(config) }
  const onTrouble = (error: unknown) => trouble(error, log)
  const pump = attend({ surface: slackSurface(means), house, store, onTrouble })
  const { keepDays, model } = config
  const desk: Desk = { means, house, engine, store, pump, keepDays, hasModel: !!model, log }
  return { desk, pump }
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
async function introduce(api: Api, signal?: AbortSignal): Promise<Self> {
  for (;;) {
    signal?.throwIfAborted()
    const outcome = await persist(() => api('auth.test', {}))
    if (outcome.ok) {
      const [team, botUser] = [textOf(outcome.data, 'team_id'), textOf(outcome.data, 'user_id')]
      return { team, botUser, botId: textOf(outcome.data, 'bot_id') }
    }
    if (!outcome.isTransient) throw refused(outcome.reason)
  }
}

function refused(reason: string): ConfigError {
  return new ConfigError([`SLACK_BOT_TOKEN: Slack nimmt das Token nicht an (${reason}).`], {
    fix: 'Bitte in den Einstellungen der App unter „OAuth & Permissions“ das Bot-Token neu kopieren (xoxb-…).',
  })
}

/** What went wrong, by its code: words of people may be in any error's text. */
function trouble(error: unknown, log?: Log): void {
  const { name } = error instanceof Error ? error : { name: typeof error }
  const code = isKnown(error) ? error.code : name
  log?.warn({ code }, 'slack answer not out yet')
}
