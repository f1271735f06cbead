import { type Program, startProgram } from '../program.ts'
import type { FakeTeams } from './fake.ts'

/** Starts the program on a fake Teams' side and connects the two. */
export async function serve(teams: FakeTeams, dataDir: string): Promise<Program> {
  const program = await startProgram({ ...variablesFor(teams), DATA_DIR: dataDir })
  teams.connect(`${program.url}/api/messages`)
  return program
}

/** What the program needs to talk to this fake. */
export function variablesFor(teams: FakeTeams): Readonly<Record<string, string>> {
  return {
    TEAMS_APP_ID: teams.appId,
    TEAMS_APP_PASSWORD: teams.appPassword,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_OPENID_URL: teams.openIdUrl,
    TEAMS_LOGIN_URL: new URL(teams.tokenUrl).origin,
    TEAMS_SERVICE_HOSTS: new URL(teams.serviceUrl).host,
  }
}
