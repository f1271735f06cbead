import type { Config } from '../src/config.ts'
import { embedIndex } from '../src/dense.ts'
import type { Answer } from '../src/domain/answer.ts'
import { cited, type Finding } from '../src/domain/citation.ts'
import { sourceKey } from '../src/domain/documents.ts'
import { isSpoken, type Passage } from '../src/domain/passage.ts'
import { type Engine, openEngine } from '../src/engine.ts'
import { indexPath, indexState, refresh } from '../src/refresh.ts'
import { allPassages, openShelf } from '../src/search/shelf.ts'
import { holdsWords, isRelevant, type Label, overlaps, readLabels } from './labels.ts'
import { mean, percentile, type Ranked, rankingOf } from './metrics.ts'
import { type Report, reportToText } from './report.ts'

/** One label, tried. */
interface Outcome {
  readonly label: Label
  readonly ranked: Ranked
  readonly answer: Answer
  readonly ms: number
}

/**
 * Measures search and answers over a file of labels; ingests and embeds first what is stale.
 *
 * @throws SourceError (`bad-source`) for labels that cannot be read
 */
export async function evaluate(
  config: Config,
  dataset: string,
): Promise<{ report: Report; text: string }> {
  const labels = readLabels(dataset)
  if (indexState(config) !== 'fresh') await refresh(config)
  // With an endpoint configured its vectors are part of what is measured.
  await embedIndex(config, () => undefined, new AbortController().signal)
  const engine = openEngine(config)
  await engine.ready()
  const outcomes: Outcome[] = []
  const passages = passagesIn(config)
  for (const label of labels) outcomes.push(await attempt(label, { engine, passages }))
  engine.close()
  const report = reportOf(outcomes, passages)
  return { report, text: reportToText(report) }
}

async function attempt(
  label: Label,
  { engine, passages }: { readonly engine: Engine; readonly passages: readonly Passage[] },
): Promise<Outcome> {
  const { question: text, earlier } = label
  const began = performance.now()
  const hits = await engine.search({ text, earlier }, 10, new AbortController().signal)
  const ms = performance.now() - began
  const answer = await engine.ask(text, earlier, { signal: AbortSignal.timeout(20_000) })
  const ranked = {
    found: hits.map(({ passage }) => isRelevant(passage, label)),
    relevant: passages.filter((passage) => isRelevant(passage, label)).length,
  }
  return { label, ranked, answer, ms }
}

function reportOf(outcomes: readonly Outcome[], passages: readonly Passage[]): Report {
  const answerable = outcomes.filter(({ label }) => label.answerable)
  const measured = answerable.filter(({ label }) => label.expect.length > 0)
  const latencies = outcomes.map(({ ms }) => ms)
  return {
    n: outcomes.length,
    answerable: rankingOf(measured.map(({ ranked }) => ranked)),
    refusal: refusalOf(outcomes),
    citation: citationOf(measured),
    latencyMs: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
    passage: passageOf(passages),
    byKind: byKind(measured),
  }
}

function refusalOf(outcomes: readonly Outcome[]): Report['refusal'] {
  const count = (isAnswerable: boolean, status: Answer['status']) =>
    outcomes.filter(
      ({ label, answer }) => label.answerable === isAnswerable && answer.status === status,
    ).length
  const total = (isAnswerable: boolean) =>
    outcomes.filter(({ label }) => label.answerable === isAnswerable).length
  return {
    unanswerable: total(false),
    refused: count(false, 'refused'),
    answerable: total(true),
    falselyRefused: count(true, 'refused'),
    askedBack: count(true, 'question'),
    answered: count(true, 'answered'),
  }
}

/** Over the answers: how many cite a labelled stretch, and how far off the start is; see `startErrorOf`. */
function citationOf(outcomes: readonly Outcome[]): Report['citation'] {
  const answered = outcomes.filter(({ answer }) => answer.status === 'answered')
  const errors = answered.flatMap(({ label, answer }) => startErrorOf(label, answer))
  return {
    n: answered.length,
    overlap: mean(answered.map(({ label, answer }) => (citesLabel(label, answer) ? 1 : 0))),
    startErrorN: errors.length,
    startErrorMedian: percentile(errors, 0.5),
    startErrorP95: percentile(errors, 0.95),
  }
}

export function citesLabel(label: Label, answer: Answer): boolean {
  return citationsOf(answer).some((citation) => isLabelled(label, citation))
}

/** Whether what was found stands where a label says that the answer stands. */
export function isLabelled(label: Label, finding: Finding): boolean {
  return label.expect.some((expected) => {
    if (sourceKey(cited(finding).id) !== sourceKey(expected.source)) return false
    if ('contains' in expected) {
      return (
        holdsWords(finding.quote, expected.contains) || holdsWords(expected.contains, finding.quote)
      )
    }
    return finding.kind === 'episode' && overlaps(finding, expected)
  })
}

// Seconds between the first citation of a labelled episode and the nearest label in it. Citations of
// other sources before it are passed over, and an answer that cites no labelled episode has no start
// error: this says how well the second is hit where the episode is right, `overlap` says the rest.
export function startErrorOf(label: Label, answer: Answer): readonly number[] {
  for (const citation of citationsOf(answer)) {
    if (citation.kind !== 'episode') continue
    const starts = label.expect.flatMap((expected) =>
      'start' in expected && sourceKey(expected.source) === sourceKey(citation.episode.id)
        ? [expected]
        : [],
    )
    if (starts.length > 0)
      return [Math.min(...starts.map(({ start }) => Math.abs(citation.start - start)))]
  }
  return []
}

function citationsOf(answer: Answer) {
  return answer.status === 'answered' ? answer.claims.flatMap((claim) => claim.citations) : []
}

function byKind(outcomes: readonly Outcome[]): Report['byKind'] {
  const groups = Object.groupBy(outcomes, ({ label }) => label.kind)
  return Object.fromEntries(
    Object.entries(groups).map(([kind, group = []]) => [
      kind,
      rankingOf(group.map(({ ranked }) => ranked)),
    ]),
  )
}

function passagesIn(config: Config): readonly Passage[] {
  const shelf = openShelf(indexPath(config))
  const passages = allPassages(shelf)
  shelf.close()
  return passages
}

function passageOf(passages: readonly Passage[]): Report['passage'] {
  const seconds = passages.filter(isSpoken).map(({ cues }) => {
    return Math.max(...cues.map((cue) => cue.end)) - cues[0].start
  })
  const characters = passages.map(({ text }) => text.length)
  return {
    count: passages.length,
    secondsP50: percentile(seconds, 0.5),
    secondsP95: percentile(seconds, 0.95),
    charsP50: percentile(characters, 0.5),
    charsP95: percentile(characters, 0.95),
  }
}
