import { type Board, callMark } from './crisis/board.ts'
import { cuesAt } from './crisis/exercise.ts'
import { approvalLine } from './crisis/report.ts'
import { roleName } from './crisis/sheet.ts'
import { gapsIn } from './crisis/statement.ts'
import type { DraftState, Incident } from './domain/incident.ts'
import type { IncidentEvent } from './domain/incident-events.ts'
import type { Role } from './domain/playbook.ts'
import type { Reply, ReplyAction } from './domain/reply.ts'
import { cardActions, fitting, incidentCard, termActions } from './incident-reply.ts'
import { notice } from './notices.ts'
import type { Room } from './ports-rooms.ts'

/** A message that must stand in a room. `name` tells it from all others there. */
export interface RoomPost {
  readonly name: string
  readonly reply: Reply
  /** Changed in place when it would read otherwise; the others are said once. */
  readonly isLive: boolean
  /** Whose it is: who is entered in one of these roles is called by name. */
  readonly roles?: readonly Role[]
}

/** Buttons of the live card beside those that ask for more. */
const cardButtons = 4

/**
 * All that must stand in a room now, in order. It follows from the log alone, so what is missing after a
 * restart is known and nothing comes twice.
 */
export function roomPosts(
  incident: Incident,
  board: Board,
  { room, known }: { readonly room: Room; readonly known: ReadonlySet<string> },
): readonly RoomPost[] {
  const card: RoomPost = { name: 'card', reply: liveCard(incident, board), isLive: true }
  const later = [
    ...textPosts(incident, { room, known }),
    ...nudgePosts(incident, board, room),
    ...endPost(incident, room),
  ].toSorted((one, other) => one.seq - other.seq)
  const all = [card, ...cuePosts(incident, board), ...later.map(({ post }) => post)]
  return all.map((post) => ({ ...post, reply: asExercise(post.reply, incident) }))
}

/** Nobody may take an exercise for the real thing, whatever of it they read alone. */
export function asExercise(reply: Reply, { exercise }: Pick<Incident, 'exercise'>): Reply {
  if (!exercise || reply.lead.includes('ÜBUNG')) return reply
  return { ...reply, lead: ['ÜBUNG', reply.lead].filter(Boolean).join(' · ') }
}

/** The card with what may be pressed under it. */
export function liveCard(incident: Incident, board: Board): Reply {
  const { id, status } = incident
  const card = incidentCard(incident, board)
  if (status === 'closed') return card
  const calls = board.called
    .filter((one) => !one.isNoted)
    .slice(0, 1)
    .map(
      (one): ReplyAction => ({
        id: 'seen',
        label: fitting(`Gesehen: ${one.say}`),
        spoken: `Gesehen: ${one.say}`,
        stays: true,
        value: `${id}:${one.id}:0`,
      }),
    )
  const [next] = board.asked
  const other: readonly ReplyAction[] = next
    ? [
        {
          id: 'step',
          label: `${next.step.id.toUpperCase()} hängt oder entfällt`,
          value: `step:${id}:${next.step.id}:${next.version}`,
          asks: true,
        },
      ]
    : []
  const asking: readonly ReplyAction[] = [
    ...termActions(incident, board).slice(0, 1),
    ...other,
    { id: 'level', label: 'Stufe', value: `level:${id}`, asks: true },
    { id: 'text', label: 'Text vorlegen', value: `text:${id}`, asks: true },
  ]
  const actions = [...cardActions(incident, board, cardButtons), ...calls, ...asking]
  return { ...card, actions }
}

interface Placed {
  readonly seq: number
  readonly post: RoomPost
}

interface Standing {
  readonly room: Room
  readonly known: ReadonlySet<string>
}

function textPosts(incident: Incident, { room, known }: Standing): readonly Placed[] {
  return incident.log.flatMap((event) => {
    if (event.type !== 'draft-written') return []
    const { draft: id, version, seq } = event
    const name = `text.${id}.${version}`
    const draft = incident.drafts.find((one) => one.id === id)
    if (!draft) return []
    const isNewest = draft.version === version
    // What came before this room and is done needs no telling.
    const isOld = seq <= room.since && (!isNewest || draft.approval !== undefined)
    if (!known.has(name) && (isOld || !isNewest)) return []
    const reply = isNewest ? textReply(draft, incident) : overtaken(id, version)
    return [{ seq, post: { name, reply, isLive: true } }]
  })
}

function overtaken(id: string, version: number): Reply {
  return notice(`Text ${id}, Fassung ${version}: überholt, es gibt eine neuere.`, 'de')
}

