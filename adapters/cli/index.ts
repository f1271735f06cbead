import process from 'node:process'
import { explain, isKnown, trace } from '../../src/domain/errors.ts'
import type { Command } from './command.ts'

/** Loaded when called, so that a question does not wait for a server. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  ask: () => import('./ask.ts'),
  light: () => import('./light.ts'),
  search: () => import('./search.ts'),
  ingest: () => import('./ingest.ts'),
  add: () => import('./add.ts'),
  source: () => import('./source.ts'),
  pack: () => import('./pack.ts'),
  inspect: () => import('./inspect.ts'),
  serve: () => import('./serve.ts'),
  eval: () => import('./eval.ts'),
  doctor: () => import('./doctor.ts'),
  setup: () => import('./setup.ts'),
  slack: () => import('./slack.ts'),
  teams: () => import('./teams.ts'),
  feedback: () => import('./feedback.ts'),
  crisis: () => import('./crisis.ts'),
  incident: () => import('./incident.ts'),
}

const overview = `Sturmlotse beantwortet Fragen aus Podcast-Folgen und Beiträgen, jede Aussage mit Fundstelle.

Aufruf: npm run -s cli -- <Befehl> [Optionen]

  ask "Frage"      beantwortet eine Frage mit Quellen
  light "Text"     sagt zu einem Kommentar, ob er stehen bleibt
  search "Worte"   zeigt die passendsten Stellen
  ingest           liest den Wissensordner ein
  add feed|blog …  trägt einen Podcast oder ein Blog ein, den ingest holt
  source list      zeigt die Quellen; disable und withdraw nehmen eine heraus
  inspect <Pfad>   zeigt, was der Import aus Dateien versteht
  pack DATEI       packt Quellen und Index in eine Datei für eine andere Kommune
  serve            startet die Seite im Browser
  eval             misst die Suche an Fragen mit bekannten Fundstellen
  doctor           sagt, was eingerichtet ist und was fehlt
  setup            trägt ein, in welchem Land die Kommune liegt und wen sie anruft
  slack manifest   druckt, woraus Slack die App anlegt
  teams manifest   schreibt das Paket, aus dem Teams die App anlegt
  feedback         zeigt, welche Antworten geholfen haben und welche nicht
  crisis "Nachricht"  sagt, wonach eine Nachricht aussieht: zwei Playbooks, Stufe, Gründe
  incident …       führt eine Lage: eröffnen, abhaken, freigeben, Fristen, Bericht, Abschluss

Jeder Befehl erklärt sich mit --help. Alle kennen --knowledge ORDNER (sonst: knowledge).`

/** Runs one command; 0 is done, 1 is a failure that was explained, 2 is a wrong call. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(overview)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.error(`Den Befehl „${name}“ gibt es nicht.\n\n${overview}`)
    return 2
  }
  const { command: whole } = await load()
  const part = await whole.part?.(args[0])
  const [command, rest] = part ? [part, args.slice(1)] : [whole, args]
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help)
    return 0
  }
  return await command.run(rest)
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error([explain(error).text, trace(error)].filter(Boolean).join(' '))
  process.exitCode = isKnown(error) && error.code === 'bad-config' ? 2 : 1
}
