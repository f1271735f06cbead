import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import textSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
}
import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json' with {
  type: 'json',
}
import draft04 from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { labels as slackLabels } from '../../adapters/slack/labels.ts'
import { Envelope } from '../../adapters/teams/envelope.ts'
import { sort } from '../../adapters/teams/inbound.ts'
import { messagesPath } from '../../adapters/teams/index.ts'
import { labels } from '../../adapters/teams/labels.ts'
import { englishFor, type ManifestOptions, manifestFor } from '../../adapters/teams/manifest.ts'
import type { Inbound } from '../../src/domain/inbound.ts'
import { spokenIn } from '../../src/incident-words.ts'
import { wishOf } from '../../src/wish.ts'

const door = new URL('../../adapters/teams/', import.meta.url).pathname
const appId = '5f0c0000-1111-4222-8333-444455556666'
const options: ManifestOptions = { url: 'https://bot.stadt.example', appId }
const variants = [
  ['mentions only', options],
  ['reading along', { ...options, hasRsc: true, version: '1.0.1' }],
] as const

const text = (most: number) => z.string().min(1).max(most)
const page = z.url({ protocol: /^https$/ }).max(2048)
const place = z.enum(['personal', 'team', 'groupChat'])
const id = z.literal(appId)

/** The limits of platform.md, 3.3, and nothing that the door does not do. */
const Manifest = z.strictObject({
  $schema: page,
  manifestVersion: z.literal('1.29'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id,
  developer: z.strictObject({
    name: text(32),
    websiteUrl: page,
    privacyUrl: page,
    termsOfUseUrl: page,
  }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[\dA-F]{6}$/),
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.literal('de'),
    additionalLanguages: z.tuple([
      z.strictObject({ languageTag: z.literal('en'), file: z.literal('en.json') }),
    ]),
  }),
  bots: z.tuple([
    z.strictObject({
      botId: id,
      scopes: z.array(place).length(3),
      supportsFiles: z.literal(false),
      isNotificationOnly: z.literal(false),
      commandLists: z
        .array(
          z.strictObject({
            scopes: z.array(place).min(1),
            commands: z
              .array(
                z.strictObject({
                  type: z.literal('prompt').optional(),
                  title: text(128),
                  description: text(4000),
                  prompt: text(4000).optional(),
                }),
              )
              .min(1)
              .max(12),
          }),
        )
        .min(1)
        .max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({
      botId: id,
      commands: z
        .array(
          z.strictObject({
            id: text(64),
            type: z.literal('action'),
            context: z.tuple([z.literal('message')]),
            fetchTask: z.literal(true),
            title: text(32),
            description: text(128),
          }),
        )
        .max(10),
    }),
  ]),
  permissions: z.tuple([z.literal('identity')]),
  validDomains: z.tuple([z.literal('bot.stadt.example')]),
  webApplicationInfo: z.strictObject({ id, resource: page }).optional(),
  authorization: z
    .strictObject({
      permissions: z.strictObject({
        resourceSpecific: z
          .array(z.strictObject({ name: text(128), type: z.literal('Application') }))
          .max(16),
      }),
    })
    .optional(),
})

// One of Microsoft's patterns is no regular expression with the u flag.
const lenient = { strict: false, validateFormats: false, unicodeRegExp: false }
const ajv = new draft04.default({ ...lenient, allErrors: true })
const isManifest = ajv.compile(schema)
const isText = ajv.compile(textSchema)
const plain = Manifest.parse(manifestFor(options))
const reading = Manifest.parse(manifestFor({ ...options, hasRsc: true }))
const [bot] = plain.bots
const [extension] = plain.composeExtensions

describe.each(variants)('the manifest, %s', (_, given) => {
  it('keeps to the limits and says nothing that the door does not do', () => {
    expect(Manifest.safeParse(manifestFor(given)).error?.issues).toBeUndefined()
  })

  it('is what Microsoft calls one', () => {
    isManifest(manifestFor(given))
    expect(isManifest.errors).toBeNull()
    isText(englishFor(given))
    expect(isText.errors).toBeNull()
  })

  it('says everything in English as well', () => {
    const { name, description, bots, composeExtensions } = manifestFor(given) as typeof plain
    const said = flat({ name, description, bots, composeExtensions })
    const words = said.filter(([key]) =>
      /(?:^(?:name|description)|[^c]\.(?:title|description|prompt))/.test(key),
    )
    const english = new Map(flat(englishFor(given)))
    for (const [key, german] of words) {
      const translated = english.get(key)
      expect(translated, key).toBeTruthy()
      const isName = key === 'name.short' || spokenIn(german) !== undefined
      if (!isName) expect(translated, key).not.toBe(german)
    }
    expect([...english.keys()].filter((key) => key !== '$schema').toSorted()).toEqual(
      words.map(([key]) => key).toSorted(),
    )
  })
})

/** Every text by the name that localisation has for it: `bots[0].commandLists[0].…`. */
function flat(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((one, at) => flat(one, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => flat(one, path ? `${path}.${key}` : key))
}

it('would not pass for a manifest with something wrong', () => {
  expect(isManifest({ ...plain, accentColor: 'blue' })).toBe(false)
  expect(isManifest({ ...plain, name: { short: 'x'.repeat(31) } })).toBe(false)
  expect(isText({ ...englishFor(), 'name.short': 'x'.repeat(31) })).toBe(false)
})

describe('what people can choose', () => {
  const prompts = bot.commandLists.flatMap(({ scopes, commands }) =>
    commands.filter(({ type }) => type === 'prompt').map((command) => ({ ...command, scopes })),
  )
  const english = new Map(flat(englishFor()))

  it('are the questions that Slack offers, in both languages', () => {
    expect(prompts.map(({ title, prompt }) => ({ title, message: prompt }))).toEqual(
      slackLabels('de').prompts,
    )
    const offered = prompts.map((_, at) => {
      const key = `bots[0].commandLists[0].commands[${at}]`
      return { title: english.get(`${key}.title`), message: english.get(`${key}.prompt`) }
    })
    expect(offered).toEqual(slackLabels('en').prompts)
    expect(new Set(prompts.flatMap(({ scopes }) => scopes))).toEqual(new Set(['personal']))
  })

  const typed = bot.commandLists.flatMap(({ commands }, list) =>
    commands.flatMap(({ type, title }, at) => {
      if (type === 'prompt') return []
      return [title, english.get(`bots[0].commandLists[${list}].commands[${at}].title`) ?? '']
    }),
  )

  it.each(typed)('“%s” is understood as more than a question', (words) => {
    expect(wishOf(inbound(words)).wish !== 'question' || isForDesk(words)).toBe(true)
  })

  it('is everything that is understood besides questions', () => {
    const others = typed.filter((words) => !isForDesk(words))
    const wishes = new Set(others.map((words) => wishOf(inbound(words)).wish))
    expect([...wishes].toSorted()).toEqual(['close', 'help', 'human', 'more', 'place', 'start'])
  })
})

/** The words of the crisis desk are German for everybody. */
function isForDesk(words: string): boolean {
  return spokenIn(words) !== undefined
}

function inbound(words: string): Inbound {
  const [conversation, message] = ['teams:t:c', 'teams:t:c:1']
  const who = { person: 'teams:t:u', place: 'channel', locale: 'de' } as const
  return { id: '1', conversation, message, text: words, hasFiles: false, isCommand: false, ...who }
}

describe('what the door answers', () => {
  const source = globSync('*.ts', { cwd: door })
    .map((file) => readFileSync(join(door, file), 'utf8'))
    .join('\n')

  it('is declared, and the other way round', () => {
    const answered = Array.from(
      source.matchAll(/commandId: z\.literal\('([\w.]+)'\)/g),
      (match) => match[1],
    )
    expect(extension.commands.map((one) => one.id)).toEqual(answered)
    const hasExtension = /'composeExtension\/fetchTask'/.test(source)
    expect(hasExtension).toBe(extension.commands.length > 0)
    // None of these is answered, so none may be offered.
    expect(source).not.toMatch(/'composeExtension\/query|'fileConsent\//)
  })

  it('has every button that our cards show', () => {
    const shown = Array.from(source.matchAll(/\bexecute\('([\w.]+)'/g), (match) => match[1] ?? '')
    expect(shown.length).toBeGreaterThan(3)
    const handling = source.replace(/\bexecute\('[\w.]+'/g, '')
    const isAnswered = (verb: string) => new RegExp(`'${verb}'|\\b${verb}:`).test(handling)
    expect(shown.filter((verb) => !isAnswered(verb))).toEqual([])
  })

  it('has every dialog that our buttons ask for', () => {
    expect(source).toMatch(/type: 'task\/fetch'/)
    expect(source).toMatch(/'task\/fetch': \w+,/)
    expect(source).toMatch(/'task\/submit': \w+,/)
  })

  it('bears the name that its dialog has', () => {
    const key = 'composeExtensions[0].commands[0].title'
    expect(extension.commands.map(({ title }) => title)).toEqual([labels('de').draft])
    expect(new Map(flat(englishFor())).get(key)).toBe(labels('en').draft)
  })

  it('comes in where people are told to let it in', () => {
    expect(messagesPath).toBe('/api/messages')
  })
})

describe('reading along', () => {
  it('is asked for only when it is wanted, and then said', () => {
    expect(plain).not.toHaveProperty('authorization')
    expect(plain).not.toHaveProperty('webApplicationInfo')
    expect(plain.description.full).not.toContain('alle Nachrichten')
    expect(reading.description.full).toContain('alle Nachrichten der Kanäle')
  })

  it('asks for channels alone: elsewhere the door hears nothing but mentions', () => {
    const asked = reading.authorization?.permissions.resourceSpecific.map(({ name }) => name)
    expect(asked).toEqual(['ChannelMessage.Read.Group'])
    expect(sort(unmentioned('channel')).kind).toBe('follow-up')
    expect(sort(unmentioned('groupChat')).kind).toBe('nothing')
  })
})

function unmentioned(conversationType: string): Envelope {
  return Envelope.parse({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: '19:a@thread.v2', conversationType, tenantId: 't' },
    from: { id: '29:u' },
    recipient: { id: `28:${appId}` },
    text: 'und dann?',
  })
}