function textReply(draft: DraftState, incident: Incident): Reply {
  const { id, version, texts, approvers, approval, returned } = draft
  const who = approvers.map((role) => roleName(role, incident)).join(' oder ')
  const gaps = gapsIn(texts)
  const state = approval
    ? (approvalLine(draft, incident) ?? '')
    : returned
      ? `Text ${id}, Fassung ${version}: zurückgegeben. ${returned}`
      : `Text ${id}, Fassung ${version}: wartet auf Freigabe (${who}).`
  const about = `${incident.id}:${id}:${version}`
  const asks = (name: string, label: string): ReplyAction => ({
    id: name,
    label,
    value: `${name}:${about}`,
    asks: true,
  })
  const isWaiting = approval === undefined && incident.status === 'open'
  const approve = { id: 'approve', label: 'Freigeben', value: about }
  const actions = isWaiting
    ? [
        ...(gaps.length === 0 && !returned ? [approve] : []),
        asks('edit', 'Ändern'),
        ...(gaps.length === 0 && !returned
          ? [asks('phone', 'Telefonisch'), asks('back', 'Zurück')]
          : []),
        asks('read', 'Alle Fassungen'),
      ]
    : [asks('read', 'Alle Fassungen')]
  return {
    ...notice(state, 'de'),
    copy: { id, title: 'Text', text: texts.website ?? Object.values(texts)[0] ?? '' },
    notes: gaps.length > 0 ? [`Noch offen: ${gaps.join(', ')}. Erst füllen, dann freigeben.`] : [],
    actions,
  }
}

type Nudge = Extract<IncidentEvent, { readonly type: 'nudge-sent' }>

// What was written by one command is one message.
function nudgePosts(incident: Incident, board: Board, { since }: Room): readonly Placed[] {
  const all = incident.log.filter(
    (event): event is Nudge => event.type === 'nudge-sent' && event.seq > since,
  )
  const groups = [...new Set(all.map(({ command }) => command))].map((command) =>
    all.filter((event) => event.command === command),
  )
  return groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const reply = nudgeReply(group, incident, board)
    const roles = rolesIn(group, incident)
    return [{ seq: first.seq, post: { name: `nudge.${first.seq}`, reply, isLive: false, roles } }]
  })
}

function rolesIn(group: readonly Nudge[], { steps }: Incident): readonly Role[] {
  const about = group.flatMap((one) => one.about)
  const open = steps.filter(({ step, status }) => about.includes(step.id) && status === 'open')
  return [...new Set(open.map(({ step }) => step.role))]
}

function nudgeReply(group: readonly Nudge[], incident: Incident, board: Board): Reply {
  const about = group.map((one) => one.about)
  const steps = incident.steps.filter(
    ({ step, status }) => about.includes(step.id) && status === 'open',
  )
  const calls = board.called.filter(({ id }) => about.includes(`${callMark}${id}`))
  const isLevel = about.some((one) => one.startsWith('level.'))
  const { id } = incident
  const actions: readonly ReplyAction[] = [
    ...steps.map((one) => ({
      id: 'step-done',
      label: `${one.step.id.toUpperCase()} erledigt`,
      value: `${id}:${one.step.id}:${one.version}`,
    })),
    ...(isLevel ? [{ id: 'level', label: 'Stufe', value: `level:${id}`, asks: true }] : []),
  ]
  const items = [
    ...calls.map(({ say }) => say),
    ...steps.map(
      ({ step }) => `${step.id.toUpperCase()} ${step.do} (${roleName(step.role, incident)})`,
    ),
    ...(isLevel ? ['Passt die Stufe noch?'] : []),
  ]
  return {
    ...notice(`Noch offen in ${id}`, 'de'),
    steps: items.length > 0 ? [{ title: 'Bitte jetzt', items, isOrdered: false }] : [],
    actions: actions.slice(0, cardButtons),
  }
}

function cuePosts(incident: Incident, board: Board): readonly RoomPost[] {
  return cuesAt(incident, board.now).map(({ minute, from, text }) => ({
    name: `cue.${minute}`,
    reply: notice(`Minute ${minute} · ${from}: ${text}`, 'de'),
    isLive: false,
  }))
}

function endPost(incident: Incident, { since }: Room): readonly Placed[] {
  const end = incident.log.find(({ type }) => type === 'incident-closed')
  if (!end || end.seq <= since) return []
  const days = incident.manual.common.review.afterDays
  const running = incident.deadlines.filter(({ met }) => met === undefined).length
  const terms = running > 0 ? ` Fristen, die weiterlaufen: ${running}.` : ''
  const text = `${incident.id} ist abgeschlossen.${terms} Auswertung in ${days} Tagen, ohne Schuldfrage: schreib „auswertung“ oder „export“.`
  return [{ seq: end.seq, post: { name: 'end', reply: notice(text, 'de'), isLive: false } }]
}
