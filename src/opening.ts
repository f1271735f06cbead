import { dangerIn } from './answer/danger.ts'
import type { Config } from './config.ts'
import { firstSteps } from './crisis/first-steps.ts'
import { firstText } from './crisis/first-text.ts'
import { lookAt } from './crisis/match-playbooks.ts'
import { isAcute } from './crisis/message-judgement.ts'
import { readTemplates, type Template } from './crisis/templates.ts'
import type { Language } from './domain/documents.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import { languageOf } from './german/language.ts'
import { commentIn } from './light-reply.ts'
import { openManual, usable } from './manual.ts'
import { phrases } from './phrases.ts'
import { townProfile } from './store/store.ts'

/** What the first steps say of this town. */
export interface Town {
  readonly profile: TownProfile
  /** What is copied; see `firstText`. */
  readonly template: Template
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
  const templates = readTemplates(config.knowledgeDir)
  const readManual = openManual(config)
  return (text, earlier) => {
    // A pasted comment gets its light, which says itself what comes first.
    if (commentIn(text) || !needsCard(text, earlier)) return undefined
    const manual = usable(readManual)
    const template = manual
      ? firstText(text, lookAt(text, manual), { templates, manual })
      : templates.holding
    return cardFor(text, languageOf(text), { template, profile: townProfile(config) })
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
export function cardFor(text: string, language: Language, { profile, template }: Town): Reply {
  const danger = dangerIn(text)
  return firstSteps({
    isAlone: text === '',
    profile,
    template,
    language,
    ...(danger ? { danger: phrases(language).danger[danger] } : {}),
  })
}
