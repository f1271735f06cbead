import { type Cue, cuesAt, scripts } from '../../src/crisis/exercise.ts'
import { paceOf } from '../../src/crisis/review.ts'
import { spanOf } from '../../src/crisis/sheet.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Command } from './command.ts'
import { atDesk, findTyped, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { incidentToJson } from './incident-json.ts'
import { incidentToText } from './incident-show.ts'
import { usageError } from './options.ts'

export const command: Command = {
  help: `Spielt einen erdachten Sturm gegen die Uhr; überall steht ÜBUNG.

Aufruf: npm run -s cli -- incident exercise start [--speed 4]   eröffnet die Übung
        npm run -s cli -- incident exercise L1                  was bis jetzt kam, und die Zeiten

  --script ID    welches Drehbuch (${scripts.map(({ id }) => id).join(', ')})
  --speed ZAHL   wie viel schneller als die Uhr, 1 bis 60 (sonst 1)
${writingHelp}

Abgehakt, eingestuft und freigegeben wird wie in einer echten Lage, mit step, level, draft, approve.`,
  run: async (args) => {
    const typed = parseWriting(args, { script: { type: 'string' }, speed: { type: 'string' } })
    return await atDesk(typed, ({ desk }) => {
      if (typed.words[0] !== undefined && typed.words[0] !== 'start') {
        const incident = findTyped(typed, desk)
        const board = desk.board(incident)
        const cues = cuesAt(incident, board.now)
        const isJson = typed.flags.has('json')
        if (isJson) console.log(JSON.stringify({ cues, ...incidentToJson(incident, board) }))
        else console.log(exerciseToText(incident, cues))
        return 0
      }
      const wanted = typed.value('script') ?? scripts[0]?.id
      const script = scripts.find(({ id }) => id === wanted)
      if (!script)
        throw usageError(`--script ${wanted}: Es gibt ${scripts.map(({ id }) => id).join(', ')}.`)
      const exercise = { script: script.id, speed: speedIn(typed.value('speed')) }
      const opening = { title: script.title, playbook: script.playbook, exercise }
      return settle(desk.open(opening, senderOf(typed, desk)), {
        typed,
        desk,
        say: (incident) => {
          const board = desk.board(incident)
          return `${exerciseToText(incident, cuesAt(incident, board.now))}\n\n${incidentToText(incident, board)}`
        },
      })
    })
  },
}

function speedIn(given = '1'): number {
  const speed = Number(given)
  if (speed >= 1 && speed <= 60) return speed
  throw usageError(`--speed ${given}: erwartet wird eine Zahl von 1 bis 60.`)
}

function exerciseToText(incident: Incident, cues: readonly Cue[]): string {
  const { secondPerson, level, statement } = paceOf(incident)
  const took = (minutes: number | undefined) =>
    minutes === undefined ? 'noch nicht' : spanOf(minutes)
  return [
    'ÜBUNG – nichts davon ist echt.',
    ...cues.map(({ minute, from, text }) => `Minute ${minute} · ${from}: ${text}`),
    `Zweite Person: ${took(secondPerson)} · Stufe: ${took(level)} · Erststatement: ${took(statement)}`,
  ].join('\n')
}
