import type { Manual, Playbook } from '../domain/playbook.ts'
import { bestTemplate } from './match.ts'
import type { Outlook } from './match-playbooks.ts'
import type { Template, Templates } from './templates.ts'

/** A playbook that is less certain than this brings no text but by its words. */
const leastScore = 0.3

/** A text for later than this is no first text, in minutes. */
const firstMinutes = 240

/**
 * The text to copy for what a message tells: of the texts of the playbooks proposed the one whose words are
 * in it; the only text of the best one; else the holding statement, which fits whatever happened.
 *
 * A text that admits a fault has no words to be found by: who made it is for people to say.
 */
export function firstText(
  message: string,
  { acute, playbooks }: Outlook,
  { templates, manual }: { readonly templates: Templates; readonly manual: Manual },
): Template {
  const { holding } = templates
  const known = acute ? playbooks : []
  const textsOf = (playbook: Playbook) => {
    const ids = playbook.steps
      .filter(({ minute }) => minute <= firstMinutes)
      .flatMap((step) => step.template)
    return templates.all.filter(({ id }) => ids.includes(id))
  }
  const [best = [], ...others] = known.map(({ id }) =>
    manual.playbooks.filter((one) => one.id === id).flatMap(textsOf),
  )
  const found = bestTemplate(message, { holding, all: [best, ...others].flat() })
  const [only, ...more] = best
  const isSure = (known[0]?.score ?? 0) >= leastScore
  return found === holding && only && more.length === 0 && isSure ? only : found
}
