import type { Config } from '../../src/config.ts'
import type { TeamsSettings } from '../../src/config-chats.ts'
import { isLoopback } from '../../src/domain/host.ts'
import { examineLinks } from './doctor-links.ts'
import type { Check } from './doctor-models.ts'
import { obstacleAt } from './public-address.ts'
import { tryEndpoint, tryKeys, tryToken } from './teams-call.ts'

/**
 * What Entra's numbers mean, and what helps.
 *
 * @see Microsoft: Entra authentication and authorization error codes
 */
const meanings: Readonly<Record<string, string>> = {
  AADSTS7000222:
    'Das Geheimnis ist abgelaufen: in Entra unter „Zertifikate & Geheimnisse“ ein neues anlegen, seinen Wert in TEAMS_APP_PASSWORD eintragen, neu starten.',
  AADSTS7000215:
    'Das Geheimnis stimmt nicht: In TEAMS_APP_PASSWORD gehört der „Wert“ des Geheimnisses, nicht seine „Geheime ID“.',
  AADSTS700016:
    'Diese App gibt es im Mandanten nicht: TEAMS_APP_ID mit der „Anwendungs-ID (Client)“ in Entra vergleichen, TEAMS_TENANT_ID mit der „Verzeichnis-ID (Mandant)“.',
  AADSTS90002:
    'Diesen Mandanten gibt es nicht: TEAMS_TENANT_ID mit der „Verzeichnis-ID (Mandant)“ in Entra vergleichen; in Behördenclouds auch TEAMS_LOGIN_URL.',
  AADSTS7000112: 'Die App ist in Entra abgeschaltet: Wer den Mandanten verwaltet, kann das ändern.',
  AADSTS7000229:
    'Zur App fehlt im Mandanten die Unternehmensanwendung: Wer den Mandanten verwaltet, kann sie anlegen.',
}

/** Teams: where it sends, whether it gives us a token, whether its signatures can be checked. */
export async function examineTeams(config: Config): Promise<readonly Check[]> {
  const { teams } = config
  if (!teams) return [off]
  if (teams.identity.by === 'nothing') return [localTest(config, teams)]
  return [
    registration(teams),
    ...(await Promise.all([endpoint(config), token(teams), keys(teams)])),
    links(config),
  ]
}

const off: Check = {
  what: 'Teams',
  state: 'aus',
  detail:
    'TEAMS_APP_ID, TEAMS_TENANT_ID und TEAMS_APP_PASSWORD setzen; `npm run -s cli -- teams manifest` schreibt das Paket für Teams, adapters/README.md zeigt jeden Schritt.',
}

function localTest({ port }: Config, { serviceHosts }: TeamsSettings): Check {
  const isOpen = serviceHosts.some((host) => isLoopback(host.replace(/:\d+$/, '')))
  const target = isOpen
    ? `Antworten gehen an ${hostsOf(serviceHosts)}.`
    : 'Der Agents Playground wird noch abgewiesen: TEAMS_SERVICE_HOSTS=localhost:56150 setzen.'
  const detail = `nur zum Ausprobieren (TEAMS_LOCAL_TEST=1): Nichts ist signiert, jedes Programm auf diesem Rechner darf schreiben. Eingang: http://127.0.0.1:${port}/api/messages. ${target}`
  return { what: 'Teams', state: 'gestört', detail }
}

function registration({ appId, tenantId, identity, serviceHosts }: TeamsSettings): Check {
  const proof = identity.by === 'managed' ? 'mit verwalteter Identität' : 'mit Geheimnis'
  const detail = `App ${appId} im Mandanten ${tenantId}, ${proof}; Antworten gehen nur an ${hostsOf(serviceHosts)}`
  return { what: 'Teams', state: 'gut', detail }
}

function hostsOf([first = 'niemanden', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} und ${more.length} weitere (TEAMS_SERVICE_HOSTS)`
}

async function endpoint({ publicUrl }: Config): Promise<Check> {
  const what = 'Teams-Eingang'
  const obstacle = obstacleAt(publicUrl)
  if (obstacle !== undefined) {
    const detail = `PUBLIC_URL=${publicUrl} ${obstacle}, Teams braucht etwas wie https://bot.stadt.example.`
    return { what, state: 'gestört', detail }
  }
  const url = `${publicUrl}/api/messages`
  return { what, ...endpointSays(url, await tryEndpoint(url)) }
}

/** What an answer of our address to something that is no activity means; ours says 400. */
export function endpointSays(url: string, status: number | undefined): Omit<Check, 'what'> {
  const entry = 'So muss es in Azure beim Bot unter „Konfiguration“ → „Messagingendpunkt“ stehen.'
  if (status === 400) return { state: 'gut', detail: `${url} antwortet. ${entry}` }
  if (status === undefined) {
    const detail = `${url}: Von hier antwortet dort niemand. Läuft der Server, steht der Proxy? Manche Netze zeigen ihre eigene Adresse innen nicht: dann von außen prüfen. ${entry}`
    return { state: 'aus', detail }
  }
  const detail = `${url} antwortet mit ${status} statt 400: Der Proxy gibt POST nicht unverändert weiter, oder davor steht eine Anmeldung.`
  return { state: 'gestört', detail }
}

async function token(settings: TeamsSettings): Promise<Check> {
  const what = 'Teams-Token'
  const { identity, loginUrl } = settings
  if (identity.by !== 'secret') {
    const detail =
      'Eine verwaltete Identität gilt nur auf ihrem Rechner in Azure und wird hier nicht geprüft.'
    return { what, state: 'aus', detail }
  }
  const said = await tryToken(settings, identity.password)
  if (said.ok) return { what, state: 'gut', detail: `${new URL(loginUrl).host} gibt eines aus.` }
  const { reason } = said
  if (isAway(reason)) return away(what, reason, new URL(loginUrl).host)
  const meaning =
    meanings[reason] ??
    'Microsoft gibt keines aus: TEAMS_APP_ID, TEAMS_TENANT_ID und TEAMS_APP_PASSWORD prüfen.'
  return { what, state: 'fehlt', detail: `${meaning} (${reason})` }
}

async function keys(settings: TeamsSettings): Promise<Check> {
  const what = 'Teams-Schlüssel'
  const { host } = new URL(settings.openIdUrl)
  const said = await tryKeys(settings)
  if (said.ok) {
    return { what, state: 'gut', detail: `Signaturen lassen sich prüfen, Schlüssel von ${host}` }
  }
  if (isAway(said.reason)) return away(what, said.reason, host)
  const detail = `Unter TEAMS_OPENID_URL stehen keine Schlüssel (${said.reason}): ohne sie wird jede Nachricht abgelehnt.`
  return { what, state: 'fehlt', detail }
}

function isAway(reason: string): boolean {
  return reason === 'unreachable' || reason === 'ratelimited' || reason.startsWith('http_5')
}

/** Microsoft being away or busy says nothing about our settings. */
function away(what: string, reason: string, host: string): Check {
  const detail =
    reason === 'ratelimited'
      ? `${host} bittet um Geduld: in einer Minute noch einmal.`
      : `${host} antwortet nicht (${reason}): Netz und HTTPS_PROXY prüfen.`
  return { what, state: 'gestört', detail }
}

function links(config: Config): Check {
  const isHere =
    'Fundstellen ohne eigene Seite der Sendung stehen als Text da, „Stelle lesen“ zeigt sie in Teams.'
  return examineLinks('Teams-Links', config, isHere)
}
