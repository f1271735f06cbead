import { channel, question, user } from '../door/hands.ts'
import { appMention } from '../payloads.ts'
import { playIncident } from './incidents.ts'
import { message, person, type Shape } from './shape.ts'
import { openStage, type Stage } from './stage.ts'
import { crowd, type Scene, talk } from './talk.ts'
import { views } from './views.ts'

/** Every shape a person can meet in Slack, from the real door on the shipped knowledge. */
export async function playAll(): Promise<readonly Shape[]> {
  const scenes: readonly Scene[] = [...talk, ...views, ['crowded', 'Viele auf einmal', crowd]]
  const shapes = await onStage(await openStage(), (stage) => playEach(scenes, stage))
  return [...shapes, ...(await playIncident()), await late(), await linked()]
}

async function playEach(scenes: readonly Scene[], stage: Stage): Promise<readonly Shape[]> {
  const shapes: Shape[] = []
  for (const [name, title, play] of scenes) {
    shapes.push({ name, title, shown: await play(stage) })
  }
  return [...shapes, status(stage)]
}

async function onStage<T>(stage: Stage, work: (stage: Stage) => Promise<T>): Promise<T> {
  try {
    return await work(stage)
  } finally {
    await stage.close()
  }
}

function status({ town }: Stage): Shape {
  const said = town.slack
    .callsOf('assistant.threads.setStatus')
    .map(({ args }) => String(args['status']))
  const lines = [...new Set(said)].filter(Boolean)
  return {
    name: 'status',
    title: 'Während gesucht wird',
    shown: lines.map((text) => ({ kind: 'status', text })),
  }
}

/** What was left for too long, because the program was away. */
async function late(): Promise<Shape> {
  let now = Date.now()
  return await onStage(await openStage({ now: () => now }), async ({ town }) => {
    town.slack.fault('users.info', { hang: true })
    await town.slack.deliver(appMention(town.slack, { channel, user, text: question }))
    now += 11 * 60_000
    await town.restart()
    await town.rest()
    const shown = [person(`@Sturmlotse ${question}`), ...town.said().map(message)]
    return { name: 'late', title: 'Zu spät beantwortet', shown }
  })
}

/** With a page that others can open: numbers and sources are links. */
async function linked(): Promise<Shape> {
  const env = { PUBLIC_URL: 'https://lotse.musterstadt.example', LINK_SECRET: 'x'.repeat(32) }
  return await onStage(await openStage({ env }), async ({ hands, watch }) => ({
    name: 'linked',
    title: 'Kurze Antwort, mit einer Seite zum Öffnen',
    shown: await watch(`@Sturmlotse ${question}`, () => hands.ask()),
  }))
}
