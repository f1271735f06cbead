import { existsSync, readFileSync } from 'node:fs'
import { setGlobalProxyFromEnv } from 'node:http'
import process from 'node:process'
import { z } from 'zod'
import {
  type SlackSettings,
  slackOf,
  slackProblems,
  slackVariables,
  type TeamsSettings,
  teamsOf,
  teamsProblems,
  teamsVariables,
} from './config-chats.ts'
import { ConfigError } from './domain/errors.ts'
import { isLoopback } from './domain/host.ts'

// What is wrong with a variable is read by people; the words come from zod's German locale.
const german = z.locales.de()

const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const level = z.enum(['silent', 'error', 'warn', 'info', 'debug'])
const milliseconds = z.coerce.number().int().min(100).max(120_000)
const key = z.string().min(1)

const Variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3978),
  PUBLIC_URL: address.optional(),
  KNOWLEDGE_DIR: z.string().min(1).default('knowledge'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATA_KEY: z.string().min(32, 'braucht mindestens 32 Zeichen').optional(),
  KEEP_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  INCIDENT_KEEP_DAYS: z.coerce.number().int().min(30).max(3650).default(180),
  LINK_SECRET: z.string().min(32, 'braucht mindestens 32 Zeichen').optional(),
  INGEST_AT: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'ist keine Uhrzeit wie 03:30')
    .optional(),
  TRANSCRIBE_URL: address.optional(),
  TRANSCRIBE_MODEL: z.string().min(1).default('whisper-1'),
  TRANSCRIBE_KEY: key.optional(),
  LOG_LEVEL: level.default('info'),
  OPENAI_API_KEY: key.optional(),
  MODEL_URL: address.optional(),
  MODEL_NAME: z.string().min(1).optional(),
  MODEL_KEY: key.optional(),
  MODEL_TIMEOUT_MS: milliseconds.default(12_000),
  MODEL_MAX_TOKENS: z.coerce.number().int().min(100).max(16_000).default(1200),
  EMBEDDINGS_URL: address.optional(),
  EMBEDDINGS_MODEL: z.string().min(1).optional(),
  EMBEDDINGS_KEY: key.optional(),
  EMBEDDINGS_QUERY_PREFIX: z.string().default(''),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().default(''),
  EMBEDDINGS_BATCH: z.coerce.number().int().min(1).max(2048).default(64),
  EMBEDDINGS_TIMEOUT_MS: milliseconds.default(5000),
  FUSION_WEIGHT: z.coerce.number().min(0).max(1).default(0.35),
  ...slackVariables,
  ...teamsVariables,
})
type Given = z.infer<typeof Variables>

/** Secrets may also lie in a file, as container platforms hand them over. */
const secrets = [
  'DATA_KEY',
  'LINK_SECRET',
  'OPENAI_API_KEY',
  'MODEL_KEY',
  'EMBEDDINGS_KEY',
  'TRANSCRIBE_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'TEAMS_APP_PASSWORD',
] as const

/** What OPENAI_API_KEY alone turns on. */
const hosted = {
  url: 'https://api.openai.com/v1',
  model: 'gpt-5-mini',
  embeddings: 'text-embedding-3-large',
} as const

/** A chat model behind an address that speaks the OpenAI protocol. */
export interface ModelSettings {
  readonly url: string
  readonly name: string
  readonly key?: string
  readonly timeoutMs: number
  readonly maxTokens: number
}

/** An embeddings model behind such an address; the prefixes are what the model was trained with. */
export interface EmbeddingsSettings {
  readonly url: string
  readonly name: string
  readonly key?: string
  readonly queryPrefix: string
  readonly passagePrefix: string
  readonly batch: number
  readonly timeoutMs: number
}

/** A server that writes down speech and speaks the OpenAI protocol. */
export interface TranscriberSettings {
  readonly url: string
  readonly model: string
  readonly key?: string
}

/** Everything that can be set from outside. Paths are as given, relative to the working folder. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly knowledgeDir: string
  readonly dataDir: string
  /** Seals what is stored; without it a key is kept beside the data. */
  readonly dataKey?: string
  /** How long questions (redacted) and answers are kept, in days. */
  readonly keepDays: number
  /** How long after its end the words of an incident are kept, in days; figures stay. */
  readonly incidentKeepDays?: number
  /** Signs links to transcript pages; set whenever the server listens beyond this machine. */
  readonly linkSecret?: string
  readonly logLevel: z.infer<typeof level>
  /** When `serve` fetches and reads what is new, every day, on this machine's clock; `HH:MM`. */
  readonly ingestAt?: string
  readonly transcriber?: TranscriberSettings
  readonly model?: ModelSettings
  readonly embeddings?: EmbeddingsSettings
  /** How much the vectors count beside the words, 0 to 1. */
  readonly fusionWeight: number
  readonly slack?: SlackSettings
  readonly teams?: TeamsSettings
}

/** The variables we read, for `.env.example`, the README and `doctor`. */
export const variables = Object.keys(Variables.shape)

/** How long a door waits for one answer, in milliseconds: a slow local model gets the time it was given. */
export function deadlineOf({ model }: Pick<Config, 'model'>): number {
  return Math.max(20_000, (model?.timeoutMs ?? 0) + 8000)
}

/** Whether links name an address beyond this machine, so that a proxy probably stands before it. */
export function isProxied({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return !isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))
}

/** Whether people elsewhere may reach this server. */
export function isExposed(config: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return !isLoopback(config.host) || isProxied(config)
}

