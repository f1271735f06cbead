import { firstText } from './crisis/first-text.ts'
import { lookAt, type Outlook } from './crisis/match-playbooks.ts'
import type { Language } from './domain/documents.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Manual } from './domain/playbook.ts'
import { longest, type Reply, shownText } from './domain/reply.ts'
import { openActions, shortTitle } from './incident-reply.ts'
import { notices } from './notices.ts'
import { cardFor } from './opening.ts'
import type { House } from './reply.ts'
import { withSources } from './step-sources.ts'

/** What a message tells that burns, and how it looks to the playbooks of the town. */
export interface Scene {
  readonly text: string
  /** `undefined` where the town's playbooks cannot be read, or there is no desk. */
  readonly seen: Seen | undefined
}

interface Seen {
  readonly manual: Manual
  readonly outlook: Outlook
}

/** Whom a card is for. */
interface Asking {
  readonly language: Language
  readonly inbound: Inbound
  readonly house: House
}

/** Looks at a message once, for the card and for the answer behind it. */
export function sceneOf(text: string, { desk }: House): Scene {
  const manual = attempt(() => desk?.manual())
  return { text, seen: manual && { manual, outlook: lookAt(text, manual) } }
}

/** The first steps, with the text that fits and the two incidents that could be opened from here. */
export function cardOn({ text, seen }: Scene, { language, inbound, house }: Asking): Reply {
  const { store, templates, engine, toLink } = house
  const profile = store.settings.profile()
  if (!seen) return cardFor(text, language, { profile, template: templates.holding })
  const { manual, outlook } = seen
  const template = firstText(text, outlook, { templates, manual })
  const card = cardFor(text, language, { profile, template })
  const said = toLink ? attempt(() => withSources(card, manual, { engine, toLink })) : undefined
  const shown = said ?? card
  return inbound.isShared ? shown : { ...shown, actions: openActions(waysOf(seen), inbound.id) }
}

function waysOf({ manual, outlook }: Seen) {
  const known = outlook.playbooks.map((one) => one.id)
  const others = manual.playbooks.filter((one) => !known.includes(one.id))
  return [...outlook.playbooks, ...others].slice(0, 2)
}

/** The answer with what spoke for the incidents that the card offers, where there is room for it. */
export function explained(reply: Reply, { seen }: Scene): Reply {
  const ways = seen?.outlook.playbooks ?? []
  const strongest = ways[0]?.signals[0]
  if (!strongest || reply.kind === 'failed') return reply
  // Of both, else what spoke most for the best: its title leads the answer.
  const notes = [ways.flatMap(reasonFor).join('; '), strongest].map((why) => {
    return [...reply.notes, `${notices(reply.language).fits}: ${why}.`]
  })
  const room = longest.acute - shownText({ ...reply, notes: [] }).length
  const fits = (all: readonly string[]) => all.join('\n').length < room
  const fitting = notes.find(fits)
  if (!fitting) return reply
  // Of the first questions of the best as many as there is room for.
  const { askFirst = [] } = ways[0] ?? {}
  const asked = askFirst
    .map((_, at) => askFirst.slice(0, askFirst.length - at).join(' '))
    .map((some) => [...fitting, `${notices(reply.language).first}: ${some}`])
  return { ...reply, notes: asked.find(fits) ?? fitting }
}

function reasonFor({ title, signals }: Outlook['playbooks'][number]): readonly string[] {
  return signals.length > 0 ? [`${shortTitle(title)} (${signals.slice(0, 2).join(', ')})`] : []
}

// Rules that a town edited and that cannot be read must not cost anybody the first steps.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
