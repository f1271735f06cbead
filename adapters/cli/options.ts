import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../../src/config.ts'
import { ConfigError } from '../../src/domain/errors.ts'

/** Options of one command as `node:util` reads them. */
export type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** What was typed behind a command. */
export interface Typed {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  value(name: string): string | undefined
  /** Of an option that may stand several times. */
  values(name: string): readonly string[]
}

/** Every command has these. */
const common = {
  help: { type: 'boolean', short: 'h' },
  knowledge: { type: 'string' },
} as const satisfies Options

/**
 * Reads what was typed behind a command.
 *
 * @throws ConfigError (`bad-config`) for an option the command does not know
 */
export function parseTyped(args: readonly string[], options: Options = {}): Typed {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...common, ...options },
      allowPositionals: true,
    })
    const values: Record<string, unknown> = parsed.values
    return {
      words: parsed.positionals,
      flags: new Set(Object.keys(values).filter((name) => values[name] === true)),
      value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      values: (name) => {
        const all = values[name]
        return Array.isArray(all) ? all.filter((one) => typeof one === 'string') : []
      },
    }
  } catch (cause) {
    throw usageError(problemOf(cause), cause)
  }
}

/** The configuration with what was typed laid over it; quiet unless LOG_LEVEL says otherwise. */
export function configFor(typed: Typed, logLevel: Config['logLevel'] = 'error'): Config {
  return readConfig({ KNOWLEDGE_DIR: typed.value('knowledge') }, { LOG_LEVEL: logLevel })
}

/** What node:util says in English, in German and with the option's name. */
function problemOf(cause: unknown): string {
  const { code = '', message = '' } = cause as { readonly code?: string; readonly message?: string }
  const name = /'(-[^' ,]*)/.exec(message)?.[1] ?? 'diese'
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Die Option ${name} gibt es hier nicht.`
  if (/argument missing|ambiguous/.test(message)) return `Hinter ${name} fehlt der Wert.`
  if (/does not take an argument/.test(message)) return `Hinter ${name} steht kein Wert.`
  return 'Die Optionen sind nicht lesbar.'
}

export function usageError(problem: string, cause?: unknown): ConfigError {
  return new ConfigError([problem], {
    cause,
    fix: '`npm run -s cli -- <Befehl> --help` zeigt, was geht.',
  })
}
