import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { quantile, questions, tell } from '../storm.ts'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { appMention } from './payloads.ts'
import { serve } from './serve.ts'

/** What is sent, and what Slack does to it: doubles and refusals come at these rhythms. */
const load = {
  mentions: 500,
  seconds: 30,
  threads: 50,
  channels: 10,
  twice: 10,
  refused: 20,
} as const

/** How long the last answers may take before they count as lost, in milliseconds. */
const patienceMs = 60_000

interface Figures {
  readonly sent: number
  readonly answered: number
  readonly duplicates: number
  readonly lost: number
  readonly ackP50Ms: number
  readonly ackP99Ms: number
  readonly answerP50Ms: number
  readonly answerP99Ms: number
  readonly rssMb: number
}

interface Sent {
  readonly thread: string
  readonly at: number
  ackMs: number
}

/** The real server in a process of its own, a fake Slack in this one, signed HTTP between them. */
async function run(): Promise<Figures> {
  const slack = await openFakeSlack()
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-bench-'))
  const server = await serve(slack, dataDir)
  try {
    slack.everyNth('chat.postMessage', load.refused, { status: 429, retryAfter: 1 })
    const sent = await storm(slack)
    await settled(slack, sent.length)
    return figures(slack, sent, server.memory())
  } finally {
    await server.end('SIGTERM')
    await slack.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function storm(slack: FakeSlack): Promise<readonly Sent[]> {
  const roots = new Map<number, string>()
  const began = performance.now()
  const deliveries: Promise<Sent>[] = []
  for (let at = 0; at < load.mentions; at += 1) {
    await sleep(
      Math.max(0, (at * load.seconds * 1000) / load.mentions - (performance.now() - began)),
    )
    deliveries.push(deliver(slack, at, roots))
  }
  return await Promise.all(deliveries)
}

async function deliver(slack: FakeSlack, at: number, roots: Map<number, string>): Promise<Sent> {
  const lane = at % load.threads
  const channel = `C0BENCH${String(lane % load.channels).padStart(2, '0')}`
  const text = questions[at % questions.length] ?? ''
  const threadTs = roots.get(lane)
  const user = `U0BENCH${String(lane).padStart(2, '0')}`
  const payload = appMention(slack, { channel, user, text, ...(threadTs ? { threadTs } : {}) })
  const ts = threadTs ?? String(payload.event['ts'])
  roots.set(lane, ts)
  const sentAt = Date.now()
  const { status, ms } = await slack.deliver(payload)
  if (at % load.twice === 0) await slack.deliver(payload, { retry: 1, reason: 'http_timeout' })
  // Counted as lost below.
  if (status !== 200) console.error(`refused with ${status}`)
  return { thread: `${channel}:${ts}`, at: sentAt, ackMs: ms }
}

/** All answers are in, or no more will come. */
async function settled(slack: FakeSlack, expected: number): Promise<void> {
  const until = Date.now() + patienceMs
  const tasks = () => new Set(answersOf(slack).map(({ task }) => task)).size
  while (tasks() < expected && Date.now() < until) await sleep(100)
  // A double would come now.
  await sleep(2000)
}

interface Answer {
  readonly thread: string
  readonly at: number
  /** Of the event it answers: an acute one gets two messages. */
  readonly task: string
  /** Of the message itself. */
  readonly id: string
}

const Metadata = z.object({ event_payload: z.object({ id: z.string() }) })

function answersOf(slack: FakeSlack): readonly Answer[] {
  return slack
    .callsOf('chat.postMessage')
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ args, at }) => {
      const { id } = Metadata.parse(args['metadata']).event_payload
      const thread = `${args['channel']}:${args['thread_ts']}`
      return { thread, at, id, task: id.split('.')[0] ?? '' }
    })
}

// Answers in a thread keep its order, so the third event answered there is the third mention.
function figures(slack: FakeSlack, sent: readonly Sent[], rssMb: number): Figures {
  const posted = answersOf(slack)
  const first = [...new Map(posted.toReversed().map((one) => [one.task, one])).values()].reverse()
  const left = Map.groupBy(first, ({ thread }) => thread)
  const waits: number[] = []
  let lost = 0
  for (const { thread, at } of sent) {
    const answer = left.get(thread)?.shift()
    if (answer) waits.push(answer.at - at)
    else lost += 1
  }
  const surplus = [...left.values()].reduce((sum, rest) => sum + rest.length, 0)
  const duplicates = surplus + posted.length - new Set(posted.map(({ id }) => id)).size
  const acks = sent.map(({ ackMs }) => ackMs)
  return {
    sent: sent.length,
    answered: waits.length,
    duplicates,
    lost,
    ackP50Ms: quantile(acks, 0.5),
    ackP99Ms: quantile(acks, 0.99),
    answerP50Ms: quantile(waits, 0.5),
    answerP99Ms: quantile(waits, 0.99),
    rssMb,
  }
}

tell(await run())
