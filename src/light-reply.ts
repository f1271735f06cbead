import { dangerIn } from './answer/danger.ts'
import { type Advice, adviceOn } from './crisis/advice.ts'
import { lightOf } from './crisis/comment-light.ts'
import type { Ground, Light } from './crisis/light/ground.ts'
import { lightWords } from './crisis/light/words.ts'
import { askedAbout, isDraft, type Pasted, pastedIn } from './crisis/pasted.ts'
import type { Language } from './domain/documents.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import type { Engine } from './engine.ts'
import { blankReply } from './frame.ts'
import { languageOf } from './german/language.ts'
import { phrases } from './phrases.ts'
import { redact } from './redact.ts'
import { toFailure, toReply } from './to-reply.ts'

/** What a light is shown with. */
export interface Lighting {
  readonly engine: Pick<Engine, 'ask'>
  readonly profile: TownProfile
  readonly signal: AbortSignal
}

/** More of them are more than a light needs. */
const mostClaims = 2

/** What is searched for each ground: words of ours, so no word of a comment reaches a model. */
const topics: Readonly<Record<Ground, string>> = {
  'child-images': 'Was tun bei Verdacht auf Bilder von Kindesmissbrauch in den Kommentaren?',
  despair: 'Was tun, wenn jemand in den Kommentaren einen Suizid ankündigt?',
  threat: 'Was tun bei einer Drohung gegen Menschen im Amt in den Kommentaren?',
  incitement: 'Was tun bei einem Aufruf zu Gewalt in den Kommentaren?',
  coercion: 'Was tun bei einer Drohung gegen Menschen im Amt in den Kommentaren?',
  hunt: 'Was tun, wenn jemand eine Privatadresse mit einer Drohung postet?',
  hatred: 'Welche Hasskommentare sichern, verbergen und anzeigen wir?',
  'forbidden-sign': 'Welche Hasskommentare sichern, verbergen und anzeigen wir?',
  denial: 'Welche Hasskommentare sichern, verbergen und anzeigen wir?',
  sexual: 'Was tun bei einer Beleidigung gegen eine Kollegin in den Kommentaren?',
  slander: 'Was tun bei übler Nachrede gegen eine Person in den Kommentaren?',
  insult: 'Was tun bei einer Beleidigung gegen eine Kollegin in den Kommentaren?',
  accusation: 'Was tun bei übler Nachrede gegen eine Person in den Kommentaren?',
  'private-data': 'Verbergen wir einen Kommentar mit privaten Daten anderer?',
  rumour: 'Wie stellen wir eine falsche Behauptung in den Kommentaren richtig?',
  degrading: 'Wann verbergen wir einen Kommentar nach der Netiquette, in welchen Stufen?',
  spam: 'Wann verbergen wir Werbung und Spam nach der Netiquette?',
  unclear: 'Welche Hasskommentare sichern, verbergen und anzeigen wir?',
  repeated: 'Wann verbergen wir den immer gleichen Kommentar in Serie?',
  question: 'Lassen wir harte Kritik an der Stadt stehen?',
  criticism: 'Lassen wir harte Kritik an der Stadt stehen?',
}

/** What somebody wants to do about whoever wrote a comment, or say to them, beside hiding it. */
const actions = {
  block:
    /(?<!\p{L})(?:\p{L}*block\p{L}*|(?:ge|aus)?sperr\p{L}*|bann(?:en)?|rauswerfen|rausschmeißen|ban(?:ned)?)(?!\p{L})/iu,
  answer:
    /(?<!\p{L})(?:antwort\p{L}*|beantwort\p{L}*|reagier\p{L}*|entgegn\p{L}*|reply|respond|answer)(?!\p{L})/iu,
} as const

