import { dangerIn } from './answer/danger.ts'
import { troublesIn } from './crisis/acute.ts'
import { adviceOn } from './crisis/advice.ts'
import { lightOf } from './crisis/comment-light.ts'
import { bestTemplate, publicOnly } from './crisis/match.ts'
import type { Template, Templates } from './crisis/templates.ts'
import type { Answer, Claim } from './domain/answer.ts'
import type { Language } from './domain/documents.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply, StepGroup } from './domain/reply.ts'
import type { Engine } from './engine.ts'
import { blankReply } from './frame.ts'
import { languageOf } from './german/language.ts'
import { isStopWord } from './german/stop-words.ts'
import { foldedWords } from './german/words.ts'
import { phrases } from './phrases.ts'
import { redact } from './redact.ts'
import { draftWords } from './suggest-words.ts'
import { toApology, toReply } from './to-reply.ts'

/** What a draft is made with. */
export interface Drafting {
  readonly engine: Pick<Engine, 'ask'>
  readonly templates: Templates
  readonly profile: TownProfile
  readonly signal: AbortSignal
  /** Of the person who asks; without it, that of the post. */
  readonly language?: Language
}

/** With the words around it a post of this length is still searched. */
const longestPost = 3500

/** Labels of what is nobody's business; a handle is how people are addressed. */
const details = /\[(?:E-Mail|IBAN|Telefon)/

/** What stands in a post that decides how it is handled, and in which language that is said. */
interface Case {
  readonly post: string
  readonly language: Language
  readonly danger: ReturnType<typeof dangerIn>
  readonly isChildAbuse: boolean
  readonly holdsData: boolean
}

/**
 * A draft for the answer to a hostile post, for a person to check, change and publish.
 *
 * The post is data: nothing of it is repeated and nothing in it is obeyed. Without the engine the
 * draft comes all the same and says what failed. Where a post speaks of child abuse or of somebody's
 * own death there is nothing to copy and nothing is searched: people come first.
 */
export async function suggest(post: string, drafting: Drafting): Promise<Reply> {
  const found = toCase(post, drafting.language)
  return found.isChildAbuse || found.danger === 'oneself'
    ? held(found, drafting.profile)
    : await drafted(found, drafting)
}

function toCase(post: string, language = languageOf(post)): Case {
  const troubles = troublesIn(post)
  return {
    post,
    language,
    danger: dangerIn(post),
    isChildAbuse: troubles.includes('suspected child abuse'),
    holdsData:
      details.test(redact(post).text) ||
      troubles.some((name) => name === 'data breach' || name === 'data in the open'),
  }
}

function held(found: Case, profile: TownProfile): Reply {
  const say = draftWords(found.language)
  const items = [...signalled(found, profile), say.tellSuperior]
  return {
    ...blankReply('draft', found.language),
    lead: leadOf(found, say.held),
    steps: [...lightOn(found, profile), { title: say.now, items, isOrdered: false }],
    notes: [say.unpublished],
  }
}

async function drafted(found: Case, drafting: Drafting): Promise<Reply> {
  const { language } = found
  const say = draftWords(language)
  const template = bestTemplate(found.post, publicOnly(drafting.templates))
  const { claims, sources, notes, disclosure } = await searched(found, drafting)
  return {
    ...blankReply('draft', language),
    lead: leadOf(found, say.lead),
    steps: [...lightOn(found, drafting.profile), ...stepsOf(found, template, drafting.profile)],
    copy: { id: template.id, title: template.title, text: template.text },
    ...{ claims, sources, disclosure },
    notes: [...new Set([say.unpublished, say.houseRule, ...removedNote(found), ...notes])],
  }
}

/** The light stands above the draft: whether to answer at all comes first. */
function lightOn({ post, language }: Case, profile: TownProfile): readonly StepGroup[] {
  const { lead, grounds, next } = adviceOn(lightOf(post), { profile, language })
  return [{ title: lead, items: [...grounds, next], isOrdered: false }]
}

function leadOf({ danger, language }: Case, lead: string): string {
  return danger ? `${phrases(language).danger[danger]} ${lead}` : lead
}

function stepsOf(found: Case, template: Template, profile: TownProfile): readonly StepGroup[] {
  const say = draftWords(found.language)
  const approval = say.approval(profile.approver ?? say.missing)
  const check = [...signalled(found, profile), ...template.check, approval]
  const groups = [
    { title: say.check, items: check, isOrdered: false },
    { title: say.never, items: template.never, isOrdered: false },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

function signalled({ danger, isChildAbuse, holdsData, language }: Case, profile: TownProfile) {
  const say = draftWords(language)
  return [
    ...(danger === 'others' ? [say.threat] : []),
    ...(isChildAbuse ? [say.childAbuse] : []),
    ...(holdsData ? [say.data(profile.dataProtection ?? say.missing)] : []),
  ]
}

function removedNote({ post, language }: Case): readonly string[] {
  return redact(post).removed > 0 ? [phrases(language).removed] : []
}

/** What the sources say about such a post; nothing, or what failed, as a note. */
async function searched(found: Case, { engine, signal }: Drafting): Promise<Reply> {
  const { language, post } = found
  const blank = blankReply('draft', language)
  try {
    const answer = await engine.ask(toQuestion(found), [], { signal })
    const claims = answer.status === 'answered' ? withoutEchoes(answer.claims, post) : undefined
    if (!claims || answer.status !== 'answered') return blank
    return toReply({ ...answer, claims } satisfies Answer)
  } catch (error) {
    return { ...blank, notes: [toApology(error, language).lead] }
  }
}

// Between the marks it is somebody else's text, so the marks of the post itself go.
function toQuestion({ post, language }: Case): string {
  const quoted = post.replace(/[<>]+/g, ' ').slice(0, longestPost)
  return `${draftWords(language).question} >>${quoted}<<`
}

/** The claims that say no word of the post which their sources do not say; none is `undefined`. */
function withoutEchoes(
  claims: readonly Claim[],
  post: string,
): readonly [Claim, ...Claim[]] | undefined {
  const words = new Set(foldedWords(post).filter((word) => !isStopWord(word)))
  const [first, ...rest] = claims.filter(({ text, citations }) => {
    const said = new Set(citations.flatMap(({ quote }) => foldedWords(quote)))
    return foldedWords(text).every((word) => !words.has(word) || said.has(word))
  })
  return first && [first, ...rest]
}
