import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'sturmlotse-proxy-'))
const path = (name: string) => join(folder, name)

/** A certificate authority of our own and a certificate for a name that no resolver knows. */
function makeCertificates(): void {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=Rathaus-CA',
    '-keyout',
    path('ca.key'),
    '-out',
    path('ca.pem'),
  )
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=modell.rathaus.test',
    '-keyout',
    path('key.pem'),
    '-out',
    path('csr.pem'),
  )
  writeFileSync(path('ext'), 'subjectAltName=DNS:modell.rathaus.test')
  openssl(
    'x509',
    '-req',
    '-in',
    path('csr.pem'),
    '-CA',
    path('ca.pem'),
    '-CAkey',
    path('ca.key'),
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    path('ext'),
    '-out',
    path('cert.pem'),
  )
}

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const isPossible = hasOpenssl()
if (!isPossible)
  console.warn('Without openssl the proxy tests are skipped: apt-get install openssl')

function listen(server: net.Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
  })
}

/** Runs a line of TypeScript after the configuration was read, in a process of its own. */
function run(code: string, env: Readonly<Record<string, string>>): Promise<string> {
  const program = `import { readConfig } from './src/config.ts'; readConfig(); ${code}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
  }
  return new Promise((resolve) => child.once('close', () => resolve(out)))
}

describe.skipIf(!isPossible)('behind a town hall’s proxy', () => {
  const asked: string[] = []
  const proxy = http.createServer()
  let servers: readonly net.Server[] = [proxy]
  let [target, through] = [0, 0]

  beforeAll(async () => {
    makeCertificates()
    const tls = { key: readFileSync(path('key.pem')), cert: readFileSync(path('cert.pem')) }
    const model = https.createServer(tls, (_, response) => response.end('hier ist das Modell'))
    model.on('upgrade', (_, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\n\r\n'))
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const upstream = net.connect(target, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
      for (const end of [socket, upstream]) end.on('error', () => end.destroy())
    })
    target = await listen(model)
    through = await listen(proxy)
    servers = [proxy, model]
  })
  afterAll(() => {
    for (const server of servers) server.close()
  })

  const env = () => ({
    HTTPS_PROXY: `http://127.0.0.1:${through}`,
    NODE_EXTRA_CA_CERTS: path('ca.pem'),
  })
  const get = `console.log(await (await fetch('https://modell.rathaus.test/v1')).text())`

  it('reaches the model through the proxy, trusting the town’s own authority', async () => {
    asked.length = 0
    expect(await run(get, env())).toContain('hier ist das Modell')
    expect(asked).toEqual(['modell.rathaus.test:443'])
  })

  it('does not trust an authority nobody named', async () => {
    expect(await run(get, { HTTPS_PROXY: env().HTTPS_PROXY })).toMatch(/fetch failed|certificate/i)
  })

  it('goes around the proxy where NO_PROXY says so', async () => {
    asked.length = 0
    const out = await run(get, { ...env(), NO_PROXY: 'modell.rathaus.test' })
    expect(out).toMatch(/fetch failed|ENOTFOUND|EAI_AGAIN/)
    expect(asked).toEqual([])
  })

  it('opens WebSockets through the proxy as well', async () => {
    asked.length = 0
    const open = `const socket = new WebSocket('wss://modell.rathaus.test/'); socket.onerror = () => process.exit(0)`
    await run(open, env())
    expect(asked).toEqual(['modell.rathaus.test:443'])
  })
})
