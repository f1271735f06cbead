import { stepFor } from './crisis/advance.ts'
import type { Command } from './crisis/commands.ts'
import { draftTexts, gapsIn } from './crisis/statement.ts'
import type { Incident } from './domain/incident.ts'
import { axes, flags, levels } from './domain/playbook.ts'
import type { Office } from './office.ts'
import { parseSpoken } from './spoken-time.ts'

/**
 * What somebody wants to do, field by field, every field a text or left out: a form of the board, a
 * dialog or words of a chat. All doors send the same fields.
 */
export type Sent = Readonly<Record<string, string | undefined>>

type Means = Pick<Office, 'templates' | 'profile' | 'clock'>

/** What sent fields mean; `undefined` for what makes no sense. */
export function toCommand(sent: Sent, incident: Incident, means: Means): Command | undefined {
  const text = (name: string) => sent[name]?.trim() ?? ''
  const at = (name: string) =>
    parseSpoken(text(name), means.clock.now(), name === 'due' ? 'future' : 'past')
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
    case 'einstufen':
      return { ...assessed(sent), reason: text('grund'), ...seen }
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
      const seen = text('wann') === '' ? means.clock.now() : at('wann')
      if (seen === undefined) return undefined
      return {
        type: 'evidence',
        what: text('was'),
        where: text('wo'),
        seen,
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

// Only what was said changes; a form of the board says everything.
function assessed(sent: Sent): Extract<Command, { type: 'level' }> {
  const given = axes.filter((axis) => sent[axis] !== undefined)
  const marks = given.map((axis) => [axis, markOf(sent[axis])] as const)
  const atLeast = levels.find((level) => level === sent['mindestens'])
  const named = sent['merkmale']?.split(/[\s,]+/)
  return {
    type: 'level',
    ...(marks.length > 0 ? { axes: Object.fromEntries(marks) } : {}),
    ...(named ? { flags: flags.filter((flag) => named.includes(flag)) } : {}),
    ...(atLeast ? { atLeast } : {}),
  }
}

function markOf(value: string | undefined): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 0 && number <= 3 ? number : 0
}

function deadline(sent: Sent, at: (name: string) => string | undefined): Command | undefined {
  const kind = (['art33', 'strafantrag', 'promise', 'evidence'] as const).find(
    (one) => one === sent['art'],
  )
  const names = ['known', 'act', 'offender', 'due'] as const
  // A time that was typed and not understood is never left out: another term would run.
  if (names.some((name) => sent[name]?.trim() && at(name) === undefined)) return undefined
  const times = names.flatMap((name) => {
    const moment = at(name)
    return moment === undefined ? [] : [[name, moment] as const]
  })
  const [id, title] = [sent['frist']?.trim(), sent['wessen']?.trim()]
  const named = { ...(id ? { deadline: id } : {}), ...(title ? { title } : {}) }
  return kind && { type: 'deadline', kind, ...named, ...Object.fromEntries(times) }
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
    case 'vorab':
      return advancing(sent, means)
    case 'telefonisch': {
      const at = parseSpoken(sent['um'] ?? '', means.clock.now())
      if (at === undefined) return undefined
      const who = sent['wer']?.trim()
      const phone = { role: sent['rolle'] ?? '', at, ...(who ? { who } : {}) }
      return { type: 'approve', draft, version, phone }
    }
    case 'zurueck':
      return { type: 'return', draft, version, reason: sent['grund'] ?? '' }
    default:
      return undefined
  }
}

function advancing(sent: Sent, { templates }: Means): Command {
  const id = sent['baustein']?.toLowerCase() ?? ''
  const text = templates().all.find((one) => one.id === id)?.text ?? ''
  return { type: 'advance', template: id, values: filledIn(sent, text) }
}

// A new text, from a template or free, or new words for one that is there; its forms follow from them.
function writing(sent: Sent, incident: Incident, means: Means): Command | undefined {
  const facts = { now: means.clock.now(), profile: means.profile() }
  const words = sent['worte']
  if (words !== undefined && sent['text'] !== undefined)
    return {
      type: 'draft',
      draft: sent['text'],
      texts: draftTexts(words, facts),
      seen: Number(sent['gesehen']),
    }
  if (words !== undefined) return { type: 'draft', texts: draftTexts(words, facts) }
  const template = means.templates().all.find(({ id }) => id === sent['baustein'])
  const step = template && stepFor(template, incident)
  return (
    template && {
      type: 'draft',
      template: template.id,
      texts: draftTexts(template.text, { ...facts, values: filledIn(sent, template.text) }),
      ...(step ? { step } : {}),
    }
  )
}

/** The field of a dialog for the gap of a template at this place. */
export function gapField(at: number): string {
  return `luecke-${at}`
}

// What is left empty stays a gap.
function filledIn(sent: Sent, template: string): Readonly<Record<string, string>> {
  const names = gapsIn({ website: template }).map((gap) => gap.slice(1, -1))
  const typed = names.map((name, at) => [name, sent[gapField(at)]?.trim() ?? ''] as const)
  return { ...spoken(sent), ...Object.fromEntries(typed.filter(([, value]) => value !== '')) }
}

/** `Thema=Sperrung; Uhrzeit=23 Uhr` as names and values. */
function spoken(sent: Sent): Readonly<Record<string, string>> {
  const parts = (sent['fuellen'] ?? '').split(';').flatMap((part) => {
    const [, name, value] = /^\s*\[?([^=\]]+)\]?=(.*)$/s.exec(part) ?? []
    return name === undefined || value === undefined ? [] : [[name.trim(), value.trim()] as const]
  })
  return Object.fromEntries(parts)
}
