import type { Incident, StepState } from '../domain/incident.ts'
import type { Actor, EventBody } from '../domain/incident-events.ts'
import type { Level } from '../domain/playbook.ts'
import {
  type Command,
  clean,
  type Decision,
  isStale,
  kept,
  ok,
  refuse,
  type Scene,
  stale,
} from './commands.ts'
import { decideDeadline, decideEvidence } from './decide-clocks.ts'
import { decideApproval, decideDraft, decideReturn } from './decide-drafts.ts'
import { isHigher } from './fold.ts'
import { called, leaders, mayActAs } from './rights.ts'
import { severityOf } from './severity.ts'

/** What stays possible when an incident is closed: its terms run on, and it is looked back on. */
const afterwards: ReadonlySet<Command['type']> = new Set(['deadline', 'deadline-met', 'review'])

/** Checks a command against an incident: the events it comes to, or what stands in its way. Pure. */
export function decide(
  incident: Incident,
  command: Exclude<Command, { type: 'advance' }>,
  scene: Scene,
): Decision {
  if (incident.status === 'closed' && !afterwards.has(command.type)) return closed
  switch (command.type) {
    case 'step':
      return decideStep(incident, command)
    case 'level':
      return decideLevel(incident, command, scene.by)
    case 'draft':
      return decideDraft(incident, command)
    case 'approve':
      return decideApproval(incident, command, scene)
    case 'return':
      return decideReturn(incident, command)
    case 'evidence':
      return decideEvidence(incident, command)
    case 'deadline':
    case 'deadline-met':
      return decideDeadline(incident, command, scene)
    case 'close':
      return decideClose(incident, command, scene.by)
    default:
      return decidePlain(incident, command)
  }
}

const closed = refuse('closed', 'Diese Lage ist abgeschlossen. Für Neues bitte eine neue eröffnen.')

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>

const wanted: Readonly<Record<Of<'step'>['to'], StepState['status']>> = {
  done: 'done',
  skipped: 'skipped',
  blocked: 'blocked',
  open: 'open',
  taken: 'open',
}

function decideStep(incident: Incident, { step, to, text = '', seen }: Of<'step'>): Decision {
  const found = incident.steps.find((one) => one.step.id === step.toLowerCase())
  if (!found) return unknownStep(step, incident)
  if (isStale(seen, found.version)) return stale
  if (to !== 'taken' && found.status === wanted[to])
    return refuse('already', `Der Schritt ${step} steht schon so.`)
  const [id, words] = [found.step.id, to === 'taken' ? kept(text) : clean(text)]
  switch (to) {
    case 'done':
      return ok({ type: 'step-done', step: id, words: words ? { note: words } : {} })
    case 'open':
      return ok({ type: 'step-reopened', step: id })
    case 'taken':
      if (words === '') return refuse('incomplete', 'Wer übernimmt den Schritt? Bitte angeben.')
      return ok({ type: 'step-taken', step: id, words: { owner: words } })
    case 'skipped':
    case 'blocked': {
      if (words === '') return refuse('incomplete', 'Bitte den Grund nennen, ein Satz genügt.')
      const type = to === 'skipped' ? 'step-skipped' : 'step-blocked'
      return ok({ type, step: id, words: { reason: words } })
    }
  }
}

function unknownStep(step: string, { steps }: Incident): Decision {
  const ids = steps.map((one) => one.step.id).join(', ')
  return refuse('unknown', `Den Schritt „${step}“ gibt es hier nicht. Es gibt: ${ids}.`)
}

function decideLevel(incident: Incident, command: Of<'level'>, by: Actor): Decision {
  const { severity, manual } = incident
  if (isStale(command.seen, severity.version)) return stale
  const axes = { ...severity.axes, ...command.axes }
  const flags = [...new Set(command.flags ?? severity.flags)]
  const atLeast = command.atLeast
  const { level } = severityOf({ axes, flags, atLeast }, manual.common.severity.hardRules)
  const isEased =
    isHigher(severity.level, level) || severity.flags.some((flag) => !flags.includes(flag))
  if (isEased && !mayActAs(by, leaders, incident)) {
    const who = called(leaders, incident)
    return refuse('not-allowed', `Eine Stufe senken darf: ${who}. Anheben dürfen alle.`)
  }
  return ok(severityEvent({ axes, flags, atLeast, reason: command.reason }))
}

interface NewSeverity {
  readonly axes: Extract<EventBody, { type: 'severity-changed' }>['axes']
  readonly flags: Extract<EventBody, { type: 'severity-changed' }>['flags']
  readonly atLeast?: Level | undefined
  readonly reason?: string | undefined
}

function severityEvent({ axes, flags, atLeast, reason }: NewSeverity): EventBody {
  return {
    type: 'severity-changed',
    axes,
    flags,
    ...(atLeast ? { atLeast } : {}),
    words: reason ? { reason: clean(reason) } : {},
  }
}

type Plain = Of<
  'role' | 'note' | 'signal' | 'playbook' | 'nudge' | 'escalation' | 'handover' | 'review'
