import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { labels } from '../../adapters/slack/labels.ts'
import { eventsPath, manifestFor, scopes } from '../../adapters/slack/manifest.ts'

const door = new URL('../../adapters/slack/', import.meta.url).pathname
const source = globSync('*.ts', { cwd: door })
  .map((file) => readFileSync(join(door, file), 'utf8'))
  .join('\n')

const text = (most: number, least = 1) => z.string().min(least).max(most)
const address = z.url({ protocol: /^https$/ }).max(3000)

/** The limits of Slack's schema, major version 2; no key it does not know. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4000, 175),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.literal(true) }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(255), message: text(3000) })).max(4),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[a-z]+$/),
          url: address.optional(),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.literal(true),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(text(50)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: z.array(text(50)).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: address.optional(),
    }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

const socket = Manifest.parse(manifestFor())
const http = Manifest.parse(manifestFor({ url: 'https://bot.stadt.example' }))
const events = socket.settings.event_subscriptions.bot_events

describe('both variants', () => {
  it('differ in how events come, and in nothing else', () => {
    const url = 'https://bot.stadt.example/slack/events'
    const [command] = socket.features.slash_commands
    expect(http).toEqual({
      ...socket,
      features: { ...socket.features, slash_commands: [{ ...command, url }] },
      settings: {
        ...socket.settings,
        event_subscriptions: { ...socket.settings.event_subscriptions, request_url: url },
        interactivity: { ...socket.settings.interactivity, request_url: url },
        socket_mode_enabled: false,
      },
    })
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(socket)).not.toContain('http')
  })

  it('send everything where the door listens', () => {
    expect(http.settings.interactivity.request_url).toBe(`https://bot.stadt.example${eventsPath}`)
  })

  it('name nothing twice', () => {
    for (const list of [scopes, events]) expect(new Set(list).size).toBe(list.length)
  })
})

/** What each event needs, from the reference of Slack's events. */
const scopeOfEvent: Readonly<Record<string, string | undefined>> = {
  agent_session_stopped: undefined,
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
}

/** What each call needs, from the reference of Slack's methods. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'agents.sessions.setStatus': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  // To a person's id it opens a direct message.
  'chat.postMessage': ['chat:write', 'im:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'pins.add': ['pins:write'],
  'reactions.add': ['reactions:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
}

const called = found(/\bapi\(\s*'([a-z]+(?:\.[A-Za-z]+)+)'/g)

function found(pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(source.matchAll(pattern), (match) => match[1] ?? ''))]
}

describe('permissions', () => {
  it('cover every event', () => {
    expect(events.toSorted()).toEqual(Object.keys(scopeOfEvent).toSorted())
    const needed = Object.values(scopeOfEvent).filter((scope) => scope !== undefined)
    expect(needed.filter((scope) => !scopes.includes(scope))).toEqual([])
  })

  it('cover every call of the door', () => {
    expect(called.length).toBeGreaterThan(10)
    expect(called.filter((method) => !(method in scopesOfMethod))).toEqual([])
    const needed = called.flatMap((method) => scopesOfMethod[method] ?? [])
    expect(needed.filter((scope) => !scopes.includes(scope))).toEqual([])
  })

  it('cover the agent, the command and the shortcut', () => {
    expect(scopes).toEqual(expect.arrayContaining(['assistant:write', 'im:write', 'commands']))
  })

  it('ask for nothing that nothing needs', () => {
    const needed = new Set<string | undefined>([
      'commands',
      ...Object.values(scopeOfEvent),
      ...called.flatMap((method) => scopesOfMethod[method] ?? []),
    ])
    expect(scopes.filter((scope) => !needed.has(scope))).toEqual([])
  })
})

it('is explained permission by permission to whoever installs it', () => {
  const page = readFileSync(join(door, '../README.md'), 'utf8')
  const [, table = ''] = /\| permission \| for \|\n(.*?)\n\n/s.exec(page) ?? []
  const heads = Array.from(table.matchAll(/^\| ([^|]+) \|/gm), (match) => match[1] ?? '')
  const named = Array.from(heads.join().matchAll(/`([^`]+)`/g), (match) => match[1])
  expect(named.toSorted()).toEqual(scopes.toSorted())
})

describe('what the door listens to', () => {
  it('is subscribed to, event by event', () => {
    const named = [...found(/\bevent\.type === '(\w+)'/g), ...found(/\bapp\.event\('(\w+)'/g)]
    expect(named).toEqual(expect.arrayContaining(['message', 'app_mention', 'app_home_opened']))
    const heard = named.flatMap((name) =>
      name === 'message' ? ['message.channels', 'message.groups', 'message.im'] : [name],
    )
    expect(events.toSorted()).toEqual([...new Set(heard)].toSorted())
  })

  it('has its shortcut, under the name people are told', () => {
    const ids = found(/callback_id: z\.literal\('([\w.]+)'\)/g)
    expect(socket.features.shortcuts.map((one) => one.callback_id)).toEqual(ids)
    for (const { name } of socket.features.shortcuts) {
      for (const language of ['de', 'en'] as const) {
        expect(labels(language).home.can.join()).toContain(name)
      }
    }
  })

  it('has its command, under the name people are told', () => {
    const told = Array.from(
      labels('de')
        .home.can.join(' ')
        .matchAll(/(?<!\S)\/[a-z]+/g),
      String,
    )
    expect(socket.features.slash_commands.map((one) => one.command)).toEqual([...new Set(told)])
  })

  it('offers the same questions as the tab does', () => {
    expect(socket.features.agent_view.suggested_prompts).toEqual(labels('de').prompts)
  })
})

it('needs none of Bolt: its types lack a scope and an event that are used', () => {
  expect(readFileSync(join(door, 'manifest.ts'), 'utf8')).not.toContain('@slack/')
  expect(scopes).toContain('assistant:write')
  expect(events).toContain('agent_session_stopped')
})
