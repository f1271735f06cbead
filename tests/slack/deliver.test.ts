import { once } from 'node:events'
import http from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { appMention } from './payloads.ts'

const ASKED = { channel: 'C0STAB001', user: 'U0FRAGE01', text: 'Wie lange?' }

let slack: FakeSlack

beforeEach(async () => {
  slack = await openFakeSlack()
})

afterEach(async () => {
  await slack.close()
})

describe('repeats of a delivery', () => {
  async function openServer(answer: http.RequestListener) {
    const server = http.createServer(answer)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    slack.connect(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
    return server
  }

  it('come after failures, numbered and with the reason, until one is taken', async () => {
    let count = 0
    const server = await openServer((_, response) => {
      count += 1
      if (count === 1) response.socket?.destroy()
      else response.writeHead(count < 4 ? 500 : 200).end()
    })
    const tries = await slack.deliverWithRetries(appMention(slack, ASKED), {
      factor: 0,
    })
    server.close()
    expect(tries.map(({ retry, reason, delivered }) => [retry, reason, delivered?.status])).toEqual(
      [
        [0, undefined, undefined],
        [1, 'connection_failed', 500],
        [2, 'http_error', 500],
        [3, 'http_error', 200],
      ],
    )
  })

  it('end when the answer forbids them', async () => {
    const server = await openServer((_, response) => {
      response.writeHead(500, { 'x-slack-no-retry': '1' }).end()
    })
    const tries = await slack.deliverWithRetries(appMention(slack, ASKED), {
      factor: 0,
    })
    server.close()
    expect(tries).toHaveLength(1)
  })

  it('come after silence too', async () => {
    const reasons: unknown[] = []
    const server = await openServer((request, response) => {
      reasons.push(request.headers['x-slack-retry-reason'])
      if (reasons.length > 1) response.end()
    })
    const how = { factor: 0, timeoutMs: 50 }
    await slack.deliverWithRetries(appMention(slack, ASKED), how)
    server.closeAllConnections()
    server.close()
    expect(reasons.slice(0, 2)).toEqual([undefined, 'http_timeout'])
  })
})
