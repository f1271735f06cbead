import { z } from 'zod'
import type { CommonRules, Playbook } from '../domain/playbook.ts'

const line = z.string().trim().min(1)
const id = line.toLowerCase().regex(/^[\p{L}\d_.-]+$/u, 'nur Buchstaben, Ziffern, Punkt, _ und -')
const level = z.enum(['GRUEN', 'GELB', 'ROT'])
const mark = z.number().int().min(0).max(3)
const lines = z.array(line).default([])
// One id or several; people write both.
const ids = z.union([id.transform((one) => [one]), z.array(id)]).default([])
const role = line
const roles = z.union([role.transform((one) => [one]), z.array(role)]).default([])

const Source = z.strictObject({
  source: line,
  start: z.number().min(0).optional(),
  end: z.number().min(0).optional(),
  heading: line.optional(),
  contains: line.optional(),
  also: z.boolean().optional(),
})
const cite = z.array(Source).default([])

const Step = z.strictObject({
  id,
  minute: z.number().min(0),
  role,
  do: line,
  doneWhen: line.optional(),
  when: id.optional(),
  template: ids,
  approve: role.optional(),
  fallbackApprove: role.optional(),
  consult: roles,
  blocksOthers: z.boolean().default(false),
  preapproved: z.boolean().default(false),
  cite,
})

const Escalation = z.strictObject({
  afterMinutes: z.number().min(0).optional(),
  ifOpen: id.optional(),
  ifNoApproval: z.boolean().optional(),
  ifLevel: level.optional(),
  ifAxis: z.partialRecord(z.enum(['W', 'B', 'G', 'F']), mark).optional(),
  ifSignal: id.optional(),
  say: line,
  start: id.optional(),
})

const Term = z.strictObject({
  id,
  title: line,
  hours: z.number().positive().optional(),
  months: z.number().int().positive().optional(),
  from: line.optional(),
  cite,
})

const HardRule = z.strictObject({
  when: z.enum(['danger3', 'dataExposed', 'childAffected']),
  level: level.optional(),
  atLeast: level.optional(),
  say: line,
  start: id.optional(),
})

const atLeastOne = 'mindestens ein Eintrag'

const PlaybookForm = z.strictObject({
  id: id.regex(/^[a-z0-9-]+$/, 'nur a–z, Ziffern und Bindestriche'),
  title: line,
  example: z.boolean().default(false),
  stand: line.optional(),
  triggers: z.array(z.strictObject({ id, title: line, words: lines })).min(1, atLeastOne),
  askFirst: lines,
  severity: z
    .strictObject({
      W: mark.default(0),
      B: mark.default(0),
      G: mark.default(0),
      F: mark.default(0),
      atLeast: level.optional(),
    })
    .default({ W: 0, B: 0, G: 0, F: 0 }),
  deadlines: z.array(Term).default([]),
  steps: z.array(Step).min(1, atLeastOne),
  escalation: z.array(Escalation).default([]),
  never: lines,
  exit: lines,
})

const CommonForm = z.strictObject({
  example: z.boolean().default(false),
  stand: line.optional(),
  roles: z.record(role, line),
  severity: z.strictObject({
    recheckMinutes: z.record(level, z.number().positive()),
    hardRules: z.array(HardRule),
  }),
  steps: z.array(Step).min(1, atLeastOne),
  escalation: z.array(Escalation).default([]),
  exit: lines,
  review: z.strictObject({
    afterDays: z.number().positive(),
    questions: z.array(line).min(1, atLeastOne),
    fields: lines,
    rule: line,
  }),
})

/** What does not fit, as zod tells it; `path` leads to the field. */
export interface Misfit {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

type Parsed<T> = { readonly value: T } | { readonly misfit: Misfit }

// What people read of it comes from zod's German locale.
const german = z.locales.de()

export function parsePlaybookForm(value: unknown): Parsed<Playbook> {
  return parsed(PlaybookForm.safeParse(dated(value), { error: german.localeError }))
}

export function parseCommonForm(value: unknown): Parsed<CommonRules> {
  return parsed(CommonForm.safeParse(dated(value), { error: german.localeError }))
}

// YAML may make a date of what looks like one.
function dated(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('stand' in value)) return value
  const { stand } = value
  return stand instanceof Date ? { ...value, stand: stand.toISOString().slice(0, 10) } : value
}

function parsed<T>(result: z.ZodSafeParseResult<unknown>): Parsed<T> {
  if (result.success) return { value: result.data as T }
  const [issue] = result.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return {
    misfit: {
      path: [...(issue?.path ?? []), ...unknown],
      message: unknown.length > 0 ? 'ist kein Feld, das hier gilt' : (issue?.message ?? 'fehlt'),
    },
  }
}
