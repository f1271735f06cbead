import { afterEach, describe, expect, it, vi } from 'vitest'
import { tryChat } from '../../src/openai.ts'
import { answers, fails, type Model, refusing, says, streams } from './server.ts'
import { closeStage, failure, good, json, moin, openStage, prompt } from './stage.ts'

const { signal } = new AbortController()

afterEach(async () => {
  vi.unstubAllEnvs()
  await closeStage()
})

describe('the chat model', () => {
  it('asks for an object of the schema and gives it back', async () => {
    const { chat, requests } = await openStage(good, { key: 'sk-1' })
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    expect(chat.id).toBe('modell')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.headers['authorization']).toBe('Bearer sk-1')
    expect(requests[0]?.body).toMatchObject({
      model: 'modell',
      temperature: 0,
      max_tokens: 500,
      response_format: { type: 'json_schema' },
    })
    expect(requests[0]?.raw).toContain('"additionalProperties":false')
  })

  it('sends no key where none is set, whatever the environment holds', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-environment')
    vi.stubEnv('OPENAI_ORG_ID', 'org-environment')
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-environment: yes')
    const { chat, requests } = await openStage(good)
    await chat.complete(prompt, signal)
    expect(requests[0]?.headers['authorization']).toBeUndefined()
    expect(JSON.stringify(requests[0]?.headers)).not.toMatch(/environment|stainless|langchain/i)
  })

  it.each([
    ['a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['words around it', `Gern! Hier ist die Antwort:\n${json}\nHilft das?`],
    ['an example before it', `Etwa so: {"word": "Beispiel"}. Also: ${json}`],
    ['thoughts before it', `<think>Erst {"word": "falsch"} … nein.</think>\n${json}`],
    ['thoughts without their opening', `Hm, {"word": "falsch"}?</think>${json}`],
    ['a line break in a string', '{"word":\n "Moin\n"}'],
    ['a comma too many', '{"word": "Moin",}'],
    [
      'thoughts as parts',
      [
        { type: 'thinking', thinking: [] },
        { type: 'text', text: json },
      ],
    ],
  ])('reads an answer with %s', async (_, content) => {
    const { chat, requests } = await openStage(says(content))
    expect((await chat.complete(prompt, signal)).word.trim()).toBe('Moin')
    expect(requests).toHaveLength(1)
  })

  it('leaves reasoning fields alone', async () => {
    const thoughts = { reasoning_content: '{"word":"falsch"}', reasoning: '{"word":"falsch"}' }
    const { chat } = await openStage(says(json, thoughts))
    expect(await chat.complete(prompt, signal)).toEqual(moin)
  })

  it('reads a stream nobody asked for, tool calls included', async () => {
    const { chat } = await openStage(streams(good))
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    await closeStage()
    const tools = await openStage(refusing(['response_format'], streams(good)))
    expect(await tools.chat.complete(prompt, signal)).toEqual(moin)
  })

  it('takes a tool call with an object for arguments, and the older function call', async () => {
    const call = { function: { name: 'answer', arguments: moin } }
    const { chat } = await openStage([
      says(null, { tool_calls: [call] }, 'tool_calls'),
      says('', { function_call: { name: 'answer', arguments: json } }),
    ])
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    expect(await chat.complete(prompt, signal)).toEqual(moin)
  })
})

