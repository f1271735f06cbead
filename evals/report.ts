import { table } from '../src/table.ts'
import type { Figure, Ranking } from './metrics.ts'

/** What `npm run eval -- --json` prints. Rates are 0 to 1, times in seconds unless named. */
export interface Report {
  readonly n: number
  readonly answerable: Ranking
  readonly refusal: {
    readonly unanswerable: number
    readonly refused: number
    readonly answerable: number
    readonly falselyRefused: number
    /** Answerable questions that were met by a question: neither refused nor answered. */
    readonly askedBack: number
    /** Answerable questions that got an answer, right or wrong. */
    readonly answered: number
  }
  readonly citation: {
    /** How many answers `overlap` is a rate of: those to measured questions. */
    readonly n: number
    readonly overlap: number
    /** How many answers the start error is of: those that cite a labelled episode at all. */
    readonly startErrorN: number
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

/** The figures that are held against the baseline. Asking back is no answer. */
export function figuresOf({
  answerable,
  refusal,
  citation,
}: Report): Readonly<Record<string, Figure>> {
  const { n } = answerable
  return {
    'hit@1': { value: answerable['hit@1'], n },
    'hit@5': { value: answerable['hit@5'], n },
    'mrr@10': { value: answerable['mrr@10'], n },
    refusedWhereNothing: rateOf(refusal.refused, refusal.unanswerable),
    answeredWhereSomething: rateOf(refusal.answered, refusal.answerable),
    citationOverlap: { value: citation.overlap, n: citation.n },
  }
}

function rateOf(count: number, n: number): Figure {
  return { value: n === 0 ? 0 : count / n, n }
}

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
      ['mit Antwort im Bestand: zurückgefragt', `${refusal.askedBack} von ${refusal.answerable}`],
      [
        `beantwortet und an der richtigen Stelle zitiert (${citation.n} Antworten)`,
        rate(citation.overlap),
      ],
      [
        `Abstand zum Beginn der Stelle, Median / 95 % (${citation.startErrorN} aus der richtigen Folge)`,
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
