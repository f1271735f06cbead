import { App, ExpressReceiver, LogLevel, webApi } from '@slack/bolt'
import { type FakeOptions, type FakeSlack, openFakeSlack } from './fake.ts'

/** Bolt's log, unread. */
export const QUIET = {
  debug: skip,
  info: skip,
  warn: skip,
  error: skip,
  setLevel: skip,
  setName: skip,
  getLevel: () => LogLevel.ERROR,
}

function skip(): void {
  // Nothing is kept.
}

/** Repeats without waiting. */
export const AT_ONCE = { retries: 3, minTimeout: 1, maxTimeout: 1 }

/** The real client against a fake Slack. */
export function toClient(
  slack: FakeSlack,
  options: webApi.WebClientOptions & { readonly token?: string | undefined } = {},
): webApi.WebClient {
  const { token = slack.botToken, ...rest } = options
  const defaults = { slackApiUrl: slack.apiUrl, logger: QUIET, retryConfig: { retries: 0 } }
  return new webApi.WebClient(token, { ...defaults, ...rest })
}

/** The error code of a call that Slack refuses. */
export async function toError(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'ok'
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error
    throw error
  }
}

export interface Stage {
  readonly slack: FakeSlack
  readonly app: App
  close(): Promise<void>
}

/** A fake Slack and a Bolt app behind a real ExpressReceiver that it delivers to. */
export async function openStage(options: FakeOptions = {}): Promise<Stage> {
  const slack = await openFakeSlack(options)
  const receiver = new ExpressReceiver({ signingSecret: slack.signingSecret, logger: QUIET })
  const app = new App({
    receiver,
    token: slack.botToken,
    logger: QUIET,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  slack.connect(`http://127.0.0.1:${port}/slack/events`)
  return {
    slack,
    app,
    async close() {
      server.closeAllConnections()
      await receiver.stop()
      await slack.close()
    },
  }
}
