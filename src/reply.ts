import type { Desk } from './crisis/desk.ts'
import { firstText } from './crisis/first-text.ts'
import { lookAt, type Outlook } from './crisis/match-playbooks.ts'
import type { Templates } from './crisis/templates.ts'
import { cited, type Finding } from './domain/citation.ts'
import type { Language } from './domain/documents.ts'
import type { Inbound } from './domain/inbound.ts'
import { longest, type Reply, shownText } from './domain/reply.ts'
import type { Engine } from './engine.ts'
import { excerpt } from './excerpt.ts'
import { languageOf } from './german/language.ts'
import { numbersOnFile } from './human.ts'
import { openActions, shortTitle } from './incident-reply.ts'
import { lightFor } from './light-reply.ts'
import { notice, notices } from './notices.ts'
import { cardFor, needsCard } from './opening.ts'
import { phrases } from './phrases.ts'
import type { Store } from './ports-store.ts'
import { redact } from './redact.ts'
import { type Style, shortened } from './restyle.ts'
import { withSources } from './step-sources.ts'
import { toApology, toReply } from './to-reply.ts'
import { tongueOf } from './tongue.ts'
import { wishOf } from './wish.ts'

/** What a conversation needs of the house. */
export interface House {
  readonly engine: Pick<Engine, 'ask' | 'more' | 'findDocument'>
  readonly store: Pick<Store, 'memory' | 'settings'>
  readonly templates: Templates
  /** The crisis desk, where an incident can be opened from here. */
  readonly desk?: Pick<Desk, 'manual'>
  /** What a click on a source opens. */
  readonly toLink?: (finding: Finding) => string
  /** How long one answer may take, in milliseconds. */
  readonly deadlineMs: number
}

/** What stops a reply, and what is told while it is made. */
export interface Progress {
  readonly signal: AbortSignal
  readonly onPhase: (phase: 'search' | 'write') => void
}

/** Questions of a thread that a follow-up is understood from. */
const contextSize = 5

/** In a private place a message that points back means what was asked there this long ago. */
const sessionMs = 15 * 60_000

/**
 * What a message gets: the first steps at once where something burns, then one answer, refusal,
 * question back or plain sentence. Never nothing.
 *
 * The same message gives as many replies each time, so that one who was interrupted after the first
 * goes on with the second.
 *
 * @throws the signal's reason when it was stopped
 */
export async function* reply(
  inbound: Inbound,
  house: House,
  progress: Progress,
): AsyncGenerator<Reply, void, undefined> {
  const { memory } = house.store
  if (inbound.more !== undefined) {
    yield await moreOf(inbound.more, inbound, house)
    return
  }
  const { wish, text, style } = wishOf(inbound)
  const language = tongueOf(inbound, memory)
  if (wish === 'close') {
    memory.release(inbound.conversation)
    const { closed, closedHere } = notices(language)
    yield notice(inbound.place === 'private' ? closedHere : closed, language)
    return
  }
  memory.engage(inbound.conversation)
  if (wish === 'help') {
    const say = notices(language)
    yield notice(inbound.hasFiles ? say.files : say.help, language)
    return
  }
  if (style) {
    yield await restyle(style, inbound, { house, progress })
    return
  }
  const last =
    wish === 'more' || wish === 'place' ? memory.lastAnswer(inbound.conversation) : undefined
  if (last !== undefined) {
    yield wish === 'more'
      ? await moreOf(last, inbound, house)
      : placeReply(last, Number(text), { house, language })
    return
  }
  if (wish === 'human') {
    yield numbersOnFile(house.store.settings.profile(), language)
    return
  }
  if (wish === 'start') {
    yield burning(text, language, { inbound, house })
    return
  }
  const earlier = contextOf(inbound, memory)
  // Before anything is out: who deletes the message erases what was said to it as well.
  memory.remember({ ...inbound, text: redact(text).text })
  const light = await lightReply(text, house, progress)
  if (light) {
    yield light
    return
  }
  const burns = needsCard(text, earlier)
  if (burns) yield burning(text, language, { inbound, house })
  const address = memory.addressOf(inbound.conversation)
  const asking = { house, progress, ...(address ? { style: { address } } : {}) }
  const said = await answer(text, earlier, asking)
  yield burns && !inbound.isShared ? explained(said, text, house) : said
}

