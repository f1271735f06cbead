import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { likelihoodOf, passes } from '../src/answer/gate.ts'
import { gate } from '../src/engine.ts'
import type { Hit } from '../src/ports.ts'
import { openGlossary } from '../src/search/glossary.ts'
import { readGlossary } from '../src/search/glossary-file.ts'
import { openLexical } from '../src/search/lexical.ts'
import { readThesaurus } from '../src/search/thesaurus-file.ts'
import { table } from '../src/table.ts'
import { type Example, featuresOf, fitModel, type Model } from './gate-model.ts'
import type { LabelSet } from './label-sets.ts'
import type { Label } from './labels.ts'
import { percentile } from './metrics.ts'
import { openAskedSets } from './options.ts'

const usage = `The gate for "not in the sources": how many questions without an answer it turns away for how
many others it keeps.

  npm run eval:gate [-- --more FILE … --data DIR]

Kept are counted of the questions whose passage is among the first five. Two kinds have no answer:
those labelled so, which are near the subject on purpose, and questions of one knowledge that are asked
of another. The first table has the gate as it is; in the second its coefficients and its threshold
come from the other knowledge alone.`

type Kind = Example['kind']

const { signal } = new AbortController()
const keeps = [0.98, 0.95, 0.92, 0.9, 0.85, 0.8]

/** Which sets are asked of the same knowledge, so that none is judged by its own. */
function homeOf(name: string): string {
  if (name.startsWith('real')) return 'real'
  return name === 'corpus' ? 'corpus' : 'old'
}

async function examplesOf(set: LabelSet, foreign: readonly Label[]): Promise<readonly Example[]> {
  const index = openLexical(set.shelf, { glossary: openGlossary(readGlossary(), readThesaurus()) })
  const examples: Example[] = []
  const ask = async (
    { question: text, earlier }: Label,
    toKind: (hits: readonly Hit[]) => Kind,
  ) => {
    const hits = await index.search({ text, earlier }, 10, signal)
    const example = { home: homeOf(set.name), hits, features: featuresOf(hits) }
    examples.push({ ...example, kind: toKind(hits) })
  }
  for (const { label, relevant } of set.asked) {
    await ask(label, (hits) =>
      hits.slice(0, 5).some(({ passage }) => relevant.has(passage.id)) ? 'found' : 'missed',
    )
  }
  for (const label of set.unanswerable) await ask(label, () => 'near')
  for (const label of foreign) await ask(label, () => 'far')
  return examples
}

// The handbook of the real sources speaks of crises as the shipped ones do: its questions stay at home.
function foreignTo(set: LabelSet, sets: readonly LabelSet[]): readonly Label[] {
  const isReal = homeOf(set.name) === 'real'
  const others = sets.filter(({ name }) => (homeOf(name) === 'real') !== isReal)
  const labels = others.flatMap(({ asked }) => asked.map(({ label }) => label))
  return labels.filter(({ expect }) => !expect.some(({ source }) => source.startsWith('chapter')))
}

function rateOf(
  examples: readonly Example[],
  kind: Kind,
  holds: (one: Example) => boolean,
): string {
  const own = examples.filter((one) => one.kind === kind)
  const count = own.filter(holds).length
  return `${count} of ${own.length} (${Math.round((100 * count) / Math.max(1, own.length))} %)`
}

function thresholdFor(keep: number, found: readonly number[]): number {
  return percentile(found, 1 - keep)
}

function curve(examples: readonly Example[], scoreOf: (one: Example) => number): string {
  const found = examples.filter(({ kind }) => kind === 'found').map(scoreOf)
  const rows = keeps.map((keep) => {
    const least = thresholdFor(keep, found)
    const isKept = (one: Example) => scoreOf(one) >= least
    const turned = (kind: Kind) => rateOf(examples, kind, (one) => !isKept(one))
    return [
      least.toFixed(3),
      rateOf(examples, 'found', isKept),
      turned('near'),
      turned('far'),
      turned('missed'),
    ]
  })
  return table([
    ['threshold', 'kept', 'turned away: near', 'of another subject', 'passage not found'],
    ...rows,
  ])
}

function crossed(examples: readonly Example[], keep: number): readonly string[][] {
  return Array.from(new Set(examples.map(({ home }) => home)), (home) => {
    const others = examples.filter((one) => one.home !== home)
    const own = examples.filter((one) => one.home === home)
    const model = fitModel(others)
    const found = others
      .filter(({ kind }) => kind === 'found')
      .map(({ features }) => model.score(features))
    const least = thresholdFor(keep, found)
    const isKept = ({ features }: Example) => model.score(features) >= least
    const turned = (kind: Kind) => rateOf(own, kind, (one) => !isKept(one))
    return [home, String(keep), rateOf(own, 'found', isKept), turned('near'), turned('far')]
  })
}

const Everyday = z.object({ question: z.string(), split: z.enum(['seen', 'held back']) })

/** How the gate as it is does with everyday questions, each asked of every knowledge. */
async function everyday(sets: readonly LabelSet[], examples: readonly Example[]): Promise<string> {
  const lines = readFileSync(new URL('everyday.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Everyday.parse(JSON.parse(line)))
  const rows = new Map<string, boolean[]>()
  for (const { shelf } of sets) {
    const index = openLexical(shelf, { glossary: openGlossary(readGlossary(), readThesaurus()) })
    for (const { question: text, split } of lines) {
      const hits = await index.search({ text, earlier: [] }, 10, signal)
      rows.set(split, [...(rows.get(split) ?? []), !passes(hits, gate)])
    }
  }
  const found = examples.filter(({ kind }) => kind === 'found')
  const byScore = found.filter(({ hits }) => likelihoodOf(hits) >= gate.least).length
  const kept = found.filter(({ hits }) => passes(hits, gate)).length
  return table([
    ['everyday questions', 'turned away', 'of'],
    ...Array.from(rows, ([name, all]) => [name, `${all.filter(Boolean).length}`, `${all.length}`]),
    ['answerable, kept', `${kept} (by likelihood alone ${byScore})`, `${found.length}`],
  ])
}

function toText({ names, weights, base }: Model): string {
  const each = names.map((name, at) => `${name} ${weights[at]?.toFixed(2)}`)
  return [`base ${base.toFixed(2)}`, ...each].join(', ')
}

if (import.meta.main) {
  const { sets, close } = await openAskedSets(usage)
  const examples: Example[] = []
  for (const set of sets) examples.push(...(await examplesOf(set, foreignTo(set, sets))))
  console.log(`What is of no subject of any knowledge\n\n${await everyday(sets, examples)}\n`)
  close()
  console.log(
    `The gate as it is, by threshold\n\n${curve(examples, ({ hits }) => likelihoodOf(hits))}\n`,
  )
  const rows = [0.95, 0.9].flatMap((keep) => crossed(examples, keep))
  const head = ['asked of', 'to keep', 'kept', 'turned away: near', 'of another subject']
  console.log(`Coefficients and threshold from the other knowledge\n\n${table([head, ...rows])}\n`)
  console.log(`Fitted to all of them: ${toText(fitModel(examples))}`)
}
