import process from 'node:process'
import { parseArgs } from 'node:util'
import { shippedWeights, type Weights } from '../src/crisis/learned/weights.ts'
import { lookAt } from '../src/crisis/match-playbooks.ts'
import { readManual } from '../src/crisis/playbooks.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { counted, table } from '../src/table.ts'
import { withoutAuthor } from './learn.ts'
import { type CrisisMessage, messageSets, readMessagesOf } from './sets.ts'

/** What went right, and the ids of what went wrong. */
export interface CrisisScore {
  readonly fires: number
  readonly calm: number
  /** Fires that were called calm. */
  readonly firesMissed: readonly string[]
  /** Fires whose playbooks are known. */
  readonly placed: number
  /** Of these, those whose right playbook is not among the two proposed. */
  readonly misplaced: readonly string[]
  readonly red: number
  /** Red messages that were called anything else. */
  readonly redMissed: readonly string[]
  readonly yellow: number
  /** Yellow messages that were called red. */
  readonly yellowCalledRed: readonly string[]
  /** Calm messages that were called a fire. */
  readonly falseAlarms: readonly string[]
}

export function readCrises(): readonly CrisisMessage[] {
  return readMessagesOf(new URL('crises.jsonl', import.meta.url))
}

export function scoreCrises(
  messages: readonly CrisisMessage[],
  weights: Weights = shippedWeights('messages'),
): CrisisScore {
  const manual = readManual(new Set(readTemplates().all.map(({ id }) => id)))
  const seen = messages.map((one) => ({ ...one, found: lookAt(one.text, manual, weights) }))
  const fires = seen.filter(({ acute }) => acute)
  const placed = fires.filter(({ playbooks }) => playbooks !== undefined)
  const calm = seen.filter(({ acute }) => !acute)
  const red = seen.filter(({ level }) => level === 'ROT')
  const yellow = seen.filter(({ level }) => level === 'GELB')
  const isPlaced = ({ found, playbooks = [] }: (typeof seen)[number]) =>
    found.playbooks.some(({ id }) => playbooks.includes(id))
  return {
    fires: fires.length,
    firesMissed: ids(fires.filter(({ found }) => !found.acute)),
    placed: placed.length,
    misplaced: ids(placed.filter((one) => !isPlaced(one))),
    red: red.length,
    redMissed: ids(red.filter(({ found }) => found.level !== 'ROT')),
    yellow: yellow.length,
    yellowCalledRed: ids(yellow.filter(({ found }) => found.level === 'ROT')),
    calm: calm.length,
    falseAlarms: ids(calm.filter(({ found }) => found.acute || found.level !== 'GRUEN')),
  }
}

function ids(all: readonly { readonly id: string }[]): readonly string[] {
  return all.map(({ id }) => id)
}

function toRow(name: string, score: CrisisScore): readonly string[] {
  const { fires, firesMissed, placed, misplaced, red, redMissed, calm, falseAlarms } = score
  const share = placed === 0 ? 0 : (placed - misplaced.length) / placed
  return [
    name,
    `${(100 * share).toFixed(1)} % of ${placed}`,
    `${redMissed.length} of ${red}`,
    `${score.yellowCalledRed.length} of ${score.yellow}`,
    `${firesMissed.length} of ${fires}`,
    `${falseAlarms.length} of ${calm}`,
  ]
}

const heads = [
  'right playbook in two',
  'red missed',
  'yellow called red',
  'fires missed',
  'false alarms',
]

function wrong(name: string, score: CrisisScore): string {
  const { misplaced, redMissed, firesMissed, falseAlarms } = score
  const lists = {
    misplaced,
    'red missed': redMissed,
    'fires missed': firesMissed,
    'false alarms': falseAlarms,
  }
  const told = Object.entries(lists).flatMap(([what, all]) =>
    all.length > 0 ? [`${what}: ${all.join(' ')}`] : [],
  )
  return told.length > 0 ? `${name}: ${told.join('; ')}` : `${name}: nothing wrong`
}

function report(measured: readonly (readonly [name: string, score: CrisisScore])[]): string {
  const rows = measured.map(([name, score]) => toRow(name, score))
  const count = measured.reduce((sum, [, { fires, calm }]) => sum + fires + calm, 0)
  return [
    table([[counted(count, 'message', 'messages'), ...heads], ...rows]),
    ...measured.map(([name, score]) => wrong(name, score)),
  ].join('\n')
}

/** Every author judged by what was learned from the others. */
function leftOut(): readonly (readonly [string, CrisisScore])[] {
  return messageSets()
    .filter(({ isSeen }) => !isSeen)
    .map(({ author, texts }) => [
      `${author}, left out`,
      scoreCrises(texts, withoutAuthor('messages', author)),
    ])
}

function seen(): readonly (readonly [string, CrisisScore])[] {
  return messageSets().map(({ author, texts }) => [`${author}, learned from`, scoreCrises(texts)])
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { file: { type: 'string' }, json: { type: 'boolean' } } })
  if (process.argv.length > 2 && values.json) console.log(JSON.stringify(scoreCrises(readCrises())))
  else if (values.file)
    console.log(report([[values.file, scoreCrises(readMessagesOf(values.file))]]))
  else console.log(report([...seen(), ...leftOut()]))
}
