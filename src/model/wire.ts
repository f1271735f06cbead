import { joinStream } from './stream.ts'

/** More than any answer: 64 vectors of 4,096 numbers are 6 MB. Errors are only read for their cause. */
const largest = { answer: 32_000_000, error: 64_000 } as const

/**
 * A `fetch` for the SDK that sends what we mean to send and hands on what `tidy` makes of the answer.
 *
 * The SDK adds an organisation, a project and headers from the environment, and tells the provider
 * about this machine; none of that leaves. A redirect is an error: nobody agreed to where it leads.
 * What is not JSON reaches `tidy` as `undefined`.
 */
export function openWire(
  key: string | undefined,
  tidy: (body: unknown) => unknown,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'sturmlotse',
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  }
  return async (input, init) => {
    const response = await fetch(input, { ...init, headers, redirect: 'manual' })
    if (!response.ok) return refusal(response)
    const body = toBody(await read(response, largest.answer))
    return Response.json(tidy(body) ?? null)
  }
}

async function refusal(response: Response): Promise<Response> {
  const kept = ['retry-after', 'retry-after-ms', 'content-type'].flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] satisfies [string, string]]
  })
  // A refusal counts even when the rest of it never arrives.
  const text = await read(response, largest.error).catch(() => '')
  const { status } = response
  return new Response(status === 304 ? null : text, { status, headers: kept })
}

function toBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return /^\s*(?::|data:|event:)/.test(text) ? joinStream(text) : undefined
  }
}

async function read(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new Error('answer too large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
