import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from './config.ts'
import type { Finding } from './domain/citation.ts'
import { type Episode, heardAt } from './domain/documents.ts'
import { isLoopback } from './domain/host.ts'
import { clock, type Instant, type Seconds } from './domain/time.ts'

/** A longer quote is named in a link by its first and last words, as browsers' text fragments do. */
const ends = 4

/**
 * Path and query of our own page that shows a citation; with a secret, signed.
 *
 * `/folge/<id>?t=430&bis=452&q=<first … last words>#stelle` or `/beitrag/<id>?q=<…>#<anchor>`
 */
export function pagePath(finding: Finding, secret?: string): string {
  const quote = shortened(finding.quote)
  if (finding.kind === 'post') {
    const query = new URLSearchParams({ q: quote })
    const path = `/beitrag/${encodeURIComponent(finding.post.id)}`
    return `${signed(path, query, secret)}#${encodeURIComponent(finding.anchor)}`
  }
  const times = { t: String(Math.floor(finding.start)), bis: String(Math.ceil(finding.end)) }
  const query = new URLSearchParams({ ...times, q: quote })
  return `${signed(`/folge/${encodeURIComponent(finding.episode.id)}`, query, secret)}#stelle`
}

/**
 * What a click opens: the show at the second where its template can jump, else our own page.
 *
 * A post opens on our page too: only there the heading is sure to have the anchor we know.
 */
export function linkTo(finding: Finding, config: Pick<Config, 'publicUrl' | 'linkSecret'>): string {
  const jump = finding.kind === 'episode' ? showAt(finding.episode, finding.start) : undefined
  return (
    jump ?? publisherOf(finding) ?? `${config.publicUrl}${pagePath(finding, config.linkSecret)}`
  )
}

/** Where a source was published, if that is all that may be shown of it. */
export function publisherOf(finding: Finding): string | undefined {
  const about = finding.kind === 'episode' ? finding.episode : finding.post
  if (about.rights !== 'unknown') return undefined
  const audio = about.kind === 'episode' ? about.audio : undefined
  return about.url ?? audio
}

/** Path and query of the running terms of an incident as a calendar; signed, it opens until `until`. */
export function calendarPath(incident: string, until: Instant, secret: string): string {
  return signed(`/lage/${incident}/fristen.ics`, new URLSearchParams({ bis: until }), secret)
}

/** Whether a request carries the signature that we gave exactly this page with exactly these details. */
export function isSigned(path: string, query: URLSearchParams, secret: string): boolean {
  const given = Buffer.from(query.get('s') ?? '', 'base64url')
  const unsigned = new URLSearchParams([...query].filter(([name]) => name !== 's'))
  const expected = signature(decodeURI(path), unsigned, secret)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function shortened(quote: string): string {
  const words = quote.split(/\s+/)
  if (words.length <= 2 * ends + 2) return quote
  return `${words.slice(0, ends).join(' ')} … ${words.slice(-ends).join(' ')}`
}

function signed(path: string, query: URLSearchParams, secret: string | undefined): string {
  const unsigned = new URLSearchParams(query)
  if (secret) query.set('s', signature(decodeURI(path), unsigned, secret).toString('base64url'))
  return `${path}?${query}`
}

function signature(path: string, query: URLSearchParams, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${path}\n${query}`).digest()
}

/** The show at a second, where its template can jump; one that needs what the episode lacks cannot. */
export function showAt(episode: Episode, second: Seconds): string | undefined {
  const { link, url, audio } = episode
  if (!link) return undefined
  const heard = heardAt(episode, second)
  const values: Record<string, string | undefined> = {
    url: url && withoutFragment(url, link),
    audio: audio && withoutFragment(audio, link),
    seconds: String(Math.floor(heard)),
    clock: clock(heard),
  }
  let isComplete = true
  const filled = link.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
    const value = values[name]
    if (value === undefined) isComplete = false
    // An address inside another one is a value; at the front it is the link itself.
    const isInside = at > 0 && (name === 'url' || name === 'audio')
    return isInside ? encodeURIComponent(value ?? '') : (value ?? '')
  })
  return isComplete && /^https?:\/\//.test(filled) ? withOneQuery(filled) : undefined
}

// "{url}?t={seconds}" on an address that already has a query.
function withOneQuery(address: string): string {
  const at = address.indexOf('?')
  return at < 0 ? address : address.slice(0, at + 1) + address.slice(at + 1).replaceAll('?', '&')
}

// A fragment of the address itself would swallow what the template adds.
function withoutFragment(address: string, link: string): string {
  return /^\{\w+\}./.test(link) ? (address.split('#')[0] ?? address) : address
}

/** A link that opens for others too; on this machine's own address nobody else finds anything. */
export function openable(url: string): string | undefined {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  const host = address.hostname.replace(/^\[|\]$/g, '')
  const isHere =
    isLoopback(host) || host === '0.0.0.0' || host === '::' || /\.localhost$/.test(host)
  return isHere ? undefined : url
}
