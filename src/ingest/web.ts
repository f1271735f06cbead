import { lookup as resolveName } from 'node:dns'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSealed } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SourceError } from '../domain/errors.ts'
import { isPrivateAddress } from './private-address.ts'
import { privateError, refused, shown, tooLarge } from './web-trouble.ts'

/** What a server said of a body, to be asked whether it still holds. */
export interface Seen {
  readonly etag?: string | undefined
  readonly modified?: string | undefined
}

/** An answer of a server. `unchanged` where it says that what was seen still holds. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'body'
      readonly bytes: Uint8Array
      readonly type: string
      /** Where it came from after redirects. */
      readonly url: string
      readonly seen: Seen
      readonly headers: Readonly<Record<string, string>>
    }

interface Wish {
  readonly seen?: Seen | undefined
  readonly mostBytes?: number
  readonly accept?: string
  /** Takes the body instead of memory; opened anew for every try. */
  readonly sink?: () => Sink
  readonly timeout?: number
}

/** Where a large body goes. */
export interface Sink {
  write(part: Uint8Array): void
  close(): void
}

/** Fetches from the web with the manners of a guest. */
export interface Web {
  /** @throws SourceError (`bad-source`) that names the address without its query */
  get(url: string, wish?: Wish): Promise<Fetched>
}

export interface WebOptions {
  /** Whether this machine and its network may be asked. */
  readonly isLocal: boolean
  readonly signal: AbortSignal
  /** Between two downloads from one host, in milliseconds. */
  readonly gap?: number
  /** For one try; for waiting until the next one at most. */
  readonly timeout?: number
  readonly longestWait?: number
}

const mostRedirects = 5
const mostTries = 3
const mostMegabytes = 50
const defaults = { gap: 250, timeout: 60_000, longestWait: 60_000 } as const

export function openWeb(options: WebOptions): Web {
  // One's own network needs no manners.
  const settings = { ...defaults, ...(options.isLocal ? { gap: 0 } : {}), ...options }
  const due = new Map<string, number>()
  return {
    get: async (url, wish = {}) => {
      for (let tries = 1; ; tries += 1) {
        await pace(due, url, settings)
        const found = await follow(url, wish, settings)
        if (found.kind !== 'later') {
          if (found.kind === 'body') due.set(hostOf(url), Date.now() + settings.gap)
          return found
        }
        if (tries >= mostTries) throw found.error
        const pause = Math.min(settings.longestWait, found.after ?? 500 * 4 ** (tries - 1))
        await wait(pause, undefined, { signal: settings.signal })
      }
    },
  }
}

type Settings = Required<WebOptions>
type Later = { readonly kind: 'later'; readonly error: SourceError; readonly after?: number }

async function pace(due: Map<string, number>, url: string, { signal }: Settings): Promise<void> {
  const pause = (due.get(hostOf(url)) ?? 0) - Date.now()
  if (pause > 0) await wait(pause, undefined, { signal })
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? ''
}

async function follow(url: string, wish: Wish, settings: Settings): Promise<Fetched | Later> {
  let at = url
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const address = checked(at, settings)
    const response = await ask(address, wish, settings)
    if ('kind' in response) return response
    const { statusCode: status = 0, headers } = response
    if ([301, 302, 303, 307, 308].includes(status) && headers.location) {
      response.destroy()
      const next = URL.parse(headers.location, address.href)
      if (!next) throw refused(address, 'Die Weiterleitung führt auf keine Adresse.')
      at = next.href
      continue
    }
    return await take(response, address, { wish, settings })
  }
  throw refused(new URL(url), `Die Adresse leitet mehr als ${mostRedirects}-mal weiter.`)
}

function checked(url: string, { isLocal }: Settings): URL {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new SourceError('Das ist keine Adresse mit http:// oder https://.', {
      file: shown(address ?? url),
      fix: 'Bitte die Adresse prüfen; Dateien auf diesem Rechner gehören in den Wissensordner.',
    })
  }
  const isName = /^(?:localhost|.*\.(?:localhost|local|internal))\.?$/i.test(address.hostname)
  if (!isLocal && (isName || isPrivateAddress(address.hostname))) throw privateError(address)
  return address
}

