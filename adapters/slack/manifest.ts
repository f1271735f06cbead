import base from './manifest.json' with { type: 'json' }

/** What a manifest differs in. */
interface ManifestOptions {
  /** The https address Slack reaches, without a path; without one events come through a socket. */
  readonly url?: string
}

/** Where Slack sends signed requests; the door serves the same path. */
export const eventsPath = '/slack/events'

/**
 * The app as Slack creates it. JSON rather than Bolt's types, which lack `assistant:write` and
 * `agent_session_stopped`.
 *
 * One workspace by token: neither OAuth redirects nor token rotation, which needs OAuth to refresh and
 * cannot be turned off again.
 */
export function manifestFor({ url }: ManifestOptions = {}): object {
  if (url === undefined) return base
  const request_url = `${url}${eventsPath}`
  const { features, settings } = base
  const slash_commands = features.slash_commands.map((one) => ({ ...one, url: request_url }))
  return {
    ...base,
    features: { ...features, slash_commands },
    settings: {
      ...settings,
      event_subscriptions: { request_url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url },
      socket_mode_enabled: false,
    },
  }
}

/** The permissions the door needs, in the order of the manifest. */
export const scopes: readonly string[] = base.oauth_config.scopes.bot
