import { afterEach, describe, expect, it } from 'vitest'
import { modelWriter } from '../../src/answer/write-model.ts'
import { openChat, openEmbedder } from '../../src/openai.ts'
import { hits, question, spoken } from '../fakes.ts'
import { copied, honest, synonymEmbedder } from './models.ts'
import {
  fails,
  keyed,
  type Model,
  openServer,
  type Recorded,
  refusing,
  type Server,
  says,
} from './server.ts'

/** A provider as the README sets it up, and the ways its interface differs from the book. */
interface Provider {
  readonly url: string
  readonly model: string
  readonly embeddings: string
  readonly key?: string
  readonly prefixes?: readonly [query: string, passage: string]
  readonly chat: Model
  readonly embed: Model
  /** Chat requests until the first answer; one for every later one. */
  readonly first: number
}

const embed = synonymEmbedder([])

/** What a model of OpenAI says, told by its parameters rather than its name. */
function reasons(model: Model): Model {
  return refusing(['temperature', 'max_tokens'], model)
}

/** A draft with something before it and fields beside it. */
function around(before: string, fields: object): Model {
  return (request) => says(`${before}${JSON.stringify(copied(request))}`, fields)()
}

const providers: Readonly<Record<string, Provider>> = {
  OpenAI: {
    url: 'https://api.openai.com/v1',
    model: 'gpt-5-mini',
    embeddings: 'text-embedding-3-large',
    key: 'sk-openai',
    chat: reasons(honest),
    embed,
    first: 2,
  },
  'Azure OpenAI': {
    url: 'https://rathaus.openai.azure.com/openai/v1',
    model: 'unser-modell',
    embeddings: 'unsere-vektoren',
    key: 'azure-key',
    chat: reasons(honest),
    embed,
    first: 3,
  },
  Mistral: {
    url: 'https://api.mistral.ai/v1',
    model: 'mistral-small-latest',
    embeddings: 'mistral-embed',
    key: 'mistral-key',
    chat: refusing(['reasoning_effort'], around('', {}), 422),
    embed: refusing(['encoding_format'], embed, 422),
    first: 1,
  },
  Ollama: {
    url: 'http://127.0.0.1:11434/v1',
    model: 'qwen3:4b-instruct',
    embeddings: 'bge-m3',
    chat: around('', { reasoning: 'Hm.' }),
    embed,
    first: 1,
  },
  vLLM: {
    url: 'http://127.0.0.1:8000/v1',
    model: 'mistralai/Mistral-Small-3.2-24B-Instruct-2506',
    embeddings: 'intfloat/multilingual-e5-large',
    prefixes: ['query: ', 'passage: '],
    chat: around('<think>Ich lese {P1}.</think>\n', { reasoning_content: null }),
    embed: (request) =>
      request.body.encoding_format === 'float'
        ? embed(request)
        : fails(400, { message: 'base64 encoding is not currently supported' })(),
    first: 1,
  },
  'llama.cpp': {
    url: 'http://127.0.0.1:8080/v1',
    model: 'gemma-3-12b-it',
    embeddings: 'bge-m3',
    chat: (request) =>
      request.body.tools
        ? fails(500, { message: 'tools param requires --jinja flag' })()
        : refusing(['response_format'], around('Antwort:\n```json\n', {}))(request),
    embed,
    first: 3,
  },
}

let server: Server | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

async function open(provider: Provider) {
  const guard = (model: Model) => (provider.key ? keyed(provider.key, model) : model)
  server = await openServer({ chat: guard(provider.chat), embeddings: guard(provider.embed) })
  const { pathname } = new URL(provider.url)
  const key = provider.key ? { key: provider.key } : {}
  const common = { url: `${new URL(server.url).origin}${pathname}`, timeoutMs: 30_000, ...key }
  const [queryPrefix, passagePrefix] = provider.prefixes ?? ['', '']
  return {
    chat: openChat({ ...common, name: provider.model, maxTokens: 1200 }),
    embedder: openEmbedder({
      ...common,
      name: provider.embeddings,
      queryPrefix,
      passagePrefix,
      batch: 64,
    }),
    requests: server.requests,
    pathname,
  }
}

describe.each(Object.entries(providers))('%s', (_, provider) => {
  const { signal } = new AbortController()
  const passage = spoken(['A: Zuerst stoppen wir alles Geplante und sichern die Kommentare.'])
  const asks = ({ path }: Recorded) => path.endsWith('/chat/completions')

  it('writes an answer, and learns its ways once', async () => {
    const { chat, requests, pathname } = await open(provider)
    const writer = modelWriter(chat)
    for (const round of [1, 2]) {
      const draft = await writer.write(question('Was zuerst?'), hits(passage), { signal })
      expect(draft.claims[0]?.evidence[0]?.passage, `round ${round}`).toBe(passage.id)
    }
    const asked = requests.filter(asks)
    expect(asked).toHaveLength(provider.first + 1)
    for (const { path, headers, body } of asked) {
      expect(path).toBe(`${pathname}/chat/completions`)
      expect(headers['authorization']).toBe(provider.key ? `Bearer ${provider.key}` : undefined)
      expect(body.model).toBe(provider.model)
    }
  })

  it('embeds both sides', async () => {
    const { embedder, requests, pathname } = await open(provider)
    const [query] = await embedder.embed(['Frage'], 'query', signal)
    const [text] = await embedder.embed(['Text'], 'passage', signal)
    expect(query).toHaveLength(text?.length ?? 0)
    const [before, beforeText] = provider.prefixes ?? ['', '']
    const inputs = requests.map(({ body }) => body.input[0])
    expect(inputs).toContain(`${before}Frage`)
    expect(inputs).toContain(`${beforeText}Text`)
    expect(requests[0]?.path).toBe(`${pathname}/embeddings`)
    expect(requests[0]?.body.model).toBe(provider.embeddings)
  })
})
