import { z } from 'zod'
import { findUser } from '../conversation.ts'
import { type Answer, type Method, method, no, yes } from '../method.ts'
import { nextId, type State } from '../state.ts'

const User = z.object({ user: z.string(), include_locale: z.boolean().optional() })

export const PEOPLE: Readonly<Record<string, Method>> = {
  'auth.test': method([], z.object({}), authTest),
  'apps.connections.open': method([], z.object({}), openConnection),
  'users.info': method(['users:read'], User, userInfo),
}

function authTest({ identity, origin }: State): Answer {
  return yes({
    url: `${origin}/`,
    team: 'Stadt Musterstadt',
    user: 'sturmlotse',
    team_id: identity.team,
    user_id: identity.botUser,
    bot_id: identity.botId,
    is_enterprise_install: false,
  })
}

/** Each address opens one connection, as with Slack. */
function openConnection(state: State): Answer {
  const ticket = nextId(state, 'ticket')
  state.tickets.add(ticket)
  return yes({ url: `${state.origin.replace('http', 'ws')}/link/?ticket=${ticket}` })
}

function userInfo(state: State, args: z.output<typeof User>): Answer {
  const user = findUser(state, args.user)
  if (!user) return no('user_not_found')
  const name = user.name ?? `Person ${user.id}`
  return yes({
    user: {
      id: user.id,
      team_id: user.team ?? state.identity.team,
      name: name.toLowerCase().replaceAll(' ', '.'),
      real_name: name,
      deleted: false,
      tz: 'Europe/Berlin',
      profile: { real_name: name, display_name: name, team: user.team ?? state.identity.team },
      is_admin: user.isAdmin ?? false,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: Boolean(user.isGuest || user.isSingleGuest),
      is_ultra_restricted: user.isSingleGuest ?? false,
      is_stranger: user.isStranger ?? false,
      is_bot: user.isBot ?? user.id === state.identity.botUser,
      is_app_user: false,
      ...(args.include_locale ? { locale: user.locale ?? 'de-DE' } : {}),
    },
  })
}
