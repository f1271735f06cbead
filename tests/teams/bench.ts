import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile, questions, tell } from '../storm.ts'
import { type FakeTeams, openFakeTeams } from './fake.ts'
import type { Fault } from './faults.ts'
import { type Activity, channelMention, groupMention, personalMessage } from './payloads.ts'
import { serve } from './serve.ts'
import { type Call, type Fields, isFields, type Message, toList } from './state.ts'

/** What is sent, and how often it comes twice. */
const load = { messages: 500, seconds: 30, conversations: 50, twice: 10, faultEvery: 10 } as const

/** What Teams does to our calls in turn: some before the work, some after it, where nobody can tell. */
const troubles: readonly Fault[] = [
  { status: 412 },
  { status: 429, retryAfter: 1 },
  { status: 503 },
  { status: 429 },
  { status: 502, afterwards: true },
  { status: 500 },
  { status: 504, afterwards: true },
  { cut: true, afterwards: true },
]

/** How long the last answers may take before they count as lost, in milliseconds. */
const patienceMs = 120_000

interface Figures {
  readonly sent: number
  readonly answered: number
  readonly duplicates: number
  readonly lost: number
  readonly turnP50Ms: number
  readonly turnP99Ms: number
  readonly answerP50Ms: number
  readonly answerP99Ms: number
  readonly rssMb: number
}

interface Sent {
  readonly conversation: string
  readonly at: number
  readonly turnMs: number
}

