import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server answers at one path. */
type Act = (request: IncomingMessage, response: ServerResponse) => void

/** A server of the world outside, on this machine. */
export interface Stage {
  readonly url: string
  /** Every request as `GET /path`, in order. */
  readonly asked: string[]
  set(
    path: string,
    act: Act | string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): void
  remove(path: string): void
  close(): Promise<void>
}

/** Bodies that are set as text get an ETag and are not sent again to whoever names it. */
export async function openStage(): Promise<Stage> {
  const acts = new Map<string, Act>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(`${request.method} ${path}`)
    const act = acts.get(path) ?? acts.get(path.split('?')[0] ?? '')
    if (act) act(request, response)
    else response.writeHead(404).end('nicht da')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    set: (path, act, headers = {}) => {
      acts.set(path, typeof act === 'function' ? act : fixed(act, headers))
    },
    remove: (path) => void acts.delete(path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function fixed(body: string | Uint8Array, headers: Readonly<Record<string, string>>): Act {
  const tag = `"${Buffer.from(body).toString('base64url').slice(-12)}-${body.length}"`
  return (request, response) => {
    if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
    else response.writeHead(200, { etag: tag, ...headers }).end(body)
  }
}

/** An entry of a feed; parts that are missing are left out. */
export interface Entry {
  readonly guid: string
  readonly title: string
  readonly date?: string
  readonly audio?: string
  readonly extra?: string
}

export function feedOf(entries: readonly Entry[], channel = ''): string {
  const items = entries.map(
    ({ guid, title, date, audio, extra = '' }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${date ? `<pubDate>${date}</pubDate>` : ''}${audio ? `<enclosure url="${audio}" type="audio/mpeg" length="1"/>` : ''}${extra}</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:pc="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Amtsfunk &amp; Rat</title><language>de</language>${channel}${items.join('')}</channel></rss>`
}

/** A transcript that says one thing of its own. */
export function vttOf(sentence: string, at = '00:01:00'): string {
  return `WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Anna>Guten Tag und willkommen beim Amtsfunk.\n\n${at}.000 --> ${at}.900\n<v Ben>${sentence}\n`
}
