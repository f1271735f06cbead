import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { SourceError } from '../domain/errors.ts'
import type { Seconds } from '../domain/time.ts'
import type { Span } from './cues.ts'

/** What a file sounds like does not change with its name. */
export async function hashAudio(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}

/**
 * Refuses what is no sound: a play list would make ffmpeg open what it names.
 *
 * @throws SourceError (`bad-source`)
 */
export async function checkAudio(path: string, file: string): Promise<void> {
  const handle = await open(path)
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(512), 0, 512, 0)
    .finally(() => handle.close())
  const start = buffer.subarray(0, bytesRead)
  const isText =
    start.length > 0 &&
    start.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte > 31 && byte < 127))
  if (!isText && start.length > 0) return
  throw new SourceError('Unter der Adresse liegt keine Tondatei.', {
    file,
    fix: 'Bitte im Feed oder im Kopf der Folge die Adresse der Tondatei prüfen.',
  })
}

const silences = 'silencedetect=noise=-35dB:d=0.4'

/**
 * Cuts a recording into stretches of about `length` seconds, in the middle of a silence where one is near.
 *
 * @throws SourceError (`bad-source`) where ffmpeg is missing or cannot read it
 */
export async function planParts(
  path: string,
  { length, file, signal }: { length: Seconds; file: string; signal: AbortSignal },
): Promise<readonly Span[]> {
  const said = await run('ffmpeg', ['-i', path, '-vn', '-af', silences, '-f', 'null', '-'], {
    file,
    signal,
  })
  const duration = durationIn(said)
  if (duration === undefined) throw unreadable(file)
  return cutAt(duration, length, quietIn(said))
}

function durationIn(said: string): Seconds | undefined {
  const times = [...said.matchAll(/time=(\d+):(\d+):(\d+(?:\.\d+)?)/g)]
  const [, hours, minutes, seconds] = times.at(-1) ?? []
  return hours === undefined
    ? undefined
    : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function quietIn(said: string): readonly Span[] {
  const starts = [...said.matchAll(/silence_start: (-?[\d.]+)/g)].map(([, at]) =>
    Math.max(0, Number(at)),
  )
  const ends = [...said.matchAll(/silence_end: (-?[\d.]+)/g)].map(([, at]) => Number(at))
  return starts.flatMap((start, index) => {
    const end = ends[index]
    return end === undefined ? [] : [{ start, end }]
  })
}

/** The longest silence within a fifth of the length around the goal is where a cut hurts least. */
export function cutAt(duration: Seconds, length: Seconds, quiet: readonly Span[]): readonly Span[] {
  const parts: Span[] = []
  let start = 0
  while (duration - start > length * 1.2) {
    const goal = start + length
    const near = quiet.filter((one) => Math.abs((one.start + one.end) / 2 - goal) <= length / 5)
    const best = near.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0]
    const end = best ? (best.start + best.end) / 2 : goal
    parts.push({ start, end })
    start = end
  }
  return [...parts, { start, end: duration }]
}

/** One stretch as small as speech needs: one channel, 16 kHz. */
export async function encodePart(
  path: string,
  { start, end }: Span,
  { file, signal }: { file: string; signal: AbortSignal },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const cut = ['-ss', start.toFixed(3), '-t', (end - start).toFixed(3), '-i', path]
  const shape = ['-vn', '-ac', '1', '-ar', '16000', '-b:a', '48k', '-f', 'mp3', 'pipe:1']
  await run('ffmpeg', [...cut, ...shape], { file, signal, onOutput: (part) => parts.push(part) })
  return Buffer.concat(parts)
}

interface Run {
  readonly file: string
  readonly signal: AbortSignal
  readonly onOutput?: (part: Uint8Array) => void
}

// Only files and its own output: what a recording names elsewhere is not opened.
const guards = ['-nostdin', '-hide_banner', '-protocol_whitelist', 'file,pipe'] as const

function run(
  program: string,
  args: readonly string[],
  { file, signal, onOutput }: Run,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...guards, ...args], {
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (part: Uint8Array) => onOutput?.(part))
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString('latin1')).slice(-4_000_000)
    })
    child.on('error', (cause) => reject(signal.aborted ? cause : missing(file, cause)))
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(unreadable(file))))
  })
}

function missing(file: string, cause: unknown): SourceError {
  return new SourceError('Zum Verschriften fehlt das Programm ffmpeg.', {
    file,
    cause,
    fix: 'Bitte installieren, unter Debian und Ubuntu mit `apt install ffmpeg`.',
  })
}

function unreadable(file: string): SourceError {
  return new SourceError('Die Tondatei lässt sich nicht lesen.', {
    file,
    fix: 'Bitte prüfen, ob sie vollständig ist und sich abspielen lässt.',
  })
}
