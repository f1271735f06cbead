import type { Incident } from '../domain/incident.ts'
import type { Instant } from '../domain/time.ts'
import { type Command, clean, type Decision, kept, ok, refuse, type Scene } from './commands.ts'

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>

/** What, where, when, which file: the thing itself stays out. */
export function decideEvidence(incident: Incident, command: Of<'evidence'>): Decision {
  const [what, where] = [clean(command.what), clean(command.where)]
  if (what === '' || where === '')
    return refuse('incomplete', 'Bitte sagen, was gesichert wurde und wo es stand.')
  const { url, reference, seen } = command
  if (url !== undefined && !isWebAddress(url))
    return refuse('incomplete', 'Die Adresse des Beitrags beginnt mit https:// oder http://.')
  return ok({
    type: 'evidence-added',
    number: incident.evidence.length + 1,
    seen,
    words: {
      what,
      where,
      ...(url ? { url } : {}),
      ...(reference ? { reference: kept(reference) } : {}),
    },
  })
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
}

const titles: Readonly<Record<Of<'deadline'>['kind'], string>> = {
  art33: 'Meldung an die Datenschutzaufsicht (Art. 33 DSGVO)',
  strafantrag: 'Strafantrag (§ 77b StGB)',
  promise: 'Versprochene nächste Information',
  evidence: 'Löschung der gesicherten Belege',
}

export function decideDeadline(
  incident: Incident,
  command: Of<'deadline' | 'deadline-met'>,
  { now }: Scene,
): Decision {
  if (command.type === 'deadline-met') return decideMet(incident, command)
  const { kind, deadline, known, offender, due } = command
  const before = incident.deadlines.find(({ id }) => id === deadline)
  if (deadline !== undefined && before?.kind !== kind) return unknownTerm(deadline)
  // Who it was is learned later; when the act was known is on file already.
  const act = command.act ?? (kind === 'strafantrag' ? before?.known : undefined)
  const past = [known, act, offender].filter((one) => one !== undefined)
  if (past.some((at) => at > now)) return refuse('incomplete', 'Kenntnis liegt nie in der Zukunft.')
  const times = { known, act, offender, due }
  const missing = missingTime({ kind, ...times })
  if (missing !== undefined) return refuse('incomplete', missing)
  const title = clean(command.title ?? '')
  return ok({
    type: 'deadline-started',
    deadline: before?.id ?? newId(kind, incident),
    kind,
    ...(Object.fromEntries(Object.entries(times).filter(([, at]) => at)) as Record<
      string,
      Instant
    >),
    words: { title: title === '' ? (before?.title ?? titles[kind]) : `${titles[kind]}: ${title}` },
  })
}

interface Times {
  readonly kind: Of<'deadline'>['kind']
  readonly known: Instant | undefined
  readonly act: Instant | undefined
  readonly due: Instant | undefined
}

function missingTime({ kind, known, act, due }: Times): string | undefined {
  if (kind === 'art33' && known === undefined)
    return 'Es fehlt, wann jemand im Rathaus davon wusste; der erste Hinweis ist nicht immer die Kenntnis.'
  if (kind === 'strafantrag' && act === undefined)
    return 'Es fehlt, wann die berechtigte Person von der Tat wusste.'
  const isPlain = kind === 'promise' || kind === 'evidence'
  return isPlain && due === undefined ? 'Es fehlt, wann die Frist endet.' : undefined
}

// Of one there is one; Strafantrag runs for every entitled person.
function newId(kind: Of<'deadline'>['kind'], { deadlines }: Incident): string {
  if (kind === 'art33') return kind
  return `${kind}-${deadlines.filter((one) => one.kind === kind).length + 1}`
}

function decideMet({ deadlines }: Incident, command: Of<'deadline-met'>): Decision {
  const found = deadlines.find(({ id }) => id === command.deadline)
  if (!found) return unknownTerm(command.deadline)
  if (found.met) return refuse('already', 'Diese Frist ist schon gehalten.')
  const note = clean(command.note ?? '')
  return ok({ type: 'deadline-met', deadline: found.id, words: note ? { note } : {} })
}

function unknownTerm(id: string): Decision {
  return refuse('unknown', `Die Frist „${id}“ gibt es hier nicht.`)
}
