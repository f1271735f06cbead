import { setTimeout as wait } from 'node:timers/promises'
import type { TranscriberSettings } from '../config.ts'
import type { Cue } from '../domain/documents.ts'
import { UpstreamError } from '../domain/errors.ts'
import { isLoopback } from '../domain/host.ts'
import { parseJson } from './json.ts'
import { isPrivateAddress } from './private-address.ts'
import { fromWhisper } from './whisper.ts'

/** Whether what is sent there stays in the house: this machine, its network, or a container beside it. */
export function isInHouse(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return isLoopback(host.replace(/^\[|\]$/g, '')) || isPrivateAddress(host) || !/[.:]/.test(host)
}

const mostTries = 3
const patience = 30 * 60_000

/**
 * Writes down a piece of speech; none where nobody speaks in it. Times count from its beginning.
 *
 * @throws UpstreamError (`upstream`) when the server fails, is late or returns no segments with times
 */
export async function hear(
  settings: TranscriberSettings,
  audio: Uint8Array,
  { language, signal }: { readonly language: string; readonly signal: AbortSignal },
): Promise<readonly Cue[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(settings, audio, { language, signal })
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof UpstreamError) || !error.retryable || tries >= mostTries) throw error
      await wait(Math.min(60_000, (error.retryAfterSeconds ?? tries) * 1000), undefined, { signal })
    }
  }
}

async function send(
  { url, model, key }: TranscriberSettings,
  audio: Uint8Array,
  { language, signal }: { readonly language: string; readonly signal: AbortSignal },
): Promise<readonly Cue[]> {
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(audio)], { type: 'audio/mpeg' }), 'audio.mp3')
  form.set('model', model)
  form.set('language', language)
  form.set('response_format', 'verbose_json')
  form.set('timestamp_granularities[]', 'segment')
  const provider = new URL(url).host
  let response: Response
  try {
    response = await fetch(`${url}/audio/transcriptions`, {
      method: 'POST',
      body: form,
      redirect: 'error',
      headers: key ? { authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
  } catch (cause) {
    throw trouble(provider, { cause, retryable: true })
  }
  const { status } = response
  if (!response.ok) {
    const after = Number(response.headers.get('retry-after') ?? Number.NaN)
    throw trouble(provider, { status, retryable: status === 429 || status >= 500, after })
  }
  return await cuesOf(response, provider)
}

async function cuesOf(response: Response, provider: string): Promise<readonly Cue[]> {
  try {
    const value = parseJson(await response.text(), provider)
    if (isSilent(value)) return []
    return fromWhisper(value, provider).cues
  } catch (cause) {
    throw new UpstreamError(
      'Der Server zum Verschriften gab keine Textstellen mit Zeiten zurück.',
      {
        ...{ provider, cause },
        fix: 'TRANSCRIBE_URL braucht einen Server, der „verbose_json“ mit Segmenten kann (whisper.cpp, speaches, OpenAI whisper-1).',
      },
    )
  }
}

function isSilent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('segments' in value)) return false
  return (
    Array.isArray(value.segments) &&
    value.segments.every((one) => String(one?.text ?? '').trim() === '')
  )
}

interface Trouble {
  readonly status?: number
  readonly after?: number
  readonly cause?: unknown
  readonly retryable: boolean
}

function trouble(provider: string, { status, after, cause, retryable }: Trouble): UpstreamError {
  const what = status === undefined ? 'antwortet nicht' : `antwortet mit ${status}`
  return new UpstreamError(`Der Server zum Verschriften (${provider}) ${what}.`, {
    ...{ provider, status, retryable, cause },
    ...(after !== undefined && Number.isFinite(after) ? { retryAfterSeconds: after } : {}),
    fix: 'Bitte TRANSCRIBE_URL, TRANSCRIBE_MODEL und TRANSCRIBE_KEY prüfen; ein neuer Lauf macht dort weiter, wo dieser aufhörte.',
  })
}