describe('an endpoint that refuses', () => {
  it('response_format is asked for a tool call, and this is remembered', async () => {
    const { chat, requests } = await openStage(refusing(['response_format'], good))
    await chat.complete(prompt, signal)
    await chat.complete(prompt, signal)
    expect(requests.map(({ body }) => [body.response_format?.type, body.tools?.length])).toEqual([
      ['json_schema', undefined],
      [undefined, 1],
      [undefined, 1],
    ])
  })

  it('tools too is asked in plain words with the schema in them', async () => {
    const { chat, requests } = await openStage(refusing(['response_format', 'tools'], good, 422))
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    expect(await chat.complete(prompt, signal)).toEqual(moin)
    expect(requests).toHaveLength(4)
    expect(requests.at(-1)?.body.messages[0]?.content).toContain('JSON schema')
  })

  it('tools with a 500, as llama.cpp does without --jinja', async () => {
    const noTools: Model = (request) =>
      request.body.tools
        ? fails(500, { message: 'tools param requires --jinja flag' })()
        : good(request)
    const { chat } = await openStage(refusing(['response_format'], noTools))
    expect(await chat.complete(prompt, signal)).toEqual(moin)
  })

  it.each(['temperature', 'max_tokens'] as const)('%s is not sent it again', async (field) => {
    const { chat, requests } = await openStage(refusing([field], good))
    await chat.complete(prompt, signal)
    await chat.complete(prompt, signal)
    expect(requests.map(({ body }) => body[field] === undefined)).toEqual([false, true, true])
    expect(requests[2]?.body.response_format?.type).toBe('json_schema')
    if (field === 'max_tokens') expect(requests[2]?.body.max_completion_tokens).toBe(500)
  })

  it('effort is not sent it again', async () => {
    const { chat, requests } = await openStage(refusing(['reasoning_effort'], good), {
      name: 'gpt-5-mini',
    })
    await chat.complete(prompt, signal)
    expect(requests.map(({ body }) => body.reasoning_effort)).toEqual(['low', undefined])
  })

  it('to stop thinking is told to, once', async () => {
    const thinking: Model = (request) =>
      request.body.reasoning_effort === 'none'
        ? good(request)
        : says('', { reasoning: 'Hm, einerseits …' }, 'length')()
    const { chat, requests } = await openStage(thinking)
    await chat.complete(prompt, signal)
    await chat.complete(prompt, signal)
    expect(requests.map(({ body }) => body.reasoning_effort)).toEqual([undefined, 'none', 'none'])
    await closeStage()
    const stubborn = await openStage(says('<think>Hm, einerseits', {}, 'length'))
    const error = await failure(stubborn.chat.complete(prompt, signal))
    expect(stubborn.requests).toHaveLength(2)
    expect(error.fix).toContain('Denkschritte')
  })

  it('the model or the length is not asked in another way', async () => {
    const long = {
      message: 'maximum context length is 4096 tokens',
      code: 'context_length_exceeded',
    }
    const { chat, requests } = await openStage([
      fails(400, { message: 'The model `modell` does not exist', code: 'model_not_found' }),
      fails(400, long),
    ])
    await failure(chat.complete(prompt, signal))
    const error = await failure(chat.complete(prompt, signal))
    expect(requests).toHaveLength(2)
    expect(error.message).toContain('so viel Text')
  })
})

describe('an answer of no use', () => {
  it('that does not fit gets one more attempt, with the schema in the prompt', async () => {
    const { chat, requests } = await openStage([says('{"word": 5}'), says('Moin!'), says(json)])
    const error = await failure(chat.complete(prompt, signal))
    expect(requests).toHaveLength(2)
    expect(requests[1]?.body.messages[0]?.content).toContain('JSON schema')
    expect(error).toMatchObject({ retryable: false, status: undefined })
    expect(await chat.complete(prompt, signal)).toEqual(moin)
  })

  it('is mended by the second attempt', async () => {
    const { chat } = await openStage([says('Ich verstehe nicht.'), says(json)])
    expect(await chat.complete(prompt, signal)).toEqual(moin)
  })

  it.each<[string, Model, string]>([
    ['truncated', says('{"word": "Mo', {}, 'length'), 'abgeschnitten'],
    ['held back', says('', {}, 'content_filter'), 'Inhaltsfilter'],
    ['a stream that stops', streams(says('{"word": "Mo'), 'cut'), 'abgeschnitten'],
    ['without choices', () => ({ body: { choices: [] } }), 'Format'],
    ['null', says(null), 'Format'],
    ['a refusal', says(null, { refusal: 'Nein.' }), 'Format'],
    ['malformed', () => ({ body: '{"choices": [' }), 'Format'],
    [
      'a sign-in page',
      () => ({ body: '<html>', headers: { 'content-type': 'text/html' } }),
      'Format',
    ],
    ['an error with status 200', () => ({ body: { error: { message: 'no' } } }), 'Format'],
    ['cut off', () => ({ body: { choices: ['x'.repeat(4000)] }, ending: 'cut' }), 'getrennt'],
  ])('is an error of ours: %s', async (_, model, words) => {
    const { chat } = await openStage(model)
    const error = await failure(chat.complete(prompt, signal))
    expect(error.message).toContain(words)
  })
})

it('one call for doctor says how long it took', async () => {
  const { chat } = await openStage(answers(() => ({ bereit: true })))
  const trial = await tryChat(chat, signal)
  expect(trial.detail).toContain('modell')
  expect(trial.ms).toBeGreaterThanOrEqual(0)
})
