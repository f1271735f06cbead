import { cited } from '../../src/domain/citation.ts'
import type { Engine } from '../../src/engine.ts'
import { excerpt } from '../../src/excerpt.ts'
import { type Kept, placeCard } from './card.ts'
import type { Part } from './entities.ts'
import { labels } from './labels.ts'

/** The card with a cited place of an answer; `undefined` where the answer has no such place. */
export function findPlace(
  kept: Kept,
  number: number,
  engine: Pick<Engine, 'findDocument'>,
): Part | undefined {
  const source = kept.reply.sources.find((one) => one.number === number)
  if (!source) return undefined
  const document = engine.findDocument(cited(source.citation).id)
  const lines = document ? excerpt(document, source.citation) : []
  return placeCard(source, lines, { kept, say: labels(kept.reply.language) })
}
