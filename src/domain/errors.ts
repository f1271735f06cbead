interface Trouble {
  /** One sentence that tells the operator what to do. */
  readonly fix: string
  readonly cause?: unknown
}

/** Configuration that cannot work; lists every bad variable at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'bad-config'
  readonly fix: string
  readonly problems: readonly string[]

  constructor(problems: readonly string[], { fix, cause }: Trouble) {
    super(problems.join('\n'), { cause })
    this.fix = fix
    this.problems = problems
  }
}

/** A source that cannot be read; `line` counts from 1. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code = 'bad-source'
  readonly fix: string
  readonly file: string
  readonly line: number | undefined

  constructor(message: string, at: Trouble & { readonly file: string; readonly line?: number }) {
    super(message, { cause: at.cause })
    this.fix = at.fix
    this.file = at.file
    this.line = at.line
  }
}

/** An index that is missing, damaged, locked or of another make. */
export class IndexError extends Error {
  override readonly name = 'IndexError'
  readonly code = 'bad-index'
  readonly fix: string
  readonly path: string

  constructor(message: string, at: Trouble & { readonly path: string }) {
    super(message, { cause: at.cause })
    this.fix = at.fix
    this.path = at.path
  }
}

/** The file of what must not be lost, where it cannot be opened, read or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code = 'bad-store'
  readonly fix: string
  readonly path: string

  constructor(message: string, at: Trouble & { readonly path: string }) {
    super(message, { cause: at.cause })
    this.fix = at.fix
    this.path = at.path
  }
}

/** A model's or embedder's endpoint that failed, was late or returned what cannot be used. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly code = 'upstream'
  readonly fix: string
  readonly provider: string
  readonly status: number | undefined
  readonly retryAfterSeconds: number | undefined
  readonly retryable: boolean

  constructor(message: string, at: Trouble & Upstream) {
    super(message, { cause: at.cause })
    this.fix = at.fix
    this.provider = at.provider
    this.status = at.status
    this.retryAfterSeconds = at.retryAfterSeconds
    this.retryable = at.retryable ?? false
  }
}

interface Upstream {
  /** Host of the endpoint, never its key. */
  readonly provider: string
  readonly status?: number | undefined
  readonly retryAfterSeconds?: number | undefined
  /** Whether the same call may work in a moment. */
  readonly retryable?: boolean
}

/** Any of the errors whose words may be shown to people. */
export type KnownError = ConfigError | SourceError | IndexError | StoreError | UpstreamError

export function isKnown(error: unknown): error is KnownError {
  return [ConfigError, SourceError, IndexError, StoreError, UpstreamError].some(
    (kind) => error instanceof kind,
  )
}

/** Where an error sits, as an editor jumps to it: `file:line`. */
export function place(error: SourceError): string {
  return error.line === undefined ? error.file : `${error.file}:${error.line}`
}

/**
 * An error as a person may read it: what failed and what to do, in German.
 *
 * Foreign errors give nothing away: their text may hold what somebody typed.
 */
export function explain(error: unknown): { readonly code: string; readonly text: string } {
  if (!isKnown(error)) {
    return {
      code: 'internal',
      text: 'Das ist bei mir schiefgegangen. Bitte noch einmal versuchen; `npm run -s cli -- doctor` sagt, was fehlt.',
    }
  }
  const what = error instanceof SourceError ? `${place(error)}: ${error.message}` : error.message
  const end = /[.!?…]$/.test(what) ? '' : '.'
  return { code: error.code, text: `${what}${end} ${error.fix}` }
}

/**
 * Where an error without words for people comes from: its name and the first line of our own code on
 * its stack. Never its message, which may hold what somebody typed. Empty for errors we know.
 */
export function trace(error: unknown): string {
  if (isKnown(error)) return ''
  if (!(error instanceof Error)) return `(${typeof error})`
  const own = error.stack
    ?.split('\n')
    .find((line) => /(?:src|adapters|evals)\/[\w/-]+\.ts/.test(line))
  const [place = ''] = /(?:src|adapters|evals)\/[\w/-]+\.ts(?::\d+)?/.exec(own ?? '') ?? []
  return `(${[error.name, place].filter(Boolean).join(', ')})`
}
