import { refuse } from '../../src/crisis/commands.ts'
import type { Desk } from '../../src/crisis/desk.ts'
import { lookAt } from '../../src/crisis/match-playbooks.ts'
import type { Command } from './command.ts'
import { atDesk, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { axesIn, flagsIn, severityHelp, severityOptions } from './incident-severity.ts'
import { incidentToText } from './incident-show.ts'
import { momentIn } from './moment.ts'
import { type Typed, usageError } from './options.ts'

export const command: Command = {
  help: `Eröffnet eine Lage. Ohne --playbook nennt es die zwei, die am besten zum Titel passen, und warum.

Aufruf: npm run -s cli -- incident open --title "Beitrag zum Stadtfest" --playbook pb1 [Optionen]

  --title TEXT      worum es geht, ohne Namen
  --playbook ID     pb1 Beitrag oder Fehler, pb2 Drohung, pb3 Datenpanne, pb4 Fälschung,
                    pb5 Konfliktthema, pb6 Unwetter und Gefahr
  --started ZEIT    wann es begann, wenn nicht jetzt
  --signal ID,…     was zutrifft (Auslöser des Playbooks, etwa privatpost_beschaeftigte)
${severityHelp}
${writingHelp}`,
  run: async (args) => {
    const typed = parseWriting(args, {
      ...severityOptions,
      title: { type: 'string' },
      playbook: { type: 'string' },
      started: { type: 'string' },
      signal: { type: 'string' },
    })
    const title = typed.value('title') ?? typed.words.join(' ')
    if (title.trim() === '') throw usageError('Der Titel fehlt: --title "Worum es geht".')
    const playbook = typed.value('playbook')
    const [axes, flags, started] = [axesIn(typed), flagsIn(typed), momentIn(typed, 'started')]
    const signals = (typed.value('signal') ?? '').split(',').filter(Boolean)
    return await atDesk(typed, ({ desk }) => {
      if (playbook === undefined) return propose(title, { typed, desk })
      const opening = {
        title,
        playbook,
        signals,
        ...(axes ? { axes } : {}),
        ...(flags ? { flags } : {}),
        ...(started ? { started: started.at } : {}),
      }
      const outcome = desk.open(opening, senderOf(typed, desk))
      return settle(outcome, {
        typed,
        desk,
        say: (incident) => incidentToText(incident, desk.board(incident)),
      })
    })
  },
}

/** Nothing is opened: somebody chooses first. */
function propose(
  title: string,
  { typed, desk }: { readonly typed: Typed; readonly desk: Desk },
): number {
  const { playbooks, level } = lookAt(title, desk.manual())
  const refusal = refuse('incomplete', 'Das Playbook fehlt.')
  const lines = playbooks.map(({ id, title: name, signals, askFirst }) => {
    const why = signals.length > 0 ? ` (${signals.join(', ')})` : ''
    const first = askFirst.length > 0 ? `\n  Zuerst klären: ${askFirst.join(' ')}` : ''
    return `--playbook ${id}  ${name}${why}${first}`
  })
  const others = desk.manual().playbooks.map(({ id, title: name }) => `--playbook ${id}  ${name}`)
  if (typed.flags.has('json')) console.log(JSON.stringify({ ...refusal, playbooks, level }))
  else if (lines.length > 0)
    console.error(['Das Playbook fehlt. Zum Titel passen am besten:', ...lines].join('\n'))
  else console.error(['Das Playbook fehlt. Der Titel verrät keins; es gibt:', ...others].join('\n'))
  return 1
}
