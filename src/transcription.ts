import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config, TranscriberSettings } from './config.ts'
import { ConfigError, explain, isKnown } from './domain/errors.ts'
import { parseFrontMatter } from './front-matter.ts'
import { readState, type State, writeState, writeWhole } from './ingest/kept.ts'
import type { SourceEntry } from './ingest/sources.ts'
import { isInHouse } from './ingest/speech.ts'
import { type Heard, transcribe } from './ingest/transcribe.ts'
import { openWeb, type WebOptions } from './ingest/web.ts'
import { homeOf, sourceFolder } from './places.ts'
import { readSources } from './sources.ts'

/** An episode of which there is audio and no transcript. */
interface Silent {
  readonly title: string
  readonly audio: string
  readonly isLocal: boolean
  /** Puts the transcript where the importer finds it. */
  keep(vtt: string): Promise<void>
}

/** What became of the recordings. */
export interface Transcribed {
  readonly done: number
  readonly left: number
  /** German. */
  readonly problems: readonly string[]
}

export interface Wishes {
  /** A host to which somebody allowed to send audio, though it is not in the house. */
  readonly consent?: string
  readonly limit?: number
  readonly signal: AbortSignal
  readonly onProgress?: (title: string, heard: Heard) => void
  /** Seconds of a piece, for tests. */
  readonly length?: number
  readonly web?: Partial<WebOptions>
}

/**
 * Writes down episodes that have only audio: those of feeds the town may use, and heads in `episodes/`
 * that name their audio. One that fails is reported and does not stop the others.
 *
 * @throws ConfigError (`bad-config`) where no server is set, or it is elsewhere and nobody allowed that
 */
export async function transcribeAll(config: Config, wishes: Wishes): Promise<Transcribed> {
  const settings = allowedServer(config.transcriber, wishes.consent)
  const all = [...(await silentHeads(config)), ...silentItems(config)]
  const wanted = all.slice(0, wishes.limit ?? all.length)
  const problems: string[] = []
  let done = 0
  for (const one of wanted) {
    wishes.signal.throwIfAborted()
    try {
      await one.keep(await write(config, settings, { one, wishes }))
      done += 1
    } catch (error) {
      wishes.signal.throwIfAborted()
      if (!isKnown(error)) throw error
      problems.push(explain(error).text)
      // The same server would fail for the next one, too.
      if (error.code === 'upstream') break
    }
  }
  return { done, left: all.length - done, problems }
}

function allowedServer(
  settings: TranscriberSettings | undefined,
  consent?: string,
): TranscriberSettings {
  if (!settings) {
    throw new ConfigError(
      ['TRANSCRIBE_URL: fehlt; ohne einen Server kann nichts verschriftet werden.'],
      {
        fix: '`docker compose --profile whisper up` startet einen auf diesem Rechner; dann TRANSCRIBE_URL=http://127.0.0.1:8000/v1 setzen.',
      },
    )
  }
  const { host } = new URL(settings.url)
  if (isInHouse(settings.url) || consent === host) return settings
  throw new ConfigError(
    [`Der Ton ginge an ${host}, also aus dem Haus; das braucht eine ausdrückliche Erlaubnis.`],
    {
      fix: `Wenn das mit dem Datenschutz geklärt ist: noch einmal mit \`--send-audio-to ${host}\`.`,
    },
  )
}

function write(
  config: Config,
  settings: TranscriberSettings,
  { one, wishes }: { readonly one: Silent; readonly wishes: Wishes },
): Promise<string> {
  const { signal, length, onProgress } = wishes
  return transcribe(one.audio, {
    ...{ settings, signal, language: 'de', cache: join(homeOf(config), 'heard') },
    web: openWeb({ ...wishes.web, signal, isLocal: one.isLocal }),
    onProgress: (heard) => onProgress?.(one.title, heard),
    ...(length === undefined ? {} : { length }),
  })
}

function silentItems(config: Config): readonly Silent[] {
  // Where nobody knows whether it is allowed, nothing is made of the audio.
  const entries = readSources(config).filter(
    ({ status, rights }) => status === 'active' && rights !== 'unknown',
  )
  return entries.flatMap((entry) => {
    const folder = sourceFolder(config, entry.id)
    return Object.entries(readState(folder).items).flatMap(
      ([guid, { title, audio, transcript, machine }]) =>
        audio && !transcript && !machine
          ? [
              {
                title,
                audio,
                isLocal: entry.local,
                keep: (vtt: string) => keepItem(folder, { entry, guid, vtt }),
              },
            ]
          : [],
    )
  })
}

interface Made {
  readonly entry: SourceEntry
  readonly guid: string
  readonly vtt: string
}

// First the transcript, then the head beside it, then what says so: a kill in between is made good by the
// next run, which finds what was heard in the cache.
async function keepItem(folder: string, { guid, vtt }: Made): Promise<void> {
  const state = readState(folder)
  const item = state.items[guid]
  if (!item) return
  const machine = `episodes/${item.id}.vtt`
  const former = join(folder, 'posts', `${item.id}.md`)
  await writeWhole(join(folder, machine), vtt)
  await writeWhole(join(folder, 'episodes', `${item.id}.md`), await readFile(former))
  const next: State = { ...state, items: { ...state.items, [guid]: { ...item, machine } } }
  await writeState(folder, next)
  await rm(former, { force: true })
}

async function silentHeads({ knowledgeDir }: Config): Promise<readonly Silent[]> {
  const folder = join(knowledgeDir, 'episodes')
  const names = await readdir(folder).catch(() => [])
  const heads = names.filter((name) => /.\.md$/i.test(name))
  const found = await Promise.all(
    heads.map(async (name) => {
      const stem = name.replace(/\.md$/i, '')
      if (names.some((other) => other !== name && other.startsWith(`${stem}.`))) return []
      const { head, body } = parseFrontMatter(await readFile(join(folder, name), 'utf8'), name)
      const { audio, title } = head
      const isOwn = typeof audio === 'string' && /^https?:/.test(audio) && !/^\[\d/m.test(body)
      if (!isOwn || head['rights'] === 'unknown') return []
      const keep = (vtt: string) => writeWhole(join(folder, `${stem}.vtt`), vtt)
      return [{ title: String(title ?? stem), audio, isLocal: false, keep }]
    }),
  )
  return found.flat()
}
