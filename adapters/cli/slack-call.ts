import { z } from 'zod'

/** What Slack said to one call, as far as `doctor` needs it. */
export type Said =
  | {
      readonly ok: true
      readonly data: Readonly<Record<string, unknown>>
      readonly scopes?: readonly string[]
    }
  /** Slack's own word, `http_503`, `ratelimited` or `unreachable`. */
  | { readonly ok: false; readonly reason: string }

/** How long one call may take, in milliseconds. */
const patience = 5000

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() })

/** One call of Slack's Web API without arguments. Never throws; the token goes into its header only. */
export async function callSlack(url: string, token: string): Promise<Said> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return await read(response)
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
}

async function read(response: Response): Promise<Said> {
  if (response.status === 429) return { ok: false, reason: 'ratelimited' }
  if (!response.ok) return { ok: false, reason: `http_${response.status}` }
  const answer = Answer.safeParse(await response.json())
  if (!answer.success) return { ok: false, reason: 'no_slack' }
  const { ok, error = 'unknown', ...data } = answer.data
  if (!ok) return { ok, reason: error.replace(/\W+/g, '_').slice(0, 60) }
  const granted = response.headers.get('x-oauth-scopes')
  return {
    ok,
    data,
    ...(granted === null ? {} : { scopes: granted.split(/[\s,]+/).filter(Boolean) }),
  }
}
