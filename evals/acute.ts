import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isAcute } from '../src/crisis/message-judgement.ts'
import { counted, table } from '../src/table.ts'

const Message = z.strictObject({
  id: z.string(),
  text: z.string(),
  acute: z.boolean(),
  /** Written and measured before anybody looked at how it is judged; `round` says in which batch. */
  heldback: z.boolean().default(false),
  round: z.number().optional(),
})

/** A message as staff write it and whether something burns. */
export type Message = z.infer<typeof Message>

/** What went wrong, by id. */
export interface AcuteScore {
  readonly fires: number
  readonly missed: readonly string[]
  readonly calm: number
  readonly falseAlarms: readonly string[]
}

const file = new URL('acute.jsonl', import.meta.url)

export function readMessages(): readonly Message[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => Message.parse(JSON.parse(line)))
}

export function scoreAcute(messages: readonly Message[]): AcuteScore {
  const [fires, calm] = [messages.filter(({ acute }) => acute), messages.filter((m) => !m.acute)]
  return {
    fires: fires.length,
    missed: fires.filter(({ text }) => !isAcute(text)).map(({ id }) => id),
    calm: calm.length,
    falseAlarms: calm.filter(({ text }) => isAcute(text)).map(({ id }) => id),
  }
}

function toRow(name: string, messages: readonly Message[]): readonly string[] {
  const { fires, missed, calm, falseAlarms } = scoreAcute(messages)
  return [name, `${missed.length} of ${fires}`, `${falseAlarms.length} of ${calm}`]
}

if (import.meta.main) {
  const all = readMessages()
  const tuned = all.filter(({ heldback }) => !heldback)
  const heldback = all.filter((message) => message.heldback)
  console.log(
    table([
      [counted(all.length, 'message', 'messages'), 'missed', 'false alarms'],
      toRow('tuned', tuned),
      toRow('held back', heldback),
    ]),
  )
}
