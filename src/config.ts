import { existsSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { ConfigError } from './domain/errors.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const level = z.enum(['silent', 'error', 'warn', 'info', 'debug'])

const Variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3978),
  PUBLIC_URL: address.optional(),
  KNOWLEDGE_DIR: z.string().min(1).default('knowledge'),
  DATA_DIR: z.string().min(1).default('.data'),
  LINK_SECRET: z.string().min(32, 'braucht mindestens 32 Zeichen').optional(),
  LOG_LEVEL: level.default('info'),
})

/** Everything that can be set from outside. Paths are as given, relative to the working folder. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly knowledgeDir: string
  readonly dataDir: string
  /** Signs links to transcript pages; set whenever the server listens beyond this machine. */
  readonly linkSecret?: string
  readonly logLevel: z.infer<typeof level>
}

/** The variables we read, for `.env.example`, the README and `doctor`. */
export const variables = Object.keys(Variables.shape)

/** Whether a host name means this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/**
 * Reads the environment. Empty variables count as unset.
 *
 * @throws ConfigError (`bad-config`) with every problem at once
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Variables.safeParse(given)
  const problems = parsed.success ? beyondLoopback(parsed.data) : parsed.error.issues.map(toProblem)
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(problems, {
      fix: 'Bitte in der Umgebung oder in der Datei .env ändern; .env.example erklärt jede Variable.',
    })
  }
  const { HOST, PORT, PUBLIC_URL, KNOWLEDGE_DIR, DATA_DIR, LINK_SECRET, LOG_LEVEL } = parsed.data
  return {
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`,
    knowledgeDir: KNOWLEDGE_DIR,
    dataDir: DATA_DIR,
    ...(LINK_SECRET ? { linkSecret: LINK_SECRET } : {}),
    logLevel: LOG_LEVEL,
  }
}

/**
 * The configuration of this process. `over` wins over the environment, `under` fills its gaps.
 *
 * @throws ConfigError (`bad-config`) with every problem at once
 */
export function readConfig(
  over: Readonly<Record<string, string | undefined>> = {},
  under: Readonly<Record<string, string>> = {},
): Config {
  loadEnvFile()
  const set = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined))
  return parseConfig({ ...under, ...process.env, ...set })
}

// As `node --env-file-if-exists` does, but without its line on standard error at every start.
function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

function beyondLoopback(given: z.infer<typeof Variables>): string[] {
  if (isLoopback(given.HOST) || given.LINK_SECRET) return []
  return [
    `LINK_SECRET: fehlt, obwohl HOST=${given.HOST} über diesen Rechner hinaus erreichbar ist.`,
  ]
}

function toProblem(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`
}
