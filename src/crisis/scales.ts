import type { Channel } from '../domain/incident-events.ts'
import type { Axis } from '../domain/playbook.ts'

interface Scale {
  /** As a heading. */
  readonly name: string
  /** As it is asked. */
  readonly label: string
  /** What 0, 1, 2 and 3 mean. */
  readonly marks: readonly [string, string, string, string]
}

/** The four axes in the words of all doors. */
export const scales: Readonly<Record<Axis, Scale>> = {
  W: { name: 'Welle', label: 'Welle', marks: ['ruhig', 'spürbar', 'stark', 'Orkan'] },
  B: {
    name: 'Berechtigung',
    label: 'Berechtigung: unser Fehler?',
    marks: ['nein', 'unklar', 'teilweise', 'ja'],
  },
  G: {
    name: 'Gefahr',
    label: 'Gefahr für Menschen',
    marks: ['keine', 'Belastung', 'Anfeindung, Adresse', 'Drohung, Gefahr im Ort'],
  },
  F: {
    name: 'Frist und Recht',
    label: 'Frist und Recht',
    marks: ['keine', 'Presse', 'Strafantrag denkbar', '72 Stunden, Warnung, Polizei'],
  },
}

/** The marks of an axis to choose from: value and words. */
export function marksOf({ marks }: Scale): readonly (readonly [value: string, text: string])[] {
  return marks.map((text, at) => [String(at), `${at} · ${text}`] as const)
}

const channelNames: Readonly<Record<Channel, string>> = {
  facebook: 'Facebook',
  website: 'Website',
  press: 'Presse',
  phone: 'Telefonzentrale',
  council: 'Rat',
}

/** The forms a text has, each with the name of its channel. */
export function variants(
  texts: Readonly<Partial<Record<Channel, string>>>,
): readonly (readonly [name: string, text: string])[] {
  return (Object.keys(channelNames) as readonly Channel[]).flatMap((channel) => {
    const text = texts[channel]
    return text === undefined ? [] : [[channelNames[channel], text] as const]
  })
}
