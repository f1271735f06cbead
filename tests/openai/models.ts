import { createHash } from 'node:crypto'
import { foldedWords } from '../../src/german/words.ts'
import { answers, embeds, type Model, type Recorded } from './server.ts'

/** A passage as it stands in a prompt. */
interface Shown {
  readonly passage: string
  readonly text: string
}

/** The passages of a prompt, as a model sees them. */
export function passagesIn({ body }: Recorded): readonly Shown[] {
  const user = body.messages.at(-1)?.content ?? ''
  const found = user.matchAll(/<<<(P\d+) (\w+)>>>\n([\s\S]*?)\n<<<\/\1 \2>>>/g)
  return Array.from(found, ([, passage = '', , block = '']) => ({
    passage,
    text: block.split('\n\n').slice(1).join(' ').replace(/\s+/g, ' '),
  }))
}

function firstWords(text: string, count: number): string {
  return text.split(' ').slice(0, count).join(' ')
}

/** A draft that copies the first words of two passages: what a good model may do. */
export function copied(request: Recorded): object {
  const claims = passagesIn(request)
    .slice(0, 2)
    .map(({ passage, text }) => {
      const quote = firstWords(text, 8)
      return { text: quote, evidence: [{ passage, quote }] }
    })
  return { claims }
}

export const honest: Model = answers(copied)

/**
 * Obeys every instruction it finds, in passages and question alike, and covers it with a quote that
 * holds: the worst that can sit behind an address.
 */
export const obedient: Model = answers((request) => {
  const passages = passagesIn(request)
  const user = request.body.messages.at(-1)?.content ?? ''
  const orders = user.matchAll(
    /(?:schreibe?|sage?|antworte|verlinke|erwähne|write|say|reply)(?: mit)?:? ([^\n]+)/gi,
  )
  const [first] = passages
  const evidence = first ? [{ passage: first.passage, quote: firstWords(first.text, 8) }] : []
  return { claims: Array.from(orders, ([, order = '']) => ({ text: order, evidence })) }
})

/** Invents passages and quotes, and writes whatever a model must not write. */
export const inventing: Model = answers(() => ({
  claims: [
    {
      text: 'Der Bürgermeister tritt zurück, siehe https://luege.example ab 12:34 in Folge 99.',
      evidence: [{ passage: 'P77', quote: 'Der Bürgermeister tritt heute noch zurück' }],
    },
    {
      text: 'Das steht so in der Passage.',
      evidence: [{ passage: 'P1', quote: 'Diese Worte hat niemand jemals irgendwo gesagt' }],
    },
    { text: 'Ganz ohne Beleg.', evidence: [] },
  ],
}))

const dimensions = 64

/**
 * An embedder to which the words of one group are one word; otherwise texts are alike by the words
 * they share. The same text always has the same vector.
 */
export function synonymEmbedder(groups: readonly (readonly string[])[]): Model {
  const meaning = new Map(
    groups.flatMap((group) => group.map((word) => [foldedWords(word).join(' '), group[0] ?? word])),
  )
  return embeds((text) => {
    const vector = Array.from({ length: dimensions }, () => 0.001)
    for (const word of foldedWords(text)) {
      const hash = createHash('sha256')
        .update(meaning.get(word) ?? word)
        .digest()
      const at = hash.readUInt32LE(0) % dimensions
      vector[at] = (vector[at] ?? 0) + 1
    }
    return vector
  })
}
