import type { Command as Deed } from '../../src/crisis/commands.ts'
import { deadlineLine } from '../../src/crisis/report.ts'
import { acting } from './incident-act.ts'
import { momentIn } from './moment.ts'
import { usageError } from './options.ts'

const text = { type: 'string' } as const
const kinds = ['art33', 'strafantrag', 'promise', 'evidence'] as const

/** `incident deadline L1 …`: a term that runs in an incident and beyond its end. */
export const command = acting({
  help: `Startet in einer Lage eine Frist oder ändert ihre Zeiten.

Aufruf: npm run -s cli -- incident deadline L1 art33 --known 2026-10-23T22:30
        npm run -s cli -- incident deadline L1 strafantrag --act … [--offender …] [--title "Person 1"]
        npm run -s cli -- incident deadline L1 promise --due 2026-10-23T23:30

  promise    versprochene nächste Information
  evidence   Löschung der gesicherten Belege
  --id ID    ändert eine Frist, die schon läuft, etwa strafantrag-1`,
  options: { known: text, act: text, offender: text, due: text, title: text, id: text },
  deed: (typed): Deed => {
    const kind = kinds.find((one) => one === typed.words[1])
    if (!kind) throw usageError(`Welche Frist? Es gibt: ${kinds.join(', ')}.`)
    const times = (['known', 'act', 'offender', 'due'] as const).flatMap((name) => {
      const moment = momentIn(typed, name)
      return moment ? [[name, moment.at] as const] : []
    })
    const [title, id] = [typed.value('title'), typed.value('id')]
    return {
      type: 'deadline',
      kind,
      ...Object.fromEntries(times),
      ...(title ? { title } : {}),
      ...(id ? { deadline: id } : {}),
    }
  },
  say: ({ deadlines }) => deadlines.map(deadlineLine).join('\n'),
})
