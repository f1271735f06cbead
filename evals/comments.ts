import { readFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { type Colour, lightOf } from '../src/crisis/comment-light.ts'
import { counted, table } from '../src/table.ts'

const colours = ['green', 'yellow', 'red'] as const

const Comment = z.strictObject({
  id: z.string(),
  text: z.string(),
  colour: z.enum(colours),
  /** Nothing but criticism of the town, however rude. */
  criticism: z.boolean(),
  /** Written and measured once before anybody looked at how it is judged. */
  heldback: z.boolean().default(false),
})

export type Comment = z.infer<typeof Comment>

const file = new URL('comments.jsonl', import.meta.url)

/** Comments with the colour a person gave them, one JSON object a line. */
export function readComments(from: string | URL = file): readonly Comment[] {
  const lines = readFileSync(from, 'utf8').trim().split('\n')
  return lines.map((line) => Comment.parse(JSON.parse(line)))
}

/** What matters of a measurement, by id. */
export interface LightScore {
  readonly redMissed: readonly string[]
  readonly criticismCalledRed: readonly string[]
  readonly wrong: readonly (readonly [id: string, wanted: Colour, given: Colour])[]
}

export function scoreComments(comments: readonly Comment[]): LightScore {
  const judged = comments.map((one) => ({ ...one, given: lightOf(one.text).colour }))
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

function confusion(comments: readonly Comment[]): string {
  const rows = colours.map((colour) => {
    const own = comments.filter((one) => one.colour === colour)
    const given = (wanted: Colour) =>
      String(own.filter(({ text }) => lightOf(text).colour === wanted).length)
    return [colour, ...colours.map(given)]
  })
  return table([[counted(comments.length, 'comment', 'comments'), ...colours], ...rows])
}

function report(name: string, comments: readonly Comment[]): string {
  const { redMissed, criticismCalledRed, wrong } = scoreComments(comments)
  const critical = comments.filter(({ criticism, colour }) => criticism && colour !== 'red').length
  return [
    name,
    confusion(comments),
    `red missed ${redMissed.length}${listed(redMissed)}`,
    `criticism called red ${criticismCalledRed.length} of ${critical}${listed(criticismCalledRed)}`,
    `wrong colour: ${wrong.map(([id, wanted, given]) => `${id} ${wanted}→${given}`).join(', ') || 'none'}`,
  ].join('\n')
}

function listed(ids: readonly string[]): string {
  return ids.length > 0 ? ` (${ids.join(', ')})` : ''
}

if (import.meta.main) {
  const [given] = process.argv.slice(2)
  const all = readComments(given)
  const parts: readonly (readonly [string, readonly Comment[]])[] = [
    ['seen while the rules were written', all.filter(({ heldback }) => !heldback)],
    ['held back', all.filter(({ heldback }) => heldback)],
  ]
  const shown = parts.filter(([, comments]) => comments.length > 0)
  console.log(shown.map(([name, comments]) => report(name, comments)).join('\n\n'))
}
