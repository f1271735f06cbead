import type { Part } from './entities.ts'
import { plain } from './human.ts'

/** People called by name: their marks, and who is meant by each. */
export interface Mentions {
  readonly text: string
  readonly entities: MentionEntity[]
}

interface MentionEntity extends Part {
  readonly type: 'mention'
  readonly text: string
}

/** `person` is `teams:`, the tenant and the id that Teams gives people. */
export function mentionsOf(
  calls: readonly { readonly person: string; readonly name: string }[],
): Mentions {
  const entities = calls.map(({ person, name }): MentionEntity => {
    const called = plain(name) || 'Team'
    const id = person.split(':').slice(2).join(':')
    return { type: 'mention', text: `<at>${called}</at>`, mentioned: { id, name: called } }
  })
  return { text: entities.map(({ text }) => text).join(', '), entities }
}
