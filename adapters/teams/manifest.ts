import english from './en.json' with { type: 'json' }
import base from './manifest.json' with { type: 'json' }

/** What a manifest differs in. */
export interface ManifestOptions {
  /** The https address of this server, without a path. */
  readonly url: string
  /** The bot's application id in Entra; the app in Teams gets the same one. */
  readonly appId: string
  /** Counts up: an app is replaced by a higher version only. */
  readonly version?: string
  /** Whether messages of a channel may be read that do not mention the bot. */
  readonly hasRsc?: boolean
  /** Where the app's card in Teams leads; to our address where nothing is given. */
  readonly links?: { readonly website?: string; readonly privacy?: string; readonly terms?: string }
}

/** Microsoft wants it said in the description; so do people who are read along with. */
const readsAlong = {
  de: 'In Teams, deren Besitzer es erlauben, bekommt er alle Nachrichten der Kanäle; beachtet wird nur, was in Threads steht, in denen er erwähnt wurde.',
  en: 'In teams whose owners allow it, it is sent every message of the channels; it heeds only those in threads where it was mentioned.',
}

/**
 * The app as Teams installs it.
 *
 * No Copilot surface, no private ("targeted") messages and no files: the door has none of them.
 *
 * @see Microsoft: app manifest schema 1.29
 */
export function manifestFor(options: ManifestOptions): object {
  const { url, appId, version = '1.0.0', hasRsc = false, links = {} } = options
  const { bot, extension, description, ...rest } = base
  const { website = url, privacy = url, terms = url } = links
  const pages = { websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms }
  const full = hasRsc ? `${description.full} ${readsAlong.de}` : description.full
  return {
    ...rest,
    description: { ...description, full },
    version,
    id: appId,
    developer: { name: 'Sturmlotse', ...pages },
    bots: [{ botId: appId, ...bot }],
    composeExtensions: [{ botId: appId, ...extension }],
    validDomains: [new URL(url).host],
    ...(hasRsc ? consent(appId) : {}),
  }
}

/** What people read whose Teams is not German; a file of its own in the package. */
export function englishFor({ hasRsc = false }: Pick<ManifestOptions, 'hasRsc'> = {}): object {
  const full = english['description.full']
  return { ...english, 'description.full': hasRsc ? `${full} ${readsAlong.en}` : full }
}

/**
 * Resource-specific consent: whoever owns a team grants it while installing. Without it a bot hears
 * mentions only. Channels alone: in a group chat the door takes nothing but mentions anyway.
 */
function consent(appId: string): object {
  const resourceSpecific = [{ name: 'ChannelMessage.Read.Group', type: 'Application' }]
  return {
    // Teams wants a resource, though nobody signs in.
    webApplicationInfo: { id: appId, resource: 'https://notapplicable' },
    authorization: { permissions: { resourceSpecific } },
  }
}
