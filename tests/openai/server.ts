import { once } from 'node:events'
import http from 'node:http'
import { z } from 'zod'

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
  input: z.array(z.string()).default([]),
  response_format: z.object({ type: z.string() }).optional(),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  reasoning_effort: z.string().optional(),
  encoding_format: z.string().optional(),
  stream: z.boolean().optional(),
})

/** A request as it came in; fields the client left out are `undefined`. */
export interface Recorded {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: z.infer<typeof Body>
  /** As sent, for what must not be in it. */
  readonly raw: string
}

/** What goes back. An object is sent as JSON, a string as it is. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** `cut` breaks the connection in the middle of the body, `never` keeps it open without a word. */
  readonly ending?: 'whole' | 'cut' | 'never'
}

/** A model, an embedder or a fault: what it answers to a request. */
export type Model = (request: Recorded) => Reply

/** One for all requests, or one for each, the last for all that follow. */
export interface Script {
  readonly chat?: Model | readonly Model[]
  readonly embeddings?: Model | readonly Model[]
}

export interface Server {
  /** Where the protocol begins: `http://127.0.0.1:<port>/v1`; any other path before it works too. */
  readonly url: string
  readonly requests: readonly Recorded[]
  close(): Promise<void>
}

/** Opens a server on this machine that speaks the OpenAI wire protocol the way the script says. */
export async function openServer(script: Script): Promise<Server> {
  const requests: Recorded[] = []
  const seen = { chat: 0, embeddings: 0 }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString('utf8')
    const { url: path = '', headers } = request
    const kind = /\/(chat)\/completions$|\/(embeddings)$/.exec(path)?.slice(1).find(Boolean)
    if (kind !== 'chat' && kind !== 'embeddings') return send(response, fails(404)())
    const recorded = { path, headers, raw, body: Body.parse(JSON.parse(raw)) }
    requests.push(recorded)
    const models = [script[kind] ?? fails(404)].flat()
    const model = models[Math.min(seen[kind], models.length - 1)]
    seen[kind] += 1
    send(response, model?.(recorded) ?? {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function send(response: http.ServerResponse, reply: Reply): void {
  if (reply.ending === 'never') return
  const isText = typeof reply.body === 'string'
  const text = isText ? String(reply.body) : JSON.stringify(reply.body ?? {})
  const length = { 'content-length': String(Buffer.byteLength(text)) }
  const type = { 'content-type': 'application/json' }
  response.writeHead(reply.status ?? 200, { ...type, ...length, ...reply.headers })
  if (reply.ending !== 'cut') response.end(text)
  else response.write(text.slice(0, text.length / 2), () => response.destroy())
}

/** An error as OpenAI sends it. */
export function fails(
  status: number,
  { message = `error ${status}`, headers = {}, ...more }: ErrorDetails = {},
): () => Reply {
  return () => ({ status, headers, body: { error: { message, type: 'error', ...more } } })
}

interface ErrorDetails {
  readonly message?: string
  readonly code?: string
  readonly param?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A completion of this text, however the request wanted it. */
export function says(content: unknown, message: object = {}, finish = 'stop'): () => Reply {
  const choice = { index: 0, finish_reason: finish, message: { role: 'assistant', content } }
  const whole = { ...choice, message: { ...choice.message, ...message } }
  return () => ({ body: { ...envelope, choices: [whole] } })
}

/** A completion of this object as the request wants it: as a tool's arguments, else as content. */
export function answers(value: (request: Recorded) => object): Model {
  return (request) => {
    const json = JSON.stringify(value(request))
    const [tool] = request.body.tools ?? []
    if (!tool) return says(json)()
    const call = { name: tool.function.name, arguments: json }
    const calls = [{ id: 'call_1', type: 'function', function: call }]
    return says(null, { tool_calls: calls }, 'tool_calls')()
  }
}

/** Sends the same as a stream of events, in pieces, asked for or not. */
export function streams(model: Model, ending: 'done' | 'cut' = 'done'): Model {
  return (request) => {
    const body = Completion.parse(model(request).body)
    const [choice] = body.choices
    const text = choice?.message.content ?? ''
    const pieces = text.match(/[\s\S]{1,7}/g) ?? []
    const deltas: object[] = pieces.map((content) => ({ delta: { content } }))
    const call = choice?.message.tool_calls?.[0]
    if (call) deltas.push({ delta: { tool_calls: [call] } })
    if (ending === 'done') deltas.push({ delta: {}, finish_reason: choice?.finish_reason })
    const events = deltas.map((delta) => `data: ${JSON.stringify({ choices: [delta] })}\n\n`)
    const all = [': hello\n\n', ...events, ...(ending === 'done' ? ['data: [DONE]\n\n'] : [])]
    return { headers: { 'content-type': 'text/event-stream' }, body: all.join('') }
  }
}

const Completion = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string(),
      message: z.object({
        content: z.string().nullable(),
        tool_calls: z.array(z.unknown()).optional(),
      }),
    }),
  ),
})

const envelope = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'scripted',
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
} as const

type Field =
  | 'response_format'
  | 'tools'
  | 'temperature'
  | 'max_tokens'
  | 'reasoning_effort'
  | 'encoding_format'

/** Refuses requests that carry one of these fields, as strict servers do; else asks the model. */
export function refusing(fields: readonly Field[], model: Model, status = 400): Model {
  return (request) => {
    const param = fields.find((field) => request.body[field] !== undefined)
    if (!param) return model(request)
    return fails(status, { message: `Unsupported parameter: '${param}'`, param })()
  }
}

/** Answers only who brings this key. */
export function keyed(key: string, model: Model): Model {
  return (request) =>
    request.headers['authorization'] === `Bearer ${key}`
      ? model(request)
      : fails(401, { message: `Incorrect API key provided: ${key.slice(0, 6)}***` })()
}

/** Vectors as OpenAI sends them; `different` changes what comes back for one text. */
export function embeds(toVector: (text: string) => unknown): Model {
  return ({ body }) => {
    const data = body.input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: toVector(text),
    }))
    return { body: { object: 'list', data, model: body.model } }
  }
}
