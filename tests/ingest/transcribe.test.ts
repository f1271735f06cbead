import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { ConfigError } from '../../src/domain/errors.ts'
import { cutAt } from '../../src/ingest/audio.ts'
import { isInHouse } from '../../src/ingest/speech.ts'
import { type Paths, sourceFolder } from '../../src/places.ts'
import { indexPath, refresh } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { addSource } from '../../src/sources.ts'
import { transcribeAll } from '../../src/transcription.ts'
import { emptyPaths, gatherFirst } from './place.ts'
import { feedOf, openStage, type Stage } from './stage.ts'

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    try {
      execFileSync(program, ['-version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
}

const canSpeak = isInstalled('espeak-ng') && isInstalled('ffmpeg')
const title = canSpeak ? 'speech' : 'speech (skipped: espeak-ng or ffmpeg is not installed)'

const sentences = [
  'Guten Tag und herzlich willkommen beim Amtsfunk aus dem Rathaus.',
  'Heute geht es um die Meldung einer Datenpanne an die Aufsicht.',
  'Sie haben dafür genau zweiundsiebzig Stunden Zeit.',
  'Danach wird es teuer und auch sehr unangenehm für alle.',
  'Vielen Dank fürs Zuhören und bis zum nächsten Mal.',
  'Auf Wiederhören sagt die Pressestelle der Gemeinde.',
]

// Sentences with a second of silence between them, about half a minute in all.
function speak(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'speech-'))
  const text = sentences.map((sentence) => `${sentence} <break time="1200ms"/>`).join(' ')
  execFileSync('espeak-ng', [
    '-v',
    'de',
    '-m',
    '-w',
    join(folder, 'a.wav'),
    `<speak>${text}</speak>`,
  ])
  execFileSync('ffmpeg', [
    '-loglevel',
    'error',
    '-i',
    join(folder, 'a.wav'),
    '-b:a',
    '48k',
    join(folder, 'a.mp3'),
  ])
  return readFileSync(join(folder, 'a.mp3'))
}

let stage: Stage
let paths: Paths
let pieces = 0

beforeEach(async () => {
  stage = await openStage()
  paths = emptyPaths()
  pieces = 0
})

afterEach(() => stage.close())

// A server that hears one sentence in every piece, and fails where it is told to.
function listen(failAt: number, code = 500): void {
  stage.set('/v1/audio/transcriptions', (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('latin1')
      if (
        !body.includes('verbose_json') ||
        !/name="language"\r\n\r\nde/.test(body) ||
        body.length < 3000
      ) {
        response.writeHead(400).end()
        return
      }
      pieces += 1
      if (pieces >= failAt) response.writeHead(code, { 'retry-after': '0' }).end()
      else
        response.end(
          JSON.stringify({
            language: 'german',
            duration: 9,
            segments: [{ id: 0, start: 0.5, end: 4, text: ` ${sentences[pieces - 1]}` }],
          }),
        )
    })
  })
}

async function feed(rights: 'own' | 'unknown' = 'own') {
  stage.set('/a.mp3', speak())
  stage.set(
    '/feed',
    feedOf([
      {
        guid: 'a',
        title: 'Panne',
        audio: `${stage.url}/a.mp3`,
        extra: '<description>Kurz.</description>',
      },
    ]),
  )
  await addSource(paths, { kind: 'feed', url: `${stage.url}/feed`, rights, local: true, id: 'f' })
  await gatherFirst(paths)
}

function config(url = `${stage.url}/v1`) {
  return parseConfig({
    KNOWLEDGE_DIR: paths.knowledgeDir,
    DATA_DIR: paths.dataDir,
    TRANSCRIBE_URL: url,
  })
}

const signal = new AbortController().signal

