import type { Message } from './blocks.ts'
import { shown } from './send.ts'

/** Longer than this nobody waits for a line of their own. */
const patienceMs = 5000

/**
 * Answers to the address that came with a command or a button; seen by one person. It works where the
 * bot is not a member, five times within half an hour.
 *
 * @returns whether Slack took it
 */
export async function respond(url: string, message: Message): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        ...shown(message),
        response_type: 'ephemeral',
        replace_original: false,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    // An address that was used up may say so with status 200.
    return response.ok && !/"ok":\s*false/.test(await response.text())
  } catch {
    return false
  }
}
