import { z } from 'zod'

const Delta = z.object({
  content: z.string().nullish().catch(undefined),
  tool_calls: z
    .array(z.object({ function: z.object({ arguments: z.string().catch('') }) }))
    .nullish()
    .catch(undefined),
})

const Chunk = z.object({
  choices: z.array(
    z.object({ delta: Delta.catch({}), finish_reason: z.string().nullish().catch(undefined) }),
  ),
})

/**
 * One completion from the events of a stream: some gateways stream whether asked to or not.
 *
 * A stream that ends without saying why was cut off, which counts as `length`.
 */
export function joinStream(events: string): unknown {
  const choices = dataOf(events).flatMap((data) => {
    const chunk = Chunk.safeParse(data)
    return chunk.success ? chunk.data.choices.slice(0, 1) : []
  })
  if (choices.length === 0) return undefined
  const content = choices.map(({ delta }) => delta.content ?? '').join('')
  const call = choices
    .flatMap(({ delta }) => delta.tool_calls ?? [])
    .map((piece) => piece.function.arguments)
    .join('')
  const reason = choices.findLast(({ finish_reason }) => finish_reason)?.finish_reason ?? 'length'
  const calls = call === '' ? {} : { tool_calls: [{ function: { arguments: call } }] }
  return { choices: [{ finish_reason: reason, message: { content, ...calls } }] }
}

function dataOf(events: string): readonly unknown[] {
  return events.split(/\r?\n/).flatMap((line) => {
    const data = /^data:\s*(\{.*\})\s*$/.exec(line)?.[1]
    if (!data) return []
    try {
      return [JSON.parse(data)]
    } catch {
      return []
    }
  })
}
