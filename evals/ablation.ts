import { openGlossary } from '../src/search/glossary.ts'
import { readGlossary } from '../src/search/glossary-file.ts'
import { openLexical } from '../src/search/lexical.ts'
import { type Recipe, standard } from '../src/search/recipe.ts'
import { readThesaurus } from '../src/search/thesaurus-file.ts'
import { table } from '../src/table.ts'
import { differenceToText, pairedDifference } from './bootstrap.ts'
import type { LabelSet } from './label-sets.ts'
import { mean } from './metrics.ts'
import { openAskedSets } from './options.ts'
import { peers } from './peers.ts'
import { type Finder, type Rank, rankAll } from './ranks.ts'

const usage = `What each ingredient of the search is worth, and what others find in the same passages.

  npm run eval:ablation [-- --more FILE … --data DIR --peers]

Every set of labels that is there is asked, with each ingredient left out in turn. Differences are of
MRR@10 over all questions, with their paired 95 % intervals: above 0 the ingredient pays. --more adds
labels on the real episodes; --peers compares with other ways to search instead (npm run eval:peers).`

/** The recipe without one ingredient. */
const without: Readonly<Record<string, Partial<Recipe>>> = {
  'pieces of words': { grams: 0, headGrams: 0 },
  'misspelt words': { spelling: 0 },
  'the glossary': { glossary: 0 },
  'titles, chapters, voices': { heads: 0, headGrams: 0 },
  'pieces of titles': { headGrams: 0 },
  'the chapter': { chapter: 0 },
  'the document': { document: 0 },
  'chapter and document': { chapter: 0, document: 0 },
  'the neighbours': { around: 0 },
  'pairs of words': { pairs: 0 },
  'nouns before other words': { lesser: 1 },
  'words of grammar': { stopWord: 0 },
  'named episodes and times': { named: 0 },
  'the form of the answer': { form: 0 },
  'what was asked before': { earlier: 0 },
  'k1 .9, b .4 (1.2, .75 instead)': { k1: 1.2, b: 0.75 },
}

type Ranks = ReadonlyMap<string, readonly Rank[]>

const glossary = openGlossary(readGlossary(), readThesaurus())

function finderWith(recipe: Recipe): (set: LabelSet) => Finder {
  return ({ shelf }) => {
    const index = openLexical(shelf, { recipe, glossary })
    const { signal } = new AbortController()
    return async (query) => (await index.search(query, 10, signal)).map(({ passage }) => passage.id)
  }
}

async function showIngredients(sets: readonly LabelSet[]): Promise<void> {
  const all = await rankAll(sets, finderWith(standard))
  const rows = [rowOf('all of it', all)]
  for (const [name, change] of Object.entries(without)) {
    const ranks = await rankAll(sets, finderWith({ ...standard, ...change }))
    rows.push([
      ...rowOf(`without ${name}`, ranks),
      gain(all, ranks, 'reciprocal'),
      gain(all, ranks, 'hit5'),
    ])
  }
  console.log(table([[...headOf(sets), 'what it adds to MRR@10', 'to hit@5'], ...rows]))
}

async function showPeers(sets: readonly LabelSet[]): Promise<void> {
  const ours = await rankAll(sets, finderWith(standard))
  const rows = [rowOf('Sturmlotse', ours)]
  for (const [name, open] of Object.entries(peers)) {
    const ranks = await rankAll(sets, ({ passages }) => open(passages))
    rows.push(rowOf(name, ranks))
    for (const { name: set } of sets) {
      const [own, their] = [one(ours, set), one(ranks, set)]
      const misses = missesOf(own) / Math.max(1, missesOf(their))
      const lead = [gain(own, their, 'reciprocal'), gain(own, their, 'hit5')]
      rows.push([
        `  ahead by, ${set}`,
        ...lead,
        `misses at 5: ${missesOf(own)} / ${missesOf(their)} = ${misses.toFixed(2)}`,
      ])
    }
  }
  console.log(table([headOf(sets), ...rows]))
}

function showForms(ranks: Ranks): void {
  const kinds = Object.groupBy(Array.from(ranks.values()).flat(), ({ kind }) => kind)
  const rows = Object.entries(kinds).map(([kind, own = []]) => [
    kind,
    String(own.length),
    figure(own, 'reciprocal'),
    figure(own, 'hit5'),
    figure(own, 'episode3'),
  ])
  const head = ['form of question', 'n', 'MRR@10', 'hit@5', 'right source among the first three']
  console.log(`\n${table([head, ...rows.toSorted(([a = ''], [b = '']) => a.localeCompare(b))])}`)
}

function headOf(sets: readonly LabelSet[]): readonly string[] {
  return [
    'MRR@10 / hit@5',
    ...sets.map(({ name, asked }) => `${name} (${asked.length})`),
    'together',
  ]
}

function rowOf(name: string, ranks: Ranks): string[] {
  const own = [...ranks.values(), Array.from(ranks.values()).flat()]
  return [name, ...own.map((all) => `${figure(all, 'reciprocal')} / ${figure(all, 'hit5')}`)]
}

type Measure = 'reciprocal' | 'hit5' | 'episode3'

function figure(ranks: readonly Rank[], measure: Measure): string {
  return mean(ranks.map((rank) => rank[measure])).toFixed(3)
}

function one(ranks: Ranks, set: string): Ranks {
  return new Map([[set, ranks.get(set) ?? []]])
}

function missesOf(ranks: Ranks): number {
  return Array.from(ranks.values())
    .flat()
    .filter(({ hit5 }) => hit5 === 0).length
}

function gain(ours: Ranks, theirs: Ranks, measure: Measure): string {
  const values = (ranks: Ranks) =>
    Array.from(ranks.values())
      .flat()
      .map((rank) => rank[measure])
  return differenceToText(pairedDifference(values(ours), values(theirs)))
}

if (import.meta.main) {
  const { sets, close, given } = await openAskedSets(usage, ['peers'])
  if (given.has('peers')) await showPeers(sets)
  else await showIngredients(sets)
  showForms(await rankAll(sets, finderWith(standard)))
  close()
}