/** A comment as people would call it in a question, by its ground. */
const kinds: Readonly<Partial<Record<Ground, string>>> = {
  sexual: 'Beleidigungen',
  insult: 'Beleidigungen',
  slander: 'üble Nachrede',
  accusation: 'üble Nachrede',
  degrading: 'Beleidigungen',
  spam: 'Spam und Werbung',
  repeated: 'immer den gleichen Kommentar',
  rumour: 'falsche Behauptungen',
  question: 'harte Kritik',
  criticism: 'harte Kritik',
  unclear: 'Hasskommentare',
  hatred: 'Hasskommentare',
}

/** What is searched: what the message wants to do, with the kind of comment, never the comment's own words. */
function topicOf(own: string, ground: Ground): string {
  const kind = kinds[ground]
  // What may be done to a person does not depend on what they wrote.
  if (actions.block.test(own)) return 'Dürfen wir einen Nutzer sperren?'
  if (actions.answer.test(own) && kind) return `Wie antworten wir auf ${kind} in den Kommentaren?`
  return topics[ground]
}

/** The light of a comment, what follows from it, and both as every door shows them. */
export interface Lit {
  readonly light: Light
  readonly advice: Advice
  readonly reply: Reply
}

/** The comment that a message gets the light for: it asks for one, or what it pasted is red. */
export function commentIn(text: string): Pasted | undefined {
  const asked = askedAbout(text)
  if (asked) return asked
  const pasted = pastedIn(text)
  if (!pasted) return undefined
  const isHandled = actions.block.test(pasted.own) || actions.answer.test(pasted.own)
  if (isHandled && !isDraft(pasted)) return pasted
  // A town's own draft is hardly ever red: what is, was somebody else's after all.
  return lightOf(pasted.comment).colour === 'red' ? pasted : undefined
}

/** The light for a message that asks whether a comment may stay; `undefined` for any other. */
export async function lightFor(text: string, lighting: Lighting): Promise<Lit | undefined> {
  const asked = commentIn(text)
  if (!asked) return undefined
  const language = languageOf(asked.own)
  const { light, advice, reply } = plainLight(asked.comment, { ...lighting, language })
  const danger = dangerIn(asked.own)
  const lead = danger ? `${phrases(language).danger[danger]} ${reply.lead}` : reply.lead
  const removed = redact(text).removed > 0 ? [phrases(language).removed] : []
  const shown = { ...reply, lead, notes: [...reply.notes, ...removed] }
  const [worst] = light.grounds
  const whole = isSearched(light)
    ? await withSources(shown, topicOf(asked.own, worst), lighting)
    : shown
  return { light, advice, reply: whole }
}

interface Plain extends Pick<Lighting, 'profile'> {
  readonly language: Language
}

/** The same for the comment itself, without any source. */
export function plainLight(comment: string, { profile, language }: Plain): Lit {
  const light = lightOf(comment)
  const advice = adviceOn(light, { profile, language })
  const { titles, note } = lightWords(language)
  const reply: Reply = {
    ...blankReply('notice', language),
    lead: advice.lead,
    steps: [
      { title: titles.first, items: advice.first, isOrdered: true },
      { title: titles.grounds, items: advice.grounds, isOrdered: false },
      { title: titles.next, items: [advice.next], isOrdered: false },
    ],
    ...(advice.copy ? { copy: advice.copy } : {}),
    notes: [note],
  }
  return { light, advice, reply }
}

// People come first: nothing is read beside a call for help or a suspicion of abuse.
function isSearched({ grounds }: Light): boolean {
  return !grounds.includes('child-images') && !grounds.includes('despair')
}

async function withSources(
  reply: Reply,
  topic: string,
  { engine, signal }: Lighting,
): Promise<Reply> {
  try {
    const answer = await engine.ask(topic, [], { signal })
    if (answer.status !== 'answered') return reply
    const [first, ...more] = answer.claims
    const claims = [first, ...more.slice(0, mostClaims - 1)] as const
    const { kind, claims: shown, sources, disclosure, notes } = toReply({ ...answer, claims })
    return { ...reply, kind, claims: shown, sources, disclosure, notes: [...reply.notes, ...notes] }
  } catch (error) {
    return { ...reply, notes: [...reply.notes, toFailure(error, reply.language).lead] }
  }
}
