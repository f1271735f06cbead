import { type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebParts, webDoor } from '../../adapters/web/index.ts'
import type { WebLog } from '../../adapters/web/log.ts'
import type { Config } from '../../src/config.ts'
import type { Answer, Question } from '../../src/domain/answer.ts'
import type { Citation } from '../../src/domain/citation.ts'
import {
  type Article,
  type Episode,
  type Post,
  sourceKey,
  type Transcript,
  toSourceId,
} from '../../src/domain/documents.ts'
import { passageId } from '../../src/domain/passage.ts'

type WebEngine = WebParts['engine']

const lines = [
  ['Moderation', 'Guten Abend aus Musterstadt. Heute geht es um einen Verteiler im falschen Feld.'],
  ['DSB', 'Ab dem Moment, in dem jemand im Rathaus davon weiß, laufen 72 Stunden.'],
  ['DSB', 'Schreibt die Uhrzeit auf, bevor ihr irgendetwas anderes tut.'],
  ['DSB', 'Die Meldung geht an die Landesaufsicht, auch am Samstag, auch unvollständig.'],
  ['Moderation', 'Und wenn ich die Zahl der Betroffenen noch gar nicht kenne?'],
  ['DSB', 'Dann schreibt ihr genau das hinein und reicht es nach. <b>Fett</b> wird es nie.'],
  ['IT', 'Ich brauche in der Zeit nur eine Nummer, unter der ich euch erreiche.'],
] as const

/** An invented episode, long enough that its middle is below the fold. */
export const episode: Episode = {
  kind: 'episode',
  id: toSourceId('f15-datenpanne-übung'),
  show: 'Werkstattgespräch Musterstadt',
  number: 15,
  title: 'Datenpanne im <Rathaus>',
  published: '2025-12-09',
  url: 'https://podcast.example/folge-15',
  audio: 'https://ton.example/f15.mp3',
  duration: 84 * 10,
  language: 'de',
  speakers: [
    { id: 'Moderation', role: 'Pressestelle einer Kleinstadt' },
    { id: 'DSB', role: 'behördliche Datenschutzbeauftragte' },
    { id: 'IT', role: 'IT-Sicherheit' },
  ],
  chapters: [
    { start: 0, title: 'Einstieg' },
    { start: 280, title: 'Die Frist von 72 Stunden' },
    { start: 560, title: 'Wenn Angaben fehlen' },
  ],
  example: true,
  notes: '',
}

export const transcript: Transcript = {
  about: episode,
  cues: Array.from({ length: 84 }, (_, index) => {
    const [speaker, text] = lines[index % lines.length] ?? lines[0]
    return { start: index * 10 + 0.4, end: index * 10 + 10.4, speaker, text }
  }),
}

const post: Post = {
  kind: 'post',
  id: toSourceId('b06-sieben-schritte'),
  title: 'Datenpanne: sieben Schritte',
  published: '2026-04-21',
  language: 'de',
  example: true,
}

const filler = Array.from({ length: 12 }, () => 'Ein ruhiger Absatz über den Abend im Rathaus.')

export const article: Article = {
  about: post,
  sections: [
    { anchor: 'anfang', number: 1, heading: post.title, text: filler.join('\n') },
    {
      anchor: 'schritt-1-uhrzeit',
      number: 2,
      heading: 'Schritt 1: Uhrzeit aufschreiben',
      text: `${filler.join('\n')}\nSchreibt auf, wann die erste Person davon wusste,\nmit Datum, Minute und Rolle.`,
    },
    {
      anchor: 'schritt-2-anrufen',
      number: 3,
      heading: 'Schritt 2: Anrufen',
      text: filler.join('\n'),
    },
  ],
}

export const spoken: Citation = {
  kind: 'episode',
  passage: passageId(episode.id, 3),
  quote:
    'Ab dem Moment, in dem jemand im Rathaus davon weiß, laufen 72 Stunden. Schreibt die Uhrzeit auf',
  url: 'https://podcast.example/folge-15',
  episode,
  start: 430.4,
  end: 450.4,
  speaker: 'DSB',
  published: '2025-12-09',
}

export const written: Citation = {
  kind: 'post',
  passage: passageId(post.id, 1),
  quote: 'wann die erste Person davon wusste, mit Datum',
  url: 'http://localhost/beitrag',
  post,
  anchor: 'schritt-1-uhrzeit',
  heading: 'Schritt 1: Uhrzeit aufschreiben',
  section: 2,
  published: '2026-04-21',
}

function toQuestion(text: string, earlier: readonly string[]): Question {
  const language = /\bwhat|how\b/i.test(text) ? 'en' : 'de'
  return { text, earlier, language, asked: '2026-05-04T19:12:00.000Z', removed: 0 }
}

/** An engine that always finds the same two places, and keeps what it was asked. */
function fakeEngine(): WebEngine & { readonly asked: Question[] } {
  const asked: Question[] = []
  return {
    asked,
    ask: async (text, earlier) => {
      const question = toQuestion(text, earlier)
      asked.push(question)
      return answerTo(question)
    },
    findDocument: (id) => {
      return [transcript, article].find(({ about }) => sourceKey(about.id) === sourceKey(id))
    },
    stock: () => ({ episodes: 1, posts: 1, passages: 9, examples: 2 }),
  }
}

function answerTo(question: Question): Answer {
  if (!question.text.trim()) return { status: 'refused', question, why: 'empty', nearest: [] }
  if (/currywurst/i.test(question.text)) {
    return { status: 'refused', question, why: 'not-in-sources', nearest: [spoken] }
  }
  return {
    status: 'answered',
    question,
    claims: [
      { text: spoken.quote, citations: [spoken] },
      { text: written.quote, citations: [written, spoken] },
    ],
    dropped: 0,
    writer: 'extract',
    ms: { search: 1, write: 1, total: 2 },
  }
}

export const local: Config = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://localhost:3978',
  knowledgeDir: 'knowledge',
  dataDir: '.data',
  keepDays: 7,
  logLevel: 'silent',
  fusionWeight: 0.5,
}

export const beyond: Config = {
  ...local,
  host: '0.0.0.0',
  linkSecret: 'ein-geheimnis-das-nur-hier-im-test-gilt',
}

export interface Stage {
  readonly url: string
  readonly engine: ReturnType<typeof fakeEngine>
  readonly lines: readonly string[]
  close(): Promise<void>
}

/** Serves the pages on a free port of this machine; `lines` is everything that was logged. */
export async function openStage(
  config: Config = local,
  change: Partial<WebEngine> = {},
): Promise<Stage> {
  const engine = { ...fakeEngine(), ...change }
  const lines: string[] = []
  const note = (data: object, message: string) =>
    void lines.push(JSON.stringify({ ...data, message }))
  const log: WebLog = { info: note, error: note }
  const server = webDoor({ engine, config, log }).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 65_000
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    engine,
    lines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

interface Ask {
  readonly headers?: Record<string, string>
  readonly form?: readonly (readonly [string, string])[]
}

/** A request over a real socket; unlike `fetch` it may say any `Host`. */
export function get(url: string, { headers = {}, form }: Ask = {}): Promise<Got> {
  const body = form?.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const options: RequestOptions = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...type, ...headers },
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    })
    sent.on('error', reject).end(body)
  })
}
