import { existsSync } from 'node:fs'
import { folderOf, type Look, survey, toRow } from '../../src/ingest/survey.ts'
import { table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { inspectEpisode } from './inspect-episode.ts'
import { configFor, parseTyped, usageError } from './options.ts'

export const command: Command = {
  help: `Zeigt, was der Import versteht, ohne etwas aufzunehmen.

Aufruf: npm run -s cli -- inspect <Pfad> [--files] [--json]
        npm run -s cli -- inspect <Folge> [--json]

Für eine Folge aus dem Index: Stimmen, Kapitel, Lücken, Werbung, Schleifen, Sprache und der Verweis an
drei Stellen.

Für einen Ordner eine Tabelle je Unterordner: Dateien, Folgen, Beiträge, Textstellen, wie viel
repariert und markiert wurde, und was abgelehnt wurde und warum. --files zeigt jede Datei.`,
  run: async (args) => {
    const typed = parseTyped(args, { files: { type: 'boolean' }, json: { type: 'boolean' } })
    const [path, ...more] = typed.words
    if (path === undefined || more.length > 0)
      throw usageError('Bitte genau einen Pfad oder eine Folge nennen.')
    if (!existsSync(path)) {
      console.log(inspectEpisode(configFor(typed), path, typed.flags.has('json')))
      return 0
    }
    const looks: Look[] = []
    for await (const one of survey(path)) looks.push(one)
    const rows = Array.from(Map.groupBy(looks, folderOf), ([folder, own]) => toRow(folder, own))
    if (typed.flags.has('json')) console.log(JSON.stringify({ folders: rows, files: looks }))
    else console.log(toText(rows, typed.flags.has('files') || looks.length === 1 ? looks : []))
    return 0
  },
}

const kinds: Readonly<Record<Look['what'], string>> = {
  transcript: 'Transkript',
  post: 'Beitrag',
  feed: 'Feed',
  chapters: 'Kapitel',
  player: 'Angaben zur Folge',
  refused: 'abgelehnt',
  ignored: 'übergangen',
}

function toText(rows: readonly ReturnType<typeof toRow>[], looks: readonly Look[]): string {
  const head = [
    'Ordner',
    'Dateien',
    'Folgen',
    'Beiträge',
    'Textstellen',
    'repariert',
    'markiert',
    'abgelehnt',
  ]
  const lines = rows
    .filter(({ files }) => files > 0)
    .map((row) => [
      row.folder,
      ...[row.files, row.episodes, row.posts, row.cues, row.repaired, row.marked].map(String),
      String(row.refused.length),
    ])
  const refused = rows.flatMap((row) => row.refused)
  const files = looks.map(({ file, what, format, cues, problems }) =>
    [
      `${file}: ${kinds[what]}${format ? ` (${format}, ${cues} Textstellen)` : ''}`,
      ...problems,
    ].join('\n  '),
  )
  return [
    table([head, ...lines]),
    refused.length > 0 ? `Abgelehnt:\n${refused.map((problem) => `- ${problem}`).join('\n')}` : '',
    files.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
