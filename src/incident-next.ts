import type { Config } from './config.ts'
import type { Command, Refusal } from './crisis/commands.ts'
import type { Outcome } from './crisis/desk.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Reply } from './domain/reply.ts'
import { actorFor, howToEnter, rolesFor, seatsOf } from './incident-people.ts'
import { notice } from './notices.ts'
import type { Office } from './office.ts'
import type { Attachment } from './ports-chats.ts'
import type { Store } from './ports-store.ts'

/** What the crisis desk answers in a chat. */
export type Next =
  /** To be said: to all in the thread, or to this person alone. */
  | { readonly kind: 'say'; readonly reply: Reply; readonly isForAll: boolean }
  /** To be kept as files; where the platform takes none, as words. */
  | {
      readonly kind: 'files'
      readonly files: readonly Attachment[]
      readonly words: string
      readonly otherwise: readonly Reply[]
    }
  /** It is done and the card shows it: a tick is enough, or these words. */
  | { readonly kind: 'done'; readonly text: string }

export interface RoomParts {
  readonly office: Office
  readonly store: Pick<Store, 'rooms' | 'memory' | 'settings'>
  /** As the surface is named. */
  readonly door: string
  /** Where people elsewhere reach our pages, and what signs the links there. */
  readonly links: Pick<Config, 'publicUrl' | 'linkSecret'>
}

/** One message or press, and all that is needed to deal with it. */
export interface Given extends RoomParts {
  readonly inbound: Inbound
  readonly address: string
}

export const say = (reply: Reply, isForAll = true): readonly Next[] => [
  { kind: 'say', reply, isForAll },
]
export const tell = (text: string): readonly Next[] => say(notice(text, 'de'), false)

interface Running {
  readonly person: string
  readonly name: string
  readonly parts: Pick<RoomParts, 'office'>
}

/** Does it in the role of this person that it asks for. */
export function run(id: string, command: Command, { person, name, parts }: Running): Outcome {
  const { desk, profile } = parts.office
  const incident = desk.find(id)
  const need = incident ? rolesFor(command, incident) : []
  return desk.run(id, command, { by: actorFor(person, profile(), need), command: name })
}

export function refusalFor({ code, text }: Refusal, person: string, { profile }: Office): string {
  const isUnknown = code === 'not-allowed' && seatsOf(person, profile()).length === 0
  return isUnknown ? `${text} ${howToEnter(person)}` : text
}
