import { afterEach, describe, expect, it } from 'vitest'
import { pagePath } from '../../src/links.ts'
import { beyond, episode, get, local, openStage, type Stage, spoken, written } from './stage.ts'

const question = [['question', 'Wie schnell muss ich melden?']] as const
const secret = beyond.linkSecret

describe('web door, security', () => {
  let stage: Stage
  afterEach(() => stage.close())

  it('allows only its own parts, and no inline code', async () => {
    stage = await openStage()
    const { headers, text } = await get(`${stage.url}/`)
    const policy = String(headers['content-security-policy']).split(';').toSorted()
    expect(policy).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "media-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ])
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(text).not.toMatch(/<style|style=|\son\w+=|<script(?! type="module" src="\/)/)
  })

  it('lets a transcript page alone play from the origin of its audio', async () => {
    stage = await openStage()
    const { headers } = await get(`${stage.url}${pagePath(spoken)}`)
    expect(headers['content-security-policy']).toContain("media-src 'self' https://ton.example;")
    const other = await get(`${stage.url}${pagePath(written)}`)
    expect(other.headers['content-security-policy']).not.toContain('ton.example')
  })

  it('keeps an audio address from writing into the policy or the page', async () => {
    const audios = [
      'https://a;script-src *.example/x.mp3',
      'https://a;b.example/x',
      'javascript:alert(1)',
    ]
    for (const audio of audios) {
      const about = { ...episode, audio, url: 'javascript:alert(2)' }
      stage = await openStage(local, { findDocument: () => ({ about, cues: [] }) })
      const { headers, text, status } = await get(`${stage.url}/folge/x`)
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toContain("media-src 'self';")
      expect(text).not.toContain('javascript:')
      await stage.close()
    }
  })

  it('refuses a question that another site sends', async () => {
    stage = await openStage()
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: stage.url },
      { origin: 'https://boese.example' },
      { origin: 'null' },
    ]
    for (const headers of foreign) {
      const { status, text } = await get(`${stage.url}/ask`, { headers, form: question })
      expect(status).toBe(403)
      expect(text).toContain('fremden Seite')
    }
    expect(stage.engine.asked).toEqual([])
  })

  it('takes a question from its own page', async () => {
    stage = await openStage()
    const own = [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, { origin: stage.url }, {}]
    for (const headers of own) {
      expect((await get(`${stage.url}/ask`, { headers, form: question })).status).toBe(200)
    }
  })

  it('answers only to its own names on loopback', async () => {
    stage = await openStage()
    const { port } = new URL(stage.url)
    const own = ['localhost', `localhost:${port}`, `[::1]:${port}`]
    const foreign = ['boese.example', `localhost.boese.example:${port}`, '10.0.0.8', '@']
    for (const host of own) {
      expect((await get(`${stage.url}/`, { headers: { host } })).status, host).toBe(200)
    }
    for (const host of foreign) {
      expect((await get(`${stage.url}/gesund`, { headers: { host } })).status, host).toBe(403)
    }
  })

  it('opens pages beyond loopback by a signed link only', async () => {
    stage = await openStage(beyond)
    for (const citation of [spoken, written]) {
      const [unsigned] = pagePath(citation).split('#')
      const signed = pagePath(citation, secret)
      expect((await get(`${stage.url}${signed}`)).status).toBe(200)
      const shut = [unsigned, signed.replace('q=', 'q=x'), `${unsigned}&s=`, '/folge/gibt-es-nicht']
      for (const path of shut) expect((await get(`${stage.url}${path}`)).status, path).toBe(403)
    }
  })

  it('answers beyond loopback only on its own machine, and says why', async () => {
    stage = await openStage(beyond)
    const { status, text } = await get(`${stage.url}/ask`, { form: question })
    expect(status).toBe(200)
    expect(text).toMatch(/href="\/folge\/[^"]*&amp;s=[\w-]+#stelle"/)
    const marks = {
      'x-forwarded-for': '127.0.0.1',
      forwarded: 'for=::1',
      'cf-connecting-ip': '::1',
    }
    for (const [name, value] of Object.entries(marks)) {
      const headers = { [name]: value }
      const refused = await get(`${stage.url}/ask`, { headers, form: question })
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('Eine Anmeldung gibt es noch nicht')
      expect((await get(`${stage.url}/`, { headers })).status).toBe(403)
    }
    expect((await get(`${stage.url}/`, { headers: { host: 'boese.example' } })).status).toBe(403)
  })

  it('treats what a proxy passes on like the network, also on loopback', async () => {
    stage = await openStage({ ...beyond, host: '127.0.0.1' })
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    expect((await get(`${stage.url}/`, { headers })).status).toBe(403)
    expect((await get(`${stage.url}${pagePath(spoken)}`, { headers })).status).toBe(403)
    expect((await get(`${stage.url}${pagePath(spoken, secret)}`, { headers })).status).toBe(200)
    expect((await get(`${stage.url}${pagePath(spoken)}`)).status).toBe(200)
  })

  it('closes the question page and unsigned pages when links lead to a proxy that gives no sign', async () => {
    const publicUrl = 'https://lotse.musterstadt.example'
    stage = await openStage({ ...beyond, host: '127.0.0.1', publicUrl })
    // What nginx's plain proxy_pass sends: a local connection, a local Host, nothing else.
    expect((await get(`${stage.url}/ask`, { form: question })).status).toBe(403)
    expect((await get(`${stage.url}/`)).status).toBe(403)
    expect((await get(`${stage.url}${pagePath(spoken)}`)).status).toBe(403)
    expect((await get(`${stage.url}${pagePath(spoken, secret)}`)).status).toBe(200)
  })

  it('says how it is without a signature', async () => {
    stage = await openStage(beyond)
    const { text } = await get(`${stage.url}/gesund`)
    expect(JSON.parse(text)).toEqual({ status: 'ok', episodes: 1, posts: 1, passages: 9 })
    expect((await get(`${stage.url}/healthz`)).text).toBe(text)
  })

  it('logs neither question nor answer nor address', async () => {
    stage = await openStage(local, {
      findDocument: () => {
        throw new Error('Geheimwort\nin zwei Zeilen')
      },
    })
    await get(`${stage.url}/ask`, { form: [['question', 'Geheimwort im Rathaus']] })
    await get(`${stage.url}/folge/Geheimwort?q=Geheimwort`)
    await get(`${stage.url}/Geheimwort`)
    const all = stage.lines.join('\n')
    expect(stage.lines).toHaveLength(4)
    expect(all).toContain('"route":"/folge/:id","status":500')
    expect(all).toContain('"code":"internal","at":["at ')
    expect(all).not.toMatch(/Geheimwort|72 Stunden|f15|Zeilen/)
  })

  it('shows no trace of an inner error', async () => {
    stage = await openStage(local, {
      stock: () => {
        throw new Error('innen /srv/geheim')
      },
    })
    const { status, text } = await get(`${stage.url}/`)
    expect(status).toBe(500)
    expect(text).toContain('Das hat nicht geklappt')
    expect(text).not.toMatch(/innen|\.ts|node_modules/)
    expect((await get(`${stage.url}/gesund`)).status).toBe(503)
  })

  it('gives nothing from outside its own parts', async () => {
    stage = await openStage()
    const paths = [
      '/../index.ts',
      '/%2e%2e/index.ts',
      '/..%2findex.ts',
      '/folge/..%2f..%2findex',
      '/.env',
    ]
    for (const path of paths) {
      const { status, text } = await get(`${stage.url}${path}`)
      expect([403, 404], path).toContain(status)
      expect(text).not.toContain('webDoor')
    }
  })
})
