import type { DraftState, Incident } from '../domain/incident.ts'
import { type Channel, channels } from '../domain/incident-events.ts'
import {
  type Command,
  clean,
  type Decision,
  isStale,
  ok,
  refuse,
  type Scene,
  stale,
} from './commands.ts'
import { approversOf, called, findDraft, identified, isSamePerson, mayActAs } from './rights.ts'
import { gapsIn, hashOf } from './statement.ts'

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>

/** The longest a text may be, in characters; longer ones are no statement. */
const longest = 8000

export function decideDraft(incident: Incident, command: Of<'draft'>): Decision {
  const { draft, template, step, seen } = command
  const before = draft === undefined ? undefined : findDraft(incident, draft)
  if (draft !== undefined && !before) return unknownDraft(draft)
  if (isStale(seen, before?.version ?? 0)) return stale
  const texts = tidy(command.texts)
  if (Object.keys(texts).length === 0) return refuse('incomplete', 'Der Text ist leer.')
  const hash = hashOf(texts)
  if (before?.hash === hash) return refuse('already', 'Der Text ist unverändert.')
  const [fromTemplate, forStep] = [template ?? before?.template, step ?? before?.step]
  return ok({
    type: 'draft-written',
    draft: before?.id ?? `t${incident.drafts.length + 1}`,
    version: (before?.version ?? 0) + 1,
    hash,
    ...(fromTemplate ? { template: fromTemplate } : {}),
    ...(forStep ? { step: forStep } : {}),
    approvers: [...approversOf(forStep, incident)],
    words: { texts },
  })
}

function tidy(texts: DraftState['texts']): Partial<Record<Channel, string>> {
  const kept = channels.map((channel) => [channel, (texts[channel] ?? '').trim().slice(0, longest)])
  return Object.fromEntries(kept.filter(([, text]) => text !== ''))
}

function unknownDraft(id: string): Decision {
  return refuse('unknown', `Den Text „${id}“ gibt es hier nicht.`)
}

/** Nobody approves their own text, a text twice, an older version, or one that still has gaps. */
export function decideApproval(
  incident: Incident,
  { draft, version, phone }: Of<'approve'>,
  { by, now }: Scene,
): Decision {
  const found = findDraft(incident, draft)
  if (!found) return unknownDraft(draft)
  if (found.version !== version)
    return refuse('old-version', 'Es gibt eine neuere Fassung. Bitte diese lesen und freigeben.')
  if (found.approval) return refuse('already', 'Dieser Text ist schon freigegeben.')
  const gaps = gapsIn(found.texts)
  if (gaps.length > 0)
    return refuse('gaps', `Der Text hat noch Lücken: ${gaps.join(', ')}. Bitte erst füllen.`)
  // Nobody named on the telephone is whoever holds the role: who wrote the text may hold two.
  const named = phone && { role: phone.role, ...(phone.who ? { person: phone.who } : {}) }
  const approver = named ? identified(named, incident) : by
  if (!mayActAs(approver, found.approvers, incident)) {
    const who = called(found.approvers, incident)
    return refuse('not-allowed', `Diesen Text gibt frei: ${who}, oder deren Vertretung.`)
  }
  if (found.authors.some((author) => isSamePerson(author, approver)))
    return refuse(
      'own-text',
      'Den eigenen Text gibt niemand selbst frei. Bitte eine andere Person.',
    )
  if (phone && (phone.at > now || phone.at < found.written))
    return refuse(
      'incomplete',
      'Die Uhrzeit des Telefonats passt nicht: Sie liegt vor dem Text oder in der Zukunft.',
    )
  return ok({
    type: 'draft-approved',
    draft,
    version,
    hash: found.hash,
    role: approver.role,
    how: phone ? 'phone' : 'here',
    ...(phone ? { when: phone.at } : {}),
    words: (named ?? by).person ? { approver: (named ?? by).person } : {},
  })
}

export function decideReturn(
  incident: Incident,
  { draft, version, reason }: Of<'return'>,
): Decision {
  const found = findDraft(incident, draft)
  if (!found) return unknownDraft(draft)
  if (found.version !== version) return stale
  if (found.approval) return refuse('already', 'Dieser Text ist schon freigegeben.')
  if (clean(reason) === '') return refuse('incomplete', 'Bitte sagen, was zu ändern ist.')
  return ok({ type: 'draft-returned', draft, version, words: { reason: clean(reason) } })
}
