import process from 'node:process'
import type { Config } from '../../src/config.ts'
import { isKnown } from '../../src/domain/errors.ts'
import type { Gathered } from '../../src/ingest/gather.ts'
import { gatherAll } from '../../src/sources.ts'
import { table } from '../../src/table.ts'

/** Fetches all sources, with a line on a terminal that counts what was looked at. */
export async function gatherShown(config: Config): Promise<readonly Gathered[]> {
  const isShown = process.stderr.isTTY
  const width = Math.max(20, (process.stderr.columns ?? 80) - 1)
  try {
    return await gatherAll(config, (source, title, done, total) => {
      if (isShown)
        process.stderr.write(
          `\r\u001b[K${`${source}: ${done} von ${total} … ${title}`.slice(0, width)}`,
        )
    })
  } catch (error) {
    // What is wrong with sources.yaml is said by whoever reads the folder.
    if (isKnown(error)) return []
    throw error
  } finally {
    if (isShown) process.stderr.write('\r\u001b[K')
  }
}

const outcomes = {
  unchanged: 'unverändert',
  changed: 'geholt',
  failed: 'Fehler, alles bleibt',
} as const

export function sourcesToText(sources: readonly Gathered[]): string {
  if (sources.length === 0) return ''
  const head = [
    'Quelle',
    'Ergebnis',
    'Folgen',
    'mit Transkript',
    'Beiträge',
    'neu',
    'gelöscht',
    'nicht mehr im Feed',
  ]
  const lines = sources.map((one) => [
    one.id,
    outcomes[one.outcome],
    ...[one.episodes, one.transcripts, one.posts, one.added, one.removed, one.vanished].map(String),
  ])
  const problems = sources.flatMap((one) => one.problems)
  return [
    table([head, ...lines]),
    ...(problems.length > 0
      ? [`\nHinweise:\n${problems.map((problem) => `- ${problem}`).join('\n')}`]
      : []),
    '',
  ].join('\n')
}
