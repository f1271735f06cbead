import type { Form } from './domain/form.ts'
import { type Sent, toCommand } from './incident-deeds.ts'
import { aboutIn, formFor, nextForm, toSent } from './incident-forms.ts'
import { type RoomParts, refusalFor, run } from './incident-next.ts'

/** For what no card of ours carries, or none carries any more. */
export const gone = 'Das gibt es hier nicht mehr. Die Karte zeigt den Stand.'

/** What came of a dialog that was sent. */
export type Sending =
  | { readonly kind: 'done' }
  | { readonly kind: 'ask'; readonly form: Form }
  | { readonly kind: 'refused'; readonly text: string }

/** Somebody who filled in a dialog; `name` tells this sending from all others. */
export interface Filler {
  readonly person: string
  readonly name: string
}

/** What is asked about one that is closed: its texts are read, its terms run on. */
const readable: ReadonlySet<string> = new Set(['read', 'term'])

/** The dialog behind a button; a sentence where there is nothing to ask any more. */
export function askDialog(value: string, { office }: RoomParts): Form | string {
  const about = aboutIn(value)
  const incident = about && office.desk.find(about.incident)
  if (!about || !incident) return gone
  if (incident.status === 'closed' && !readable.has(about.form))
    return 'Diese Lage ist abgeschlossen.'
  return formFor(about, incident, office) ?? gone
}

/** Takes a dialog that was filled in. */
export function sendDialog(
  text: string,
  values: Sent,
  { filler, parts }: { readonly filler: Filler; readonly parts: RoomParts },
): Sending {
  const { office } = parts
  const about = aboutIn(text)
  const incident = about && office.desk.find(about.incident)
  if (!about || !incident) return { kind: 'refused', text: gone }
  const next = nextForm(about, values)
  const form = next && formFor(next, incident, office)
  if (form) return { kind: 'ask', form }
  const command = toCommand(toSent(about, values), incident, office)
  if (!command) return { kind: 'refused', text: 'Da fehlte eine Angabe. Zeiten bitte wie 22:30.' }
  const outcome = run(incident.id, command, { ...filler, parts })
  if (outcome.status !== 'refused') return { kind: 'done' }
  return { kind: 'refused', text: refusalFor(outcome, filler.person, office) }
}
