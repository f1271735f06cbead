import { dangerIn } from './answer/danger.ts'
import type { Config } from './config.ts'
import { firstSteps } from './crisis/first-steps.ts'
import { isAcute } from './crisis/message-judgement.ts'
import { readTemplates, type Template } from './crisis/templates.ts'
import type { Language } from './domain/documents.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import { languageOf } from './german/language.ts'
import { commentIn } from './light-reply.ts'
import { phrases } from './phrases.ts'
import { townProfile } from './store/store.ts'

/** What the first steps say of this town. */
export interface Town {
  readonly profile: TownProfile
  /** The neutral holding statement. */
  readonly holding: Template
}

/** What is shown before anything is searched: the first steps, where something burns. */
export type Opening = (text: string, earlier: readonly string[]) => Reply | undefined

/**
 * The opening for doors without a memory of their own. The town is read when it burns, so what was
 * filled in meanwhile is there; a store that cannot be read costs nobody the steps.
 *
 * @throws SourceError (`bad-source`) for a text to copy that cannot be used
 */
export function openOpening(config: Config): Opening {
  const { holding } = readTemplates(config.knowledgeDir)
  return (text, earlier) => {
    // A pasted comment gets its light, which says itself what comes first.
    if (commentIn(text) || !needsCard(text, earlier)) return undefined
    return cardFor(text, languageOf(text), { holding, profile: townProfile(config) })
  }
}

const firstPerson = /(?<!\p{L})(?:ich|mir|mich|i|me|myself)(?!\p{L})/iu

/** Whether something burns whose first steps were not shown yet; a new danger shows them again. */
export function needsCard(text: string, earlier: readonly string[]): boolean {
  const danger = dangerIn(text)
  // Who is at the end of their strength needs a human voice, not a list of what to post.
  if (danger === 'oneself' && firstPerson.test(text)) return false
  if (!isAcute(text)) return false
  const isNew = danger !== undefined && !earlier.some((one) => dangerIn(one) === danger)
  return isNew || !earlier.some(isAcute)
}

/** The first steps; without words of anybody's they were asked for by name, and nothing follows. */
export function cardFor(text: string, language: Language, { profile, holding }: Town): Reply {
  const danger = dangerIn(text)
  return firstSteps({
    isAlone: text === '',
    profile,
    template: holding,
    language,
    ...(danger ? { danger: phrases(language).danger[danger] } : {}),
  })
}
