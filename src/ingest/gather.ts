import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Chapter, toSourceId } from '../domain/documents.ts'
import { place, SourceError } from '../domain/errors.ts'
import { clock } from '../domain/time.ts'
import { writeFrontMatter } from '../front-matter.ts'
import { fromChapters } from './chapter-files.ts'
import { type Collected, collect } from './collect.ts'
import { parseBytes } from './decode.ts'
import { fatesOf } from './fates.ts'
import type { FeedItem } from './feed.ts'
import { htmlText } from './html-text.ts'
import { inTurns } from './in-turns.ts'
import { parseJson } from './json.ts'
import { type KeptItem, readState, type State, sweep, writeChanged, writeState } from './kept.ts'
import { type SourceEntry, toSlug } from './sources.ts'
import { fetchTranscript } from './transcript-links.ts'
import type { Web } from './web.ts'
import { shown } from './web-trouble.ts'

/** What became of a source in one run. */
export interface Gathered {
  readonly id: string
  readonly outcome: 'unchanged' | 'changed' | 'failed'
  readonly episodes: number
  readonly transcripts: number
  readonly posts: number
  readonly added: number
  readonly removed: number
  readonly vanished: number
  /** German. */
  readonly problems: readonly string[]
}

interface Means {
  /** Where what is fetched lies: heads and transcripts as files, and what is known of each. */
  readonly folder: string
  /** What a relative path in `sources.yaml` counts from. */
  readonly base: string
  readonly web: Web
  readonly signal: AbortSignal
  readonly onItem?: (title: string, done: number, total: number) => void
}

interface Work extends Means {
  readonly entry: SourceEntry
  readonly problems: string[]
}

const atOnce = 4
// Below this, show notes are a greeting and two links.
const leastNotes = 200

/**
 * Brings the folder of a source up to date with what it publishes now. Nothing in it is ever half
 * written; a run that was killed is made good by the next one.
 *
 * @throws SourceError (`bad-source`) when the source as a whole cannot be fetched: the folder stays
 */
export async function gather(entry: SourceEntry, means: Means): Promise<Gathered> {
  const work: Work = { ...means, entry, problems: [] }
  const former = readState(means.folder)
  const frame = JSON.stringify([entry.rights, entry.name, entry.link, 1])
  const seen = former.frame === frame ? former.seen : {}
  const found = await collect(entry, means.web, { seen, base: means.base })
  const state = found ? await merge(work, former, found) : await recheck(work, former)
  const next: State = { ...state, frame }
  const files = Object.values(next.items).flatMap(filesOf)
  const shelf = await writeChanged(join(means.folder, 'sources.yaml'), shelfOf(entry, next))
  const swept = await sweep(means.folder, new Set(files))
  const isChanged = JSON.stringify(next) !== JSON.stringify(former)
  if (isChanged) await writeState(means.folder, next)
  return report(work, { former, next, isChanged: isChanged || swept > 0 || shelf })
}

function shelfOf(entry: SourceEntry, { name }: State): string {
  const show = {
    id: entry.id,
    name: entry.name ?? name ?? entry.id,
    link: entry.link ?? '{audio}#t={seconds}',
  }
  return JSON.stringify({ shows: [show] })
}

function report(
  { entry, problems }: Work,
  { former, next, isChanged }: { former: State; next: State; isChanged: boolean },
): Gathered {
  const items = Object.values(next.items)
  const [before, now] = [Object.keys(former.items), Object.keys(next.items)]
  return {
    id: entry.id,
    outcome: isChanged ? 'changed' : 'unchanged',
    episodes: items.filter(({ audio }) => audio !== undefined).length,
    transcripts: items.filter(hasTranscript).length,
    posts: items.filter(({ audio }) => audio === undefined).length,
    added: now.filter((guid) => !before.includes(guid)).length,
    removed: before.filter((guid) => !now.includes(guid)).length,
    vanished: items.filter(({ isVanished }) => isVanished).length,
    problems,
  }
}

function hasTranscript(item: KeptItem): boolean {
  return item.transcript !== undefined || item.machine !== undefined
}

function filesOf(item: KeptItem): readonly string[] {
  const { id, transcript, machine } = item
  const files = [transcript?.file, machine].filter((file) => file !== undefined)
  return [`${hasTranscript(item) ? 'episodes' : 'posts'}/${id}.md`, ...files]
}

async function merge(work: Work, former: State, found: Collected): Promise<State> {
  const fates = fatesOf(former, found)
  if (fates.problem) work.problems.push(`${work.entry.id}: ${fates.problem}`)
  const taken = new Set(Object.values(former.items).map(({ id }) => id))
  const planned = found.items.map((item) => {
    const before = former.items[item.guid] ?? sameAudio(former, item)
    return { item, before, id: before?.id ?? freshId(work.entry.id, item, taken) }
  })
  const items: Record<string, KeptItem> = Object.fromEntries(fates.kept)
  let done = 0
  await inTurns(planned, atOnce, async ({ item, before, id }) => {
    work.signal.throwIfAborted()
    items[item.guid] = await take(work, { item, before, id, frame: found })
    done += 1
    work.onItem?.(item.title, done, planned.length)
  })
  const order = [...found.items.map(({ guid }) => guid), ...fates.kept.map(([guid]) => guid)]
  const sorted = order.flatMap((guid) => (items[guid] ? [[guid, items[guid]] as const] : []))
  const name = found.name ?? former.name
  return {
    version: 1,
    frame: '',
    ...(name ? { name } : {}),
    seen: work.problems.length > 0 ? {} : found.seen,
    items: Object.fromEntries(sorted),
  }
}