/**
 * Reads the environment. Empty variables count as unset.
 *
 * @throws ConfigError (`bad-config`) with every problem at once
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Variables.safeParse(set, { error: german.localeError })
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(toProblem)
  if (!parsed.success || problems.length > 0) throw badConfig(problems)
  const given = parsed.data
  return {
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
    knowledgeDir: given.KNOWLEDGE_DIR,
    dataDir: given.DATA_DIR,
    ...(given.DATA_KEY ? { dataKey: given.DATA_KEY } : {}),
    keepDays: given.KEEP_DAYS,
    incidentKeepDays: given.INCIDENT_KEEP_DAYS,
    ...(given.LINK_SECRET ? { linkSecret: given.LINK_SECRET } : {}),
    logLevel: given.LOG_LEVEL,
    ...(given.INGEST_AT ? { ingestAt: given.INGEST_AT } : {}),
    ...transcriberOf(given),
    ...modelOf(given),
    ...embeddingsOf(given),
    fusionWeight: given.FUSION_WEIGHT,
    ...slackOf(given),
    ...teamsOf(given),
  }
}

/**
 * The configuration of this process, `.env` and secret files included. `over` wins over the
 * environment, `under` fills its gaps. From here on everything outbound, WebSockets included, goes
 * through the proxy that HTTPS_PROXY and NO_PROXY name.
 *
 * @throws ConfigError (`bad-config`) with every problem at once
 */
export function readConfig(
  over: Readonly<Record<string, string | undefined>> = {},
  under: Readonly<Record<string, string>> = {},
): Config {
  loadEnvFile()
  setGlobalProxyFromEnv(process.env)
  const set = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined))
  return parseConfig({ ...under, ...process.env, ...secretsFrom(process.env), ...set })
}

// As `node --env-file-if-exists` does, but without its line on standard error at every start.
function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

function secretsFrom(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const found = secrets.flatMap((name): (readonly [string, string])[] => {
    const file = env[`${name}_FILE`]
    return file?.trim() ? [[name, readSecret(`${name}_FILE`, file)]] : []
  })
  return Object.fromEntries(found)
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw badConfig([`${name}: die Datei ${file} lässt sich nicht lesen.`])
  }
}

function transcriberOf({
  TRANSCRIBE_URL: url,
  TRANSCRIBE_MODEL: model,
  TRANSCRIBE_KEY: key,
}: Given) {
  return url ? { transcriber: { url, model, ...(key ? { key } : {}) } } : {}
}

function modelOf(given: Given): Pick<Config, 'model'> {
  const url = given.MODEL_URL ?? (given.OPENAI_API_KEY ? hosted.url : undefined)
  const name = given.MODEL_NAME ?? (url === hosted.url ? hosted.model : undefined)
  if (!url || !name) return {}
  const secret = given.MODEL_KEY ?? given.OPENAI_API_KEY
  const limits = { timeoutMs: given.MODEL_TIMEOUT_MS, maxTokens: given.MODEL_MAX_TOKENS }
  return { model: { url, name, ...(secret ? { key: secret } : {}), ...limits } }
}

function embeddingsOf(given: Given): Pick<Config, 'embeddings'> {
  const isHosted = given.OPENAI_API_KEY !== undefined && given.MODEL_URL === undefined
  const url = given.EMBEDDINGS_URL ?? (isHosted ? hosted.url : undefined)
  const name = given.EMBEDDINGS_MODEL ?? (url === hosted.url ? hosted.embeddings : undefined)
  if (!url || !name) return {}
  const secret = given.EMBEDDINGS_KEY ?? given.OPENAI_API_KEY
  return {
    embeddings: {
      url,
      name,
      ...(secret ? { key: secret } : {}),
      queryPrefix: given.EMBEDDINGS_QUERY_PREFIX,
      passagePrefix: given.EMBEDDINGS_PASSAGE_PREFIX,
      batch: given.EMBEDDINGS_BATCH,
      timeoutMs: given.EMBEDDINGS_TIMEOUT_MS,
    },
  }
}

/** What each variable alone cannot know: halves of a pair, and what reaching beyond this machine needs. */
function contradictions(given: Given): string[] {
  const problems: string[] = []
  if (!isLoopback(given.HOST) && !given.LINK_SECRET) {
    problems.push(
      `LINK_SECRET: fehlt, obwohl HOST=${given.HOST} über diesen Rechner hinaus erreichbar ist.`,
    )
  }
  const isForeign = (url: string | undefined) => url !== undefined && url !== hosted.url
  if (isForeign(given.MODEL_URL) && !given.MODEL_NAME)
    problems.push('MODEL_NAME: fehlt zu MODEL_URL.')
  if (given.MODEL_NAME && !modelOf(given).model) problems.push('MODEL_URL: fehlt zu MODEL_NAME.')
  if (isForeign(given.EMBEDDINGS_URL) && !given.EMBEDDINGS_MODEL) {
    problems.push('EMBEDDINGS_MODEL: fehlt zu EMBEDDINGS_URL.')
  }
  if (given.EMBEDDINGS_MODEL && !embeddingsOf(given).embeddings) {
    problems.push('EMBEDDINGS_URL: fehlt zu EMBEDDINGS_MODEL.')
  }
  return [...problems, ...slackProblems(given), ...teamsProblems(given)]
}

function badConfig(problems: readonly string[]): ConfigError {
  return new ConfigError(problems, {
    fix: 'Bitte in der Umgebung oder in der Datei .env ändern; .env.example erklärt jede Variable.',
  })
}

function toProblem(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`
}