// The name is resolved once and checked where the connection is made: asking twice could be answered twice.
function guarded(address: URL, isLocal: boolean): LookupFunction {
  return (host, options, answer) => {
    resolveName(host, { ...options, all: true }, (error, found) => {
      const bad = found?.find((entry) => !isLocal && isPrivateAddress(entry.address))
      const [first] = found ?? []
      if (error || !first) answer(error ?? privateError(address), '', 0)
      else if (bad) answer(privateError(address), '', 0)
      else if (options.all) answer(null, found)
      else answer(null, first.address, first.family)
    })
  }
}

async function ask(
  address: URL,
  { seen, accept, timeout: own }: Wish,
  { isLocal, signal, timeout }: Settings,
): Promise<IncomingMessage | Later> {
  const send = address.protocol === 'https:' ? requestSealed : requestPlain
  const limit = AbortSignal.any([signal, AbortSignal.timeout(own ?? timeout)])
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(address, {
        signal: limit,
        ...(isIP(address.hostname.replace(/^\[|\]$/g, ''))
          ? {}
          : { lookup: guarded(address, isLocal) }),
        headers: {
          'user-agent': 'Sturmlotse (+podcast archive of a town)',
          'accept-encoding': 'gzip, deflate, br',
          ...(accept ? { accept } : {}),
          ...(seen?.etag ? { 'if-none-match': seen.etag } : {}),
          ...(seen?.modified ? { 'if-modified-since': seen.modified } : {}),
        },
      })
      request.on('response', resolve)
      request.on('error', reject)
      request.end()
    })
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof SourceError) throw cause
    return { kind: 'later', error: refused(address, 'Der Server antwortet nicht.', cause) }
  }
}

interface Asked {
  readonly wish: Wish
  readonly settings: Settings
}

async function take(
  response: IncomingMessage,
  address: URL,
  asked: Asked,
): Promise<Fetched | Later> {
  const { statusCode: status = 0, headers } = response
  if (status === 304) {
    response.resume()
    return { kind: 'unchanged' }
  }
  if (status === 429 || status >= 500) {
    response.destroy()
    const after = secondsOf(headers['retry-after'])
    const error = refused(address, `Der Server ist gerade nicht bereit (${status}).`)
    return { kind: 'later', error, ...(after === undefined ? {} : { after: after * 1000 }) }
  }
  if (status < 200 || status > 299) {
    response.destroy()
    throw refused(address, `Der Server antwortet mit ${status}.`)
  }
  const bytes = await read(response, address, asked)
  if (!(bytes instanceof Uint8Array)) return bytes
  const { etag, 'last-modified': modified } = headers
  return {
    kind: 'body',
    bytes,
    type: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    url: address.href,
    seen: { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) },
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  }
}

// The size that counts is the one after unpacking; the one a server tells may be a lie.
async function read(
  response: IncomingMessage,
  address: URL,
  { wish, settings }: Asked,
): Promise<Uint8Array | Later> {
  const most = wish.mostBytes ?? mostMegabytes * 1024 ** 2
  const parts: Uint8Array[] = []
  const sink = wish.sink?.()
  let size = 0
  const stop = AbortSignal.any([
    settings.signal,
    AbortSignal.timeout(wish.timeout ?? settings.timeout),
  ])
  const end = () => response.destroy(new Error('too slow'))
  stop.addEventListener('abort', end, { once: true })
  try {
    for await (const part of unpacked(response)) {
      const bytes: Uint8Array = part
      size += bytes.length
      if (size > most) throw tooLarge(address, most)
      if (sink) sink.write(bytes)
      else parts.push(bytes)
    }
  } catch (cause) {
    response.destroy()
    settings.signal.throwIfAborted()
    if (cause instanceof SourceError) throw cause
    return { kind: 'later', error: refused(address, 'Die Übertragung brach ab.', cause) }
  } finally {
    stop.removeEventListener('abort', end)
    sink?.close()
  }
  return Buffer.concat(parts)
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackers[response.headers['content-encoding'] ?? '']?.()
  if (!unpack) return response
  response.on('error', (error) => unpack.destroy(error))
  response.on('aborted', () => unpack.destroy(new Error('aborted')))
  return response.pipe(unpack)
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function secondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}
