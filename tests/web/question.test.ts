import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IndexError } from '../../src/domain/errors.ts'
import { get, local, openStage, type Stage } from './stage.ts'

const accept = 'text/fragment+html'

describe('question page', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage()
  })
  afterEach(() => stage.close())

  function ask(question: string, earlier: readonly string[] = [], headers = {}) {
    const before = earlier.map((text) => ['earlier', text] as const)
    return get(`${stage.url}/ask`, { form: [['question', question], ...before], headers })
  }

  it('says what it is and what it holds', async () => {
    const { status, text, headers } = await get(`${stage.url}/`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('<html lang="de">')
    expect(text).toContain('Ich bin eine KI.')
    expect(text).toContain('1 Folge und 1 Beitrag. Alle davon: BEISPIEL (fiktiv).')
    expect(text.match(/<button type="submit" name="question"/g)).toHaveLength(3)
  })

  it('answers a sent form with claims, numbers and links to the second', async () => {
    const { status, text } = await ask('Wie schnell muss ich melden?')
    expect(status).toBe(200)
    const link = /<a class="cite" href="([^"]+)"><span>\[1\]/.exec(text)?.[1]
    expect(link).toMatch(/^\/folge\/f15-datenpanne-%C3%BCbung\?t=430&amp;bis=451&amp;q=.*#stelle$/)
    expect(text).toMatch(/<a href="\/beitrag\/b06-sieben-schritte\?q=[^"]+#schritt-1-uhrzeit">/)
    expect(text).toContain('BEISPIEL (fiktiv)')
    expect(text.indexOf('class="lead"')).toBeLessThan(text.indexOf('class="claims"'))
    expect(text.indexOf('class="claims"')).toBeLessThan(text.indexOf('class="sources"'))
    expect(text.indexOf('class="sources"')).toBeLessThan(text.indexOf('class="disclosure"'))
  })

  it('shows the first steps above the answer where something burns, once in a thread', async () => {
    const fire = 'hilfe, 140 kommentare, was jetzt'
    const { status, text } = await ask(fire)
    expect(status).toBe(200)
    expect(text.indexOf('110 oder 112')).toBeLessThan(text.indexOf('class="claims"'))
    expect(text).toContain('<blockquote lang="de">')
    expect((await ask('hilfe, jetzt 200 kommentare', [fire])).text).not.toContain('<blockquote')
  })

  it('shows them also where nothing can be searched', async () => {
    await stage.close()
    stage = await openStage(local, {
      ask: () => Promise.reject(new IndexError('weg', { path: 'x', fix: 'neu' })),
    })
    const { status, text } = await ask('hilfe, 140 kommentare, was jetzt')
    expect(status).toBe(200)
    expect(text).toContain('110 oder 112')
  })

  it('carries the thread in the form and nowhere else', async () => {
    const first = await ask('Wie schnell muss ich melden?')
    const hidden = /name="earlier" value="([^"]*)"/g
    const earlier = [...first.text.matchAll(hidden)].map((match) => match[1] ?? '')
    expect(earlier).toEqual(['Wie schnell muss ich melden?'])
    const second = await ask('Gilt das auch am Samstag?', earlier)
    expect(stage.engine.asked.at(-1)?.earlier).toEqual(earlier)
    expect(second.text).toContain('Bisher gefragt')
    expect([...second.text.matchAll(hidden)]).toHaveLength(2)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('<title>Antwort · Sturmlotse</title>')
    expect((await get(`${stage.url}/`)).text).not.toContain('Samstag')
  })

  it('keeps the last six questions, each cut to a sensible length', async () => {
    const many = Array.from({ length: 9 }, (_, index) => `Frage ${index}`)
    await ask('Und jetzt?', [...many, ' ', 'x'.repeat(2000)])
    const { earlier } = stage.engine.asked.at(-1) ?? { earlier: [] }
    expect(earlier.slice(0, 5)).toEqual(many.slice(-5))
    expect(earlier).toHaveLength(6)
    expect(earlier[5]?.length).toBeLessThan(510)
  })

  it('escapes what was asked', async () => {
    const sly = '<script>alert(1)</script>"\' & <img src=x onerror=alert(1)>'
    for (const { text } of [await ask(sly, [sly]), await ask(sly, [], { accept })]) {
      expect(text).not.toMatch(/<script>|<img src=x/)
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; &amp;')
    }
  })

  it('gives the script the new piece alone', async () => {
    const { text, headers } = await ask('Wie schnell?', [], { accept })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['vary']).toContain('Accept')
    expect(text).toMatch(
      /^<article class="exchange answered" lang="de" data-asked="Wie schnell\?">/,
    )
    expect(text).not.toContain('<html')
  })

  it('frames an answer in the language of the question, quotes in their own', async () => {
    const { text } = await ask('What is the deadline?', [], { accept })
    expect(text).toContain('lang="en"')
    expect(text).toContain('Question')
    expect(text).toContain('<span lang="de">„Ab dem Moment')
  })

  it('refuses calmly and shows what comes nearest', async () => {
    const { status, text } = await ask('Wie hoch ist die Umsatzsteuer auf Currywurst?')
    expect(status).toBe(200)
    expect(text).toContain('class="exchange refused"')
    expect(text).toContain('/folge/f15')
  })

  it('takes an empty question and one of 10,000 letters', async () => {
    expect((await ask('  ')).text).toContain('Leere Frage')
    expect((await ask('a'.repeat(40_000))).status).toBe(200)
  })

  it('says calmly that a message is too large or cannot be read', async () => {
    const large = await ask('ä'.repeat(40_000))
    expect(large.status).toBe(413)
    expect(large.text).toContain('Das ist zu viel Text')
    const piece = await ask('ä'.repeat(40_000), [], { accept })
    expect(piece.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(piece.text).toMatch(/^Das ist zu viel Text\. /)
    const headers = { 'content-type': 'application/json' }
    expect((await ask('', [], headers)).status).toBe(400)
    expect((await get(`${stage.url}/ask`, { form: [['frage', 'x']] })).status).toBe(400)
  })

  it('sends a visitor of /ask to the question page', async () => {
    const { status, headers } = await get(`${stage.url}/ask`)
    expect([status, headers['location']]).toEqual([303, '/'])
  })

  it('says what to do when there is no index, and keeps the question', async () => {
    await stage.close()
    stage = await openStage(local, {
      ask: () =>
        Promise.reject(
          new IndexError('Es gibt keinen Index.', { path: 'x', fix: 'Bitte `npm run ingest`.' }),
        ),
    })
    const page = await ask('Wie schnell?', ['Davor'])
    expect(page.status).toBe(503)
    expect(page.text).toContain('Bitte `npm run ingest`.')
    expect(page.text).toContain('aria-describedby="keys">Wie schnell?</textarea>')
    expect(page.text.match(/name="earlier"/g)).toHaveLength(1)
    const piece = await ask('Wie schnell?', [], { accept })
    expect([piece.status, piece.text.split('.')[0]]).toEqual([503, 'Es gibt keinen Index'])
  })

  it('serves its parts itself, to be kept for a while', async () => {
    const parts = {
      'style.css': 'css',
      'asking.css': 'css',
      'reading.css': 'css',
      'page.js': 'javascript',
      'favicon.svg': 'svg',
    }
    for (const [part, type] of Object.entries(parts)) {
      const { status, headers } = await get(`${stage.url}/${part}`)
      expect(status).toBe(200)
      expect(headers['content-type']).toContain(type)
      expect(headers['cache-control']).toBe('public, max-age=300')
      expect(headers['etag']).toBeTruthy()
    }
  })
})
