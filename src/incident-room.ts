import { dateAndClock } from './berlin.ts'
import type { Command } from './crisis/commands.ts'
import { SourceError } from './domain/errors.ts'
import type { Form } from './domain/form.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Incident } from './domain/incident.ts'
import type { Reply } from './domain/reply.ts'
import {
  askReply,
  exitReply,
  helpReply,
  levelReply,
  listReply,
  pageReplies,
  termsReply,
} from './incident-answers.ts'
import { begin, bind, enter } from './incident-begin.ts'
import { type Sent, toCommand } from './incident-deeds.ts'
import { askDialog, type Filler, gone, type Sending, sendDialog } from './incident-dialogs.ts'
import { calendarWays, fileNext } from './incident-files.ts'
import {
  type Given,
  type Next,
  type RoomParts,
  refusalFor,
  run,
  say,
  tell,
} from './incident-next.ts'
import { actorFor } from './incident-people.ts'
import { asExercise } from './incident-posts.ts'
import { pressed } from './incident-reply.ts'
import { type Said, type Spoken, spokenIn } from './incident-words.ts'

/** The crisis desk as people meet it in a chat; the same for every chat product. */
export interface RoomDesk {
  /** Whether words are for the desk: asked before anything is kept of them. */
  isFor(inbound: Pick<Inbound, 'text' | 'conversation' | 'isCommand' | 'isOverheard'>): boolean
  /** Whether an incident is led in this thread: there people talk to each other. */
  isRoom(conversation: string): boolean
  /**
   * Does what was said or pressed, once for each `inbound.id`. `undefined`: that is for somebody else.
   * `address` is kept where an incident begins: what the door needs to write there.
   */
  hear(inbound: Inbound, address: string): readonly Next[] | undefined
  /** The dialog behind a button that asks; a sentence where there is nothing to ask any more. */
  ask(value: string): Form | string
  /** Takes a dialog that was filled in. */
  send(about: string, values: Sent, filler: Filler): Sending
}

export function openRoomDesk(parts: RoomParts): RoomDesk {
  const { rooms } = parts.store
  return {
    isFor: (heard) => heardAs(heard, parts) !== undefined,
    isRoom: (conversation) => rooms.find(conversation) !== undefined,
    hear: (inbound, address) => {
      try {
        return answer({ ...parts, inbound, address })
      } catch (error) {
        // A file of the town's that cannot be read stays so when it is tried again.
        if (!(error instanceof SourceError)) throw error
        return tell(
          'Die Playbooks oder Textbausteine dieser Stadt lassen sich nicht lesen. Die IT findet den Grund mit „npm run -s cli -- doctor“.',
        )
      }
    },
    ask: (value) => askDialog(value, parts),
    send: (about, values, filler) => sendDialog(about, values, { filler, parts }),
  }
}

interface Heard {
  readonly said: Said
  readonly incident?: Incident
}

function answer(given: Given): readonly Next[] | undefined {
  const { inbound } = given
  if (inbound.deed?.kind === 'press') return press(inbound.deed, given)
  if (inbound.deed?.kind === 'note') return note(inbound.deed, given)
  const heard = heardAs(inbound, given)
  return heard && act(heard, given)
}

/** Words that mean something where no incident is led. */
const free: ReadonlySet<Said['kind']> = new Set(['open', 'exercise', 'seat'])

function heardAs(
  { text, conversation, isCommand, isOverheard = false }: Parameters<RoomDesk['isFor']>[0],
  parts: RoomParts,
): Heard | undefined {
  const spoken = spokenIn(text)
  if (!spoken) return undefined
  const { said } = spoken
  if (isOverheard && (said.kind === 'fix' || !parts.store.rooms.find(conversation)))
    return undefined
  const incident = meant(spoken, { conversation, isCommand }, parts)
  if (incident) return { said, incident }
  const isList = said.kind === 'page' && said.page === 'lage'
  // Outside of an incident most of these words are plain German.
  return isCommand || isList || free.has(said.kind) || spoken.incident ? { said } : undefined
}

/** The incident that was named, that is led here, or for a command the one in this channel. */
function meant(
  { incident }: Spoken,
  { conversation, isCommand }: { readonly conversation: string; readonly isCommand: boolean },
  { office, store: { rooms }, door }: RoomParts,
): Incident | undefined {
  if (incident !== undefined) return office.desk.find(incident)
  const here = rooms.find(conversation)
  if (here) return office.desk.find(here.incident)
  if (!isCommand) return undefined
  const channel = conversation.split(':').slice(0, 3).join(':')
  const near = rooms.list(door).filter((room) => room.conversation?.startsWith(`${channel}:`))
  const ids = [...new Set(near.map((room) => room.incident))]
  return ids.length === 1 && ids[0] !== undefined ? office.desk.find(ids[0]) : undefined
}

