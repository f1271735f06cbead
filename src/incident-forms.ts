import { askedFirst } from './crisis/board.ts'
import { exitCriteria } from './crisis/decide.ts'
import { marksOf, scales } from './crisis/scales.ts'
import type { Form } from './domain/form.ts'
import type { Incident, StepState } from './domain/incident.ts'
import { axes } from './domain/playbook.ts'
import type { Sent } from './incident-deeds.ts'
import {
  advanceForm,
  advanceMark,
  draftForm,
  fillForm,
  ownWords,
  textForm,
} from './incident-text-forms.ts'
import type { Office } from './office.ts'

/** What a dialog is about: its name, the incident, the thing in it and the version that was shown. */
interface About {
  readonly form: string
  readonly incident: string
  readonly thing: string
  readonly version: string
}

const form = /^([a-z]+):(L\d{1,12})(?::([\p{L}\d_.-]{1,40}):(\d{1,6}))?$/u

/** Reads `Form.about`; `undefined` for what no dialog of ours carries. */
export function aboutIn(text: string): About | undefined {
  const [, name, incident, thing = '', version = '0'] = form.exec(text) ?? []
  return name === undefined || incident === undefined
    ? undefined
    : { form: name, incident, thing, version }
}

type Means = Pick<Office, 'templates' | 'profile' | 'clock'>

/** The dialog behind a button that asks; `undefined` where there is nothing to ask any more. */
export function formFor(about: About, incident: Incident, means: Means): Form | undefined {
  const { form: name, thing } = about
  const draft = incident.drafts.find(({ id }) => id === thing)
  const step = incident.steps.find((one) => one.step.id === thing)
  switch (name) {
    case 'text':
      return textForm(incident, means)
    case 'own':
      return fillForm(incident, '', means)
    case 'fill':
      return fillForm(incident, thing, means)
    case 'advance':
      return advanceForm(incident, thing, means)
    case 'level':
      return level(incident)
    case 'exit':
      return exit(incident)
    case 'term':
      return termForm(thing, incident)
    case 'step':
      return step && stepForm(step, incident)
    default:
      return draft && draftForm(name, draft, incident)
  }
}

/** Fields that were filled in, as the deed they are. */
export function toSent({ form: name, thing, version }: About, values: Sent): Sent {
  const tats: Readonly<Record<string, string>> = {
    level: 'stufe',
    step: 'schritt',
    exit: 'abschliessen',
    phone: 'telefonisch',
    back: 'zurueck',
    term: 'frist',
    advance: 'vorab',
  }
  const tat = tats[name] ?? 'text'
  const named =
    tat === 'schritt'
      ? { schritt: thing }
      : tat === 'frist'
        ? { art: kindOf(thing), ...(kindOf(thing) === thing ? {} : { frist: thing }) }
        : name === 'fill' || name === 'advance'
          ? { baustein: thing }
          : { text: thing }
  // New words of one's own belong to no text that is there.
  const about = name === 'own' || thing === '' ? {} : named
  return { ...values, tat, ...about, fassung: version, gesehen: version }
}

/** The template somebody chose, or that they write themselves: the next dialog asks for the rest. */
export function nextForm(about: About, values: Sent): About | undefined {
  const chosen = values['baustein']
  if (about.form !== 'text' || chosen === undefined) return undefined
  if (chosen.startsWith(advanceMark))
    return { ...about, form: 'advance', thing: chosen.slice(advanceMark.length) }
  return chosen === ownWords ? { ...about, form: 'own' } : { ...about, form: 'fill', thing: chosen }
}

