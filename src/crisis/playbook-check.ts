import type { CommonRules, Escalation, Playbook, Step, StepSource } from '../domain/playbook.ts'
import type { Misfit } from './playbook-form.ts'

/** Something that fits the form and still cannot be right. */
export interface Fault extends Misfit {
  readonly fix?: string
}

/** What a playbook may refer to. */
export interface Known {
  readonly templates: ReadonlySet<string>
  readonly playbooks: ReadonlySet<string>
  readonly common: CommonRules
}

/** What refers to nothing, and ids that are there twice. */
export function checkPlaybook(playbook: Playbook, known: Known): readonly Fault[] {
  const ids = [...known.common.steps, ...playbook.steps].map(({ id }) => id)
  return [
    ...twice(playbook.steps, known.common.steps),
    ...playbook.steps.flatMap((step, at) => checkStep(step, ['steps', at], known)),
    ...playbook.deadlines.flatMap(({ cite }, at) => checkPlaces(cite, ['deadlines', at])),
    ...playbook.escalation.flatMap((one, at) =>
      checkEscalation(one, ['escalation', at], { known, ids }),
    ),
  ]
}

/** The same for what holds in every playbook. */
export function checkCommon(known: Known): readonly Fault[] {
  const { steps, escalation, severity } = known.common
  const ids = steps.map(({ id }) => id)
  return [
    ...twice(steps, []),
    ...steps.flatMap((step, at) => checkStep(step, ['steps', at], known)),
    ...escalation.flatMap((one, at) => checkEscalation(one, ['escalation', at], { known, ids })),
    ...severity.hardRules.flatMap(({ start }, at) =>
      noPlaybook(start, ['severity', 'hardRules', at, 'start'], known),
    ),
  ]
}

type Path = readonly PropertyKey[]

function twice(steps: readonly Step[], before: readonly Step[]): readonly Fault[] {
  const all = [...before, ...steps].map(({ id }) => id)
  return steps.flatMap(({ id }, at) =>
    all.indexOf(id) < before.length + at
      ? [{ path: ['steps', at, 'id'], message: `„${id}“ gibt es schon`, fix: 'Bitte umbenennen.' }]
      : [],
  )
}

function checkStep(step: Step, path: Path, { templates, common }: Known): readonly Fault[] {
  const named = [
    ['role', step.role],
    ['approve', step.approve],
    ['fallbackApprove', step.fallbackApprove],
    ...step.consult.map((role) => ['consult', role] as const),
  ] as const
  const roles = Object.keys(common.roles)
  const strangers = named.filter(([, role]) => role !== undefined && !roles.includes(role))
  const texts = step.template.filter((id) => !templates.has(id))
  return [
    ...strangers.map(([field, role]) => ({
      path: [...path, field],
      message: `die Rolle „${role}“ gibt es nicht`,
      fix: `Es gibt: ${roles.join(', ')} (roles in common.yaml).`,
    })),
    ...texts.map((id) => ({
      path: [...path, 'template'],
      message: `den Textbaustein „${id}“ gibt es nicht`,
      fix: 'Bitte in templates/ anlegen oder eine id von dort eintragen.',
    })),
    ...checkPlaces(step.cite, path),
  ]
}

function checkPlaces(cite: readonly StepSource[], path: Path): readonly Fault[] {
  return cite.flatMap((place, at) =>
    wrongIn(place, at).map(({ field, ...said }) => ({
      path: [...path, 'cite', at, field],
      ...said,
    })),
  )
}

function wrongIn({ start, end, heading, contains, also }: StepSource, at: number) {
  const isAstray = end !== undefined && (start === undefined || end <= start)
  const stray = {
    field: 'end',
    message: 'steht nicht hinter einem start',
    fix: 'Bitte die Sekunde eintragen, in der die letzte Stelle endet.',
  }
  const homeless = {
    field: 'contains',
    message: 'gehört zu einer Überschrift (heading)',
    fix: 'Für eine Folge bitte start und end eintragen.',
  }
  const alone = {
    field: 'also',
    message: 'hat keine Stelle vor sich',
    fix: 'Bitte hinter die Stelle setzen, die sie ergänzt.',
  }
  return [
    ...(isAstray ? [stray] : []),
    ...(contains !== undefined && heading === undefined ? [homeless] : []),
    ...(also && at === 0 ? [alone] : []),
  ]
}

interface Around {
  readonly known: Known
  /** Steps of this playbook and of all. */
  readonly ids: readonly string[]
}

function checkEscalation(
  { ifOpen, start }: Escalation,
  path: Path,
  { known, ids }: Around,
): readonly Fault[] {
  const isStray = ifOpen !== undefined && !ids.includes(ifOpen)
  const stray = {
    path: [...path, 'ifOpen'],
    message: `den Schritt „${ifOpen}“ gibt es nicht`,
    fix: 'Bitte die id eines Schritts aus dieser Datei oder aus common.yaml eintragen.',
  }
  return [...(isStray ? [stray] : []), ...noPlaybook(start, [...path, 'start'], known)]
}

function noPlaybook(id: string | undefined, path: Path, { playbooks }: Known): readonly Fault[] {
  if (id === undefined || playbooks.has(id)) return []
  const fix = `Es gibt: ${[...playbooks].join(', ')}.`
  return [{ path, message: `das Playbook „${id}“ gibt es nicht`, fix }]
}
