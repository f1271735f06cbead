import { approvalLine } from '../../src/crisis/report.ts'
import { roleName } from '../../src/crisis/sheet.ts'
import { gapsIn } from '../../src/crisis/statement.ts'
import type { Template } from '../../src/crisis/templates.ts'
import type { DraftState, Incident } from '../../src/domain/incident.ts'
import type { Channel } from '../../src/domain/incident-events.ts'
import { choiceField, type Form, textField, tickField, timeField } from './form.ts'

const channelNames: Readonly<Record<Channel, string>> = {
  facebook: 'Facebook',
  website: 'Website',
  press: 'Presse',
  phone: 'Telefonzentrale',
  council: 'Rat',
}

/** The longest text a dialog takes, in characters. */
const longestText = 4000

/** A text to read in every form of it, with all that can be done with it. */
export function textForm(draft: DraftState, incident: Incident): Form {
  const { id, version, approval, approvers, texts } = draft
  const gaps = gapsIn(texts)
  const who = approvers.map((role) => roleName(role, incident)).join(' oder ')
  const state = approvalLine(draft, incident) ?? `Wartet auf Freigabe: ${who}.`
  const ref = `${incident.id}:${id}:${version}`
  const ask = (verb: string, label: string) => ({ id: verb, label, value: ref })
  const isWaiting = !approval && incident.status === 'open'
  return {
    title: `Text ${id}, Fassung ${version}`,
    incident: incident.id,
    passages: [
      { text: state },
      ...(gaps.length > 0 ? [{ text: `Noch offen: ${gaps.join(', ')}` }] : []),
      ...Object.entries(texts).map(([channel, text]) => ({
        title: channelNames[channel as Channel],
        text,
      })),
    ],
    fields: [],
    sends: isWaiting ? [{ label: 'Freigeben', sent: { tat: 'freigeben', ...named(draft) } }] : [],
    asks: isWaiting
      ? [
          ask('phone', 'Telefonisch freigegeben …'),
          ask('return', 'Zurückgeben …'),
          ask('edit', 'Ändern …'),
        ]
      : [],
  }
}

// As every form of the crisis desk calls them.
function named({ id, version }: DraftState) {
  return { text: id, fassung: String(version) }
}

/** Somebody who is not in the chat said yes on the phone. */
export function phoneForm(draft: DraftState, incident: Incident): Form {
  const options = draft.approvers.map((role) => [role, roleName(role, incident)] as const)
  const [first] = options
  return {
    title: 'Telefonisch freigegeben',
    incident: incident.id,
    passages: [
      {
        text: `Text ${draft.id}, Fassung ${draft.version}. Festgehalten wird, wer wann freigegeben hat und dass du es einträgst.`,
      },
    ],
    fields: [
      choiceField({
        id: 'rolle',
        label: 'Wer hat freigegeben?',
        options,
        isNeeded: true,
        ...(first ? { value: first[0] } : {}),
      }),
      timeField({ id: 'zeit', label: 'Uhrzeit des Telefonats', isNeeded: true }),
    ],
    sends: [{ label: 'Freigabe eintragen', sent: { tat: 'telefonisch', ...named(draft) } }],
    asks: [],
  }
}

export function returnForm(draft: DraftState, incident: Incident): Form {
  return {
    title: `Text ${draft.id} zurückgeben`,
    incident: incident.id,
    passages: [{ text: `Text ${draft.id}, Fassung ${draft.version}.` }],
    fields: [textField({ id: 'grund', label: 'Was ist zu ändern?', isNeeded: true, isLong: true })],
    sends: [{ label: 'Zurückgeben', sent: { tat: 'zurueck', ...named(draft) } }],
    asks: [],
  }
}

/** New words for a text: from then on nobody approves the old ones. */
export function editForm(draft: DraftState, incident: Incident): Form {
  const { id, version, texts } = draft
  const value = texts.facebook ?? texts.website ?? Object.values(texts)[0] ?? ''
  return {
    title: `Text ${id}: neue Fassung`,
    incident: incident.id,
    passages: [{ text: 'Die Fassungen für die anderen Kanäle entstehen daraus.' }],
    fields: [
      textField({
        id: 'worte',
        label: 'Text',
        value,
        isNeeded: true,
        isLong: true,
        most: longestText,
      }),
    ],
    sends: [
      {
        label: 'Zur Freigabe vorlegen',
        sent: { tat: 'text', text: id, gesehen: String(version) },
      },
    ],
    asks: [],
  }
}

/** A text from a template: then it is there to be changed and approved. */
export function templateForm(incident: Incident, templates: readonly Template[]): Form {
  const options = templates.map(({ id, title }) => [id, title] as const)
  return {
    title: 'Neuer Text',
    incident: incident.id,
    passages: [{ text: 'Wähl einen Baustein. Lücken, die bekannt sind, werden gefüllt.' }],
    fields: [
      choiceField({ id: 'baustein', label: 'Baustein', options, value: 'hs-0', isNeeded: true }),
    ],
    sends: [{ label: 'Entwurf anlegen', sent: { tat: 'text' } }],
    asks: [],
  }
}

const axisTexts = {
  W: ['Welle', ['ruhig', 'spürbar', 'stark', 'Orkan']],
  B: ['Unser Fehler?', ['nein', 'unklar', 'teilweise', 'ja']],
  G: [
    'Gefahr für Menschen',
    ['keine', 'Belastung', 'Anfeindung, Adresse', 'Drohung, Gefahr im Ort'],
  ],
  F: [
    'Frist und Recht',
    ['keine', 'Presse', 'Strafantrag denkbar', '72 Stunden, Warnung, Polizei'],
  ],
} as const

/** The four axes and what is known beside them; the highest counts. */
export function levelForm({ severity, id }: Incident): Form {
  const fields = (Object.keys(axisTexts) as (keyof typeof axisTexts)[]).map((axis) => {
    const [label, texts] = axisTexts[axis]
    const options = texts.map((text, at) => [String(at), `${at}: ${text}`] as const)
    return choiceField({ id: axis, label, options, value: String(severity.axes[axis]) })
  })
  const tick = (flag: (typeof severity.flags)[number], label: string) =>
    tickField({ id: flag, label, value: severity.flags.includes(flag) ? '1' : '0' })
  return {
    title: 'Stufe einschätzen',
    incident: id,
    passages: [{ text: 'Der höchste Wert zählt. Anheben dürfen alle; senken darf, wer führt.' }],
    fields: [
      ...fields,
      tick('dataExposed', 'Personenbezogene Daten sind offen'),
      tick('childAffected', 'Ein Kind ist betroffen'),
      textField({ id: 'grund', label: 'Grund' }),
    ],
    sends: [{ label: 'Stufe setzen', sent: { tat: 'stufe', gesehen: String(severity.version) } }],
    asks: [],
  }
}

export function noteForm({ id }: Incident): Form {
  return {
    title: 'Notiz',
    incident: id,
    passages: [
      { text: 'Steht danach im Verlauf der Lage. Bitte keine Namen von Bürgerinnen und Bürgern.' },
    ],
    fields: [
      textField({ id: 'worte', label: 'Notiz', isNeeded: true, isLong: true, most: longestText }),
    ],
    sends: [{ label: 'Notieren', sent: { tat: 'notiz' } }],
    asks: [],
  }
}
