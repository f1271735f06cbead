import { randomUUID } from 'node:crypto'
import type { Address } from './address.ts'
import { type Api, textOf, toError } from './api.ts'
import type { Message } from './blocks.ts'
import { respond } from './respond.ts'
import { metadataOf, persist, post, put, quiet, shown } from './send.ts'

/**
 * A message that only one person sees: where a command came from, in a direct message, or beside the
 * thread. It is gone after a reload, and gives its `ts` where Slack has one.
 *
 * @throws UpstreamError (`upstream`)
 */
export async function whisper(api: Api, message: Message, address: Address): Promise<string> {
  const { channel, thread, user, place, responseUrl } = address
  if (responseUrl && (await respond(responseUrl, message))) return ''
  if (place === 'dm') {
    const id = `whisper.${randomUUID()}`
    return await post(api, message, {
      channel,
      ...(thread ? { thread } : {}),
      id,
      mayBeThere: false,
    })
  }
  const args = {
    ...shown(message),
    ...quiet,
    channel,
    user,
    ...(thread ? { thread_ts: thread } : {}),
  }
  const outcome = await persist(() => put(api, 'chat.postEphemeral', args))
  if (outcome.ok) return ''
  if (outcome.isTransient) throw toError('chat.postEphemeral', outcome)
  // Not in that channel: a direct message is the way that is left.
  return await direct(api, message, user)
}

async function direct(api: Api, message: Message, user: string): Promise<string> {
  const outcome = await persist(() =>
    put(api, 'chat.postMessage', {
      ...shown(message),
      ...quiet,
      channel: user,
      metadata: metadataOf('w'),
    }),
  )
  if (!outcome.ok) throw toError('chat.postMessage', outcome)
  return textOf(outcome.data, 'ts')
}
