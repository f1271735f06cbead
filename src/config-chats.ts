import { z } from 'zod'
import { isLoopback } from './domain/host.ts'

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const key = z.string().min(1)
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))
// Microsoft writes these in lower case, people copy them as they find them.
const guid = z
  .guid('ist eine Kennung der Form 00000000-0000-0000-0000-000000000000')
  .transform((id) => id.toLowerCase())
const yes = z.enum(['0', '1']).transform((value) => value === '1')

/** One Slack workspace, by token. */
export interface SlackSettings {
  readonly botToken: string
  /** Events come through a socket that we open, or signed to the port of the pages. */
  readonly events:
    | { readonly by: 'socket'; readonly appToken: string }
    | { readonly by: 'http'; readonly signingSecret: string }
  /** Channels in which guests and people of other organisations are answered too. */
  readonly openChannels: readonly string[]
  /** With a slash at the end. */
  readonly apiUrl: string
}

export const slackVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'beginnt mit xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'beginnt mit xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: key.optional(),
  SLACK_OPEN_CHANNELS: list.default([]),
  SLACK_API_URL: address.default('https://slack.com/api'),
}
type SlackGiven = z.infer<z.ZodObject<typeof slackVariables>>

// With both, the socket: it works behind any firewall, and a pasted secret opens no second door.
export function slackOf(given: SlackGiven): { readonly slack?: SlackSettings } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = given
  const signingSecret = given.SLACK_SIGNING_SECRET
  if (!botToken || (!appToken && !signingSecret)) return {}
  const events = appToken
    ? ({ by: 'socket', appToken } as const)
    : ({ by: 'http', signingSecret: signingSecret ?? '' } as const)
  const shared = { openChannels: given.SLACK_OPEN_CHANNELS, apiUrl: `${given.SLACK_API_URL}/` }
  return { slack: { botToken, events, ...shared } }
}

export function slackProblems(given: SlackGiven): readonly string[] {
  if (given.SLACK_BOT_TOKEN && !slackOf(given).slack) {
    return [
      'SLACK_APP_TOKEN: fehlt zu SLACK_BOT_TOKEN (oder SLACK_SIGNING_SECRET, wenn Slack eine https-Adresse erreicht).',
    ]
  }
  if (!given.SLACK_BOT_TOKEN && (given.SLACK_APP_TOKEN || given.SLACK_SIGNING_SECRET)) {
    return ['SLACK_BOT_TOKEN: fehlt zu den übrigen Angaben für Slack.']
  }
  return []
}

/** One bot registration in one tenant. */
export interface TeamsSettings {
  /** Empty only in the local test, where nothing is signed. */
  readonly appId: string
  readonly tenantId: string
  /** How we prove who we are to the platform. */
  readonly identity:
    | { readonly by: 'secret'; readonly password: string }
    | { readonly by: 'managed' }
    | { readonly by: 'nothing' }
  /** Who may change the town profile in the chat: object ids of Entra. */
  readonly admins: readonly string[]
  /** Hosts that messages may be sent to. */
  readonly serviceHosts: readonly string[]
  /** Gives out our tokens. */
  readonly loginUrl: string
  /** Names the keys that requests are signed with. */
  readonly openIdUrl: string
}

/** @see Microsoft: the hosts of the Teams connector, public and government clouds */
const serviceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]

export const teamsVariables = {
  TEAMS_APP_ID: guid.optional(),
  TEAMS_TENANT_ID: guid.optional(),
  TEAMS_APP_PASSWORD: key.optional(),
  TEAMS_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi']).default('SingleTenant'),
  TEAMS_LOCAL_TEST: yes.default(false),
  TEAMS_ADMINS: list.default([]),
  TEAMS_SERVICE_HOSTS: list.default(serviceHosts),
  TEAMS_LOGIN_URL: address.default('https://login.microsoftonline.com'),
  TEAMS_OPENID_URL: address.default(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
}
type TeamsGiven = z.infer<z.ZodObject<typeof teamsVariables>>

export function teamsOf(given: TeamsGiven): { readonly teams?: TeamsSettings } {
  const identity = identityOf(given)
  const { TEAMS_APP_ID: appId = '', TEAMS_TENANT_ID: tenantId = '' } = given
  if (!identity || (identity.by !== 'nothing' && (!appId || !tenantId))) return {}
  const urls = { loginUrl: given.TEAMS_LOGIN_URL, openIdUrl: given.TEAMS_OPENID_URL }
  const { TEAMS_SERVICE_HOSTS: serviceHosts, TEAMS_ADMINS: admins } = given
  return { teams: { appId, tenantId, identity, serviceHosts, admins, ...urls } }
}

function identityOf(given: TeamsGiven): TeamsSettings['identity'] | undefined {
  const { TEAMS_APP_PASSWORD: password } = given
  if (given.TEAMS_LOCAL_TEST) return { by: 'nothing' }
  if (given.TEAMS_APP_TYPE === 'UserAssignedMsi') return { by: 'managed' }
  return password ? { by: 'secret', password } : undefined
}

export function teamsProblems(given: TeamsGiven & { readonly HOST: string }): readonly string[] {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenantId, HOST: host } = given
  if (given.TEAMS_LOCAL_TEST) {
    if (appId || given.TEAMS_APP_PASSWORD)
      return ['TEAMS_LOCAL_TEST: geht nur ohne TEAMS_APP_ID und TEAMS_APP_PASSWORD.']
    return isLoopback(host)
      ? []
      : ['TEAMS_LOCAL_TEST: nimmt unsignierte Nachrichten an und geht nur mit HOST=127.0.0.1.']
  }
  const isManaged = given.TEAMS_APP_TYPE === 'UserAssignedMsi'
  const set = [appId, tenantId, given.TEAMS_APP_PASSWORD].filter(Boolean)
  if (set.length === 0 && !isManaged) return []
  const missing = [
    ...(appId ? [] : ['TEAMS_APP_ID']),
    ...(tenantId ? [] : ['TEAMS_TENANT_ID']),
    ...(given.TEAMS_APP_PASSWORD || isManaged ? [] : ['TEAMS_APP_PASSWORD']),
  ]
  return missing.map((name) => `${name}: fehlt zu den übrigen Angaben für Teams.`)
}
