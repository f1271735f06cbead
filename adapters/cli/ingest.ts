import { type FileReport, failuresOf, type RefreshReport, refresh } from '../../src/refresh.ts'
import { table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { embedMissing } from './embed.ts'
import { gatherShown, sourcesToText } from './gathered.ts'
import { heardToText, transcribeShown } from './heard.ts'
import { configFor, parseTyped } from './options.ts'
import { withProgress } from './progress.ts'

const outcomes: Readonly<Record<FileReport['outcome'], string>> = {
  read: 'gelesen',
  unchanged: 'unverändert',
  kept: 'Fehler, frühere Fassung bleibt',
  failed: 'Fehler, übersprungen',
}

/** How many files a remark names, and how wide a name may stand in the table. */
const named = 3
const widest = 64

export const command: Command = {
  help: `Liest den Wissensordner ein und tauscht den Index aus, sobald der neue ganz ist.

Aufruf: npm run -s cli -- ingest [--knowledge ORDNER] [--json] [--offline]

Vorher wird geholt, was die Feeds und Blogs in sources.yaml Neues haben; --offline lässt das aus.

--transcribe schickt Folgen, die nur Ton haben, an den Server in TRANSCRIBE_URL und legt das Transkript
daneben. --limit N nimmt höchstens N Folgen. Ein Server außer Haus braucht --send-audio-to HOST.

Unveränderte Dateien werden nicht noch einmal gelesen. Eine fehlerhafte Datei wird mit Zeile genannt
und hält die anderen nicht auf; der Befehl endet dann mit 1. Wo ein Endpunkt für Vektoren eingestellt
ist, werden neue Passagen danach eingebettet, keine zweimal.`,
  run: async (args) => {
    const typed = parseTyped(args, {
      json: { type: 'boolean' },
      offline: { type: 'boolean' },
      transcribe: { type: 'boolean' },
      limit: { type: 'string' },
      'send-audio-to': { type: 'string' },
    })
    const config = configFor(typed)
    const sources = typed.flags.has('offline') ? [] : await gatherShown(config)
    const heard = typed.flags.has('transcribe') ? await transcribeShown(config, typed) : undefined
    const report = await withProgress((step) => refresh(config, step))
    const vectors = await embedMissing(config)
    if (typed.flags.has('json')) console.log(JSON.stringify({ ...report, sources, heard, vectors }))
    else
      console.log(
        [
          sourcesToText(sources),
          heard && heardToText(heard),
          toText(report, config.knowledgeDir),
          vectors?.text,
        ]
          .filter(Boolean)
          .join('\n'),
      )
    const isBroken =
      (heard?.problems.length ?? 0) > 0 ||
      sources.some(({ outcome, problems }) => outcome === 'failed' || problems.length > 0)
    return isBroken || failuresOf(report).length > 0 || vectors?.isWhole === false ? 1 : 0
  },
}

function toText(report: RefreshReport, folder: string): string {
  const { files } = report
  if (files.length === 0) {
    return `In ${folder} liegt noch nichts: Folgen nach episodes/, Beiträge nach posts/ legen und noch einmal aufrufen.`
  }
  const rows = files.map(({ file, outcome, passages }) => [
    shortened(file),
    outcomes[outcome],
    outcome === 'read' ? String(passages) : '',
  ])
  const problems = grouped(files.flatMap((file) => file.problems))
  const parts = [
    table([['Datei', 'Ergebnis', 'Passagen'], ...rows]),
    problems.length > 0 ? `Hinweise:\n${problems.join('\n')}` : '',
    summary(report),
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** The same remark on many files is one line that names the first of them. */
function grouped(problems: readonly string[]): readonly string[] {
  const byRemark = Map.groupBy(problems, (problem) => problem.slice(problem.indexOf(': ') + 2))
  return Array.from(byRemark, ([remark, same]) => {
    const names = same.slice(0, named).map((problem) => problem.slice(0, problem.indexOf(': ')))
    const more = same.length > named ? ` und ${same.length - named} weitere` : ''
    return `- ${names.join(', ')}${more}: ${remark}`
  })
}

// Names can be long; what tells files apart stands at both ends.
function shortened(file: string): string {
  return file.length <= widest
    ? file
    : `${file.slice(0, widest / 2 - 1)}…${file.slice(-widest / 2)}`
}

function summary(report: RefreshReport): string {
  const { files, removed } = report
  const count = (outcome: FileReport['outcome']) =>
    files.filter((file) => file.outcome === outcome).length
  const failed = failuresOf(report).length
  return [
    `${files.length} Dateien: ${count('read')} gelesen, ${count('unchanged')} unverändert, ${failed} mit Fehler`,
    removed > 0 ? `${removed} nicht mehr im Ordner und aus dem Index entfernt` : '',
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}
