import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { parseConfig } from '../src/config.ts'
import type { Answer, Answered } from '../src/domain/answer.ts'
import { type Citation, cited } from '../src/domain/citation.ts'
import { type Document, isTranscript } from '../src/domain/documents.ts'
import { longest, openingOf, type Reply, shownText } from '../src/domain/reply.ts'
import { openEngine } from '../src/engine.ts'
import { refresh } from '../src/refresh.ts'
import { table } from '../src/table.ts'
import { toReply } from '../src/to-reply.ts'
import { type Label, readLabels } from './labels.ts'
import { percentile } from './metrics.ts'
import { citesLabel, startErrorOf } from './run.ts'

/** The first line of an acute answer is read at a glance. */
const longestLine = 120

/** One question and what a person reads. */
export interface Trial {
  readonly label: Label
  readonly answer: Answer
  readonly reply: Reply
}

/** What is wrong with answers, by the ids of their questions, and how they do on labels. */
export interface AnswerReport {
  readonly answered: number
  readonly quotes: number
  /** Quotes that do not stand word for word between their start and their end. */
  readonly unfounded: readonly string[]
  readonly uncited: readonly string[]
  readonly tooLong: readonly string[]
  readonly longFirstLine: readonly string[]
  readonly acute: number
  readonly onSpot: { readonly first: number; readonly any: number; readonly n: number }
  readonly startErrors: readonly number[]
  readonly refused: { readonly answerable: Rate; readonly unanswerable: Rate }
  readonly lengths: readonly number[]
  readonly ms: readonly number[]
}

interface Rate {
  readonly count: number
  readonly n: number
}

/** Whether the words of a citation stand, as printed, between its start and its end. */
export function isFounded(citation: Citation, document: Document | undefined): boolean {
  if (!document) return false
  const quote = flat(citation.quote)
  if (!isTranscript(document)) {
    if (citation.kind !== 'post') return false
    const section = document.sections.find(({ anchor }) => anchor === citation.anchor)
    return section !== undefined && flat(section.text).includes(quote)
  }
  if (citation.kind !== 'episode') return false
  const cues = document.cues.filter(
    ({ start, end }) => start >= citation.start && end <= citation.end,
  )
  return flat(cues.map(({ text }) => text).join(' ')).includes(quote)
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Measures what came of questions. */
export function scoreAnswers(
  trials: readonly Trial[],
  findDocument: (id: string) => Document | undefined,
): AnswerReport {
  const answered = trials.flatMap(({ label, answer, reply }) =>
    answer.status === 'answered' ? [{ label, answer, reply }] : [],
  )
  const measured = answered.filter(({ label }) => label.expect.length > 0)
  const idsOf = (wrong: (trial: (typeof answered)[number]) => boolean) =>
    answered.filter(wrong).map(({ label }) => label.id)
  const acute = answered.filter(({ answer }) => urgencyOf(answer) === 'acute')
  return {
    answered: answered.length,
    quotes: answered.flatMap(({ answer }) => citationsOf(answer)).length,
    unfounded: idsOf(({ answer }) =>
      citationsOf(answer).some((one) => !isFounded(one, findDocument(cited(one).id))),
    ),
    uncited: idsOf(({ reply }) => reply.claims.some(({ numbers }) => !areShown(numbers, reply))),
    tooLong: idsOf(({ answer, reply }) => shownText(reply).length > longest[urgencyOf(answer)]),
    longFirstLine: acute
      .filter(({ reply }) => firstLine(reply).length > longestLine)
      .map(({ label }) => label.id),
    acute: acute.length,
    onSpot: {
      first: measured.filter(({ label, answer }) => citesLabel(label, firstOf(answer))).length,
      any: measured.filter(({ label, answer }) => citesLabel(label, answer)).length,
      n: measured.length,
    },
    startErrors: measured.flatMap(({ label, answer }) => startErrorOf(label, answer)),
    refused: { answerable: refusedOf(trials, true), unanswerable: refusedOf(trials, false) },
    lengths: answered.map(({ reply }) => shownText(reply).length),
    ms: answered.map(({ answer }) => answer.ms.total),
  }
}

function firstOf(answer: Answered): Answered {
  return { ...answer, claims: [answer.claims[0]] }
}

function urgencyOf({ question }: Answered): keyof typeof longest {
  return question.urgency ?? 'planning'
}

function citationsOf({ claims }: Answered): readonly Citation[] {
  return claims.flatMap(({ citations }) => citations)
}

function areShown(numbers: readonly number[], { sources }: Reply): boolean {
  return numbers.length > 0 && numbers.every((one) => sources.some(({ number }) => number === one))
}

function firstLine(reply: Reply): string {
  return openingOf(reply).split('\n')[0] ?? ''
}

function refusedOf(trials: readonly Trial[], isAnswerable: boolean): Rate {
  const all = trials.filter(({ label }) => label.answerable === isAnswerable)
  return { count: all.filter(({ answer }) => answer.status === 'refused').length, n: all.length }
}

function toText(report: AnswerReport, n: number): string {
  const { onSpot, startErrors, refused, lengths, ms } = report
  const share = (part: number, of: number) => (of === 0 ? '–' : `${part} of ${of}`)
  const at = (values: readonly number[], digits = 0) =>
    [0.5, 0.95, 0.99].map((one) => percentile(values, one).toFixed(digits)).join(' / ')
  const wrong = (ids: readonly string[]) => [ids.length, ...ids.slice(0, 8)].join(' ')
  return table([
    [`${n} questions, without a model`, 'value'],
    ['answers, quotes in them', `${report.answered}, ${report.quotes}`],
    ['quotes not word for word in their span', wrong(report.unfounded)],
    ['claims without a citation', wrong(report.uncited)],
    ['refused of the unanswerable', share(refused.unanswerable.count, refused.unanswerable.n)],
    ['refused of the answerable', share(refused.answerable.count, refused.answerable.n)],
    ['first claim in a labelled span', share(onSpot.first, onSpot.n)],
    ['any claim in a labelled span', share(onSpot.any, onSpot.n)],
    [`start error, median / 95 / 99 % (s, ${startErrors.length})`, at(startErrors, 1)],
    ['characters shown, median / 95 / 99 %', at(lengths)],
    ['longer than their urgency allows', wrong(report.tooLong)],
    [
      `first line over ${longestLine} characters (${report.acute} acute)`,
      wrong(report.longFirstLine),
    ],
    ['own time, p50 / p95 / p99 (ms)', at(ms, 1)],
  ])
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { dataset: { type: 'string' }, knowledge: { type: 'string' } },
  })
  const dataset = values.dataset ?? 'evals/second.jsonl'
  // What is set around us may name a model; this measures what people get without one.
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-answers-'))
  const config = parseConfig({
    KNOWLEDGE_DIR: values.knowledge ?? 'knowledge',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  })
  await refresh(config)
  const engine = openEngine(config)
  await engine.ready()
  // As the server does before anybody can ask.
  await engine.rehearse()
  const labels = readLabels(dataset)
  const trials: Trial[] = []
  for (const label of labels) {
    const signal = AbortSignal.timeout(20_000)
    const answer = await engine.ask(label.question, label.earlier, { signal })
    trials.push({ label, answer, reply: toReply(answer) })
  }
  const report = scoreAnswers(trials, (id) => engine.findDocument(id))
  engine.close()
  rmSync(dataDir, { recursive: true })
  console.log(toText(report, labels.length))
  if (report.unfounded.length > 0 || report.uncited.length > 0) process.exitCode = 1
}

if (import.meta.main) await main()
