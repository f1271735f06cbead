import { z } from 'zod'
import type { Language } from '../../src/domain/documents.ts'
import type { Turn } from '../../src/ports-chats.ts'
import { type Api, toError } from './api.ts'
import { persist } from './send.ts'

/** What Slack says about somebody. */
export interface Person {
  readonly kind: 'member' | 'guest' | 'external' | 'bot'
  readonly isAdmin: boolean
  readonly locale: Language
}

export interface People {
  /**
   * `undefined` where Slack does not say: then nobody may be taken for a member.
   *
   * @throws UpstreamError (`upstream`) where Slack will say in a moment
   */
  find(user: string): Promise<Person | undefined>
}

/** Roles and locale change rarely; who left the team is out by the next day. */
const keptMs = 24 * 3_600_000
const most = 5000

const User = z.object({
  team_id: z.string().optional(),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_workflow_bot: z.boolean().default(false),
  deleted: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  locale: z.string().default('de-DE'),
})

/** Asks Slack who somebody is, once a day each. */
export function openPeople(api: Api, team: string): People {
  const known = new Map<string, { readonly person: Person; readonly until: number }>()
  return {
    find: async (user) => {
      const found = known.get(user)
      if (found && found.until > Date.now()) return found.person
      const person = await look(api, user, team)
      if (known.size >= most) known.clear()
      if (person) known.set(user, { person, until: Date.now() + keptMs })
      return person
    },
  }
}

async function look(api: Api, user: string, team: string): Promise<Person | undefined> {
  const outcome = await persist(() => api('users.info', { user, include_locale: true }))
  if (!outcome.ok && outcome.waitMs > 0) throw toError('users.info', outcome)
  if (!outcome.ok) return undefined
  const parsed = User.safeParse(outcome.data['user'])
  return parsed.success ? toPerson(parsed.data, team) : undefined
}

function toPerson(user: z.infer<typeof User>, team: string): Person {
  const kind = kindOf(user, team)
  return {
    kind,
    // Of this workspace: others may administer their own.
    isAdmin: kind === 'member' && (user.is_admin || user.is_owner),
    locale: /^en\b/i.test(user.locale) ? 'en' : 'de',
  }
}

function kindOf(user: z.infer<typeof User>, team: string): Person['kind'] {
  if (user.is_bot || user.is_workflow_bot) return 'bot'
  if (user.is_stranger || (user.team_id !== undefined && user.team_id !== team)) return 'external'
  return user.is_restricted || user.is_ultra_restricted || user.deleted ? 'guest' : 'member'
}

/** Who is answered: members of this workspace, and everybody in a channel that was opened to them. */
export function standingOf(
  { channel, isExternal }: { readonly channel: string; readonly isExternal: boolean },
  person: Person | undefined,
  { openChannels }: { readonly openChannels: readonly string[] },
): Turn['standing'] {
  if (openChannels.includes(channel) && person?.kind !== 'bot') return 'welcome'
  if (isExternal) return 'stranger'
  if (!person) return 'unknown'
  return person.kind === 'member' ? 'welcome' : 'stranger'
}
