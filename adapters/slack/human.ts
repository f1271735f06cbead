import type { Language } from '../../src/domain/documents.ts'
import { contacts, type TownProfile } from '../../src/domain/profile.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { numbersOnFile } from '../../src/human.ts'
import { phrases } from '../../src/phrases.ts'
import type { Address } from './address.ts'
import type { Api, Outcome } from './api.ts'
import type { Message } from './blocks.ts'
import { type Block, list, rich, section, small, words } from './rich.ts'
import { metadataOf, persist, quiet } from './send.ts'

/** Who is called, for what, from where. */
export interface Call {
  readonly id: string
  readonly helper: string
  readonly address: Address
  readonly reply: Reply
}

/**
 * Calls the person the town named: in the thread where others can read along, by direct message where
 * they cannot. What is said holds no word of anybody's question, so it can hold no name either.
 */
export async function callHuman(api: Api, call: Call): Promise<Outcome> {
  const { channel, thread, place } = call.address
  const isOpen = place === 'channel'
  const where =
    isOpen && thread ? { channel, thread_ts: thread } : { channel: isOpen ? channel : call.helper }
  const message = toMessage(call)
  return await persist(() =>
    api('chat.postMessage', {
      ...message,
      ...where,
      ...quiet,
      metadata: metadataOf(`${call.id}.h`),
    }),
  )
}

const occasions: Readonly<Partial<Record<Reply['kind'], string>>> = {
  'first-steps': 'Es brennt; die ersten Schritte sind angezeigt.',
  answered: 'Es geht um eine Frage, zu der ich das gefunden habe:',
  refused: 'Es geht um eine Frage, zu der in meinen Quellen nichts steht.',
}

function toMessage({ helper, address, reply }: Call): Message {
  const occasion = occasions[reply.kind] ?? 'Es geht um eine Frage, bei der ich nicht weiterkomme.'
  const isOpen = address.place === 'channel'
  const wish = isOpen
    ? 'Antworte bitte hier im Thread.'
    : 'Melde dich bitte direkt, per Nachricht oder Anruf.'
  const found = reply.kind === 'answered' ? reply.sources.slice(0, 3) : []
  const lines = found.map(({ line }) => [words(line)])
  const person = (id: string): Block => ({ type: 'user', user_id: id })
  const head = section(
    person(helper),
    words(', '),
    person(address.user),
    words(` bittet dich um Hilfe. ${occasion}`),
  )
  const blocks = [
    rich(head, ...(lines.length > 0 ? [list(lines, false)] : []), section(words(wish))),
    small(`${phrases('de').plain} Ich veröffentliche nichts und entscheide nichts.`),
  ]
  const text = `<@${helper}>, <@${address.user}> bittet dich um Hilfe. ${occasion} ${wish}`
  return { text, blocks }
}

const unnamed: Readonly<Record<Language, { readonly lead: string; readonly whoSets: string }>> = {
  de: {
    lead: 'Wen ich in Slack holen soll, ist nicht hinterlegt.',
    whoSets:
      'Wer den Arbeitsbereich verwaltet, trägt es auf meiner Startseite unter „Stadtprofil“ ein.',
  },
  en: {
    lead: 'Whom to call in Slack is not on file.',
    whoSets: 'Whoever administers the workspace sets it on my Home tab, under “Town profile”.',
  },
}

/** What is said where nobody was named: whom to ring up instead. */
export function nobodyNamed(profile: TownProfile, language: Language): Reply {
  const reply = numbersOnFile(profile, language)
  const { lead, whoSets } = unnamed[language]
  // A list of nothing but gaps only takes time to read.
  const steps = contacts.some((name) => profile[name]) ? reply.steps : []
  return { ...reply, lead: `${lead} ${reply.lead}`, steps, notes: [whoSets] }
}
