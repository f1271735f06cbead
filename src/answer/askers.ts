import { isSpoken } from '../domain/passage.ts'
import type { Place } from './reading.ts'
import type { Unit } from './units.ts'

interface Said {
  readonly unit: Unit
  readonly place: Place
}

/** What is added to a count, so that three sentences prove little. */
const doubt = { asked: 1, said: 4 } as const

/**
 * How much oftener the voice of a sentence asks than all voices of its source together, -1 to 1; 0 where
 * nobody knows who speaks. Who asks most leads through the talk: the others answer.
 */
export function askersIn(all: readonly Said[]): (one: Said) => number {
  const bySource = ratesOf(all, ({ place }) => place.passage.about.id)
  const byVoice = ratesOf(all, voiceOf)
  return (one) => {
    const voice = isSpoken(one.place.passage) ? byVoice.get(voiceOf(one)) : undefined
    return voice === undefined ? 0 : voice - (bySource.get(one.place.passage.about.id) ?? 0)
  }
}

function voiceOf({ unit, place }: Said): string {
  return `${place.passage.about.id} ${unit.speaker ?? ''}`
}

function ratesOf(all: readonly Said[], keyOf: (one: Said) => string): ReadonlyMap<string, number> {
  const groups = Map.groupBy(all, keyOf)
  return new Map(
    Array.from(groups, ([key, said]) => {
      const asked = said.filter(({ unit }) => unit.isQuestion).length
      return [key, (asked + doubt.asked) / (said.length + doubt.said)] as const
    }),
  )
}
