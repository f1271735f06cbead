import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { cited } from '../src/domain/citation.ts'
import type { Reply } from '../src/domain/reply.ts'
import type { Engine } from '../src/engine.ts'
import { type ExcerptLine, excerpt } from '../src/excerpt.ts'
import { type House, reply } from '../src/reply.ts'

const Line = z.object({
  id: z.string(),
  question: z.string(),
  earlier: z.array(z.string()).default([]),
  kind: z.string(),
  answerable: z.boolean().default(true),
  must: z.array(z.string()).default([]),
  must_not: z.array(z.string()).default([]),
})

/** A question to be judged, and what its answer must and must not hold. */
export type Drawn = z.infer<typeof Line>

/** A place an answer rests on, as it is shown, with what stands around it. */
export interface Ground {
  readonly line: string
  readonly quote: string
  readonly around: readonly ExcerptLine[]
}

/** What a judge reads: a question, what a person got, and the places that are cited. */
export interface Case extends Drawn {
  readonly replies: readonly Reply[]
  readonly statements: readonly { readonly text: string; readonly grounds: readonly Ground[] }[]
}

const every = 5

/** Every fifth question of each kind of `corpus.jsonl`, and all of `questions.jsonl`. */
export function drawn(folder: URL = new URL('.', import.meta.url)): readonly Drawn[] {
  const kinds = Map.groupBy(readDrawn(new URL('corpus.jsonl', folder)), ({ kind }) => kind)
  const fifth = [...kinds.values()].flatMap((all) => all.filter((_, at) => at % every === 0))
  return [...fifth, ...readDrawn(new URL('questions.jsonl', folder))]
}

function readDrawn(file: URL): readonly Drawn[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => Line.parse(JSON.parse(line)))
}

/** Asks as somebody in a thread would, with all that is shown: first steps, light, answer. */
export async function toCase(one: Drawn, house: House & { engine: Engine }): Promise<Case> {
  const replies: Reply[] = []
  const said = { conversation: `live:${one.id}`, person: 'live:judge' } as const
  for (const [at, text] of one.earlier.entries()) {
    const id = `live:${one.id}:${at}`
    house.store.memory.remember({ ...said, id, message: id, text })
  }
  const id = `live:${one.id}`
  const inbound = {
    ...said,
    id,
    message: id,
    text: one.question,
    hasFiles: false,
    isCommand: false,
    place: 'channel',
    locale: 'de',
  } as const
  const { signal } = new AbortController()
  for await (const shown of reply(inbound, house, { signal, onPhase: () => undefined })) {
    replies.push(shown)
  }
  return { ...one, replies, statements: replies.flatMap((shown) => statementsOf(shown, house)) }
}

function statementsOf({ claims, sources }: Reply, { engine }: { engine: Engine }) {
  return claims.map(({ text, numbers }) => ({
    text,
    grounds: sources
      .filter(({ number }) => numbers.includes(number))
      .map(({ line, citation }): Ground => {
        const document = engine.findDocument(cited(citation).id)
        const around = document ? excerpt(document, citation) : []
        return { line, quote: citation.quote, around }
      }),
  }))
}

/** Whether nothing of the sources was given as an answer. */
export function isRefused({ statements }: Pick<Case, 'statements'>): boolean {
  return statements.length === 0
}