/** The last answer of the conversation said otherwise: shorter, with Sie, in another language. */
async function restyle(style: Style, inbound: Inbound, asking: Asking): Promise<Reply> {
  const { memory } = asking.house.store
  const id = memory.lastAnswer(inbound.conversation)
  const kept = id === undefined ? undefined : memory.findAnswer(id)
  if (kept?.text === undefined) return notice(notices(inbound.locale).nothingYet, inbound.locale)
  const { text, reply: old } = kept
  memory.remember({ ...inbound, text })
  const isFrame = style.address !== undefined || style.language !== undefined
  // Its own question is in the thread: it is no earlier one.
  const earlier = contextOf(inbound, memory).filter((one) => one !== text)
  // "Auf Englisch" takes back no "Sie-Form".
  const held = old.address ? { address: old.address, ...style } : style
  const said =
    isFrame && old.kind !== 'draft' ? await answer(text, earlier, { ...asking, style: held }) : old
  return style.isShort ? shortened(said) : said
}

/** What is shown now is the last answer of the thread, and there may be more of it still. */
async function moreOf(id: string, inbound: Inbound, house: House): Promise<Reply> {
  const { memory } = house.store
  const asked = memory.findAnswer(id)?.text
  if (asked !== undefined) memory.remember({ ...inbound, text: asked })
  return await more({ answer: id, by: inbound.id }, inbound.locale, house)
}

interface Wanted {
  /** The answer somebody wants more of. */
  readonly answer: string
  /** The question that wants it: what an earlier try showed for it may be shown again. */
  readonly by?: string
}

/** What else the sources say beside a kept answer, or that there is nothing more. */
export async function more(wanted: Wanted, locale: Language, house: House): Promise<Reply> {
  const { memory } = house.store
  const kept = memory.findAnswer(wanted.answer)
  if (kept?.text === undefined) return notice(notices(locale).forgotten, locale)
  const { language } = kept.reply
  try {
    const seen = memory.shownWith(wanted.answer, wanted.by)
    const found = await house.engine.more(kept.text, seen)
    if (found.status !== 'answered') return notice(notices(language).nothingMore, language)
    const { address } = kept.reply
    const question = { ...found.question, ...(address ? { address } : {}) }
    const reply = toReply({ ...found, question }, house.store.settings.profile())
    // Another lead tells of danger: it stays.
    const isPlain = reply.lead === '' || reply.lead === phrases(language).lead
    return isPlain ? { ...reply, lead: notices(language).further } : reply
  } catch (error) {
    return toApology(error, language)
  }
}

interface Reading {
  readonly house: House
  readonly language: Language
}

/** The cited cues of an answer with those around them, as lines. */
function placeReply(id: string, number: number, { house, language }: Reading): Reply {
  const sources = house.store.memory.findAnswer(id)?.reply.sources ?? []
  const source = sources.find((one) => one.number === number)
  if (!source) return notice(notices(language).noPlace(sources.length), language)
  const document = house.engine.findDocument(cited(source.citation).id)
  const lines = document ? excerpt(document, source.citation) : []
  const items = lines.map(({ at, speaker, text, isCited }) => {
    const words = [at, speaker, text].filter(Boolean).join(' · ')
    return isCited ? `» ${words}` : words
  })
  const shown = items.length > 0 ? items : [source.citation.quote]
  const title = notices(language).around
  return { ...notice(source.line, language), steps: [{ title, items: shown, isOrdered: false }] }
}

interface Scene {
  readonly inbound: Inbound
  readonly house: House
}

