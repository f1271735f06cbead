import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import {
  type Judgement,
  type Learned,
  toWeights,
  type Weights,
} from '../src/crisis/learned/weights.ts'
import { type Example, weighed } from './fit.ts'
import { examplesFor, recipes } from './lessons.ts'

const root = new URL('..', import.meta.url).pathname

/** What the weights are made of: texts, what is seen in them and how it is learned. */
const sources = [
  'evals/{acute,crises,comments}.jsonl',
  'evals/training/*.jsonl',
  'evals/{fit,lessons,linear,sets}.ts',
  'src/crisis/learned/*.ts',
]

/** Of the texts and the code the weights are learned with; the rules, which change daily, aside. */
export function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(`${root}/${file}`))
  return hash.digest('hex').slice(0, 16)
}

export function weightsFrom(judgement: Judgement, examples: readonly Example[]): Weights {
  return toWeights({ stamp: '', ...weighed(examples, recipes[judgement]) })
}

/** Weights learned from everybody but one author. */
export function withoutAuthor(judgement: Judgement, author: string): Weights {
  return weightsFrom(
    judgement,
    examplesFor(judgement).filter((one) => one.author !== author),
  )
}

const judgements: readonly Judgement[] = ['messages', 'comments', 'grounds']

if (import.meta.main) {
  const stamp = stampOf()
  for (const judgement of judgements) {
    const examples = examplesFor(judgement)
    const learned: Learned = { stamp, ...weighed(examples, recipes[judgement]) }
    const text = `${JSON.stringify(learned)}\n`
    writeFileSync(`${root}/src/crisis/learned/${judgement}.json`, text)
    console.log(`${judgement}: ${examples.length} texts, ${Math.round(text.length / 1024)} KB`)
  }
}
