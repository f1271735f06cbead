import { parseMoment } from '../../src/berlin.ts'
import type { Command } from '../../src/crisis/commands.ts'
import { draftTexts } from '../../src/crisis/statement.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { axes, flags } from '../../src/domain/playbook.ts'
import type { Office } from '../../src/office.ts'

/** A sent form: every field is a text, or was left out. */
export type Sent = Readonly<Record<string, string | undefined>>

type Means = Pick<Office, 'templates' | 'profile' | 'clock'>

/** What a sent form of the board means; `undefined` for one that makes no sense. */
export function toCommand(sent: Sent, incident: Incident, means: Means): Command | undefined {
  const text = (name: string) => sent[name]?.trim() ?? ''
  const at = (name: string) => parseMoment(text(name))?.at
  const seen = sent['gesehen'] === undefined ? {} : { seen: Number(sent['gesehen']) }
  switch (sent['tat']) {
    case 'schritt': {
      const to = (['done', 'skipped', 'blocked', 'open', 'taken'] as const).find(
        (one) => one === sent['zu'],
      )
      return to && { type: 'step', step: text('schritt'), to, text: text('grund'), ...seen }
    }
    case 'stufe':
      return {
        type: 'level',
        axes: Object.fromEntries(axes.map((axis) => [axis, markOf(sent[axis])])),
        flags: flags.filter((flag) => sent[flag] === '1'),
        reason: text('grund'),
        ...seen,
      }
    case 'signal':
      return { type: 'signal', signal: text('signal') }
    case 'playbook':
      return { type: 'playbook', playbook: text('playbook') }
    case 'vermerkt':
      return { type: 'escalation', rule: text('regel') }
    case 'notiz':
      return { type: 'note', text: text('worte') }
    case 'rolle': {
      const deputy = text('vertretung')
      return {
        type: 'role',
        role: text('rolle'),
        holder: text('wer'),
        ...(deputy ? { deputy } : {}),
      }
    }
    case 'auswertung':
      return { type: 'review', question: Number(sent['frage']), text: text('worte') }
    case 'abschliessen':
      return closing(sent)
    case 'gehalten':
      return { type: 'deadline-met', deadline: text('frist') }
    case 'beleg': {
      const [url, reference] = [text('adresse'), text('akte')]
      return {
        type: 'evidence',
        what: text('was'),
        where: text('wo'),
        seen: at('wann') ?? means.clock.now(),
        ...(url ? { url } : {}),
        ...(reference ? { reference } : {}),
      }
    }
    case 'frist':
      return deadline(sent, at)
    default:
      return aboutText(sent, incident, means)
  }
}

function markOf(value: string | undefined): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 0 && number <= 3 ? number : 0
}

function deadline(sent: Sent, at: (name: string) => string | undefined): Command | undefined {
  const kind = (['art33', 'strafantrag', 'promise'] as const).find((one) => one === sent['art'])
  const times = (['known', 'act', 'offender', 'due'] as const).flatMap((name) => {
    const moment = at(name)
    return moment === undefined ? [] : [[name, moment] as const]
  })
  return kind && { type: 'deadline', kind, ...Object.fromEntries(times) }
}

function closing(sent: Sent): Command {
  const at = Array.from({ length: 40 }, (_, index) => index)
  return {
    type: 'close',
    met: at.map((index) => sent[`met-${index}`] === '1'),
    reasons: at.map((index) => sent[`grund-${index}`] ?? ''),
  }
}

function aboutText(sent: Sent, incident: Incident, means: Means): Command | undefined {
  const draft = sent['text'] ?? ''
  const version = Number(sent['fassung'])
  switch (sent['tat']) {
    case 'text':
      return writing(sent, incident, means)
    case 'freigeben':
      return { type: 'approve', draft, version }
    case 'telefonisch': {
      const at = parseMoment(sent['um'] ?? '')?.at
      if (at === undefined) return undefined
      return { type: 'approve', draft, version, phone: { role: sent['rolle'] ?? '', at } }
    }
    case 'zurueck':
      return { type: 'return', draft, version, reason: sent['grund'] ?? '' }
    default:
      return undefined
  }
}

// A new text from a template, or new words for one that is there; its forms follow from them.
function writing(sent: Sent, { steps }: Incident, means: Means): Command | undefined {
  const facts = { now: means.clock.now(), profile: means.profile() }
  const words = sent['worte']
  if (words !== undefined && sent['text'] !== undefined)
    return {
      type: 'draft',
      draft: sent['text'],
      texts: draftTexts(words, facts),
      seen: Number(sent['gesehen']),
    }
  const template = means.templates().all.find(({ id }) => id === sent['baustein'])
  const step = steps.find((one) => template && one.step.template.includes(template.id))?.step.id
  return (
    template && {
      type: 'draft',
      template: template.id,
      texts: draftTexts(template.text, facts),
      ...(step ? { step } : {}),
    }
  )
}
