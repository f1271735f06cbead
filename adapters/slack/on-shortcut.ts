import { z } from 'zod'
import { notice, notices } from '../../src/notices.ts'
import { suggest } from '../../src/suggest.ts'
import { responseUrlOf } from './address.ts'
import type { Desk } from './desk.ts'
import { replyDialog, type View, waitingDialog } from './dialogs.ts'
import { labels } from './labels.ts'
import { plainText } from './markup.ts'
import { standingOf } from './people.ts'
import { rich, section, words } from './rich.ts'
import { whisper } from './whisper.ts'
import { sentence, show } from './window.ts'

const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal('reply.suggest'),
  trigger_id: z.string(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }),
  response_url: z.string().optional(),
  message: z.object({ text: z.string().default('') }),
})

const Opened = z.looseObject({ id: z.string() })

/** "Antwort vorschlagen": a dialog at once, the draft in it a moment later. Nothing is posted. */
export async function onShortcut(body: unknown, desk: Desk): Promise<void> {
  const parsed = Shortcut.safeParse(body)
  if (!parsed.success) return
  const { trigger_id: trigger } = parsed.data
  const { api } = desk.means
  const opened = await api('views.open', { trigger_id: trigger, view: waitingDialog(labels('de')) })
  const view = Opened.safeParse(opened.ok ? opened.data['view'] : undefined)
  if (!view.success) return await tellTooLate(parsed.data, desk)
  const at = { trigger, viewId: view.data.id }
  try {
    if (await show(api, await draftFor(parsed.data, desk), at)) return
  } catch (error) {
    desk.onTrouble(error)
  }
  await show(api, sentence(labels('de').failed, 'de'), at)
}

type Chosen = z.infer<typeof Shortcut>

async function draftFor({ user, channel, message }: Chosen, desk: Desk): Promise<View> {
  const { people, team } = desk.means
  const person = await people.find(user.id)
  const locale = person?.locale ?? 'de'
  const isExternal = (user.team_id ?? team) !== team
  const standing = standingOf({ channel: channel.id, isExternal }, person, desk.means)
  const refusals = notices(locale)
  const reply =
    standing === 'welcome'
      ? await suggest(plainText(message.text, ''), {
          engine: desk.engine,
          templates: desk.house.templates,
          profile: desk.store.settings.profile(),
          signal: AbortSignal.timeout(desk.house.deadlineMs),
          language: locale,
        })
      : notice(standing === 'unknown' ? refusals.unsure : refusals.guest, locale)
  const say = labels(locale)
  return replyDialog(say.draft, reply, say)
}

// Slack takes no dialog any more: whoever waits for one must not wait for ever.
async function tellTooLate(chosen: Chosen, { means }: Desk): Promise<void> {
  const { team, apiUrl, api } = means
  const { user, channel } = chosen
  const at = {
    team,
    channel: channel.id,
    user: user.id,
    place: 'command',
    isExternal: false,
  } as const
  const text = labels('de').failed
  const message = { text, blocks: [rich(section(words(text)))] }
  await whisper(api, message, { ...at, ...responseUrlOf(chosen, apiUrl) })
}
