import { table } from '../src/table.ts'

/** What a search engine costs on the same passages. */
export interface Cost {
  readonly indexMs: number
  readonly rssMb: number
  readonly searchP50Ms: number
  readonly searchP99Ms: number
}

/** What `npm run bench -- --json` prints. */
export interface BenchReport extends Cost {
  readonly coldStartMs: number
  readonly peer: Cost & { readonly name: string }
  readonly passages: number
  readonly questions: number
  /** Ours over the peer's: below 1 we are faster. */
  readonly ratio: {
    readonly searchP50: number
    readonly searchP99: number
    readonly indexMs: number
  }
  readonly rounds: number
}

/** A report as a person reads it in a terminal. */
export function benchToText(report: BenchReport): string {
  const { peer, ratio } = report
  const row = (label: string, ours: string, theirs = '–', factor?: number) => [
    label,
    ours,
    theirs,
    factor === undefined ? '–' : `${german(factor, 2)} ×`,
  ]
  return `${table([
    ['', 'Sturmlotse', peer.name, 'Verhältnis'],
    row('Kaltstart von ask', ms(report.coldStartMs, 0)),
    row('Index aufbauen', ms(report.indexMs, 0), ms(peer.indexMs, 0), ratio.indexMs),
    row('Arbeitsspeicher', mb(report.rssMb), mb(peer.rssMb)),
    row('Suche p50', ms(report.searchP50Ms, 2), ms(peer.searchP50Ms, 2), ratio.searchP50),
    row('Suche p99', ms(report.searchP99Ms, 2), ms(peer.searchP99Ms, 2), ratio.searchP99),
  ])}\n\n${footnote(report)}`
}

function footnote({ passages, questions, rounds, peer }: BenchReport): string {
  return `${passages} Stellen, ${questions} Fragen, ${rounds} ${rounds === 1 ? 'Runde' : 'Runden'} im Wechsel; Mediane. Verhältnis unter 1: Sturmlotse ist schneller.
Unser Index liest und zerlegt auch die Dateien und liegt danach auf der Platte; ${peer.name} bekommt fertige Stellen
und behält ihn im Speicher. Arbeitsspeicher: ein frischer Prozess nach 100 Fragen, bei uns mit Antworten, dort nur Suche.`
}

function ms(value: number, digits: number): string {
  return `${german(value, digits)} ms`
}

function mb(value: number): string {
  return `${german(value, 0)} MB`
}

function german(value: number, digits: number): string {
  return value.toLocaleString('de-DE', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
