import { createHash } from 'node:crypto'
import type { ChatOpenAICompletionsCallOptions } from '@langchain/openai'
import { z } from 'zod'
import type { EmbeddingsSettings, ModelSettings } from './config.ts'
import type { UpstreamError } from './domain/errors.ts'
import type { Log } from './log.ts'
import { tidyCompletion } from './model/completion.ts'
import { type Ask, type ChatRequest, converse, type Told } from './model/converse.ts'
import { usual } from './model/dialect.ts'
import { insist } from './model/insist.ts'
import { openPatience, type Patience } from './model/patience.ts'
import { type Endpoint, refusalIn, toUpstream, unusable } from './model/trouble.ts'
import { toVectors } from './model/vectors.ts'
import { openWire } from './model/wire.ts'
import type { Embedder } from './ports.ts'

/**
 * A chat model that answers with an object of a schema, or not at all. `id` is the model's name.
 *
 * @throws UpstreamError (`upstream`), also when the caller's signal ends
 */
export interface Chat {
  readonly id: string
  complete<T>(request: ChatRequest<T>, signal: AbortSignal): Promise<T>
}

/** What one call for `doctor` showed: how long it took and, in German, what came back. */
export interface Trial {
  readonly ms: number
  readonly detail: string
}

/** What the SDK is given in place of a key: it needs one, and our wire sends its own or none. */
const noKey = 'none'

/** Passages come in large batches, and a machine without a graphics card takes its time. */
const leastForPassages = 60_000

/** Opens a chat model behind any OpenAI-compatible address. Nothing is sent before it is asked. */
export function openChat(settings: ModelSettings, log?: Log): Chat {
  const endpoint = toEndpoint('model', settings.url)
  let dialect = usual
  return {
    id: settings.name,
    async complete(request, signal) {
      const began = performance.now()
      const patience = openPatience(settings.timeoutMs, signal)
      const send = (ask: Ask) => sendChat(settings, ask)
      try {
        const told = await converse(request, { endpoint, patience, dialect, send })
        dialect = told.dialect
        log?.debug({ format: dialect.format, ms: since(began) }, 'model answered')
        return told.value
      } catch (error) {
        throw failed(error, { endpoint, patience, began, log })
      }
    },
  } satisfies Chat
}

// `invoke` would run the callbacks that LANGCHAIN_TRACING_V2 and LANGCHAIN_VERBOSE switch on: they
// send or print the prompt. `_generate` is the same call without them. The completions class never
// changes to the Responses API, which most providers do not have.
async function sendChat(settings: ModelSettings, ask: Ask): Promise<Told> {
  const { ChatOpenAICompletions } = await import('@langchain/openai')
  const { HumanMessage, SystemMessage } = await import('langchain')
  const { temperature, effort, tokens } = ask.dialect
  const model = new ChatOpenAICompletions({
    model: settings.name,
    apiKey: noKey,
    maxRetries: 0,
    streaming: false,
    configuration: toClient(settings, tidyCompletion),
    ...(temperature ? { temperature: 0 } : {}),
    ...(effort === 'low' ? { reasoning: { effort } } : {}),
    maxTokens: tokens === 'usual' ? settings.maxTokens : -1,
    modelKwargs: {
      ...(tokens === 'usual' ? {} : { max_completion_tokens: settings.maxTokens }),
      ...(effort === 'none' ? { reasoning_effort: effort } : {}),
    },
  })
  const messages = [new SystemMessage(ask.system), new HumanMessage(ask.user)]
  const options = { signal: ask.signal, ...toFormat(ask) }
  try {
    const [first] = (await model._generate(messages, options)).generations
    return { content: first?.text ?? '', finish: first?.generationInfo?.['finish_reason'] }
  } catch (error) {
    const finish = finishIn(error)
    if (finish) return { content: '', finish }
    throw error
  }
}

type Format = Pick<ChatOpenAICompletionsCallOptions, 'response_format' | 'tools' | 'tool_choice'>

function toFormat({ dialect, schema }: Ask): Format {
  switch (dialect.format) {
    case 'schema': {
      const json_schema = { name: 'answer', strict: true, schema }
      return { response_format: { type: 'json_schema', json_schema } }
    }
    case 'tool': {
      const tool = { name: 'answer', description: 'Gives the answer.', parameters: schema }
      const tool_choice = { type: 'function', function: { name: 'answer' } } as const
      return { tools: [{ type: 'function', function: tool }], tool_choice }
    }
    case 'plain':
      return {}
  }
}

// With a schema in the request the SDK throws where it otherwise tells.
function finishIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.constructor.name === 'LengthFinishReasonError') return 'length'
  return error.constructor.name === 'ContentFilterFinishReasonError' ? 'content_filter' : undefined
}

/**
 * Opens an embeddings model behind any OpenAI-compatible address. Nothing is sent before it is asked.
 *
 * A query has `timeoutMs` in all; passages have at least a minute for each batch.
 */