/** The first steps, with the text that fits and the two incidents that could be opened from here. */
function burning(text: string, language: Language, { inbound, house }: Scene): Reply {
  const { store, templates, desk, engine, toLink } = house
  const profile = store.settings.profile()
  const manual = attempt(() => desk?.manual())
  if (!manual) return cardFor(text, language, { profile, template: templates.holding })
  const outlook = lookAt(text, manual)
  const template = firstText(text, outlook, { templates, manual })
  const card = cardFor(text, language, { profile, template })
  const said = toLink ? attempt(() => withSources(card, manual, { engine, toLink })) : undefined
  const shown = said ?? card
  if (inbound.isShared) return shown
  const known = outlook.playbooks.map((one) => one.id)
  const others = manual.playbooks.filter((one) => !known.includes(one.id))
  const ways = [...outlook.playbooks, ...others].slice(0, 2)
  return { ...shown, actions: openActions(ways, inbound.id) }
}

/** The answer with what spoke for the incidents that the card offers, where there is room for it. */
function explained(reply: Reply, text: string, { desk }: House): Reply {
  const manual = attempt(() => desk?.manual())
  const ways = manual ? lookAt(text, manual).playbooks : []
  const reasons = ways.flatMap(reasonFor)
  // Of both, else what spoke most for the best: its title leads the answer.
  const notes = [reasons.join('; '), ways[0]?.signals[0] ?? ''].map((why) => {
    return [...reply.notes, `${notices(reply.language).fits}: ${why}.`]
  })
  const room = longest.acute - shownText({ ...reply, notes: [] }).length
  const fitting = notes.find((all) => all.join('\n').length < room)
  if (!ways[0]?.signals[0] || !fitting) return reply
  // Of the first questions of the best as many as there is room for.
  const { askFirst } = ways[0]
  const asked = askFirst
    .map((_, at) => askFirst.slice(0, askFirst.length - at).join(' '))
    .map((some) => [...fitting, `${notices(reply.language).first}: ${some}`])
  return { ...reply, notes: asked.find((all) => all.join('\n').length < room) ?? fitting }
}

function reasonFor({ title, signals }: Outlook['playbooks'][number]): readonly string[] {
  return signals.length > 0 ? [`${shortTitle(title)} (${signals.slice(0, 2).join(', ')})`] : []
}

// Rules that a town edited and that cannot be read must not cost anybody the first steps.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The light for a pasted comment, where a message asks for it. */
async function lightReply(
  text: string,
  { engine, store, deadlineMs }: House,
  { signal }: Progress,
): Promise<Reply | undefined> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  const profile = store.settings.profile()
  const lit = await lightFor(text, { engine, profile, signal: patience })
  signal.throwIfAborted()
  return lit?.reply
}

interface Asking {
  readonly house: House
  readonly progress: Progress
  readonly style?: Style
}

async function answer(text: string, earlier: readonly string[], asking: Asking): Promise<Reply> {
  const { house, progress, style = {} } = asking
  const { signal, onPhase } = progress
  const patience = AbortSignal.any([signal, AbortSignal.timeout(house.deadlineMs)])
  onPhase('search')
  try {
    const watch = { signal: patience, onFound: () => onPhase('write'), ...style }
    const found = await house.engine.ask(text, earlier, watch)
    signal.throwIfAborted()
    return toReply(found, house.store.settings.profile())
  } catch (error) {
    signal.throwIfAborted()
    return toApology(error, style.language ?? languageOf(text))
  }
}

function contextOf(inbound: Inbound, memory: Memory): readonly string[] {
  const { id, conversation, person, place } = inbound
  // Not itself: one that was interrupted is remembered already.
  const thread = memory.earlier(conversation, contextSize, id)
  if (thread.length > 0 || place === 'channel') return thread
  const last = memory.questionsOf(person, 2).find((one) => one.id !== id)
  return last && Date.now() - Date.parse(last.at) < sessionMs ? [last.text] : []
}

type Memory = Store['memory']
