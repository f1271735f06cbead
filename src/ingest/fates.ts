import type { Collected } from './collect.ts'
import type { KeptItem, State } from './kept.ts'

/** What becomes of entries that a source does not list any more. */
export interface Fates {
  /** Those that stay, marked. */
  readonly kept: readonly (readonly [string, KeptItem])[]
  readonly problem?: string
}

// More than this at once is an accident of the publisher, not a wish.
const most = { count: 3, share: 0.5 } as const

/**
 * An entry is deleted where the source lists all it has, or where the feed still lists older ones. What is
 * older than all that a feed lists has only left a short feed.
 */
export function fatesOf(former: State, { items, isWhole }: Collected): Fates {
  const listed = new Set(items.flatMap(({ guid, audio }) => (audio ? [guid, audio] : [guid])))
  const missing = Object.entries(former.items).filter(
    ([guid, { audio }]) => !listed.has(guid) && !(audio && listed.has(audio)),
  )
  const oldest = items
    .flatMap(({ published }) => published ?? [])
    .toSorted()
    .at(0)
  const isDeleted = ({ published }: KeptItem) =>
    isWhole || (published !== undefined && oldest !== undefined && published > oldest)
  const deleted = missing.filter(([, item]) => isDeleted(item))
  const all = Object.keys(former.items).length
  const isAccident = deleted.length > most.count && deleted.length > all * most.share
  const kept = isAccident ? missing : missing.filter(([, item]) => !isDeleted(item))
  return {
    kept: kept.map(([guid, item]) => [guid, { ...item, isVanished: true }] as const),
    ...(isAccident ? { problem: accident(deleted.length, all) } : {}),
  }
}

function accident(count: number, all: number): string {
  return `Die Quelle nennt ${count} von ${all} Einträgen nicht mehr. Das sieht nach einem Versehen aus; sie bleiben. Wenn sie gelöscht werden sollen: \`cli -- source withdraw\` und neu hinzufügen.`
}
