import { dateOf, endOfDay } from './berlin.ts'
import { inAdvance } from './crisis/advance.ts'
import { variants } from './crisis/scales.ts'
import { roleName } from './crisis/sheet.ts'
import { gapsIn } from './crisis/statement.ts'
import type { Form } from './domain/form.ts'
import type { DraftState, Incident } from './domain/incident.ts'
import { gapField } from './incident-deeds.ts'
import type { Office } from './office.ts'

type Means = Pick<Office, 'templates' | 'clock'>

/** What is chosen where somebody writes a text without a template. */
export const ownWords = 'eigener'

/** Which text: a template, or words of one's own. */
export function textForm({ id, steps }: Incident, { templates, clock }: Means): Form {
  const due = steps.filter(({ status }) => status === 'open').flatMap(({ step }) => step.template)
  const all = templates().all.map((one) => [one.id, `${one.id} · ${one.title}`] as const)
  const ready = inAdvance(templates(), clock.now()).map(
    (one) => [`${advanceMark}${one.id}`, `vorab freigegeben: ${one.title}`] as const,
  )
  const first = due.find((one) => all.some(([known]) => known === one)) ?? 'hs-0'
  return {
    about: `text:${id}`,
    title: 'Text vorlegen',
    submit: 'Weiter',
    fields: [
      {
        kind: 'choice',
        name: 'baustein',
        label: 'Baustein',
        options: [...ready, ...all, [ownWords, 'Eigener Text']],
        value: first,
      },
    ],
  }
}

/** So many gaps are asked for at most; the others stay for the text itself. */
const mostGaps = 8

/** The gaps of a template, or a field for words of one's own where `thing` is empty. */
export function fillForm({ id }: Incident, thing: string, { templates }: Means): Form | undefined {
  if (thing === '') {
    const words = { kind: 'area', name: 'worte', label: 'Text', isNeeded: true } as const
    return { about: `own:${id}`, title: 'Eigener Text', submit: 'Vorlegen', fields: [words] }
  }
  const template = templates().all.find((one) => one.id === thing)
  if (!template) return undefined
  const gaps = gapsIn({ website: template.text }).slice(0, mostGaps)
  return {
    about: `fill:${id}:${thing}:0`,
    title: 'Lücken füllen',
    submit: 'Vorlegen',
    fields: [
      { kind: 'note', text: template.text },
      ...gaps.map((gap, at) => ({
        kind: 'text' as const,
        name: gapField(at),
        label: gap.slice(1, -1),
      })),
    ],
  }
}

/** Before the id of a template that is used as it was approved in advance. */
export const advanceMark = 'vorab.'

/** All gaps of a text that was approved in advance; nothing else of it may be changed. */
export function advanceForm(
  { id, manual }: Incident,
  thing: string,
  { templates, clock }: Means,
): Form | undefined {
  const found = inAdvance(templates(), clock.now()).find((one) => one.id === thing)
  if (!found) return undefined
  const { by, until } = found.preapproved
  const record = `Vorab freigegeben: ${roleName(by, { manual })}, gültig bis ${dateOf(endOfDay(until))}. Nur die Lücken werden gefüllt, kurz und mit Fakten.`
  const gaps = gapsIn({ website: found.text })
  return {
    about: `advance:${id}:${thing}:0`,
    title: 'Vorab freigegeben',
    submit: 'Nehmen',
    fields: [
      { kind: 'note', text: found.text },
      { kind: 'note', text: record },
      ...gaps.map((gap, at) => ({
        kind: 'text' as const,
        name: gapField(at),
        label: gap.slice(1, -1),
        isNeeded: true,
      })),
    ],
  }
}

/** What is asked about a text that was put forward. */
export function draftForm(name: string, draft: DraftState, incident: Incident): Form | undefined {
  const { id, version, texts, approvers } = draft
  const about = `${name}:${incident.id}:${id}:${version}`
  const title = `Text ${id}, Fassung ${version}`
  switch (name) {
    case 'read':
      return {
        about,
        title,
        fields: variants(texts).map(([channel, text]) => ({
          kind: 'note',
          text: `${channel}\n${text}`,
        })),
      }
    case 'edit': {
      const value = texts.facebook ?? texts.website ?? ''
      const words = { kind: 'area', name: 'worte', label: 'Neue Fassung', value } as const
      return { about, title, submit: 'Vorlegen', fields: [{ ...words, isNeeded: true }] }
    }
    case 'phone': {
      const options = approvers.map((role) => [role, roleName(role, incident)] as const)
      const value = approvers[0] ?? ''
      return {
        about,
        title: 'Telefonisch freigegeben',
        submit: 'Eintragen',
        fields: [
          { kind: 'choice', name: 'rolle', label: 'Wer hat freigegeben?', options, value },
          { kind: 'time', name: 'um', label: 'Wann war das Telefonat?', isNeeded: true },
          { kind: 'text', name: 'wer', label: 'Kürzel der Person' },
        ],
      }
    }
    case 'back': {
      const reason = {
        kind: 'text',
        name: 'grund',
        label: 'Was ist zu ändern?',
        isNeeded: true,
      } as const
      return { about, title: 'Text zurückgeben', submit: 'Zurückgeben', fields: [reason] }
    }
    default:
      return undefined
  }
}
