import type { Language } from './domain/documents.ts'
import type { Reply } from './domain/reply.ts'
import { phrases } from './phrases.ts'

/** A reply that says nothing yet but that an AI speaks. */
export function blankReply(kind: Reply['kind'], language: Language): Reply {
  const say = phrases(language)
  return {
    kind,
    language,
    lead: '',
    steps: [],
    claims: [],
    sourcesTitle: say.sources,
    sources: [],
    notes: [],
    disclosure: say.plain,
  }
}
