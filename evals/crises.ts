import { readFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { lookAt } from '../src/crisis/match-playbooks.ts'
import { readManual } from '../src/crisis/playbooks.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { table } from '../src/table.ts'

const Message = z.strictObject({
  id: z.string(),
  text: z.string(),
  acute: z.boolean(),
  /** Those that would be right; empty for a calm message. */
  playbooks: z.array(z.string()),
  level: z.enum(['GRUEN', 'GELB', 'ROT']),
  /** Written by somebody who never saw how messages are judged. */
  heldback: z.boolean().default(false),
})

/** A message as staff write it, and what it is. */
export type CrisisMessage = z.infer<typeof Message>

/** What went right, and the ids of what went wrong. */
export interface CrisisScore {
  readonly fires: number
  readonly calm: number
  /** Fires whose right playbook is not among the two proposed. */
  readonly misplaced: readonly string[]
  readonly red: number
  /** Red messages that were called anything else. */
  readonly redMissed: readonly string[]
  /** Calm messages that were called a fire. */
  readonly falseAlarms: readonly string[]
}

const file = new URL('crises.jsonl', import.meta.url)

export function readCrises(): readonly CrisisMessage[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => Message.parse(JSON.parse(line)))
}

export function scoreCrises(messages: readonly CrisisMessage[]): CrisisScore {
  const manual = readManual(new Set(readTemplates().all.map(({ id }) => id)))
  const seen = messages.map((message) => ({ ...message, found: lookAt(message.text, manual) }))
  const fires = seen.filter(({ acute }) => acute)
  const calm = seen.filter(({ acute }) => !acute)
  const red = seen.filter(({ level }) => level === 'ROT')
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
  return {
    fires: fires.length,
    calm: calm.length,
    misplaced: ids(
      fires.filter(({ found, playbooks }) => {
        return !found.playbooks.some(({ id }) => playbooks.includes(id))
      }),
    ),
    red: red.length,
    redMissed: ids(red.filter(({ found }) => found.level !== 'ROT')),
    falseAlarms: ids(calm.filter(({ found }) => found.acute || found.level !== 'GRUEN')),
  }
}

function toRow(name: string, messages: readonly CrisisMessage[]): readonly string[] {
  const { fires, misplaced, red, redMissed, calm, falseAlarms } = scoreCrises(messages)
  const share = fires === 0 ? 0 : (fires - misplaced.length) / fires
  return [
    name,
    `${(100 * share).toFixed(1)} % of ${fires}`,
    `${redMissed.length} of ${red}`,
    `${falseAlarms.length} of ${calm}`,
    [...misplaced, ...redMissed, ...falseAlarms].join(' '),
  ]
}

if (import.meta.main) {
  const all = readCrises()
  const heldback = all.filter((message) => message.heldback)
  if (process.argv.includes('--json')) console.log(JSON.stringify(scoreCrises(all)))
  else
    console.log(
      table([
        [`${all.length} messages`, 'right playbook in two', 'red missed', 'false alarms', 'wrong'],
        toRow('all', all),
        ...(heldback.length > 0 ? [toRow('held back', heldback)] : []),
      ]),
    )
}
