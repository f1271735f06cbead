import type { Cue } from '../../src/domain/documents.ts'
import { parseClock, type Seconds } from '../../src/domain/time.ts'
import { findQuote, type Span } from './quote.ts'

/** What a link to a transcript asks for; all of it may be missing. */
export interface Wanted {
  readonly from?: Seconds
  readonly to?: Seconds
  readonly quote?: string
}

/** The cited cues, by their index, and the stretch of each that is highlighted. */
export type Place = ReadonlyMap<number, Span | undefined>

/** Reads `t`, `bis` and `q`; what makes no sense counts as missing. */
export function toWanted(query: URLSearchParams): Wanted {
  const [from, to] = [parseClock(query.get('t')), parseClock(query.get('bis'))]
  const quote = query.get('q')
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(quote ? { quote } : {}),
  }
}

/** Which cues a link means. Words that do not stand in them highlight nothing. */
export function findPlace(cues: readonly Cue[], wanted: Wanted): Place {
  const near = between(cues, wanted)
  const texts = near.map((index) => cues[index]?.text ?? '')
  const spans = wanted.quote ? findQuote(texts, wanted.quote) : undefined
  if (wanted.from === undefined) {
    return new Map(
      near.map((index, at) => [index, spans?.[at]] as const).filter(([, span]) => span),
    )
  }
  return new Map(near.map((index, at) => [index, spans?.[at]] as const))
}

// Links carry whole seconds, so a cue belongs when its middle does: its edges may lie just outside.
function between(cues: readonly Cue[], { from, to }: Wanted): readonly number[] {
  if (from === undefined) return cues.map((_, index) => index)
  const last = to ?? from
  const inside = [...cues.keys()].filter((index) => {
    const cue = cues[index]
    const middle = cue ? (cue.start + cue.end) / 2 : -1
    return middle >= from && middle <= last
  })
  if (inside.length > 0) return inside
  const at = cues.findLastIndex((cue) => Math.floor(cue.start) <= from)
  return at < 0 ? [] : [at]
}
