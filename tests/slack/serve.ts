import { setTimeout as sleep } from 'node:timers/promises'
import { type Program, startProgram } from '../program.ts'
import type { FakeSlack } from './fake.ts'

interface ServeOptions {
  readonly mode?: 'http' | 'socket'
  readonly port?: string
  /** Slack is away: nobody waits for it. */
  readonly isAway?: boolean
}

/** Starts the program on a fake Slack's side and connects the two; settles when Slack is answered. */
export async function serve(
  slack: FakeSlack,
  dataDir: string,
  { mode = 'http', port = '0', isAway = false }: ServeOptions = {},
): Promise<Program> {
  const before = slack.callsOf('auth.test').length
  const program = await startProgram({
    PORT: port,
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(mode === 'http'
      ? { SLACK_SIGNING_SECRET: slack.signingSecret }
      : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
  })
  slack.connect(`${program.url}/slack/events`)
  while (slack.callsOf('auth.test').length === before) await sleep(20)
  // The token is known a moment before requests are taken.
  if (!isAway) await sleep(200)
  return program
}