describe.skipIf(!canSpeak)(title, () => {
  it('is cut at silence, sent, resumed after an interruption, cached, and marked until corrected', async () => {
    await feed()
    listen(3, 400)
    const steps: number[] = []
    const wishes = {
      signal,
      length: 8,
      onProgress: (_: string, { done }: { done: number }) => steps.push(done),
    }
    const broken = await transcribeAll(config(), wishes)
    expect(broken).toMatchObject({ done: 0, left: 1 })
    expect(broken.problems.join()).toMatch(/400.*macht dort weiter/)
    expect(pieces).toBe(3)
    expect(steps).toHaveLength(2)
    pieces = 2
    listen(99)
    steps.length = 0
    expect(await transcribeAll(config(), wishes)).toMatchObject({ done: 1, left: 0, problems: [] })
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.toSorted((one, other) => one - other)).toEqual(steps)
    const sent = stage.asked.filter((line) => line.startsWith('POST')).length
    expect(sent).toBe(steps.length + 1)
    await refresh(paths)
    const found = documentOf('f-panne')
    expect(found?.about).toMatchObject({ kind: 'episode', title: 'Panne', isMachineMade: true })
    expect(JSON.stringify(found)).toContain('zweiundsiebzig')
    // The next night finds it as it is; losing the transcript costs no second sending.
    expect(await gatherFirst(paths)).toMatchObject({ outcome: 'unchanged', transcripts: 1 })
    expect(await transcribeAll(config(), wishes)).toEqual({ done: 0, left: 0, problems: [] })
    const file = join(sourceFolder(paths, 'f'), 'episodes/f-panne.vtt')
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('NOTE transcribed: machine\n', 'NOTE\n')
        .replace('zweiundsiebzig', '72'),
    )
    await gatherFirst(paths)
    await refresh(paths)
    expect(documentOf('f-panne')?.about).not.toHaveProperty('isMachineMade')
    expect(JSON.stringify(documentOf('f-panne'))).toContain('genau 72 Stunden')
    expect(stage.asked.filter((line) => line.startsWith('POST'))).toHaveLength(sent)
  })

  it('is not made of audio nobody knows the rights of', async () => {
    await feed('unknown')
    listen(99)
    expect(await transcribeAll(config(), { signal })).toEqual({ done: 0, left: 0, problems: [] })
    expect(pieces).toBe(0)
  })

  it('is refused where the address leads to a play list or a page', async () => {
    await feed()
    listen(99)
    for (const body of ['#EXTM3U\nfile:///etc/passwd\n', '<html>Wartung</html>']) {
      stage.set('/a.mp3', body)
      expect((await transcribeAll(config(), { signal })).problems.join()).toMatch(/keine Tondatei/)
    }
    expect(pieces).toBe(0)
    expect(readdirSync(join(sourceFolder(paths, 'f'), '..'))).toEqual(['f'])
  })
})

describe('a server for speech', () => {
  it('elsewhere is not asked without explicit consent, nor with consent for another', async () => {
    const away = config('https://api.example.org/v1')
    await expect(transcribeAll(away, { signal })).rejects.toThrow(ConfigError)
    await expect(transcribeAll(away, { signal, consent: 'example.org' })).rejects.toThrow(
      /api\.example\.org/,
    )
    expect(await transcribeAll(away, { signal, consent: 'api.example.org' })).toMatchObject({
      done: 0,
    })
  })

  it.each([
    ['http://127.0.0.1:8000/v1', true],
    ['http://whisper:8000/v1', true],
    ['http://192.168.1.4/v1', true],
    ['http://[::1]/v1', true],
    ['https://api.openai.com/v1', false],
    ['http://127.0.0.1.example.org/v1', false],
    ['http://8.8.8.8/v1', false],
  ])('%s is in the house: %s', (url, isHere) => {
    expect(isInHouse(url)).toBe(isHere)
  })
})

describe('cutAt', () => {
  it('cuts in the longest silence near the goal, and at the goal where there is none', () => {
    const quiet = [
      { start: 9, end: 9.5 },
      { start: 10.5, end: 12 },
      { start: 15, end: 19 },
    ]
    expect(cutAt(40, 10, quiet)).toEqual([
      { start: 0, end: 11.25 },
      { start: 11.25, end: 21.25 },
      { start: 21.25, end: 31.25 },
      { start: 31.25, end: 40 },
    ])
  })
})

function documentOf(id: string) {
  const shelf = openShelf(indexPath(paths))
  try {
    return shelf.findDocument(id)
  } finally {
    shelf.close()
  }
}
