import { z } from 'zod'
import { readJson } from './json.ts'

const Call = z.object({ function: z.object({ arguments: z.unknown() }) })
const Part = z.object({ type: z.literal('text'), text: z.string() })

const Message = z.object({
  content: z.unknown().optional(),
  reasoning: z.unknown().optional(),
  reasoning_content: z.unknown().optional(),
  tool_calls: z.array(z.unknown()).nullish().catch(undefined),
  function_call: z.object({ arguments: z.unknown() }).nullish().catch(undefined),
})

const Completion = z.object({
  choices: z.array(
    z.object({ finish_reason: z.string().nullish().catch(undefined), message: Message }),
  ),
})

/** A completion as every provider should have sent it: one choice, its content JSON or nothing. */
export interface TidyCompletion {
  readonly choices: readonly {
    readonly index: 0
    /** As the protocol has it; `thinking` when all tokens went into thoughts. */
    readonly finish_reason: string
    readonly message: { readonly role: 'assistant'; readonly content: string | null }
  }[]
}

/**
 * Makes one shape of all the shapes in which providers wrap the object a model wrote.
 *
 * The SDK parses structured output by itself and fails on fences, thoughts and prose with an error
 * that no longer holds the text; so it must get clean JSON. No choices: the answer was something else.
 */
export function tidyCompletion(body: unknown): TidyCompletion {
  const parsed = Completion.safeParse(body)
  const [first] = parsed.success ? parsed.data.choices : []
  if (!first) return { choices: [] }
  const written = [...callsOf(first.message), textOf(first.message.content)]
  const value = written.map(toObject).find((found) => found !== undefined)
  const content = value === undefined ? null : JSON.stringify(value)
  const isLost = first.finish_reason === 'length' && isThinking(first.message)
  const finish = isLost ? 'thinking' : (first.finish_reason ?? 'stop')
  return {
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
  }
}

function callsOf({ tool_calls, function_call }: z.infer<typeof Message>): readonly unknown[] {
  const calls = (tool_calls ?? []).map((call) => Call.safeParse(call))
  const found = calls.flatMap((call) => (call.success ? [call.data.function.arguments] : []))
  return function_call ? [...found, function_call.arguments] : found
}

function isThinking({ content, reasoning, reasoning_content }: z.infer<typeof Message>): boolean {
  if (/<(?:think|thinking|reasoning|thought)>(?![\s\S]*<\/)/i.test(textOf(content))) return true
  return textOf(content) === '' && Boolean(reasoning || reasoning_content)
}

// Reasoning models send parts; their thoughts are parts of another type.
function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  const parts = content.map((part) => Part.safeParse(part))
  return parts.map((part) => (part.success ? part.data.text : '')).join('')
}

function toObject(written: unknown): object | undefined {
  if (typeof written === 'string') return readJson(written)
  return typeof written === 'object' && written !== null ? written : undefined
}
