import { table } from '../src/table.ts'
import type { Ranking } from './metrics.ts'

/** What `npm run eval -- --json` prints. Rates are 0 to 1, times in seconds unless named. */
export interface Report {
  readonly n: number
  readonly answerable: Ranking
  readonly refusal: {
    readonly unanswerable: number
    readonly refused: number
    readonly answerable: number
    readonly falselyRefused: number
  }
  readonly citation: {
    readonly overlap: number
    readonly startErrorMedian: number
    readonly startErrorP95: number
  }
  readonly latencyMs: { readonly p50: number; readonly p99: number }
  readonly passage: {
    readonly count: number
    readonly secondsP50: number
    readonly secondsP95: number
    readonly charsP50: number
    readonly charsP95: number
  }
  readonly byKind: Readonly<Record<string, Ranking>>
}

const columns = ['hit@1', 'hit@5', 'hit@10', 'mrr@10', 'ndcg@10'] as const

/** A report as tables for people. */
export function reportToText(report: Report): string {
  const { refusal, citation, latencyMs, passage } = report
  const kinds = Object.entries(report.byKind).map(([kind, ranking]) => rowOf(kind, ranking))
  return [
    `${report.n} Fragen, ${passage.count} Passagen`,
    table([['Suche', 'n', ...columns], rowOf('alle', report.answerable), ...kinds]),
    table([
      ['Antworten', 'Wert'],
      ['ohne Antwort im Bestand: abgelehnt', `${refusal.refused} von ${refusal.unanswerable}`],
      [
        'mit Antwort im Bestand: zu Unrecht abgelehnt',
        `${refusal.falselyRefused} von ${refusal.answerable}`,
      ],
      ['beantwortet und an der richtigen Stelle zitiert', rate(citation.overlap)],
      [
        'Abstand zum Beginn der Stelle, Median / 95 %',
        `${seconds(citation.startErrorMedian)} / ${seconds(citation.startErrorP95)}`,
      ],
      ['Suche p50 / p99', `${latencyMs.p50.toFixed(1)} / ${latencyMs.p99.toFixed(1)} ms`],
      [
        'Passage Dauer p50 / p95',
        `${seconds(passage.secondsP50)} / ${seconds(passage.secondsP95)}`,
      ],
      ['Passage Zeichen p50 / p95', `${passage.charsP50} / ${passage.charsP95}`],
    ]),
  ].join('\n\n')
}

function rowOf(name: string, ranking: Ranking): readonly string[] {
  return [name, String(ranking.n), ...columns.map((column) => rate(ranking[column]))]
}

function rate(value: number): string {
  return value.toFixed(3)
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}
