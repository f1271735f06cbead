import type { Manual, Step } from '../domain/playbook.ts'
import { bestTemplate } from './match.ts'
import type { Outlook } from './match-playbooks.ts'
import type { Template, Templates } from './templates.ts'

/** A playbook that is less certain than this brings no text but by its words. */
const leastScore = 0.3

/** A text for later than this is no first text, in minutes. */
const firstMinutes = 240

/**
 * The text to copy for what a message tells: of the texts of the playbooks proposed the one whose words are
 * in it; the only text of the best one for the case that was told, or at all; else the holding statement,
 * which fits whatever happened.
 *
 * A text that admits a fault has no words to be found by: who made it is for people to say.
 */
export function firstText(
  message: string,
  { acute, playbooks, triggers }: Outlook,
  { templates, manual }: { readonly templates: Templates; readonly manual: Manual },
): Template {
  const { holding } = templates
  const known = acute ? playbooks : []
  const soon = known.map(({ id }) => {
    const steps = manual.playbooks.filter((one) => one.id === id).flatMap((one) => one.steps)
    return steps.filter(({ minute }) => minute <= firstMinutes)
  })
  const textsOf = (steps: readonly Step[]) => {
    const ids = steps.flatMap((step) => step.template)
    return templates.all.filter(({ id }) => ids.includes(id))
  }
  const found = bestTemplate(message, { holding, all: textsOf(soon.flat()) })
  const isSure = (known[0]?.score ?? 0) >= leastScore
  if (found !== holding || !isSure) return found
  const best = soon[0] ?? []
  const told = best.filter(({ when }) => when !== undefined && triggers.includes(when))
  return single(textsOf(told)) ?? single(textsOf(best)) ?? holding
}

function single<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
