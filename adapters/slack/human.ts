import type { Language } from '../../src/domain/documents.ts'
import type { TownProfile } from '../../src/domain/profile.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { blankReply } from '../../src/frame.ts'
import type { Address } from './address.ts'
import type { Api, Outcome } from './api.ts'
import type { Message } from './blocks.ts'
import { type Block, list, rich, section, words } from './rich.ts'
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

const anlass: Readonly<Partial<Record<Reply['kind'], string>>> = {
  'first-steps': 'Es brennt: Die ersten Schritte sind angezeigt.',
  answered: 'Eine Frage, zu der ich Quellen gefunden habe.',
  refused: 'Eine Frage, zu der in meinen Quellen nichts steht.',
}

function toMessage({ helper, address, reply }: Call): Message {
  const lines = [
    anlass[reply.kind] ?? 'Eine Frage, bei der ich nicht weiterkomme.',
    ...reply.sources.slice(0, 3).map(({ line }) => `Genannt habe ich: ${line}`),
    'Ich veröffentliche nichts und entscheide nichts.',
  ]
  const person = (id: string): Block => ({ type: 'user', user_id: id })
  const head = section(
    person(helper),
    words(' wird gebraucht von '),
    person(address.user),
    words('.'),
  )
  return {
    text: `<@${helper}> wird gebraucht von <@${address.user}>. ${lines[0]}`,
    blocks: [
      rich(
        head,
        list(
          lines.map((line) => [words(line)]),
          false,
        ),
      ),
    ],
  }
}

const missing: Readonly<Record<Language, string>> = {
  de: 'nicht hinterlegt',
  en: 'not on file',
}

/** What is said where nobody was named: whom to ring up instead. */
export function nobodyNamed(profile: TownProfile, language: Language): Reply {
  const none = missing[language]
  const de = language === 'de'
  const rows: readonly (readonly [string, string | undefined])[] = [
    [de ? 'Zweite Person' : 'Second person', profile.secondPerson],
    [
      de ? 'Datenschutzbeauftragte oder -beauftragter' : 'Data protection officer',
      profile.dataProtection,
    ],
    [de ? 'Rechtsamt' : 'Legal office', profile.legalOffice],
    [de ? 'Freigabe' : 'Approval', profile.approver],
  ]
  const title = de ? 'Diese Nummern kenne ich' : 'These numbers I know'
  const items = rows.map(([name, value]) => `${name}: ${value ?? none}`)
  return {
    ...blankReply('notice', language),
    lead: de
      ? 'Wen ich hier holen soll, ist nicht hinterlegt. Bei Gefahr 110 oder 112.'
      : 'Whom to call here is not on file. In danger call 110 or 112.',
    steps: [{ title, items, isOrdered: false }],
    notes: [
      de
        ? 'Wer den Arbeitsbereich verwaltet, trägt es in der Startseite des Bots unter „Stadtprofil“ ein.'
        : 'Whoever administers the workspace sets it in the Home tab of the bot, under “town profile”.',
    ],
  }
}
