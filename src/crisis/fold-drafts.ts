import type { DraftState } from '../domain/incident.ts'
import type { EventBody, IncidentEvent } from '../domain/incident-events.ts'

type Of<T extends EventBody['type']> = Extract<IncidentEvent, { readonly type: T }>
type Drafts = readonly DraftState[]

/** A new version takes the place of the one before; what was approved of that is history. */
export function withDraft(drafts: Drafts, event: Of<'draft-written'>): Drafts {
  const { draft, version, hash, approvers, template, step, at, by, words } = event
  const before = drafts.find((one) => one.id === draft)?.authors ?? []
  const written: DraftState = {
    id: draft,
    version,
    hash,
    texts: words?.texts ?? {},
    authors: [...before, by],
    written: at,
    approvers,
    ...(template ? { template } : {}),
    ...(step ? { step } : {}),
  }
  return [...drafts.filter(({ id }) => id !== draft), written]
}

export function withApproval(drafts: Drafts, event: Of<'draft-approved'>): Drafts {
  const { draft, version, hash, role, how, when, at, by, words } = event
  const approval: DraftState['approval'] = {
    version,
    hash,
    role,
    how,
    at,
    ...(when ? { when } : {}),
    enteredBy: by,
    ...(words?.approver ? { approver: words.approver } : {}),
  }
  return drafts.map((one) => {
    const isThis = one.id === draft && one.version === version && one.hash === hash
    return isThis ? { ...one, approval } : one
  })
}

export function withReturn(drafts: Drafts, event: Of<'draft-returned'>): Drafts {
  const { draft, version, words } = event
  return drafts.map((one) =>
    one.id === draft && one.version === version ? { ...one, returned: words?.reason ?? '' } : one,
  )
}
