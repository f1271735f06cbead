import type { Chapter, Cue, Episode, Post, SourceId, Speaker } from '../domain/documents.ts'
import { toChapters } from './chapters.ts'
import { readClocks } from './clocks.ts'
import type { Span } from './cues.ts'
import { type Fields, openFields } from './fields.ts'
import { htmlText } from './html-text.ts'
import { toPlainText } from './markdown.ts'
import type { Show } from './shows.ts'
import { toSpeakers } from './speakers.ts'

interface Given {
  readonly id: SourceId
  readonly head: Readonly<Record<string, unknown>>
  /** Named in the warnings. */
  readonly file: string
}

interface GivenEpisode extends Given {
  readonly shows: readonly Show[]
  readonly cues: readonly Cue[]
  readonly body: string
  /** What the transcript says its language is; counts where the head is silent. */
  readonly language?: string
  /** Likewise. */
  readonly speakers?: readonly Speaker[]
  readonly chapters?: readonly Chapter[]
  /** What the transcript marks as not part of the show. */
  readonly advertisements?: readonly Span[]
  readonly isMachineMade?: true
}

/** An episode from its YAML head. No field can fail it: what is wrong is left out with a warning. */
export function toEpisode(given: GivenEpisode) {
  const fields = openFields(given.head, given.file)
  const duration = given.cues.reduce((last, cue) => Math.max(last, cue.end), 0)
  const common = toCommon(fields, given)
  const show = toShow(fields, given.shows)
  const [number, audio] = [fields.whole('number'), fields.address('audio')]
  const chapters =
    fields.raw('chapters') === undefined
      ? (given.chapters ?? []).filter(({ start }) => start < duration)
      : toChapters(fields, duration)
  const clocks = readClocks({
    fields,
    cues: given.cues,
    chapters,
    advertisements: given.advertisements ?? [],
  })
  const about: Episode = {
    kind: 'episode',
    ...common,
    show: show.name,
    ...(show.link ? { link: show.link } : {}),
    ...(number === undefined ? {} : { number }),
    ...(audio ? { audio } : {}),
    duration,
    language: toLanguage(fields, given.language),
    speakers: fields.raw('speakers') === undefined ? (given.speakers ?? []) : toSpeakers(fields),
    chapters,
    ...clocks,
    notes:
      given.head['format'] === 'html' ? htmlText(given.body, given.file) : toPlainText(given.body),
    ...(given.isMachineMade || isMachineMade(fields, given.body)
      ? { isMachineMade: true as const }
      : {}),
  }
  return { about, warnings: fields.warnings() }
}

const machine = /^(?:auto(?:mat\p{L}*)?|maschin\p{L}*|machine|asr|ki|ai)$/iu
const machineNotes =
  /(?<!\p{L})(?:automatisch|maschinell|auto-?generated|automatically|machine)[\s-]+(?:\p{L}+\s+){0,2}(?:transkri\p{L}+|transcri\p{L}+)|transkript\p{L}*[^.\n]{0,40}(?:automatisch|maschinell)/iu

// `transcript: automatisch` in the head, or what the show notes say themselves.
function isMachineMade(fields: Fields, notes: string): boolean {
  const said = fields.text('transcript')
  return said === undefined ? machineNotes.test(notes) : machine.test(said)
}

/** A post from its YAML head, as forgiving as `toEpisode`. */
export function toPost(given: Given) {
  const fields = openFields(given.head, given.file)
  const about: Post = {
    kind: 'post',
    ...toCommon(fields, given),
    language: toLanguage(fields, undefined),
  }
  return { about, warnings: fields.warnings() }
}

function toCommon(fields: Fields, { id, head }: Given) {
  const example = fields.isTrue('example')
  const title = fields.text('title')
  if (!title) fields.warn('title', `fehlt; als Titel dient der Dateiname „${id}“.`)
  const published = fields.date('published')
  if (!isGiven(head['published']))
    fields.warn('published', 'fehlt; Antworten nennen dann kein Datum.')
  const url = fields.address('url')
  if (!isGiven(head['url']) && !example) {
    fields.warn('url', 'fehlt; Fundstellen führen dann auf die eigene Seite.')
  }
  return {
    id,
    title: title ?? id,
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
    example,
    ...(fields.raw('rights') === 'unknown' ? { rights: 'unknown' as const } : {}),
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function toShow(fields: Fields, shows: readonly Show[]): Pick<Show, 'name' | 'link'> {
  const said = fields.text('show')
  const [only, ...others] = shows
  if (said) return findShow(said, fields, shows)
  if (only && others.length === 0) return only
  fields.warn('show', 'fehlt; als Name der Sendung dient „Podcast“.')
  return { name: 'Podcast' }
}

function findShow(
  said: string,
  fields: Fields,
  shows: readonly Show[],
): Pick<Show, 'name' | 'link'> {
  const key = said.toLowerCase()
  const found = shows.find(({ id, name }) => key === id.toLowerCase() || key === name.toLowerCase())
  if (!found && shows.length > 0) {
    fields.warn(
      'show',
      `nennt „${said}“, das nicht in sources.yaml steht; es dient selbst als Name.`,
    )
  }
  return found ?? { name: said }
}

// `de-DE` and `de_AT` are German.
function toLanguage(fields: Fields, transcript: string | undefined): string {
  const said = fields.text('language')
  const [, found] = /^([a-z]{2,3})(?:[-_].*)?$/i.exec(said ?? transcript ?? '') ?? []
  if (said && !found) fields.warn('language', 'ist kein Sprachkürzel wie de; es gilt de.')
  return found?.toLowerCase() ?? 'de'
}
