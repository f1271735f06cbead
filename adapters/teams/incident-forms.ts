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
  const ref = refTo(incident, draft)
  const button = (verb: string, label: string) => ({ id: verb, label, value: ref })
  const isWaiting = !approval && incident.status === 'open'
  return {
    title: `Text ${id}, Fassung ${version}`,
    lines: [
      state,
      ...(gaps.length > 0 ? [`Noch offen: ${gaps.join(', ')}`] : []),
      ...Object.entries(texts).map(
        ([channel, text]) => `${channelNames[channel as Channel]}: ${text}`,
      ),
    ],
    fields: [],
    buttons: isWaiting
      ? [
          button('approve', 'Freigeben'),
          button('phone', 'Telefonisch freigegeben …'),
          button('return', 'Zurückgeben …'),
          button('edit', 'Ändern …'),
        ]
      : [],
  }
}

/** Somebody who is not in the chat said yes on the phone. */
export function phoneForm(draft: DraftState, incident: Incident): Form {
  const options = draft.approvers.map((role) => [role, roleName(role, incident)] as const)
  return {
    title: 'Telefonisch freigegeben',
    lines: [
      `Text ${draft.id}, Fassung ${draft.version}. Festgehalten wird: wer, wann, und dass du es eingetragen hast.`,
    ],
    fields: [
      choiceField({
        id: 'role',
        label: 'Wer hat freigegeben?',
        options,
        isNeeded: true,
        ...(options[0] ? { value: options[0][0] } : {}),
      }),
      timeField({ id: 'at', label: 'Uhrzeit des Telefonats', isNeeded: true }),
    ],
    buttons: [{ id: 'phone-send', label: 'Freigabe eintragen', value: refTo(incident, draft) }],
  }
}

export function returnForm(draft: DraftState, incident: Incident): Form {
  return {
    title: `Text ${draft.id} zurückgeben`,
    lines: [],
    fields: [
      textField({ id: 'reason', label: 'Was ist zu ändern?', isNeeded: true, isLong: true }),
    ],
    buttons: [{ id: 'return-send', label: 'Zurückgeben', value: refTo(incident, draft) }],
  }
}

/** New words for a text: from then on nobody approves the old ones. */
export function editForm(draft: DraftState, incident: Incident): Form {
  const value = draft.texts.facebook ?? draft.texts.website ?? Object.values(draft.texts)[0] ?? ''
  return {
    title: `Text ${draft.id}: neue Fassung`,
    lines: ['Die Fassungen für die anderen Kanäle entstehen daraus.'],
    fields: [
      textField({
        id: 'words',
        label: 'Text',
        value,
        isNeeded: true,
        isLong: true,
        most: longestText,
      }),
    ],
    buttons: [{ id: 'edit-send', label: 'Zur Freigabe vorlegen', value: refTo(incident, draft) }],
  }
}

/** A text from a template: then it is there to be changed and approved. */
export function templateForm(incident: Incident, templates: readonly Template[]): Form {
  const options = templates.map(({ id, title }) => [id, title] as const)
  return {
    title: 'Neuer Text',
    lines: ['Wähl einen Baustein. Lücken, die bekannt sind, werden gefüllt.'],
    fields: [
      choiceField({ id: 'template', label: 'Baustein', options, value: 'hs-0', isNeeded: true }),
    ],
    buttons: [{ id: 'template-send', label: 'Entwurf anlegen', value: `${incident.id}:text:0` }],
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
export function levelForm(incident: Incident): Form {
  const { severity, id } = incident
  const fields = (Object.keys(axisTexts) as (keyof typeof axisTexts)[]).map((axis) => {
    const [label, texts] = axisTexts[axis]
    const options = texts.map((text, at) => [String(at), `${at}: ${text}`] as const)
    return choiceField({ id: axis, label, options, value: String(severity.axes[axis]) })
  })
  const isSet = (flag: (typeof severity.flags)[number]) => String(severity.flags.includes(flag))
  return {
    title: 'Stufe einschätzen',
    lines: ['Der höchste Wert zählt. Anheben dürfen alle; senken darf, wer führt.'],
    fields: [
      ...fields,
      tickField({
        id: 'dataExposed',
        label: 'Personenbezogene Daten sind offen',
        value: isSet('dataExposed'),
      }),
      tickField({
        id: 'childAffected',
        label: 'Ein Kind ist betroffen',
        value: isSet('childAffected'),
      }),
      textField({ id: 'reason', label: 'Grund' }),
    ],
    buttons: [
      { id: 'level-send', label: 'Stufe setzen', value: `${id}:level:${severity.version}` },
    ],
  }
}

export function noteForm({ id }: Incident): Form {
  return {
    title: 'Notiz',
    lines: ['Steht danach im Verlauf der Lage. Bitte keine Namen von Bürgerinnen und Bürgern.'],
    fields: [
      textField({ id: 'words', label: 'Notiz', isNeeded: true, isLong: true, most: longestText }),
    ],
    buttons: [{ id: 'note-send', label: 'Notieren', value: `${id}:note:0` }],
  }
}

function refTo({ id }: Incident, draft: DraftState): string {
  return `${id}:${draft.id}:${draft.version}`
}
