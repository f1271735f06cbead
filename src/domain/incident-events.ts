import { z } from 'zod'
import { flags, levels } from './playbook.ts'

const mark = z.number().int().min(0).max(3)
const axes = z.strictObject({ W: mark, B: mark, G: mark, F: mark })
const level = z.enum(levels)
const id = z.string().min(1)
const instant = z.string().min(1)
const text = z.string()

/** Where a text goes; each has a form of its own. */
export const channels = ['facebook', 'website', 'press', 'phone', 'council'] as const

export type Channel = (typeof channels)[number]

// What people wrote is `words`: sealed apart from the figures, and gone when it is past its time.
function event<T extends string, S extends z.ZodRawShape, W extends z.ZodRawShape>(
  type: T,
  shape: S,
  words: W,
) {
  return z.strictObject({
    type: z.literal(type),
    ...shape,
    words: z.strictObject(words).optional(),
  })
}

const Severity = { axes, flags: z.array(z.enum(flags)), atLeast: level.optional() }

/** What happened in an incident. Facts are figures, ids and times; `words` is what people wrote. */
export const EventBody = z.discriminatedUnion('type', [
  event(
    'incident-opened',
    {
      started: instant,
      playbook: id,
      /** Names the rules that hold for this incident to its end, whatever is edited meanwhile. */
      book: id,
      ...Severity,
      signals: z.array(id),
      state: z.string().optional(),
      /** An exercise: which script, and how many times as fast as a real evening. */
      exercise: z.strictObject({ script: id, speed: z.number().positive() }).optional(),
    },
    { title: text },
  ),
  event('playbook-added', { playbook: id }, {}),
  event('role-assigned', { role: id }, { holder: text, deputy: text.optional() }),
  event('step-done', { step: id }, { note: text.optional() }),
  event('step-skipped', { step: id }, { reason: text }),
  event('step-blocked', { step: id }, { reason: text }),
  event('step-reopened', { step: id }, {}),
  event('step-taken', { step: id }, { owner: text }),
  event('severity-changed', Severity, { reason: text.optional() }),
  event('signal-set', { signal: id }, {}),
  event('note-added', {}, { text }),
  event(
    'draft-written',
    {
      draft: id,
      version: z.number().int().positive(),
      hash: id,
      template: id.optional(),
      step: id.optional(),
      /** Roles that may approve it, the first one before the others. */
      approvers: z.array(id),
    },
    { texts: z.partialRecord(z.enum(channels), text) },
  ),
  event(
    'draft-approved',
    {
      draft: id,
      version: z.number().int().positive(),
      hash: id,
      role: id,
      how: z.enum(['here', 'phone', 'advance']),
      /** When it was said on the phone, or until when the advance approval holds. */
      when: instant.optional(),
    },
    { approver: text.optional() },
  ),
  event('draft-returned', { draft: id, version: z.number().int().positive() }, { reason: text }),
  event(
    'evidence-added',
    { number: z.number().int().positive(), seen: instant },
    { what: text, where: text, url: text.optional(), reference: text.optional() },
  ),
  event(
    'deadline-started',
    {
      deadline: id,
      kind: z.enum(['art33', 'strafantrag', 'promise', 'evidence']),
      known: instant.optional(),
      act: instant.optional(),
      offender: instant.optional(),
      due: instant.optional(),
    },
    { title: text },
  ),
  event('deadline-met', { deadline: id }, { note: text.optional() }),
  event('nudge-sent', { about: id }, {}),
  event('escalation-noted', { rule: id }, {}),
  event('handover-noted', { from: id, to: id }, { text: text.optional() }),
  event('review-answered', { question: z.number().int().min(0) }, { text }),
  event(
    'incident-closed',
    { met: z.array(z.boolean()) },
    { reasons: z.array(text), criteria: z.array(text) },
  ),
])

export type EventBody = z.infer<typeof EventBody>

/** Who did it: in which role, and which person where that is known. */
export const Actor = z.strictObject({ role: id, person: text.optional() })

export type Actor = Readonly<z.infer<typeof Actor>>

/** One line of an incident's log. `seq` counts from 1 without a gap. */
export type IncidentEvent = EventBody & {
  readonly seq: number
  readonly at: string
  readonly by: Actor
  /** The command it came of. */
  readonly command: string
}
