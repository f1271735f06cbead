import { isStopWord } from '../src/german/stop-words.ts'
import { fold } from '../src/german/words.ts'
import { openGlossary } from '../src/search/glossary.ts'
import { readGlossary } from '../src/search/glossary-file.ts'
import { openLexical } from '../src/search/lexical.ts'
import { standard } from '../src/search/recipe.ts'
import { readThesaurus } from '../src/search/thesaurus-file.ts'
import { table } from '../src/table.ts'
import { differenceToText, pairedDifference } from './bootstrap.ts'
import { mean } from './metrics.ts'
import { openAskedSets } from './options.ts'
import { openRandom, type Random } from './random.ts'
import { type Finder, type Rank, rankAll } from './ranks.ts'

const usage = `What the search loses when questions are typed carelessly.

  npm run eval:noise [-- --more FILE … --data DIR]

Every labelled question is asked as it is and spoilt, the same way at every run. Slips fall into every
third word of five letters or more that means something.`

type Spoil = (word: string, random: Random) => string

/** Ways of typing carelessly. */
const spoilers: Readonly<Record<string, (text: string) => string>> = {
  'lower case': (text) => text.toLowerCase(),
  'ae, oe, ue, ss': (text) => text.replace(/[äöüÄÖÜß]/g, (letter) => spelled.get(letter) ?? letter),
  'without dots (a, o, u)': (text) => text.normalize('NFD').replace(/\u0308/g, ''),
  'decomposed (NFD)': (text) => text.normalize('NFD'),
  'two letters swapped': slips((word, random) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return (
      word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2)
    )
  }),
  'a letter missing': slips((word, random) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + word.slice(at + 1)
  }),
  'a letter doubled': slips((word, random) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + word.slice(at - 1)
  }),
}

const spelled = new Map(
  Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' }),
)

const every = 3
const shortest = 5

function slips(spoil: Spoil): (text: string) => string {
  return (text) => {
    const random = openRandom(text.length)
    let count = 0
    return text.replace(/\p{L}+/gu, (word) => {
      if (word.length < shortest || isStopWord(fold(word))) return word
      count += 1
      return count % every === 1 ? spoil(word, random) : word
    })
  }
}

type Ranks = ReadonlyMap<string, readonly Rank[]>

function valuesOf(ranks: Ranks, measure: 'reciprocal' | 'hit5'): readonly number[] {
  return Array.from(ranks.values())
    .flat()
    .map((rank) => rank[measure])
}

function rowOf(name: string, clean: Ranks, spoilt: Ranks): readonly string[] {
  const cells = (['reciprocal', 'hit5'] as const).flatMap((measure) => {
    const [before, after] = [valuesOf(clean, measure), valuesOf(spoilt, measure)]
    const loss = 1 - mean(after) / mean(before)
    const difference = differenceToText(pairedDifference(after, before))
    return [mean(after).toFixed(3), `${(100 * loss).toFixed(1)} %`, difference]
  })
  return [name, ...cells]
}

if (import.meta.main) {
  const { sets, close } = await openAskedSets(usage)
  const { signal } = new AbortController()
  const glossary = openGlossary(readGlossary(), readThesaurus())
  const ask = (spoil: (text: string) => string, recipe = standard) =>
    rankAll(sets, ({ shelf }): Finder => {
      const index = openLexical(shelf, { glossary, recipe })
      return async ({ text, earlier }) => {
        const query = { text: spoil(text), earlier: earlier.map(spoil) }
        return (await index.search(query, 10, signal)).map(({ passage }) => passage.id)
      }
    })
  const clean = await ask((text) => text)
  const rows: (readonly string[])[] = [rowOf('as it is', clean, clean)]
  for (const [name, spoil] of Object.entries(spoilers)) {
    rows.push(rowOf(name, clean, await ask(spoil)))
    if (name.includes('letter')) {
      const unaided = await ask(spoil, { ...standard, spelling: 0 })
      rows.push(rowOf('  without the guess at misspelt words', clean, unaided))
    }
  }
  close()
  const head = ['questions', 'MRR@10', 'loss', 'difference', 'hit@5', 'loss', 'difference']
  console.log(table([head, ...rows]))
}
