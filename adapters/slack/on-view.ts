import { z } from 'zod'
import { redact } from '../../src/redact.ts'
import { personOf } from './address.ts'
import type { ViewAnswer } from './bolt.ts'
import type { Desk } from './desk.ts'
import { formDialog, formMark } from './forms.ts'
import { labels } from './labels.ts'
import { standingOf } from './people.ts'
import { toTownForm } from './profile-form.ts'
import { publishHome } from './tabs.ts'

const Field = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
})

const Submitted = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  view: z.object({
    id: z.string().default(''),
    hash: z.string().default(''),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Field)) }),
  }),
})

/** Takes a sent dialog. Gives what is wrong, by field, or what comes next. */
export async function onView(body: unknown, desk: Desk): Promise<ViewAnswer | undefined> {
  const parsed = Submitted.safeParse(body)
  if (!parsed.success) return undefined
  const { user, view } = parsed.data
  const values = valuesOf(view.state.values)
  const name = `${view.id} ${view.hash}`
  const sent = { user: user.id, about: view.private_metadata, values, name, team: user.team_id }
  try {
    if (view.callback_id === 'feedback') recordFeedback(sent, desk)
    if (view.callback_id === 'profile') return wrong(await saveProfile(sent, desk))
    if (view.callback_id === formMark) return await sendForm(sent, desk)
    return undefined
  } catch (error) {
    desk.onTrouble(error)
    // Closed, it would look as if it had been taken.
    const [field = ''] = Object.keys(values)
    return wrong({ [field]: labels('de').failed })
  }
}

function wrong(errors: Record<string, string> | undefined): ViewAnswer | undefined {
  return errors && { response_action: 'errors', errors }
}

const About = z.object({ about: z.string(), channel: z.string() })

// Done before it is acknowledged: what is refused can be mended in the dialog.
async function sendForm(sent: Sent, desk: Desk): Promise<ViewAnswer | undefined> {
  const { about, channel } = About.parse(JSON.parse(sent.about))
  const { means, front } = desk
  const { user, team = means.team, values, name } = sent
  const [field = ''] = Object.keys(values)
  const person = await means.people.find(user)
  const standing = standingOf({ channel, isExternal: team !== means.team }, person, means)
  if (standing !== 'welcome') return wrong({ [field]: labels('de').failed })
  const filler = { person: personOf({ team: means.team, user }), name }
  const came = front.desk.send(about, values, filler)
  front.live.wake()
  if (came.kind === 'ask')
    return { response_action: 'update', view: formDialog(came.form, channel) }
  return came.kind === 'refused' ? wrong({ [field]: came.text }) : undefined
}

interface Sent {
  readonly user: string
  readonly team: string | undefined
  /** Tells this sending from all others. */
  readonly name: string
  readonly about: string
  readonly values: Readonly<Record<string, string | undefined>>
}

function valuesOf(state: z.infer<typeof Submitted>['view']['state']['values']): Sent['values'] {
  return Object.fromEntries(
    Object.entries(state).map(([block, fields]) => {
      const [field] = Object.values(fields)
      const value = field?.value ?? field?.selected_option?.value ?? field?.selected_user
      const several = field?.selected_users?.join(',')
      return [block, value ?? several]
    }),
  )
}

function recordFeedback({ user, about, values }: Sent, { store, means }: Desk): void {
  if (!store.memory.findAnswer(about)) return
  const note = values['note']?.trim()
  // Kept unsealed, so it is one of ours or none.
  const reason = Object.keys(labels('de').reasons).find((name) => name === values['reason'])
  store.feedback.record({
    answer: about,
    person: personOf({ team: means.team, user }),
    verdict: 'down',
    ...(reason ? { reason } : {}),
    ...(note ? { note: redact(note).text } : {}),
  })
}

// Whoever opened the form may have lost the right since.
async function saveProfile(
  { user, values }: Sent,
  desk: Desk,
): Promise<Record<string, string> | undefined> {
  const person = await desk.means.people.find(user)
  if (!person?.isAdmin) return { state: labels(person?.locale ?? 'de').home.adminsOnly }
  const { settings } = desk.store
  const before = { profile: settings.profile(), team: desk.means.team }
  const { profile, helper } = toTownForm(values, before)
  settings.saveProfile(profile)
  settings.saveHelper('slack', helper)
  // The dialog closes with the acknowledgement; the tab behind it may follow a moment later.
  publishHome(user, person, desk).catch(desk.onTrouble)
  return undefined
}
