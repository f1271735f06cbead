import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'

/** A stand-in for an endpoint: what was asked once is answered from the disk. */
export interface Cache {
  /** Where the protocol begins, on this machine. */
  readonly url: string
  readonly counts: { readonly kept: number; readonly asked: number }
  close(): Promise<void>
}

/**
 * Opens a server on this machine that hands requests on to `upstream` and keeps what came back well in
 * `folder`, one file for each model and prompt. Keys go through and are kept nowhere.
 */
export async function openCache(upstream: string, folder: string): Promise<Cache> {
  mkdirSync(folder, { recursive: true })
  const counts = { kept: 0, asked: 0 }
  const server = http.createServer(async (request, response) => {
    const body = await textOf(request)
    const file = join(folder, `${keyOf(`${request.url}\n${body}`)}.json`)
    if (existsSync(file)) {
      counts.kept += 1
      return send(response, 200, readFileSync(file, 'utf8'))
    }
    counts.asked += 1
    const { status, text } = await ask(`${upstream}${request.url}`, request, body)
    if (status === 200) {
      writeFileSync(`${file}.part`, text)
      renameSync(`${file}.part`, file)
    }
    send(response, status, text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** The marks around what somebody wrote carry a code that is new each time; it changes no prompt. */
function keyOf(asked: string): string {
  const code = /<<<\S{1,20} ([0-9a-f]{16})>>>/.exec(asked)?.[1]
  const plain = code ? asked.replaceAll(code, 'CODE') : asked
  return createHash('sha256').update(plain).digest('hex')
}

async function ask(
  url: string,
  { headers }: http.IncomingMessage,
  body: string,
): Promise<{ status: number; text: string }> {
  const { authorization } = headers
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return { status: 502, text: JSON.stringify({ error: { message: 'endpoint not reached' } }) }
  }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: http.ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(text)
}
