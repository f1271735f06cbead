import { dangerIn } from './answer/danger.ts'
import { isAcute } from './crisis/acute.ts'
import { firstSteps } from './crisis/first-steps.ts'
import type { Templates } from './crisis/templates.ts'
import type { Language } from './domain/documents.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Reply } from './domain/reply.ts'
import type { Engine } from './engine.ts'
import { languageOf } from './german/language.ts'
import { notice, notices } from './notices.ts'
import { phrases } from './phrases.ts'
import type { Store } from './ports.ts'
import { redact } from './redact.ts'
import { toFailure, toReply } from './to-reply.ts'

/** What a conversation needs of the house. */
export interface House {
  readonly engine: Pick<Engine, 'ask' | 'more'>
  readonly store: Pick<Store, 'memory' | 'settings'>
  readonly templates: Templates
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
  const { wish, text } = wishOf(inbound)
  const language = wish === 'question' ? languageOf(text) : inbound.locale
  if (wish === 'close') {
    memory.release(inbound.conversation)
    yield notice(notices(language).closed, language)
    return
  }
  memory.engage(inbound.conversation)
  if (wish === 'help') {
    const say = notices(language)
    yield notice(inbound.hasFiles ? say.files : say.help, language)
    return
  }
  if (wish === 'start') {
    yield cardFor(text, language, house)
    return
  }
  const earlier = contextOf(inbound, memory)
  // Before anything is out: who deletes the message erases what was said to it as well.
  memory.remember({ ...inbound, text: redact(text).text })
  if (isAcute(text)) yield cardFor(text, language, house)
  yield await answer(text, earlier, { house, progress })
}

/** What else the sources say beside a kept answer, or that there is nothing more. */
export async function more(id: string, locale: Language, house: House): Promise<Reply> {
  const kept = house.store.memory.findAnswer(id)
  if (kept?.text === undefined) return notice(notices(locale).forgotten, locale)
  const { language, sources } = kept.reply
  try {
    const seen = sources.map(({ citation }) => citation.passage)
    const found = await house.engine.more(kept.text, seen)
    if (found.status !== 'answered') return notice(notices(language).nothingMore, language)
    return toReply(found)
  } catch (error) {
    return toFailure(error, language)
  }
}

/** The first steps alone, for whoever asks for them by name. */
function cardFor(text: string, language: Language, house: House): Reply {
  const danger = dangerIn(text)
  return firstSteps({
    profile: house.store.settings.profile(),
    template: house.templates.holding,
    language,
    ...(danger ? { danger: phrases(language).danger[danger] } : {}),
  })
}

/** Whether a message asks to stop what is being answered. */
export function isStop(text: string): boolean {
  return /^\W*(?:stopp?|abbrechen|halt)\W*$/i.test(text)
}

interface Wish {
  readonly wish: 'question' | 'help' | 'close' | 'start'
  readonly text: string
}

const thanks =
  /^\W*(?:(?:vielen |lieben |herzlichen |tausend )?dank(?:e(?:schön| dir| euch| sehr)?)?|merci|thanks?(?: you)?|thx)(?:[\s,]+(?:das reicht|das war'?s|dir|euch|sehr|schön))?\W*$/i
const asksForHelp =
  /^\W*(?:help|was kannst du(?: alles)?|wer bist du|wie funktionierst du|what can you do|who are you)?\W*$/i

function wishOf({ text, isCommand }: Inbound): Wish {
  if (isCommand) return commandOf(text)
  if (isStop(text) || thanks.test(text)) return { wish: 'close', text }
  return { wish: asksForHelp.test(text) ? 'help' : 'question', text }
}

/** The command's own words: `hilfe`, `start`, `frage …`. Whatever else is typed is a question. */
function commandOf(typed: string): Wish {
  const [, word = '', rest = ''] = /^(\p{L}*)[\s:]*(.*)$/su.exec(typed.trim()) ?? []
  const name = word.toLowerCase()
  if (typed === '' || (rest === '' && /^(?:hilfe|help)$/.test(name))) {
    return { wish: 'help', text: '' }
  }
  if (rest === '' && name === 'start') return { wish: 'start', text: '' }
  return { wish: 'question', text: rest && /^(?:frage|ask)$/.test(name) ? rest : typed }
}

interface Asking {
  readonly house: House
  readonly progress: Progress
}

async function answer(text: string, earlier: readonly string[], asking: Asking): Promise<Reply> {
  const { house, progress } = asking
  const { signal, onPhase } = progress
  const patience = AbortSignal.any([signal, AbortSignal.timeout(house.deadlineMs)])
  onPhase('search')
  try {
    const watch = { signal: patience, onFound: () => onPhase('write') }
    const found = await house.engine.ask(text, earlier, watch)
    signal.throwIfAborted()
    return toReply(found)
  } catch (error) {
    signal.throwIfAborted()
    return toFailure(error, languageOf(text))
  }
}

function contextOf({ conversation, person, place }: Inbound, memory: Memory): readonly string[] {
  const thread = memory.earlier(conversation, contextSize)
  if (thread.length > 0 || place === 'channel') return thread
  const [last] = memory.questionsOf(person, 1)
  return last && Date.now() - Date.parse(last.at) < sessionMs ? [last.text] : []
}

type Memory = Store['memory']
