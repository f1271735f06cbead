import type { Command } from './command.ts'
import { atDesk, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { axesIn, flagsIn, severityHelp, severityOptions } from './incident-severity.ts'
import { incidentToText } from './incident-show.ts'
import { momentIn } from './moment.ts'
import { usageError } from './options.ts'

export const command: Command = {
  help: `Eröffnet eine Lage. Ohne --playbook schlägt \`crisis "Nachricht"\` zwei vor.

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
    if (playbook === undefined)
      throw usageError('Das Playbook fehlt: --playbook pb1. `crisis "Nachricht"` schlägt zwei vor.')
    const [axes, flags, started] = [axesIn(typed), flagsIn(typed), momentIn(typed, 'started')]
    const signals = (typed.value('signal') ?? '').split(',').filter(Boolean)
    return await atDesk(typed, ({ desk }) => {
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
