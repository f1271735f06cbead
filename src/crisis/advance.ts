import { dateOf, endOfDay, hoursAfter } from '../berlin.ts'
import type { Incident } from '../domain/incident.ts'
import type { Instant } from '../domain/time.ts'
import { type Command, clean, type Decision, ok, refuse } from './commands.ts'
import { approversOf, called } from './rights.ts'
import { gapsIn, hashOf, variantsOf } from './statement.ts'
import type { Template, Templates } from './templates.ts'

type Advance = Extract<Command, { readonly type: 'advance' }>

interface Means {
  readonly now: Instant
  readonly templates: Templates
}

/** So long people wait for an approval before the text approved in advance may stand in, in minutes. */
const patience = 45

/** The longest a gap is filled with, in characters: a fact, not a text of its own. */
const longestValue = 120

/**
 * Uses a text that was approved before anything happened. Only its named gaps are filled, all of them,
 * and only until its last day: so what goes out is what was approved.
 */
export function advanceEvents(
  incident: Incident,
  command: Advance,
  { now, templates }: Means,
): Decision {
  const template = templates.all.find(({ id }) => id === command.template.toLowerCase())
  if (!template) return refuse('unknown', `Den Textbaustein „${command.template}“ gibt es nicht.`)
  const { preapproved: advance, text } = template
  if (!advance) return refuse('not-allowed', notInAdvance(template))
  const until = endOfDay(advance.until)
  if (now > until) return refuse('expired', `Die Vorabfreigabe galt bis ${dateOf(until)}.`)
  if (incident.status === 'closed') return refuse('closed', 'Diese Lage ist abgeschlossen.')
  const step = command.step ?? stepFor(template, incident)
  const approvers = approversOf(step, incident)
  if (!approvers.includes(advance.by))
    return refuse('not-allowed', `Hier gibt frei: ${called(approvers, incident)}.`)
  if (!isTime(incident, { template, step }, now))
    return refuse(
      'too-early',
      `Erst ${patience} Minuten nach Beginn, wenn niemand freigegeben hat.`,
    )
  const filled = fill(text, advance.blanks, command.values)
  if (typeof filled !== 'string') return filled.refusal
  const texts = variantsOf(filled, { now, profile: {} })
  const hash = hashOf(texts)
  const draft = `t${incident.drafts.length + 1}`
  return ok(
    {
      type: 'draft-written',
      draft,
      version: 1,
      hash,
      template: template.id,
      ...(step ? { step } : {}),
      approvers: [...approvers],
      words: { texts },
    },
    {
      type: 'draft-approved',
      draft,
      version: 1,
      hash,
      role: advance.by,
      how: 'advance',
      when: until,
      words: {},
    },
  )
}

/** The step a text is for, where nobody named one. */
export function stepFor({ id }: Pick<Template, 'id'>, { steps }: Incident): string | undefined {
  return steps.find(({ step }) => step.template.includes(id))?.step.id
}

/** The texts that may be used without asking, as far as their last day goes. */
export function inAdvance(
  { all }: Templates,
  now: Instant,
): readonly (Template & Required<Pick<Template, 'preapproved'>>)[] {
  return all.flatMap(({ preapproved, ...template }) =>
    preapproved && now <= endOfDay(preapproved.until) ? [{ ...template, preapproved }] : [],
  )
}

function notInAdvance({ id }: Template): string {
  return `Dieser Text ist nicht vorab freigegeben. Das geht nur vor einer Lage: im Kopf von templates/${id}.md mit preapproved: Rolle, letzter Tag, Lücken. Jetzt hilft ein Anruf: telefonische Freigabe mit Rolle und Uhrzeit.`
}

interface Use {
  readonly template: Template
  readonly step: string | undefined
}

// Where a step says so of this text at once: a warning cannot wait.
function isTime(incident: Incident, { template, step: id }: Use, now: Instant): boolean {
  const isFree = incident.steps.some(
    ({ step }) => step.id === id && step.preapproved && step.template.includes(template.id),
  )
  const isApproved = incident.drafts.some(({ approval }) => approval)
  return isFree || (!isApproved && hoursAfter(incident.started, patience / 60) <= now)
}

type Filled = string | { readonly refusal: Decision }

function fill(text: string, blanks: readonly string[], values: Advance['values']): Filled {
  const names = gapsIn({ website: text }).map((gap) => gap.slice(1, -1))
  const strange = names.filter((name) => !blanks.includes(name))
  if (strange.length > 0)
    return refused(`Der Text hat Lücken, die nicht vorab freigegeben sind: ${strange.join(', ')}.`)
  const missing = names.filter((name) => !values[name]?.trim())
  if (missing.length > 0) return refused(`Es fehlt noch: ${missing.join(', ')}.`)
  const unfit = names.filter((name) => !isFact(values[name] ?? ''))
  if (unfit.length > 0)
    return refused(`Bitte kurz und in einer Zeile, ohne Klammern: ${unfit.join(', ')}.`)
  return names.reduce((whole, name) => {
    return whole.replaceAll(`[${name}]`, () => (values[name] ?? '').trim())
  }, text)
}

function isFact(value: string): boolean {
  return value.trim().length <= longestValue && !/[\n\r[\]]/.test(value)
}

function refused(text: string): Filled {
  return { refusal: refuse('gaps', clean(text)) }
}
