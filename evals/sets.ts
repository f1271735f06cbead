import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const colours = ['green', 'yellow', 'red'] as const

/** What is not there is not known, and not measured. */
const Message = z.object({
  id: z.string(),
  text: z.string(),
  acute: z.boolean(),
  /** Those that would be right; empty for a calm message. */
  playbooks: z.array(z.string()).optional(),
  level: z.enum(['GRUEN', 'GELB', 'ROT']).optional(),
  /** Written by somebody who never saw how messages are judged. */
  heldback: z.boolean().default(false),
})

const Comment = z.object({
  id: z.string(),
  text: z.string(),
  colour: z.enum(colours),
  /** Nothing but criticism of the town, however rude. */
  criticism: z.boolean().default(false),
  ground: z.string().optional(),
  /** Written and measured once before anybody looked at how it is judged. */
  heldback: z.boolean().default(false),
})

/** A message as staff write it, and what it is. */
export type CrisisMessage = z.infer<typeof Message>

/** A comment as people write it, and the light a person gave it. */
export type Comment = z.infer<typeof Comment>

/** A set of texts and who wrote it. */
export interface TextSet<T> {
  readonly author: string
  /** Whether the rules were written with it at hand. */
  readonly isSeen: boolean
  readonly texts: readonly T[]
}

const here = new URL('.', import.meta.url)

/** Messages, one JSON object a line. */
export function readMessagesOf(from: string | URL): readonly CrisisMessage[] {
  return linesOf(from).map((line) => Message.parse(line))
}

/** Comments, one JSON object a line. */
export function readCommentsOf(from: string | URL): readonly Comment[] {
  return linesOf(from).map((line) => Comment.parse(line))
}

/** All messages that are learned from, by author. */
export function messageSets(): readonly TextSet<CrisisMessage>[] {
  const seen = ['crises.jsonl', 'acute.jsonl', 'training/n-messages.jsonl']
  return [
    {
      author: 'rules',
      isSeen: true,
      texts: seen.flatMap((name) => readMessagesOf(new URL(name, here))),
    },
    ...writers('messages', readMessagesOf),
  ]
}

/** All comments that are learned from, by author. */
export function commentSets(): readonly TextSet<Comment>[] {
  const seen = readCommentsOf(new URL('comments.jsonl', here))
  return [{ author: 'rules', isSeen: true, texts: seen }, ...writers('comments', readCommentsOf)]
}

/** `q` are questions on calm days: the labels of search, also what was called a fire there and is none. */
const others = ['w1', 'w2', 'w4', 'a5', 'b5', 'c5', 'd5', 's5', 'e5', 'q']

function writers<T>(kind: string, read: (from: URL) => readonly T[]): readonly TextSet<T>[] {
  return others.flatMap((author) => {
    const file = new URL(`training/${author}-${kind}.jsonl`, here)
    return existsSync(file) ? [{ author, isSeen: false, texts: read(file) }] : []
  })
}

function linesOf(from: string | URL): readonly unknown[] {
  const lines = readFileSync(from, 'utf8').trim().split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}
