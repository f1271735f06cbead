import { z } from 'zod'
import type { Attachment } from '../../src/ports-chats.ts'
import { type Api, type Outcome, textOf } from './api.ts'
import { persist } from './send.ts'

/** Where files go, and what was written that they answer: before it there are none of ours. */
interface Place {
  readonly channel: string
  readonly thread?: string
  readonly since: string
  /** An earlier try may have put them there. */
  readonly mayBeThere: boolean
  /** Where Slack is reached; files go there or to another address of Slack's over https. */
  readonly apiUrl: string
}

/**
 * Uploads files and shows them in one message, once. False where Slack takes none from us: without the
 * permission, without room, or where we may not write.
 *
 * @see platform notes: getUploadURLExternal, the bytes, completeUploadExternal (what `filesUploadV2` does)
 */
export async function attachFiles(
  api: Api,
  files: readonly Attachment[],
  { words, ...place }: Place & { readonly words: string },
): Promise<boolean> {
  const names = files.map(({ name }) => name)
  if (place.mayBeThere && (await areThere(api, names, place))) return true
  const uploaded: { readonly id: string; readonly title: string }[] = []
  for (const file of files) {
    const id = await upload(api, file, place)
    if (id === undefined) return false
    uploaded.push({ id, title: file.title })
  }
  const { channel, thread } = place
  const target = { channel_id: channel, ...(thread ? { thread_ts: thread } : {}) }
  const shown = await api('files.completeUploadExternal', {
    files: uploaded,
    initial_comment: words,
    ...target,
  })
  return shown.ok || (shown.mayHaveWorked && (await areThere(api, names, place)))
}

async function upload(
  api: Api,
  { name, make }: Attachment,
  { apiUrl }: Pick<Place, 'apiUrl'>,
): Promise<string | undefined> {
  const bytes = await make()
  const args = { filename: name, length: bytes.length }
  const place = await persist(() => api('files.getUploadURLExternal', args))
  if (!place.ok) return undefined
  const [url, id] = [textOf(place.data, 'upload_url'), textOf(place.data, 'file_id')]
  return (await send(url, bytes, apiUrl)) ? id : undefined
}

/** Longer than this no file of ours takes. */
const patienceMs = 20_000

async function send(url: string, bytes: Uint8Array, apiUrl: string): Promise<boolean> {
  const target = URL.parse(url)
  const isTheirs = target?.protocol === 'https:' || target?.origin === URL.parse(apiUrl)?.origin
  if (!target || !isTheirs) return false
  try {
    const body = new Blob([new Uint8Array(bytes)])
    const signal = AbortSignal.timeout(patienceMs)
    const { ok } = await fetch(target, { method: 'POST', body, redirect: 'error', signal })
    return ok
  } catch {
    return false
  }
}

const Shown = z.object({
  messages: z.array(z.object({ files: z.array(z.object({ name: z.string() })).default([]) })),
})

async function areThere(api: Api, names: readonly string[], place: Place): Promise<boolean> {
  const { channel, thread, since } = place
  const args = { channel, oldest: since, limit: 200 }
  const work = (): Promise<Outcome> =>
    thread
      ? api('conversations.replies', { ...args, ts: thread })
      : api('conversations.history', args)
  const outcome = await persist(work)
  const { messages = [] } = (outcome.ok ? Shown.safeParse(outcome.data).data : undefined) ?? {}
  return messages.some(({ files }) =>
    names.every((name) => files.some((file) => file.name === name)),
  )
}
