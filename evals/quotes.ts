import { parseArgs } from 'node:util'
import { findQuote } from '../src/answer/quote.ts'
import { readOn } from '../src/answer/read-on.ts'
import { toAsked, toQuery } from '../src/answer/thread.ts'
import type { Unit } from '../src/answer/units.ts'
import { candidatesFor } from '../src/answer/write-extract.ts'
import type { Passage } from '../src/domain/passage.ts'
import { languageOf } from '../src/german/language.ts'
import { openGlossary } from '../src/search/glossary.ts'
import { readGlossary } from '../src/search/glossary-file.ts'
import { openLexical } from '../src/search/lexical.ts'
import { readThesaurus } from '../src/search/thesaurus-file.ts'
import { table } from '../src/table.ts'
import { type LabelSet, openLabelSets } from './label-sets.ts'
import type { Label } from './labels.ts'
import { type Choice, fitWeights, ranked, type Trial, type Weights } from './quote-model.ts'
import { isLabelled } from './run.ts'

// `npm run eval:quotes`: of the stretches that are read for a question, does the likeliest stand where
// the label says? Weights are judged on questions they were not found on; those to ship stand below.

const folds = 5
const depth = 10

async function trialsOf({ shelf, asked }: LabelSet): Promise<readonly Trial[]> {
  const index = openLexical(shelf, { glossary: openGlossary(readGlossary(), readThesaurus()) })
  const { signal } = new AbortController()
  const trials: Trial[] = []
  for (const { label } of asked) {
    const { question, earlier, id } = label
    const found = await index.search(toQuery(question, earlier), depth, signal)
    const hits = readOn(found, shelf.after)
    const isRight = marker(label)
    const choices = candidatesFor(
      {
        ...{ asked: new Date(0).toISOString(), language: languageOf(question), removed: 0 },
        ...toAsked(question, earlier),
      },
      hits,
    ).map(({ traits, text, lines }) => {
      const right = lines.map(({ unit, place }) => isRight(place.passage, unit))
      // Who opens the place wants to hear the answer first.
      const answers = right[0] === true && right.filter(Boolean).length * 2 >= right.length
      return { traits, text, answers }
    })
    trials.push({ id, question, fold: foldOf(label), choices })
  }
  return trials
}

function marker(label: Label): (passage: Passage, unit: Unit) => boolean {
  const known = new Map<Unit, boolean>()
  return (passage, unit) => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const finding = findQuote(passage, unit.text)
    const is = finding !== undefined && isLabelled(label, finding)
    known.set(unit, is)
    return is
  }
}

// Questions on one source stay together: what is learned of it must not help with it.
function foldOf({ expect: [first] }: Label): number {
  const source = first?.source ?? ''
  return Array.from(source).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % folds
}

/** Each trial with weights that were found without its source. */
function judged(trials: readonly Trial[]): ReadonlyMap<Trial, readonly Choice[]> {
  const parts = Array.from({ length: folds }, (_, fold) => {
    const weights = fitWeights(trials.filter((trial) => trial.fold !== fold))
    const own = trials.filter((trial) => trial.fold === fold)
    return own.map((trial) => [trial, ranked(trial, weights)] as const)
  })
  return new Map(parts.flat())
}

function rounded(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, more: { type: 'string', multiple: true } },
  })
  const { data, more } = values
  const { sets, close } = await openLabelSets({
    ...(data ? { data } : {}),
    ...(more ? { more } : {}),
  })
  const all: { readonly name: string; readonly trials: readonly Trial[] }[] = []
  for (const set of sets) all.push({ name: set.name, trials: await trialsOf(set) })
  close()
  const trials = all.flatMap((set) => set.trials)
  const lists = judged(trials)
  const rows = all.map((set) => {
    const own = set.trials.map((trial) => lists.get(trial) ?? [])
    const within = (most: number) =>
      own.filter((list) => list.slice(0, most).some(({ answers }) => answers)).length
    const counts = [own.length, within(Number.POSITIVE_INFINITY), within(1), within(3)]
    return [set.name, ...counts.map(String)]
  })
  console.log(table([['labels', 'n', 'in reach', 'first', 'of three'], ...rows]))
  console.log(`\n${JSON.stringify(rounded(fitWeights(trials)), null, 2)}`)
}

if (import.meta.main) await main()
