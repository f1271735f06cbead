import type http from 'node:http'
import { z } from 'zod'
import { findWritable } from '../conversation.ts'
import { type Answer, type Method, method, no, Ts, yes } from '../method.ts'
import { addMessage, nextId, nextTs, type State } from '../state.ts'

const Wanted = z.object({
  filename: z.string().min(1).max(255),
  length: z.coerce.number().int().min(1),
  alt_txt: z.string().max(1000).optional(),
  snippet_type: z.string().optional(),
})
const Complete = z.object({
  files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1),
  channel_id: z.string().optional(),
  thread_ts: Ts.optional(),
  initial_comment: z.string().optional(),
})

export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': method(['files:write'], Wanted, begin),
  'files.completeUploadExternal': method(['files:write'], Complete, complete),
}

function begin(state: State, { filename, length }: z.output<typeof Wanted>): Answer {
  const id = nextId(state, 'F')
  state.uploads.set(id, { id, name: filename, length })
  return yes({ upload_url: `${state.origin}/upload/${id}`, file_id: id })
}

/** Takes the bytes of a file, as many as were announced. */
export async function serveUpload(
  { uploads }: State,
  id: string,
  { request, response }: Pick<Exchange, 'request' | 'response'>,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const bytes = Buffer.concat(parts)
  const file = uploads.get(id)
  if (!file || file.length !== bytes.length) return void response.writeHead(400).end()
  uploads.set(id, { ...file, bytes: new Uint8Array(bytes) })
  response.writeHead(200).end(`OK - ${bytes.length}`)
}

interface Exchange {
  readonly request: http.IncomingMessage
  readonly response: http.ServerResponse
}

function complete(state: State, args: z.output<typeof Complete>): Answer {
  const files = args.files.flatMap(({ id, title }) => {
    const file = state.uploads.get(id)
    return file?.bytes ? [{ ...file, ...(title ? { title } : {}) }] : []
  })
  if (files.length < args.files.length) return no('file_not_found')
  const shown = files.map(({ id, title }) => ({ id, title }))
  if (args.channel_id === undefined) return yes({ files: shown })
  const channel = findWritable(state, args.channel_id)
  if (typeof channel === 'string') return no(channel)
  addMessage(state, {
    channel: channel.id,
    ts: nextTs(state),
    user: state.identity.botUser,
    text: args.initial_comment ?? '',
    blocks: [],
    files,
    ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts }),
  })
  return yes({ files: shown })
}