function act({ said, incident }: Heard, given: Given): readonly Next[] {
  switch (said.kind) {
    case 'fix':
      return tell(said.text)
    case 'help':
      return say(helpReply(), false)
    case 'seat':
      return enter(said, given)
    case 'open':
      return begin({ playbook: said.playbook, title: said.title }, given)
    case 'exercise':
      return begin({ playbook: '', title: '', speed: said.speed }, given)
    case 'deed':
    case 'page':
    case 'card':
    case 'texts':
    case 'terms':
    case 'exit':
    case 'level':
    case 'export':
      if (incident) return marked(within(said, incident, given), incident)
      return said.kind === 'page'
        ? say(listReply(given.office), false)
        : tell('Welche Lage? Hier läuft keine oder mehr als eine. Nenn sie zuerst, etwa: L1 lage')
  }
}

function marked(next: readonly Next[], incident: Incident): readonly Next[] {
  const mark = (reply: Reply) => asExercise(reply, incident)
  return next.map((one) => {
    if (one.kind === 'say') return { ...one, reply: mark(one.reply) }
    return one.kind === 'files' ? { ...one, otherwise: one.otherwise.map(mark) } : one
  })
}

type Inside = Exclude<Said, { kind: 'fix' | 'help' | 'seat' | 'open' | 'exercise' }>

function within(said: Inside, incident: Incident, given: Given): readonly Next[] {
  const { id } = incident
  switch (said.kind) {
    case 'deed':
      return doIt(said.sent, incident, given)
    case 'page':
      return showPage(said, incident, given)
    case 'card':
      bind(incident, given)
      return [{ kind: 'done', text: `Die Karte von ${id} steht im Thread.` }]
    case 'texts':
      return say(
        askReply('Welcher Text?', { id: 'text', label: 'Text vorlegen', value: `text:${id}` }),
      )
    case 'level':
      return say(
        askReply('Wie schlimm ist es?', { id: 'level', label: 'Stufe', value: `level:${id}` }),
      )
    case 'terms':
      return say(termsReply(incident, given.office, calendarWays(incident, given)))
    case 'exit':
      return say(exitReply(incident))
    case 'export':
      return [fileNext(incident, given)]
  }
}

function showPage(
  { page, to }: Extract<Said, { kind: 'page' }>,
  incident: Incident,
  given: Given,
): readonly Next[] {
  const { office, inbound } = given
  if (page === 'schicht' && to !== undefined) {
    const by = actorFor(inbound.person, office.profile())
    const command = { type: 'handover', from: by.role, to } as const
    const outcome = office.desk.run(incident.id, command, { by, command: inbound.id })
    if (outcome.status === 'refused') return tell(outcome.text)
  }
  const now = office.desk.find(incident.id) ?? incident
  return pageReplies(page, now, office).flatMap((reply) => say(reply))
}

function doIt(sent: Sent, incident: Incident, given: Given): readonly Next[] {
  const { office, inbound } = given
  const newest = incident.drafts.find(({ id }) => id === sent['text'])?.version
  const whole = sent['fassung'] === undefined ? { fassung: String(newest ?? 0), ...sent } : sent
  const command = toCommand(whole, incident, office)
  if (!command)
    return tell('Da fehlte eine Angabe, oder es gibt sie nicht. „worte“ zeigt, was geht.')
  const outcome = run(incident.id, command, {
    person: inbound.person,
    name: inbound.id,
    parts: given,
  })
  return outcome.status === 'refused'
    ? tell(refusalFor(outcome, inbound.person, office))
    : after(command, outcome.incident, given)
}

function after(command: Command, incident: Incident, given: Given): readonly Next[] {
  switch (command.type) {
    case 'level':
      return say(levelReply(incident))
    case 'deadline':
      return say(termsReply(incident, given.office, calendarWays(incident, given)))
    case 'evidence':
      return [{ kind: 'done', text: `Eingetragen als Beleg ${incident.evidence.length}.` }]
    case 'note':
      return [{ kind: 'done', text: 'Notiert.' }]
    default:
      return [{ kind: 'done', text: 'Vermerkt.' }]
  }
}

function press(
  { action, value }: Extract<Inbound['deed'], { kind: 'press' }>,
  given: Given,
): readonly Next[] {
  const { office, inbound } = given
  if (action === 'open') {
    const [playbook = '', question = ''] = value.split(':')
    return begin({ playbook, title: '', question }, given)
  }
  const wanted = pressed(action, value)
  if (!wanted) return tell(gone)
  const who = { person: inbound.person, name: inbound.id, parts: given }
  const outcome = run(wanted.incident, wanted.command, who)
  if (outcome.status === 'refused') return tell(refusalFor(outcome, inbound.person, office))
  return [{ kind: 'done', text: '' }]
}

function note(
  { text, at }: Extract<Inbound['deed'], { kind: 'note' }>,
  given: Given,
): readonly Next[] | undefined {
  const { office, store, inbound } = given
  const room = store.rooms.find(inbound.conversation)
  const incident = room && office.desk.find(room.incident)
  return (
    incident &&
    doIt({ tat: 'notiz', worte: `${text} (geschrieben ${dateAndClock(at)})` }, incident, given)
  )
}
