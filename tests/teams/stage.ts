import { once } from 'node:events'
import type http from 'node:http'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder'
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers.js'
import express from 'express'
import { type FakeOptions, type FakeTeams, openFakeTeams } from './fake.ts'
import type { Fields } from './state.ts'

export type Turn = (context: TurnContext) => Promise<unknown>

export interface Stage {
  readonly teams: FakeTeams
  readonly adapter: CloudAdapter
  /** What the bot does with an activity, from now on. */
  onTurn(turn: Turn): void
  close(): Promise<void>
}

/** A fake Teams, and the real adapter of botbuilder behind a web server that it delivers to. */
export async function openStage(options: FakeOptions = {}): Promise<Stage> {
  const teams = await openFakeTeams(options)
  const adapter = new CloudAdapter(toAuthentication(teams))
  let turn: Turn = async () => undefined
  const app = express()
  app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, async (context) => {
      await turn(context)
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  server.keepAliveTimeout = 65_000
  await once(server, 'listening')
  teams.connect(`http://127.0.0.1:${toPort(server)}/api/messages`)
  return {
    teams,
    adapter,
    onTurn(next) {
      turn = next
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await teams.close()
    },
  }
}

function toPort(server: http.Server): number | undefined {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

/** botbuilder's own checks with the fake's keys, and a token of ours on the way back. */
function toAuthentication(teams: FakeTeams): ConfigurationBotFrameworkAuthentication {
  const app = { MicrosoftAppType: 'MultiTenant', MicrosoftAppId: teams.appId }
  const credentials = new ConfigurationServiceClientCredentialFactory({
    ...app,
    MicrosoftAppPassword: teams.appPassword,
  })
  // In place of a subclass: what would ask Microsoft for a token signs with any.
  credentials.createCredentials = async () => ({
    signRequest: async (request) => {
      request.headers.set('Authorization', 'Bearer test')
      return request
    },
  })
  const addresses = {
    ToBotFromChannelTokenIssuer: teams.issuer,
    ToBotFromChannelOpenIdMetadataUrl: teams.openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdUrl,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: teams.issuer,
    ValidateAuthority: false,
  }
  return new ConfigurationBotFrameworkAuthentication({ ...app, ...addresses }, credentials)
}

/** Lets entities through as they are, see platform.md 3.2; the answer takes that back. */
export function repairEntities(): () => void {
  const { type } = mappers.Entity
  type.additionalProperties = { type: { name: 'Object' } }
  return () => {
    delete type.additionalProperties
  }
}

/** The bot's turn for one delivered activity: what its work gave, or the error it ended with. */
export async function runTurn(stage: Stage, activity: object, turn: Turn): Promise<unknown> {
  let result: unknown
  stage.onTurn(async (context) => {
    result = await turn(context).catch((error: unknown) => error)
  })
  await stage.teams.deliver(activity)
  return result
}

/** One call of the connector without any SDK. */
export async function call(
  teams: FakeTeams,
  [method, path]: readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string],
  { body, token = 'test' }: { readonly body?: unknown; readonly token?: string | null } = {},
): Promise<{ readonly status: number; readonly body: Fields }> {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${teams.serviceUrl}v3/conversations${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...authorization },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Fields }
}

/** The address of a conversation's activities. */
export function toActivities(conversation: string, rest = ''): string {
  return `/${encodeURIComponent(conversation)}/activities${rest}`
}