/** The real server in a process of its own, a fake Teams in this one, signed HTTP between them. */
async function run(): Promise<Figures> {
  const teams = await openFakeTeams({ enforceLimits: true, onlyIssuedTokens: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-bench-'))
  const server = await serve(teams, dataDir)
  try {
    const sent = await storm(teams)
    await settled(teams, sent.length)
    report(teams)
    return figures(teams, sent, server.memory())
  } finally {
    await server.end('SIGTERM')
    await teams.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function storm(teams: FakeTeams): Promise<readonly Sent[]> {
  const roots = new Map<number, string>()
  const began = performance.now()
  const deliveries: Promise<Sent>[] = []
  for (let at = 0; at < load.messages; at += 1) {
    const due = (at * load.seconds * 1000) / load.messages
    await sleep(Math.max(0, due - (performance.now() - began)))
    if (at % load.faultEvery === 0) trouble(teams, at / load.faultEvery)
    deliveries.push(deliver(teams, at, roots))
  }
  return await Promise.all(deliveries)
}

function trouble(teams: FakeTeams, at: number): void {
  const fault = troubles[at % troubles.length]
  if (fault) teams.fault(Math.floor(at / troubles.length) % 2 === 0 ? 'update' : 'post', fault)
}

async function deliver(teams: FakeTeams, at: number, roots: Map<number, string>): Promise<Sent> {
  const activity = toActivity(teams, at, roots)
  const sentAt = Date.now()
  const first = insist(teams, activity)
  if (at % load.twice === 0) await insist(teams, activity)
  const { status, ms } = await first
  // Counted as lost below.
  if (status !== 200) console.error(`refused with ${status}`)
  return { conversation: activity.conversation.id, at: sentAt, turnMs: ms }
}

// Azure sends again what a closed connection swallowed.
async function insist(teams: FakeTeams, activity: Activity): ReturnType<FakeTeams['deliver']> {
  try {
    return await teams.deliver(activity)
  } catch (error) {
    console.error(`sent again: ${error instanceof Error ? error.message : error}`)
    return await teams.deliver(activity)
  }
}

/** A third each in personal chats, group chats and threads of channels. */
function toActivity(teams: FakeTeams, at: number, roots: Map<number, string>): Activity {
  const lane = at % load.conversations
  const name = String(lane).padStart(2, '0')
  const written = { text: questions[at % questions.length] ?? '', from: `29:person-${name}` }
  if (lane % 3 === 0) return personalMessage(teams, written)
  if (lane % 3 === 1) return groupMention(teams, { ...written, chat: `19:gruppe${name}@thread.v2` })
  const rootId = roots.get(lane)
  const channel = `19:kanal${lane % 5}@thread.tacv2`
  const message = channelMention(teams, { ...written, channel, ...(rootId ? { rootId } : {}) })
  if (!rootId) roots.set(lane, message.id)
  return message
}

/** All answers are in, or no more will come. */
async function settled(teams: FakeTeams, expected: number): Promise<void> {
  const until = Date.now() + patienceMs
  while (answersOf(teams).length < expected && Date.now() < until) await sleep(200)
  // A double would come now.
  await sleep(3000)
}

interface Answer {
  readonly conversation: string
  readonly at: number
}

/** An acute question gets the first steps as well, which are no answer yet. */
function answersOf(teams: FakeTeams): readonly Answer[] {
  const filled = firstFills(teams.calls)
  return teams.messages.filter(isAnswer).map(({ conversation, id, at }) => ({
    conversation,
    at: filled.get(`${conversation} ${id}`) ?? at,
  }))
}

function isAnswer({ activity, deleted }: Message): boolean {
  return (
    !deleted &&
    isLabelled(activity) &&
    !/Stopp zuerst alle|Dann geplante|First stop all/.test(textOf(activity))
  )
}

function isLabelled({ entities }: Fields): boolean {
  return toList(entities).some(({ type }) => type === 'https://schema.org/Message')
}

function textOf({ text }: Fields): string {
  return String(text ?? '')
}

/** Buttons below answers, by the answer they belong to. */
function buttonsOf({ messages }: FakeTeams): readonly string[] {
  return messages
    .filter(({ activity, deleted }) => !deleted && !activity['text'])
    .map(
      ({ activity }) => /"verb":"human","ref":"([^"]+)"/.exec(JSON.stringify(activity))?.[1] ?? '',
    )
}

/** When each place got its answer first; some get it twice, where we could not know that it worked. */
function firstFills(calls: readonly Call[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { conversation, activityId, body, at, operation } of calls) {
    if (!isFields(body) || !isLabelled(body)) continue
    const stream = toList(body['entities']).find(({ type }) => type === 'streaminfo')
    const id = operation === 'update' ? activityId : stream?.['streamId']
    const key = `${conversation} ${id}`
    if (id !== undefined && !found.has(key)) found.set(key, at)
  }
  return found
}

// Answers in a conversation keep its order, so the third event answered there is the third message.
function figures(teams: FakeTeams, sent: readonly Sent[], rssMb: number): Figures {
  const left = Map.groupBy(answersOf(teams), ({ conversation }) => conversation)
  const waits: number[] = []
  let lost = 0
  for (const { conversation, at } of sent) {
    const answer = left.get(conversation)?.shift()
    if (answer) waits.push(answer.at - at)
    else lost += 1
  }
  const surplus = [...left.values()].reduce((sum, rest) => sum + rest.length, 0)
  const buttons = buttonsOf(teams)
  const turns = sent.map(({ turnMs }) => turnMs)
  return {
    sent: sent.length,
    answered: waits.length,
    duplicates: surplus + buttons.length - new Set(buttons).size,
    lost,
    turnP50Ms: quantile(turns, 0.5),
    turnP99Ms: quantile(turns, 0.99),
    answerP50Ms: quantile(waits, 0.5),
    answerP99Ms: quantile(waits, 0.99),
    rssMb,
  }
}

/** What no figure tells: places that were opened twice, and what Teams would complain about. */
function report({ messages, refusals, breaches, calls }: FakeTeams): void {
  const empty = messages.filter(
    ({ activity, deleted }) => !deleted && activity['text'] && !isLabelled(activity),
  )
  const throttled = calls.filter(({ code }) => code === 'Throttled')
  console.error(
    `${empty.length} places left empty, ${throttled.length} calls throttled, ${refusals.length} refused, ${breaches.length} limits broken`,
  )
  const rules = Map.groupBy(breaches, ({ rule }) => rule)
  for (const [rule, all] of rules) console.error(`  ${all.length} × ${rule}: ${all[0]?.detail}`)
}

tell(await run())