function level(incident: Incident): Form {
  const { id, severity } = incident
  const first = askedFirst(incident)
  const chosen = axes.map((axis) => ({
    kind: 'choice' as const,
    name: axis,
    label: scales[axis].label,
    options: marksOf(scales[axis]),
    value: String(severity.axes[axis]),
  }))
  const flag = (name: 'dataExposed' | 'childAffected', label: string) => ({
    kind: 'choice' as const,
    name,
    label,
    options: [['0', 'nein'] as const, ['1', 'ja'] as const],
    value: severity.flags.includes(name) ? '1' : '0',
  })
  return {
    about: `level:${id}:stufe:${severity.version}`,
    title: 'Stufe setzen',
    submit: 'Setzen',
    fields: [
      ...(first.length > 0
        ? [{ kind: 'note' as const, text: `Zuerst klären: ${first.join(' ')}` }]
        : []),
      { kind: 'note', text: 'Der höchste Wert zählt. Senken darf nur, wer führt.' },
      ...chosen,
      flag('dataExposed', 'Personenbezogene Daten sind offen'),
      flag('childAffected', 'Ein Kind ist betroffen'),
      { kind: 'text', name: 'grund', label: 'Grund' },
    ],
  }
}

/** A criterion counts as met where nothing is written beside it. */
function exit(incident: Incident): Form {
  const criteria = exitCriteria(incident).flatMap((one, at) => [
    {
      kind: 'choice' as const,
      name: `met-${at}`,
      label: one,
      options: [['0', 'noch nicht'] as const, ['1', 'erfüllt'] as const],
      value: '0',
    },
    { kind: 'text' as const, name: `grund-${at}`, label: 'Sonst: warum trotzdem schließen?' },
  ])
  return {
    about: `exit:${incident.id}`,
    title: 'Lage abschließen',
    submit: 'Abschließen',
    fields: criteria,
  }
}

function stepForm({ step, version }: StepState, { id }: Incident): Form {
  const done = step.doneWhen
    ? [{ kind: 'note' as const, text: `Fertig, wenn: ${step.doneWhen}` }]
    : []
  return {
    about: `step:${id}:${step.id}:${version}`,
    title: `Schritt ${step.id.toUpperCase()}`,
    submit: 'Vermerken',
    fields: [
      { kind: 'note', text: step.do },
      ...done,
      {
        kind: 'choice',
        name: 'zu',
        label: 'Stand',
        options: [
          ['done', 'erledigt'],
          ['skipped', 'ausgelassen, mit Grund'],
          ['blocked', 'hängt, mit Grund'],
          ['taken', 'übernommen, von wem'],
          ['open', 'wieder offen'],
        ],
        value: 'done',
      },
      { kind: 'text', name: 'grund', label: 'Grund oder wer' },
    ],
  }
}

/** `strafantrag-2` is one of the kind `strafantrag`. */
function kindOf(thing: string): string {
  return thing.replace(/-\d+$/, '')
}

const howToSay = 'etwa 22:30, gestern 22:30 oder 23.10. 22:30'

/** When it was known; of a term that waits for the offender, only when that one was. */
function termForm(thing: string, { id, deadlines }: Incident): Form | undefined {
  const offender = {
    kind: 'text' as const,
    name: 'offender',
    label: `Wann war bekannt, wer es war? ${howToSay}`,
  }
  const waiting = deadlines.find((one) => one.id === thing && one.due === undefined)
  const frame = { about: `term:${id}:${thing}:0`, submit: 'Frist starten' }
  if (waiting)
    return { ...frame, title: 'Täter bekannt', fields: [{ ...offender, isNeeded: true }] }
  const asked = (name: string, label: string) =>
    ({ kind: 'text', name, label: `${label} ${howToSay}`, isNeeded: true }) as const
  switch (thing) {
    case 'art33':
      return {
        ...frame,
        title: '72 Stunden (Art. 33)',
        fields: [asked('known', 'Wann wusste jemand im Rathaus davon?')],
      }
    case 'strafantrag':
      return {
        ...frame,
        title: 'Strafantrag, drei Monate',
        fields: [
          { kind: 'text', name: 'wessen', label: 'Für wen? Ein Kürzel; je Person eine Frist' },
          asked('act', 'Wann wusste die Person von der Tat?'),
          { ...offender, label: `${offender.label} (leer: noch niemand bekannt)` },
        ],
      }
    default:
      return undefined
  }
}
