import { isFiltered, isTooLong, type Refusal } from './trouble.ts'

/** How an endpoint wants to be asked. What it refuses is left out from then on. */
export interface Dialect {
  /** How the answer is held to its schema: by the API, as a tool's arguments, or by asking nicely. */
  readonly format: 'schema' | 'tool' | 'plain'
  readonly temperature: boolean
  /**
   * How long a model may think. `low` is only sent to OpenAI's reasoning models; `none` to a model
   * that used up its tokens thinking (Ollama and vLLM understand it).
   */
  readonly effort: 'low' | 'none' | 'unsaid'
  /** Newer OpenAI models behind a name of one's own (Azure) want the longer name. */
  readonly tokens: 'usual' | 'max_completion_tokens'
}

/** What is tried first. */
export const usual: Dialect = {
  format: 'schema',
  temperature: true,
  effort: 'low',
  tokens: 'usual',
}

/** The next dialect to try after a refusal; `undefined` when another one would not help. */
export function adapt(dialect: Dialect, { status, text }: Refusal): Dialect | undefined {
  if (![400, 404, 405, 415, 422, 500, 501].includes(status)) return undefined
  if (isTooLong(text) || isFiltered(text) || isUnknownModel(text)) return undefined
  if (dialect.temperature && /temperature/i.test(text)) return { ...dialect, temperature: false }
  if (dialect.effort !== 'unsaid' && /reasoning[_. ]?effort/i.test(text))
    return { ...dialect, effort: 'unsaid' }
  if (dialect.tokens === 'usual' && /max_(?:completion_)?tokens/i.test(text))
    return { ...dialect, tokens: 'max_completion_tokens' }
  // A plain "bad request" may mean the format; a broken server or an unknown path must name it.
  const isVague = status === 400 || status === 422
  switch (dialect.format) {
    case 'schema':
      return isVague || /response_?format|schema|structured|grammar|guided/i.test(text)
        ? { ...dialect, format: 'tool' }
        : undefined
    case 'tool':
      return isVague || /tool|function|jinja/i.test(text)
        ? { ...dialect, format: 'plain' }
        : undefined
    case 'plain':
      return undefined
  }
}

function isUnknownModel(text: string): boolean {
  return /model_not_found|model\b.{0,80}\b(?:not found|does not exist|not exist)/i.test(text)
}
