import type { Language } from '../domain/documents.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { CopyText } from '../domain/reply.ts'
import type { Ground, Light } from './light/ground.ts'
import { lightWords } from './light/words.ts'

/** What a light means for whoever has to act on it. No word of the comment stands in it. */
export interface Advice {
  readonly lead: string
  readonly grounds: readonly string[]
  readonly first: readonly string[]
  readonly next: string
  /** What to answer, where an answer is for the town to give. */
  readonly copy?: CopyText
}

interface Asking {
  readonly profile: TownProfile
  readonly language: Language
}

/** Grounds where somebody may be hurt, so that the emergency call comes first. */
const dangers: ReadonlySet<Ground> = new Set([
  'despair',
  'threat',
  'incitement',
  'coercion',
  'hunt',
])

/** What to do about a comment with this light, in the order of the tree of a moderation. */
export function adviceOn(light: Light, { profile, language }: Asking): Advice {
  const say = lightWords(language)
  const grounds = light.grounds.map((ground) => say.grounds[ground])
  const legal = profile.legalOffice ?? say.missing
  const has = (ground: Ground) => light.grounds.includes(ground)
  if (has('child-images')) {
    return { lead: say.lead.child, grounds, first: say.first.child, next: say.next.child }
  }
  if (light.colour === 'red') {
    const isDanger = light.grounds.some((ground) => dangers.has(ground))
    return {
      lead: isDanger ? say.lead.danger : say.lead.red,
      grounds,
      first: redSteps(light, language),
      next: has('despair') ? say.next.despair : say.next.red(legal),
    }
  }
  if (light.colour === 'green') {
    const answer = has('question') ? say.first.answerQuestion : say.first.answer
    return {
      lead: say.lead.green,
      grounds,
      first: [answer, say.first.dontMock],
      next: say.next.green,
      copy: copyOf('green', language),
    }
  }
  const officer = profile.dataProtection ?? say.missing
  return {
    lead: has('private-data') ? say.lead.data : say.lead.yellow,
    grounds,
    first: yellowSteps(light, language),
    next: has('private-data') ? say.next.data(officer) : say.next.yellow(legal),
    copy: copyOf(has('private-data') ? 'data' : has('rumour') ? 'rumour' : 'yellow', language),
  }
}

function redSteps({ grounds }: Light, language: Language): readonly string[] {
  const { first } = lightWords(language)
  if (grounds[0] === 'despair') return [first.despair, first.secure, first.hide]
  const isDanger = grounds.some((ground) => dangers.has(ground))
  return [
    ...(isDanger ? [first.danger] : []),
    first.secure,
    first.hide,
    first.report,
    first.tellConcerned,
  ]
}

function yellowSteps({ grounds }: Light, language: Language): readonly string[] {
  const { first } = lightWords(language)
  if (grounds.includes('private-data')) {
    return [first.secureBriefly, first.hideData, first.askToRewrite]
  }
  const isRumour = grounds.includes('rumour')
  return [...(isRumour ? [first.correct] : []), first.remind, first.secondTime]
}

function copyOf(kind: 'data' | 'rumour' | 'yellow' | 'green', language: Language): CopyText {
  const { copy, copyTitle } = lightWords(language)
  return { id: `light-${kind}`, title: copyTitle, text: copy[kind] }
}
