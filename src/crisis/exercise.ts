import type { Incident } from '../domain/incident.ts'
import type { Instant } from '../domain/time.ts'
import { minutesBetween } from './sheet.ts'

/** What comes in during an exercise, so many minutes after its start. */
export interface Cue {
  readonly minute: number
  readonly from: string
  readonly text: string
}

/** A storm that was thought out: nobody and nothing in it is real. */
export interface Script {
  readonly id: string
  readonly title: string
  readonly playbook: string
  readonly cues: readonly Cue[]
}

export const scripts: readonly Script[] = [
  {
    id: 'stadtfest',
    title: 'Falsches Bild zum Stadtfest',
    playbook: 'pb1',
    cues: [
      {
        minute: 0,
        from: 'Facebook',
        text: 'Unter dem Beitrag zum Stadtfest stehen 40 wütende Kommentare: Das Bild zeigt ein Zelt, das letztes Jahr eingestürzt ist.',
      },
      {
        minute: 6,
        from: 'Instagram',
        text: 'Ein Screenshot des Beitrags wird geteilt, 300 Mal in zehn Minuten.',
      },
      {
        minute: 12,
        from: 'Telefonzentrale',
        text: 'Angehörige rufen an und fragen, wer das Bild ausgesucht hat.',
      },
      {
        minute: 20,
        from: 'Presse',
        text: 'Die Lokalzeitung möchte in 30 Minuten eine Stellungnahme.',
      },
      {
        minute: 28,
        from: 'Facebook',
        text: 'Jemand nennt in den Kommentaren die vermeintlich zuständige Kollegin beim Vornamen und fordert ihre Entlassung.',
      },
      {
        minute: 40,
        from: 'Rat',
        text: 'Zwei Ratsmitglieder fragen, warum sie nichts wissen.',
      },
      {
        minute: 55,
        from: 'Facebook',
        text: 'Die Kommentare werden weniger; viele fragen, wann die Stadt etwas sagt.',
      },
      {
        minute: 75,
        from: 'Leitung der Übung',
        text: 'Ende der Übung. Bitte abschließen und auswerten.',
      },
    ],
  },
]

/** What has come in so far; `now` is the time of the exercise, which may run faster. */
export function cuesAt({ exercise, started }: Incident, now: Instant): readonly Cue[] {
  const script = scripts.find(({ id }) => id === exercise?.script)
  const passed = minutesBetween(started, now)
  return (script?.cues ?? []).filter(({ minute }) => minute <= passed)
}