>

function decidePlain(incident: Incident, command: Plain): Decision {
  switch (command.type) {
    case 'role':
      return decideRole(incident, command)
    case 'note': {
      const text = clean(command.text)
      if (text === '') return refuse('incomplete', 'Die Notiz ist leer.')
      return ok({ type: 'note-added', words: { text } })
    }
    case 'signal':
      if (!signalsIn(incident).includes(command.signal)) return unknownSignal(command, incident)
      if (incident.signals.includes(command.signal))
        return refuse('already', 'Das ist schon vermerkt.')
      return ok({ type: 'signal-set', signal: command.signal })
    case 'playbook':
      return decidePlaybook(incident, command)
    case 'nudge':
      return ok(...[command.about].flat().map((about) => ({ type: 'nudge-sent' as const, about })))
    case 'escalation':
      return ok({ type: 'escalation-noted', rule: command.rule })
    case 'handover': {
      const { from, to, text } = command
      if (!Object.hasOwn(incident.manual.common.roles, to)) return unknownRole(to, incident)
      return ok({ type: 'handover-noted', from, to, words: text ? { text: clean(text) } : {} })
    }
    case 'review':
      return decideReview(incident, command)
  }
}

function decideRole({ manual }: Incident, { role, holder, deputy }: Of<'role'>): Decision {
  const { roles } = manual.common
  if (!Object.hasOwn(roles, role)) return unknownRole(role, { manual })
  const [who, other] = [kept(holder), kept(deputy ?? '')]
  if (who === '') return refuse('incomplete', 'Wer übernimmt die Rolle? Bitte angeben.')
  return ok({
    type: 'role-assigned',
    role,
    words: { holder: who, ...(other ? { deputy: other } : {}) },
  })
}

function unknownRole(role: string, { manual }: Pick<Incident, 'manual'>): Decision {
  const all = Object.keys(manual.common.roles).join(', ')
  return refuse('unknown', `Die Rolle „${role}“ gibt es nicht. Es gibt: ${all}.`)
}

/** What may be noted as true: what a playbook begins with, and what its rules and steps ask for. */
function signalsIn({ manual }: Incident): readonly string[] {
  const own = manual.playbooks.flatMap(({ triggers, steps, escalation }) => [
    ...triggers.map(({ id }) => id),
    ...steps.map(({ when }) => when),
    ...escalation.map(({ ifSignal }) => ifSignal),
  ])
  const common = [
    ...manual.common.steps.map(({ when }) => when),
    ...manual.common.escalation.map(({ ifSignal }) => ifSignal),
  ]
  return [...new Set([...own, ...common])].filter((one) => one !== undefined)
}

function unknownSignal({ signal }: Of<'signal'>, incident: Incident): Decision {
  const all = signalsIn(incident).join(', ')
  return refuse('unknown', `Das Zeichen „${signal}“ gibt es nicht. Es gibt: ${all}.`)
}

function decidePlaybook(incident: Incident, { playbook }: Of<'playbook'>): Decision {
  const all = incident.manual.playbooks.map(({ id }) => id)
  if (!all.includes(playbook))
    return refuse(
      'unknown',
      `Das Playbook „${playbook}“ gibt es nicht. Es gibt: ${all.join(', ')}.`,
    )
  if (incident.playbooks.some(({ id }) => id === playbook))
    return refuse('already', 'Dieses Playbook läuft schon.')
  return ok({ type: 'playbook-added', playbook })
}

function decideReview({ manual }: Incident, { question, text }: Of<'review'>): Decision {
  const { questions } = manual.common.review
  if (questions[question] === undefined)
    return refuse('unknown', `Die Auswertung hat ${questions.length} Fragen.`)
  return ok({ type: 'review-answered', question, words: { text: clean(text) } })
}

/** What must be true before an incident ends: of all playbooks and of those that ran. */
export function exitCriteria({ manual, playbooks }: Incident): readonly string[] {
  const own = playbooks.flatMap(
    ({ id }) => manual.playbooks.find((one) => one.id === id)?.exit ?? [],
  )
  return [...manual.common.exit, ...own]
}

function decideClose(incident: Incident, { met, reasons }: Of<'close'>, by: Actor): Decision {
  if (!mayActAs(by, leaders, incident))
    return refuse('not-allowed', `Abschließen darf: ${called(leaders, incident)}.`)
  const criteria = exitCriteria(incident)
  const whys = criteria.map((_, at) => clean(reasons[at] ?? ''))
  const missing = criteria.filter((_, at) => met[at] !== true && whys[at] === '')
  if (missing.length > 0) {
    const list = missing.map((one) => `– ${one}`).join('\n')
    return refuse(
      'incomplete',
      `Zum Abschluss fehlt eine Bestätigung oder ein Grund, warum trotzdem geschlossen wird:\n${list}`,
    )
  }
  const all = criteria.map((_, at) => met[at] === true)
  return ok({
    type: 'incident-closed',
    met: all,
    words: { criteria: [...criteria], reasons: whys },
  })
}
