import { z } from 'zod'
import type { Language } from '../../src/domain/documents.ts'
import { notice, notices } from '../../src/notices.ts'
import { suggest } from '../../src/suggest.ts'
import { tongueOf } from '../../src/tongue.ts'
import { type Address, conversationOf } from './address.ts'
import type { InvokeAnswer } from './botbuilder.ts'
import { cardVersion, deedOf } from './buttons.ts'
import { replyCard } from './card.ts'
import { onAsk, onSend } from './deeds.ts'
import { type Asked, type Desk, dialog, sentence, told } from './desk.ts'
import { addressOf, type Envelope } from './envelope.ts'
import { onDialogSent, onFeedback, onFeedbackDialog } from './feedback.ts'
import { labels, languageOfLocale } from './labels.ts'
import { htmlWords } from './markup.ts'
import { onPress } from './press.ts'

/** A dialog has about five seconds; then the client shows an error of its own. */
const dialogMs = 3500

const done: InvokeAnswer = { status: 200, body: {} }

const handlers: Readonly<Record<string, (asked: Asked) => Promise<InvokeAnswer>>> = {
  'message/submitAction': onFeedback,
  'message/fetchTask': onFeedbackDialog,
  'adaptiveCard/action': onPress,
  'composeExtension/fetchTask': onSuggest,
  'composeExtension/submitAction': async () => done,
  'task/fetch': onDialogAsked,
  'task/submit': onTaskSent,
  // Two spellings are in use.
  'suggestedActions/submit': async () => done,
  'suggestedAction/submit': async () => done,
}

/** Answers a button, a dialog or feedback; `undefined` for what the SDK may answer. Never fails. */
export async function onInvoke(activity: Envelope, desk: Desk): Promise<InvokeAnswer | undefined> {
  const name = activity.name ?? ''
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler) return undefined
  const asked = toAsked(activity, desk)
  try {
    return await handler(asked)
  } catch (error) {
    desk.onTrouble(error)
    return failure(name, asked)
  }
}

export function toAsked(activity: Envelope, desk: Desk): Asked {
  const { value, replyToId, from } = activity
  const address = addressOf(activity)
  const say = labels(languageAt(activity, address, desk))
  // What it carries goes into messages and forms: one line of words.
  const name = (from.name ?? '')
    .replace(/[<>\s]+/g, ' ')
    .trim()
    .slice(0, 100)
  return { value, replyTo: replyToId ?? '', address, name, say, desk }
}

// A draft is for the person; everything else belongs to a conversation.
function languageAt({ name }: Envelope, address: Address, { store }: Desk): Language {
  const locale = languageOfLocale(address.locale)
  if (name?.startsWith('composeExtension/')) return locale
  const conversation = conversationOf(address)
  return tongueOf({ text: '', isCommand: false, conversation, locale }, store.memory)
}

function failure(name: string, { say }: Asked): InvokeAnswer {
  if (name === 'adaptiveCard/action') return sentence(say.failed)
  return /fetchTask|submit$/.test(name) ? told(say.failed) : done
}

const Task = z.looseObject({
  data: z.looseObject({ verb: z.string(), ref: z.string(), v: z.literal(cardVersion) }),
})

/** A dialog of the crisis desk; no other button of ours asks for one. */
async function onDialogAsked(asked: Asked): Promise<InvokeAnswer> {
  const task = Task.safeParse(asked.value)
  return task.success ? onAsk(task.data.data.ref, asked) : told(asked.say.stale)
}

/** Feedback, in clients that send it as any other dialog, or one of the crisis desk. */
async function onTaskSent(asked: Asked): Promise<InvokeAnswer> {
  const { data } = Task.safeParse(asked.value)
  if (!data || deedOf(data.data.verb) === undefined) return await onDialogSent(asked)
  const { verb: _, ref, v: __, ...typed } = data.data
  const values = Object.entries(typed).filter((one): one is [string, string] => {
    return typeof one[1] === 'string'
  })
  return onSend(ref, Object.fromEntries(values), asked)
}

const Extension = z.looseObject({
  commandId: z.literal('reply.suggest'),
  messagePayload: z.looseObject({ body: z.looseObject({ content: z.string() }) }),
})

/** "Antwort vorschlagen" on any message: a draft in a dialog, nothing is posted. */
async function onSuggest({ value, say, desk }: Asked): Promise<InvokeAnswer> {
  const { language } = say
  const picked = Extension.safeParse(value)
  if (!picked.success) return dialog(say.draft, replyCard(notice(say.noPost, language)))
  const post = htmlWords(picked.data.messagePayload.body.content)
  if (post === '') return dialog(say.draft, replyCard(notice(notices(language).files, language)))
  const reply = await suggest(post, {
    engine: desk.engine,
    templates: desk.house.templates,
    profile: desk.store.settings.profile(),
    signal: AbortSignal.timeout(dialogMs),
    language,
  })
  return dialog(say.draft, replyCard(reply))
}
