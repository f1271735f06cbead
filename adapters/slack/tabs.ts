import { z } from 'zod'
import { notices } from '../../src/notices.ts'
import { personOf } from './address.ts'
import { type Desk, rolesIn } from './desk.ts'
import { homeView } from './home.ts'
import { labels } from './labels.ts'
import type { Person } from './people.ts'
import { rich, section, words } from './rich.ts'

const Opened = z.object({
  user: z.string(),
  channel: z.string().optional(),
  tab: z.enum(['home', 'messages']).or(z.string()),
})

/** How many questions of one person the Home tab lists. */
const listed = 10

/** Somebody opened the Home tab, or the one with the messages. */
export async function onHome(event: unknown, desk: Desk): Promise<void> {
  const parsed = Opened.safeParse(event)
  if (!parsed.success) return
  const { user, channel, tab } = parsed.data
  const person = await desk.means.people.find(user)
  const say = labels(person?.locale ?? 'de')
  if (tab === 'home') return await publishHome(user, person, desk)
  const { promptsTitle: title, prompts } = say
  await desk.means.api('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    title,
    prompts,
  })
}

/** Shows a person their Home tab as things stand; whom the town named is for its own people. */
export async function publishHome(user: string, person: Person | undefined, desk: Desk) {
  if (person?.kind !== 'member') return await publishRefusal(user, person, desk)
  const { settings, memory } = desk.store
  const helper = settings.helper('slack')
  const view = homeView(
    {
      stock: desk.engine.stock(),
      keepDays: desk.keepDays,
      hasModel: desk.hasModel,
      questions: memory.questionsOf(personOf({ team: desk.means.team, user }), listed),
      profile: settings.profile(),
      roles: rolesIn(desk),
      team: desk.means.team,
      ...(helper ? { helper } : {}),
      isAdmin: person?.isAdmin === true,
    },
    labels(person?.locale ?? 'de'),
  )
  await desk.means.api('views.publish', { user_id: user, view })
}

async function publishRefusal(user: string, person: Person | undefined, desk: Desk): Promise<void> {
  const say = notices(person?.locale ?? 'de')
  const blocks = [rich(section(words(person ? say.guest : say.unsure)))]
  await desk.means.api('views.publish', { user_id: user, view: { type: 'home', blocks } })
}
