import { checkAi } from './check-ai.ts'
import { checkCard } from './check-card.ts'
import { type Breach, type Fields, isFields, type Scope, toList } from './state.ts'

/** What Teams says to an activity: nothing, or a code and every reason. */
export interface Verdict {
  readonly status: number
  readonly code: string
  readonly reasons: readonly string[]
  /** What would look wrong but is let pass. */
  readonly breaches: readonly Pick<Breach, 'rule' | 'detail'>[]
}

/** Where the activity is to be seen. */
export interface Place {
  readonly scope: Scope
  readonly isTargeted?: boolean
}

const KB = 1024
/** Teams stops at about 100 KB; whoever comes near is refused here already. */
const TOO_BIG = 100 * KB
const NEARLY_TOO_BIG = 80 * KB

const CARD = 'application/vnd.microsoft.card.adaptive'
const FORMATS = ['markdown', 'plain', 'xml']
const MAX_SUGGESTIONS = 3

/** What Teams would refuse about an activity, every reason in a line of its own. */
export function checkActivity(activity: Fields, place: Place): Verdict {
  const size = countBytes(activity)
  const tooBig = `the activity has ${size} bytes in UTF-16`
  if (size > TOO_BIG) return refused(413, 'MessageSizeTooBig', [tooBig])
  const reasons = [
    ...(size > NEARLY_TOO_BIG ? [tooBig] : []),
    ...checkType(activity),
    ...checkText(activity),
    ...checkAi(activity),
    ...toList(activity['entities']).flatMap((entity) => checkEntity(activity, entity)),
    ...checkSuggestions(activity, place),
    ...checkAttachments(activity),
    ...checkFeedback(activity),
    ...checkTarget(activity, place),
  ]
  return { ...refused(400, 'BadSyntax', reasons), breaches: findBreaches(activity) }
}

/** How big an activity is for Teams, which counts two bytes a character. */
export function countBytes(activity: object): number {
  return JSON.stringify(activity).length * 2
}

function refused(status: number, code: string, reasons: readonly string[]): Verdict {
  return { status, code, reasons, breaches: [] }
}

function checkType({ type, text, attachments }: Fields): readonly string[] {
  if (type === 'typing') return []
  if (type !== 'message') return [`type: ${type}`]
  const hasText = typeof text === 'string' && text.trim() !== ''
  const isEmpty = !hasText && toList(attachments).length === 0
  return isEmpty ? ["must include a non-empty 'text' or at least one attachment"] : []
}

function checkText({ text, textFormat }: Fields): readonly string[] {
  return [
    ...(text === undefined || typeof text === 'string' ? [] : ['text: is no text']),
    ...(textFormat === undefined || FORMATS.includes(String(textFormat))
      ? []
      : [`textFormat: ${textFormat}`]),
  ]
}

/** Mentions and quotations name a place in the text. */
function checkEntity({ text }: Fields, entity: Fields): readonly string[] {
  const { type, mentioned, quotedReply } = entity
  const written = typeof text === 'string' ? text : ''
  if (type === 'mention') {
    const isWritten = typeof entity['text'] === 'string' && written.includes(entity['text'])
    return [
      ...(isFields(mentioned) && mentioned['id'] ? [] : ['mention: needs mentioned.id']),
      ...(isWritten ? [] : [`mention: ${entity['text']} is not in the text`]),
    ]
  }
  if (type !== 'quotedReply') return []
  const id = isFields(quotedReply) ? quotedReply['messageId'] : undefined
  return id && written.includes(`<quoted messageId="${id}"`)
    ? []
    : [`quotedReply: ${id} is not in the text`]
}

function checkSuggestions(activity: Fields, { scope }: Place): readonly string[] {
  const { suggestedActions, attachments } = activity
  if (!isFields(suggestedActions)) return []
  const actions = toList(suggestedActions['actions'])
  const nameless = actions.filter(({ title, value }) => !title || value === undefined)
  return [
    ...(scope === 'personal' ? [] : [`suggestedActions: not in a ${scope}`]),
    ...(toList(attachments).length > 0 ? ['suggestedActions: not together with attachments'] : []),
    ...(actions.length === 0 ? ['suggestedActions: there are none'] : []),
    ...(actions.length > MAX_SUGGESTIONS ? [`suggestedActions: ${actions.length} actions`] : []),
    ...nameless.map(() => 'suggestedActions: needs title and value'),
    ...actions
      .filter(({ type }) => type !== 'imBack' && type !== 'Action.Submit')
      .map(({ type }) => `suggestedActions: type ${type}`),
  ]
}

function checkAttachments({ attachments, text }: Fields): readonly string[] {
  if (attachments !== undefined && !Array.isArray(attachments)) return ['attachments: is no list']
  const cards = toList(attachments).filter(({ contentType }) => contentType === CARD)
  // Teams makes two messages of it, and refuses to put two in the place of one.
  const isSplit = text && cards.length > 0
  const split = isSplit ? ['attachments: a card comes without text'] : []
  return [...split, ...toList(attachments).flatMap(checkAttachment)]
}

function checkAttachment({ contentType, content, contentUrl }: Fields): readonly string[] {
  if (contentType === CARD) return checkCard(content)
  if (typeof contentType !== 'string') return ['attachments: needs contentType']
  if (contentType.startsWith('text/')) return [`attachments: ${contentType} cannot be sent`]
  return content || contentUrl ? [] : ['attachments: needs content or contentUrl']
}

function checkFeedback({ channelData, type }: Fields): readonly string[] {
  const loop = isFields(channelData) ? channelData['feedbackLoop'] : undefined
  if (loop === undefined) return []
  if (type !== 'message') return ['feedbackLoop: on messages only']
  const kind = isFields(loop) ? loop['type'] : undefined
  return kind === 'default' || kind === 'custom' ? [] : [`feedbackLoop: type ${kind}`]
}

function checkTarget({ recipient }: Fields, { scope, isTargeted }: Place): readonly string[] {
  if (!isTargeted) return []
  const id = isFields(recipient) ? recipient['id'] : undefined
  return [
    ...(scope === 'personal' ? ['isTargetedActivity: not in a personal chat'] : []),
    ...(id ? [] : ['isTargetedActivity: needs recipient.id']),
  ]
}

function findBreaches(activity: Fields): Verdict['breaches'] {
  const { text, textFormat, attachments, summary, type } = activity
  const written = typeof text === 'string' && textFormat !== 'plain' ? text : ''
  const isSilent = type === 'message' && !text && !summary && toList(attachments).length > 0
  const named = toList(activity['entities']).map((entity) => entity['text'])
  const nobody = written.match(/<at>.*?<\/at>/g)?.find((mention) => !named.includes(mention))
  return [
    ...(/^#{1,6} /m.test(written) ? [markdown('a heading is not rendered')] : []),
    ...(/^\s*\|.*\|\s*$/m.test(written) ? [markdown('a table is not rendered')] : []),
    ...(nobody ? [markdown(`${nobody} mentions nobody`)] : []),
    ...(isSilent ? [{ rule: 'no-summary' as const, detail: 'the notification says nothing' }] : []),
  ]
}

function markdown(detail: string): Pick<Breach, 'rule' | 'detail'> {
  return { rule: 'markdown', detail }
}
