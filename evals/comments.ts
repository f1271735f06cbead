import { parseArgs } from 'node:util'
import { type LightWeights, lightOf } from '../src/crisis/comment-light.ts'
import { shippedWeights } from '../src/crisis/learned/weights.ts'
import type { Colour } from '../src/crisis/light/ground.ts'
import { counted, table } from '../src/table.ts'
import { withoutAuthor } from './learn.ts'
import { type Comment, commentSets, readCommentsOf } from './sets.ts'

const colours = ['green', 'yellow', 'red'] as const

/** Comments with the colour a person gave them, one JSON object a line. */
export function readComments(): readonly Comment[] {
  return readCommentsOf(new URL('comments.jsonl', import.meta.url))
}

/** What matters of a measurement, by id. */
export interface LightScore {
  readonly redMissed: readonly string[]
  readonly criticismCalledRed: readonly string[]
  readonly wrong: readonly (readonly [id: string, wanted: Colour, given: Colour])[]
}

export function scoreComments(
  comments: readonly Comment[],
  weights: LightWeights = shipped(),
): LightScore {
  const judged = comments.map((one) => ({ ...one, given: lightOf(one.text, weights).colour }))
  const ids = (some: typeof judged) => some.map(({ id }) => id)
  return {
    redMissed: ids(judged.filter(({ colour, given }) => colour === 'red' && given !== 'red')),
    criticismCalledRed: ids(
      judged.filter(
        ({ criticism, colour, given }) => criticism && colour !== 'red' && given === 'red',
      ),
    ),
    wrong: judged.flatMap(({ id, colour, given }) =>
      colour === given ? [] : [[id, colour, given] as const],
    ),
  }
}

function shipped(): LightWeights {
  return { colours: shippedWeights('comments'), grounds: shippedWeights('grounds') }
}

function confusion(comments: readonly Comment[], { wrong }: LightScore): string {
  const rows = colours.map((colour) => {
    const own = comments.filter((one) => one.colour === colour)
    const count = (given: Colour) =>
      wrong.filter(([, wanted, other]) => wanted === colour && other === given).length
    const right = own.length - wrong.filter(([, wanted]) => wanted === colour).length
    return [colour, ...colours.map((given) => String(given === colour ? right : count(given)))]
  })
  return table([[counted(comments.length, 'comment', 'comments'), ...colours], ...rows])
}

function report(name: string, comments: readonly Comment[], weights = shipped()): string {
  const score = scoreComments(comments, weights)
  const { redMissed, criticismCalledRed } = score
  const red = comments.filter(({ colour }) => colour === 'red').length
  const critical = comments.filter(({ criticism, colour }) => criticism && colour !== 'red').length
  return [
    name,
    confusion(comments, score),
    `red missed ${redMissed.length} of ${red}${listed(redMissed)}`,
    `criticism called red ${criticismCalledRed.length} of ${critical}${listed(criticismCalledRed)}`,
  ].join('\n')
}

function listed(ids: readonly string[]): string {
  return ids.length > 0 ? ` (${ids.join(', ')})` : ''
}

/** Every author judged by what was learned from the others. */
function leftOut(): readonly string[] {
  return commentSets()
    .filter(({ isSeen }) => !isSeen)
    .map(({ author, texts }) => {
      const weights = {
        colours: withoutAuthor('comments', author),
        grounds: withoutAuthor('grounds', author),
      }
      return report(`${author}, left out`, texts, weights)
    })
}

function seen(): readonly string[] {
  return commentSets().map(({ author, texts }) => report(`${author}, learned from`, texts))
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { file: { type: 'string' } },
    allowPositionals: true,
  })
  const file = values.file ?? positionals[0]
  const parts = file ? [report(file, readCommentsOf(file))] : [...seen(), ...leftOut()]
  console.log(parts.join('\n\n'))
}