// A feed that moved to another host may have given all its entries new names.
function sameAudio(former: State, { audio }: FeedItem): KeptItem | undefined {
  if (audio === undefined) return undefined
  return Object.values(former.items).find((item) => item.audio === audio)
}

function freshId(source: string, item: FeedItem, taken: Set<string>): string {
  const plain = toSourceId(`${source}-${toSlug(item.title, 70) || 'folge'}`)
  const id = taken.has(plain) ? `${plain}-${hashOf(item.guid).slice(0, 6)}` : plain
  taken.add(id)
  return id
}

interface Taken {
  readonly item: FeedItem
  readonly before: KeptItem | undefined
  readonly id: string
  readonly frame: Collected
}

async function take(work: Work, { item, before, id, frame }: Taken): Promise<KeptItem> {
  const { entry, folder } = work
  const hash = hashOf(JSON.stringify([item, entry.rights, frame.language]))
  const links = item.transcripts.map((link) => ({ ...link, url: absolute(link.url, item) }))
  const transcript = await transcriptOf(work, { id, links, before })
  const machine = transcript ? undefined : before?.machine
  const kept: KeptItem = {
    ...{ id, title: item.title, hash, transcripts: links },
    ...(item.published ? { published: item.published } : {}),
    ...(item.audio ? { audio: item.audio } : {}),
    ...(transcript ? { transcript } : {}),
    ...(machine ? { machine } : {}),
  }
  const [file = ''] = filesOf(kept)
  const chapters = item.chapters.length > 0 ? item.chapters : await chaptersOf(work, item)
  await writeChanged(join(folder, file), headOf(entry, kept, { ...item, chapters }, frame))
  return kept
}

function absolute(url: string, { link, audio }: FeedItem): string {
  return URL.parse(url, link ?? audio)?.href ?? url
}

async function chaptersOf(
  { web }: Work,
  { chaptersUrl, link }: FeedItem,
): Promise<readonly Chapter[]> {
  const url = chaptersUrl && URL.parse(chaptersUrl, link)?.href
  if (!url) return []
  try {
    const found = await web.get(url)
    return found.kind === 'body'
      ? fromChapters(parseJson(parseBytes(found.bytes, shown(url)), shown(url)))
      : []
  } catch (error) {
    // Chapters are a comfort; without them the episode is worth no less.
    if (error instanceof SourceError) return []
    throw error
  }
}

interface Linked {
  readonly id: string
  readonly links: KeptItem['transcripts']
  readonly before: KeptItem | undefined
}

async function transcriptOf(work: Work, { id, links, before }: Linked) {
  if (links.length === 0) return undefined
  try {
    return await fetchTranscript(work, { id, links, before: before?.transcript })
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    work.problems.push(`${place(error)}: ${error.message} ${error.fix}`)
    return before?.transcript
  }
}

// The feed is as it was; its transcripts may have been corrected, or were not to be had last time.
async function recheck(work: Work, former: State): Promise<State> {
  const items = { ...former.items }
  let isIncomplete = false
  await inTurns(Object.entries(former.items), atOnce, async ([guid, item]) => {
    work.signal.throwIfAborted()
    const transcript = await transcriptOf(work, {
      id: item.id,
      links: item.transcripts,
      before: item,
    })
    if (transcript && !item.transcript) isIncomplete = true
    else if (transcript) items[guid] = { ...item, transcript }
  })
  // One that was missing makes a post an episode: for that the feed is read again.
  return { ...former, items, seen: isIncomplete ? {} : former.seen }
}

function headOf(entry: SourceEntry, kept: KeptItem, item: FeedItem, frame: Collected): string {
  const { people, chapters, link, number, image, duration } = item
  const isEpisode = hasTranscript(kept)
  const head = {
    title: item.title,
    show: entry.id,
    ...(number === undefined ? {} : { number }),
    ...(item.published ? { published: item.published } : {}),
    ...(link ? { url: link } : item.audio ? { url: item.audio } : {}),
    ...(item.audio ? { audio: item.audio } : {}),
    ...((image ?? frame.image) ? { image: image ?? frame.image } : {}),
    ...(duration === undefined ? {} : { duration }),
    ...(frame.language && !isEpisode ? { language: frame.language } : {}),
    ...(people.length > 0 ? { speakers: people.map(({ id }) => id) } : {}),
    ...(chapters.length > 0 ? { chapters: chapters.map(written) } : {}),
    rights: entry.rights,
    ...(item.isMarkdown ? {} : { format: 'html' }),
  }
  return writeFrontMatter(head, bodyOf(item, isEpisode))
}

function written({ start, title }: Chapter) {
  return { start: clock(start), title }
}

// An episode of which there are no words yet is found by its notes, if they say anything.
function bodyOf({ html, audio, title }: FeedItem, isEpisode: boolean): string {
  const isShort = audio !== undefined && htmlText(html, 'notes').length < leastNotes
  return !isEpisode && isShort ? `<p>${title.replace(/[<&]/g, ' ')}</p>\n${html}` : html
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
