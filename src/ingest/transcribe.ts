import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { TranscriberSettings } from '../config.ts'
import type { Cue } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { checkAudio, encodePart, hashAudio, planParts } from './audio.ts'
import type { Span } from './cues.ts'
import { writeWhole } from './kept.ts'
import { hear } from './speech.ts'
import { machineMark } from './vtt.ts'
import { writeVtt } from './vtt-write.ts'
import type { Sink, Web } from './web.ts'
import { shown } from './web-trouble.ts'

/** How far the work on one recording is, in seconds of it. */
export interface Heard {
  readonly done: number
  readonly total: number
  /** What was sent in this run; the rest was known already. */
  readonly sent: number
}

interface Means {
  readonly settings: TranscriberSettings
  readonly web: Web
  /** Where what was heard is kept, by the hash of the audio: nothing is sent twice. */
  readonly cache: string
  readonly language: string
  readonly signal: AbortSignal
  readonly onProgress?: (heard: Heard) => void
  /** How long a piece is that is sent, in seconds. */
  readonly length?: number
}

const tenMinutes = 600
const mostBytes = 1024 ** 3
const anHour = 3_600_000

const Cues = z.array(z.object({ start: z.number(), end: z.number(), text: z.string() }))

/**
 * Fetches a recording and writes down what is said in it, as WebVTT that says a machine did.
 *
 * What was heard before a run was interrupted is not sent again.
 *
 * @throws SourceError (`bad-source`) for audio that cannot be had or read, or in which nobody speaks
 * @throws UpstreamError (`upstream`) when the server fails
 */
export async function transcribe(url: string, means: Means): Promise<string> {
  const audio = join(means.cache, `.${process.pid}-${Date.now()}.audio`)
  try {
    await fetchAudio(url, audio, means.web)
    await checkAudio(audio, shown(url))
    return await hearAll(audio, shown(url), means)
  } finally {
    await rm(audio, { force: true })
  }
}

async function fetchAudio(url: string, path: string, web: Web): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await web.get(url, { mostBytes, timeout: anHour, sink: () => fileSink(path) })
}

function fileSink(path: string): Sink {
  const file = openSync(path, 'w')
  return { write: (part) => void writeSync(file, part), close: () => closeSync(file) }
}

async function hearAll(audio: string, file: string, means: Means): Promise<string> {
  const { signal, settings, length = tenMinutes, onProgress } = means
  const hash = await hashAudio(audio)
  const parts = await planParts(audio, { length, file, signal })
  const total = parts.at(-1)?.end ?? 0
  const cues: Cue[] = []
  let sent = 0
  for (const part of parts) {
    signal.throwIfAborted()
    const path = join(
      means.cache,
      hash,
      `${toName(settings.model)}-${length}-${part.start.toFixed(0)}.json`,
    )
    const known = await readPart(path)
    const heard =
      known ?? (await hear(settings, await encodePart(audio, part, { file, signal }), means))
    if (!known) {
      await writeWhole(path, JSON.stringify(heard))
      sent += part.end - part.start
    }
    cues.push(...heard.map((cue) => moved(cue, part)))
    onProgress?.({ done: part.end, total, sent })
  }
  if (cues.length === 0) throw silent(file)
  return writeVtt(cues, [machineMark.replace(/^NOTE /, ''), `model: ${settings.model}`])
}

function toName(model: string): string {
  return model.replace(/[^\w.-]+/g, '_').slice(0, 60)
}

// A recogniser may hear something after the end of what it was given.
function moved(cue: Cue, { start, end }: Span): Cue {
  const at = (second: number) => Math.min(end, start + second)
  return { ...cue, start: at(cue.start), end: at(cue.end) }
}

async function readPart(path: string): Promise<readonly Cue[] | undefined> {
  try {
    return Cues.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

function silent(file: string): SourceError {
  return new SourceError('In der Aufnahme spricht niemand.', {
    file,
    fix: 'Bitte prüfen, ob es die richtige Tondatei ist.',
  })
}
