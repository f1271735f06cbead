import { z } from 'zod'
import { notice, notices } from '../../src/notices.ts'
import { suggest } from '../../src/suggest.ts'
import type { Desk } from './desk.ts'
import { replyDialog, waitingDialog } from './dialogs.ts'
import { labels } from './labels.ts'
import { plainText } from './markup.ts'
import { standingOf } from './people.ts'

const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal('reply.suggest'),
  trigger_id: z.string(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default('') }),
})

const Opened = z.looseObject({ id: z.string() })

/** "Antwort vorschlagen": a dialog at once, the draft in it a moment later. Nothing is posted. */
export async function onShortcut(body: unknown, desk: Desk): Promise<void> {
  const parsed = Shortcut.safeParse(body)
  if (!parsed.success) return
  const { trigger_id, user, channel, message } = parsed.data
  const { api, people, team } = desk.means
  const opened = await api('views.open', { trigger_id, view: waitingDialog(labels('de')) })
  const view = Opened.safeParse(opened.ok ? opened.data['view'] : undefined)
  if (!view.success) return
  const person = await people.find(user.id)
  const locale = person?.locale ?? 'de'
  const isExternal = (user.team_id ?? team) !== team
  const standing = standingOf({ channel: channel.id, isExternal }, person, desk.means)
  const words = notices(locale)
  const reply =
    standing === 'welcome'
      ? await suggest(plainText(message.text, ''), {
          engine: desk.engine,
          templates: desk.house.templates,
          profile: desk.store.settings.profile(),
          signal: AbortSignal.timeout(desk.house.deadlineMs),
          language: locale,
        })
      : notice(standing === 'unknown' ? words.unsure : words.guest, locale)
  const say = labels(locale)
  await api('views.update', { view_id: view.data.id, view: replyDialog(say.draft, reply, say) })
}