export function openEmbedder(settings: EmbeddingsSettings, log?: Log): Embedder {
  const endpoint = toEndpoint('embeddings', settings.url)
  const post = openPost(settings)
  let dimensions: number | undefined
  async function embedBatch(input: readonly string[], side: Side, signal: AbortSignal) {
    const began = performance.now()
    const limit = side === 'query' ? settings.timeoutMs : 4 * passageTime(settings)
    const patience = openPatience(limit, signal)
    try {
      const body = await insist(() => post(input, once(side, settings, patience)), side, patience)
      const vectors = toVectors(body, input.length)
      dimensions ??= vectors?.[0]?.length
      if (vectors?.[0]?.length !== dimensions || !vectors) throw unusable(endpoint, 'vectors')
      log?.debug({ texts: input.length, ms: since(began) }, 'texts embedded')
      return vectors
    } catch (error) {
      throw failed(error, { endpoint, patience, began, log })
    }
  }
  return {
    id: toId(settings, endpoint),
    batch: settings.batch,
    async embed(texts, side, signal) {
      const prefix = side === 'query' ? settings.queryPrefix : settings.passagePrefix
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += settings.batch) {
        const input = texts.slice(at, at + settings.batch).map((text) => `${prefix}${text}`)
        vectors.push(...(await embedBatch(input, side, signal)))
      }
      return vectors
    },
  } satisfies Embedder
}

type Side = Parameters<Embedder['embed']>[1]

function passageTime({ timeoutMs }: EmbeddingsSettings): number {
  return Math.max(timeoutMs, leastForPassages)
}

// A server that hangs on one batch must not use up the time of all attempts.
function once(side: Side, settings: EmbeddingsSettings, { signal }: Patience): AbortSignal {
  return side === 'query' ? signal : openPatience(passageTime(settings), signal).signal
}

// Not OpenAIEmbeddings: it takes no signal, ignores `index` and joins lines. `post`, because
// `embeddings.create` asks for base64 whenever the field is missing.
function openPost(settings: EmbeddingsSettings) {
  let asksFormat = true
  return async function post(input: readonly string[], signal: AbortSignal): Promise<unknown> {
    const { OpenAIClient } = await import('@langchain/openai')
    const client = new OpenAIClient({
      ...toClient(settings, (body) => body),
      apiKey: noKey,
      maxRetries: 0,
    })
    const format = asksFormat ? { encoding_format: 'float' } : {}
    try {
      const body = { model: settings.name, input, ...format }
      return await client.post('/embeddings', { body, signal })
    } catch (error) {
      const isFormat = /encoding_?format/i.test(refusalIn(error)?.text ?? '')
      if (!asksFormat || !isFormat) throw error
      asksFormat = false
      return post(input, signal)
    }
  }
}

function toClient(
  { url, key }: { readonly url: string; readonly key?: string },
  tidy: (body: unknown) => unknown,
) {
  // Whatever OPENAI_LOG says, bodies are not printed; whatever OPENAI_ORG_ID says, it is not sent.
  return {
    baseURL: url,
    organization: null,
    project: null,
    logLevel: 'off',
    fetch: openWire(key, tidy),
  } as const
}

function toEndpoint(kind: Endpoint['kind'], url: string): Endpoint {
  return { kind, host: new URL(url).host }
}

function toId(settings: EmbeddingsSettings, { host }: Endpoint): string {
  const prefixes = JSON.stringify([settings.queryPrefix, settings.passagePrefix])
  const hash = createHash('sha256').update(`${settings.url} ${prefixes}`).digest('hex').slice(0, 8)
  return `${host}/${settings.name}#${hash}`
}

interface Attempted {
  readonly endpoint: Endpoint
  readonly patience: Patience
  readonly began: number
  readonly log: Log | undefined
}

function failed(error: unknown, { endpoint, patience, began, log }: Attempted): UpstreamError {
  const trouble = toUpstream(error, endpoint, patience.signal.aborted || isAbort(error))
  const { provider: host, status, retryable } = trouble
  log?.warn({ host, status, retryable, ms: since(began) }, `${endpoint.kind} failed`)
  return trouble
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && /Abort|Timeout/.test(`${error.name} ${error.constructor.name}`)
}

function since(began: number): number {
  return Math.round(performance.now() - began)
}

/** Asks the model once, for `doctor`. @throws UpstreamError (`upstream`) */
export async function tryChat(chat: Chat, signal: AbortSignal): Promise<Trial> {
  const began = performance.now()
  const schema = z.object({ bereit: z.boolean() })
  const system = 'Antworte nur mit diesem JSON-Objekt: {"bereit": true}'
  await chat.complete({ system, user: 'Bist du bereit?', schema }, signal)
  return { ms: since(began), detail: `${chat.id} antwortet im verlangten Format` }
}

/** Embeds once on each side, for `doctor`. @throws UpstreamError (`upstream`) */
export async function tryEmbedder(embedder: Embedder, signal: AbortSignal): Promise<Trial> {
  const began = performance.now()
  const [query] = await embedder.embed(['Was tun bei einer Datenpanne?'], 'query', signal)
  const ms = since(began)
  await embedder.embed(['Meldet die Panne der Aufsicht.'], 'passage', signal)
  return { ms, detail: `${embedder.id} schickt Vektoren mit ${query?.length ?? 0} Zahlen` }
}
