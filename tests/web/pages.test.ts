import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pagePath } from '../../src/links.ts'
import { article, get, local, openStage, type Stage, spoken, transcript, written } from './stage.ts'

describe('transcript page', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage()
  })
  afterEach(() => stage.close())

  it('shows the whole episode with its head, chapters and roles', async () => {
    const { status, text } = await get(`${stage.url}${pagePath(spoken)}`)
    expect(status).toBe(200)
    expect(text).toContain('Werkstattgespräch Musterstadt · Folge 15')
    expect(text).toContain('<time datetime="2025-12-09">9. Dezember 2025</time>')
    expect(text).toContain('BEISPIEL (fiktiv)')
    expect(text).toContain('<a href="https://podcast.example/folge-15" rel="noopener noreferrer">')
    expect(text).toContain('<a href="#c28"><span class="at">04:40</span>')
    expect(text).toContain('Rolle behördliche Datenschutzbeauftragte')
    expect(text.match(/<div class="cue/g)).toHaveLength(transcript.cues.length)
    expect(text).toContain('<a class="clock" href="#c12" data-start="120.4">02:00</a>')
  })

  it('marks the cited cues and in them the words of the quote', async () => {
    const { text } = await get(`${stage.url}${pagePath(spoken)}`)
    expect(text.match(/class="cue cited"/g)).toHaveLength(2)
    expect(text).toContain('<mark id="stelle">Ab dem Moment, in dem')
    expect(text).toContain('<mark>Schreibt die Uhrzeit auf</mark>, bevor')
    expect(text.match(/id="stelle"/g)).toHaveLength(1)
    expect(text).toContain('Zitierte Stelle ab 07:10')
  })

  it('highlights no words that were not said, but still opens at the second', async () => {
    const { text } = await get(
      `${stage.url}/folge/f15-datenpanne-%C3%BCbung?t=430&bis=451&q=erfunden`,
    )
    expect(text).not.toContain('<mark')
    expect(text.match(/class="cue cited"/g)).toHaveLength(2)
    expect(text.match(/id="stelle"/g)).toHaveLength(1)
  })

  it('starts the audio at the cited second, where there is audio', async () => {
    const { text } = await get(`${stage.url}${pagePath(spoken)}`)
    expect(text).toContain('<audio controls preload="none" src="https://ton.example/f15.mp3#t=430"')
    await stage.close()
    const { audio: _, ...about } = transcript.about
    stage = await openStage(local, { findDocument: () => ({ ...transcript, about }) })
    expect((await get(`${stage.url}/folge/x`)).text).not.toContain('<audio')
  })

  it('opens without a place, and ignores one that makes no sense', async () => {
    for (const query of ['', '?t=abc&bis=-3', '?t=99999999', '?q=%00', '?t=1&t=2']) {
      const { status } = await get(`${stage.url}/folge/F15-DATENPANNE-%C3%9CBUNG${query}`)
      expect(status, query).toBe(200)
    }
  })

  it('escapes titles, cues, speakers, chapters and the quote', async () => {
    await stage.close()
    const sly = '<script>alert(1)</script>'
    const about = {
      ...transcript.about,
      show: sly,
      title: sly,
      language: `de"${sly}`,
      speakers: [],
      chapters: [{ start: 0, title: sly }],
    }
    const cues = [{ start: 0, end: 9, speaker: sly, text: sly }]
    stage = await openStage(local, { findDocument: () => ({ about, cues }) })
    const { text } = await get(`${stage.url}/folge/x?t=0&bis=9&q=${encodeURIComponent(sly)}`)
    expect(text).not.toContain('<script>')
    expect(text.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5)
    expect(text).toContain('&lt;<mark id="stelle">script&gt;alert(1)&lt;/script</mark>&gt;')
  })

  it('has a calm page for what is not there', async () => {
    const paths = [
      '/folge/gibt-es-nicht',
      '/folge/b06-sieben-schritte',
      '/beitrag/f15-datenpanne-übung',
      '/beitrag/x',
      '/etwas',
    ]
    for (const path of paths) {
      const { status, text } = await get(`${stage.url}${encodeURI(path)}`)
      expect(status, path).toBe(404)
      expect(text).toContain('Diese Seite gibt es nicht')
    }
    expect((await get(`${stage.url}/folge/%E0%A4%A`)).status).toBe(400)
  })
})

describe('article page', () => {
  let stage: Stage
  afterEach(() => stage?.close())

  it('has its anchors as ids and marks the quote across lines', async () => {
    stage = await openStage()
    const { status, text } = await get(`${stage.url}${pagePath(written)}`)
    expect(status).toBe(200)
    expect(text).toContain('<h2 id="schritt-1-uhrzeit">Schritt 1: Uhrzeit aufschreiben</h2>')
    expect(text).toContain('<mark id="stelle">wann die erste Person davon wusste</mark>,</p>')
    expect(text).toContain('<p class="cited"><mark>mit Datum</mark>, Minute')
    expect(text.match(/class="cited"/g)).toHaveLength(2)
    expect(text.match(/Zitierte Stelle/g)).toHaveLength(1)
  })

  it('does not repeat the title above what stands before the first heading', async () => {
    stage = await openStage()
    const { text } = await get(`${stage.url}/beitrag/b06-sieben-schritte`)
    expect(text).toContain('<section id="anfang">')
    expect(text.split(`>${article.about.title}<`)).toHaveLength(2)
  })
})
