import type { Config } from '../../src/config.ts'
import type { SlackSettings } from '../../src/config-chats.ts'
import { examineLinks } from './doctor-links.ts'
import type { Check } from './doctor-models.ts'
import { obstacleAt } from './public-address.ts'
import { callSlack, type Said } from './slack-call.ts'

/** What does not work without a permission. */
const effects: Readonly<Record<string, string>> = {
  'app_mentions:read': 'Erwähnungen in Kanälen kommen nicht an.',
  'assistant:write': 'Unter „Nachrichten“ fehlen die vorgeschlagenen Fragen.',
  'channels:history': 'Nachfragen ohne Erwähnung kommen aus öffentlichen Kanälen nicht an.',
  'chat:write': 'Antworten lassen sich nicht schreiben.',
  commands: '/sturm und „Antwort vorschlagen“ gibt es nicht.',
  'groups:history': 'Nachfragen ohne Erwähnung kommen aus privaten Kanälen nicht an.',
  'im:history': 'Direktnachrichten kommen nicht an.',
  'im:write': '„Mensch holen“ erreicht niemanden per Direktnachricht.',
  'files:write':
    'Auswertung und Fristen einer Lage kommen bei „export“ als Text statt als Dateien.',
  'pins:write': 'Die Karte einer Lage wird nicht angepinnt; sie steht in ihrem Thread.',
  'reactions:read': 'Mit 📝 markierte Nachrichten kommen nicht ins Protokoll; „notiz …“ geht.',
  'reactions:write': 'Statt eines Häkchens steht unter jedem Befehl ein kurzer Satz.',
  'users:read':
    'Wer zum Team gehört, lässt sich nicht prüfen: Außer in SLACK_OPEN_CHANNELS bekommt niemand eine Antwort.',
}

/** What Slack's words for a refused token mean. */
const meanings: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack kennt das Token nicht',
  not_authed: 'Slack kennt das Token nicht',
  account_inactive: 'das Token gilt nicht mehr',
  token_revoked: 'das Token gilt nicht mehr',
  token_expired: 'das Token gilt nicht mehr',
  not_allowed_token_type: 'das ist ein Token anderer Art',
  missing_scope: 'dem Token fehlt ein Recht',
}

/** Slack: how events come, whether the tokens are good, which permissions are missing. */
export async function examineSlack(config: Config): Promise<readonly Check[]> {
  const { slack } = config
  if (!slack) {
    const detail =
      '`npm run -s cli -- slack manifest` druckt, woraus Slack die App anlegt; dann SLACK_BOT_TOKEN und SLACK_APP_TOKEN setzen (adapters/README.md).'
    return [{ what: 'Slack', state: 'aus', detail }]
  }
  const introduced = await callSlack(`${slack.apiUrl}auth.test`, slack.botToken)
  const rights = introduced.ok ? await permissions(introduced.scopes) : []
  return [way(slack, config), token(introduced), ...rights, ...(await socket(slack)), links(config)]
}

function way({ events, apiUrl }: SlackSettings, { publicUrl }: Config): Check {
  const what = 'Slack'
  const { host } = new URL(apiUrl)
  const target = `Antworten gehen an ${host}`
  if (events.by === 'socket') {
    const detail = `Socket Mode: nichts muss von außen erreichbar sein; ${target}`
    return { what, state: 'gut', detail }
  }
  const obstacle = obstacleAt(publicUrl)
  if (obstacle === undefined) {
    const detail = `https: Slack schickt alles an ${publicUrl}/slack/events; ${target}`
    return { what, state: 'gut', detail }
  }
  const detail = `PUBLIC_URL=${publicUrl} ${obstacle}, Slack braucht etwas wie https://bot.stadt.example. Oder mit SLACK_APP_TOKEN über Socket Mode.`
  return { what, state: 'gestört', detail }
}

function token(said: Said): Check {
  const what = 'Slack-Token'
  if (!said.ok) {
    return refused(said.reason, {
      what,
      fix: 'SLACK_BOT_TOKEN aus „OAuth & Permissions“ → „Bot User OAuth Token“ neu kopieren.',
    })
  }
  return {
    what,
    state: 'gut',
    detail: `Arbeitsbereich ${name(said, 'team')}, Bot ${name(said, 'user')}`,
  }
}

function name({ data }: Said & { readonly ok: true }, field: string): string {
  return String(data[field] ?? '?').replace(/\p{Cc}+/gu, ' ')
}

async function socket({ events, apiUrl }: SlackSettings): Promise<readonly Check[]> {
  if (events.by !== 'socket') return []
  const what = 'Slack-Socket'
  const said = await callSlack(`${apiUrl}apps.connections.open`, events.appToken)
  if (said.ok) return [{ what, state: 'gut', detail: 'Eine Verbindung lässt sich öffnen.' }]
  const fix =
    'SLACK_APP_TOKEN aus „Basic Information“ → „App-Level Tokens“, mit dem Recht connections:write; „Socket Mode“ muss an sein.'
  return [refused(said.reason, { what, fix })]
}

interface Refused {
  readonly what: string
  readonly fix: string
}

/** With a token that is refused the server does not start; Slack being away is waited for. */
function refused(reason: string, { what, fix }: Refused): Check {
  if (reason === 'ratelimited') {
    return {
      what,
      state: 'gestört',
      detail: 'Slack bittet um Geduld: in einer Minute noch einmal.',
    }
  }
  if (reason === 'unreachable' || reason === 'no_slack' || reason.startsWith('http_')) {
    const detail = `Slack antwortet nicht (${reason}): Netz und HTTPS_PROXY prüfen.`
    return { what, state: 'gestört', detail }
  }
  const meaning = meanings[reason] ?? 'Slack lehnt ab'
  return { what, state: 'fehlt', detail: `${meaning} (${reason}): ${fix}` }
}

async function permissions(granted: readonly string[] | undefined): Promise<readonly Check[]> {
  const what = 'Slack-Rechte'
  if (!granted) return [{ what, state: 'aus', detail: 'Slack nennt sie nicht.' }]
  const { scopes } = await import('../slack/manifest.ts')
  const missing = scopes.filter((scope) => !granted.includes(scope))
  if (missing.length === 0) return [{ what, state: 'gut', detail: unneeded(granted, scopes) }]
  const detail = `${missing.length} von ${scopes.length} fehlen: unter „OAuth & Permissions“ ergänzen, dann die App neu installieren.`
  const rows = missing.map(
    (scope): Check => ({ what: scope, state: 'gestört', detail: effects[scope] ?? 'fehlt' }),
  )
  return [{ what, state: 'gestört', detail }, ...rows]
}

function unneeded(granted: readonly string[], needed: readonly string[]): string {
  const more = granted.filter((scope) => !needed.includes(scope))
  const all = `alle ${needed.length} sind da`
  return more.length > 0 ? `${all}; nicht gebraucht: ${more.join(', ')}` : all
}

function links(config: Config): Check {
  const isHere =
    'Fundstellen ohne eigene Seite der Sendung stehen als Text da, „Stelle lesen“ zeigt sie in Slack.'
  return examineLinks('Slack-Links', config, isHere)
}
