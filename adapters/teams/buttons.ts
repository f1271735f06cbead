import type { ReplyAction } from '../../src/domain/reply.ts'
import type { Part } from './entities.ts'
import { cut } from './markup.ts'

/** What our cards understand; a button of another version says that it is old. */
export const cardVersion = 'v1'

/** A button: `ref` is an id of ours, never words of people. */
export function execute(verb: string, title: string, ref: string): Part {
  const data = { verb, ref, v: cardVersion }
  const fallback = { type: 'Action.Submit', title, data }
  return { type: 'Action.Execute', verb, title, data, fallback }
}

const prefix = 'lage.'

/** As a button of the crisis desk names its deed among all that may be pressed. */
export function verbOf(id: string): string {
  return `${prefix}${id}`
}

/** The deed that a button of the crisis desk names; `undefined` for buttons of others. */
export function deedOf(verb: string): string | undefined {
  return verb.startsWith(prefix) ? verb.slice(prefix.length) : undefined
}

export function carried(ref: string) {
  return { ref, v: cardVersion }
}

/** Teams asks for a dialog itself when its button is pressed. */
export function deskButton({ id, label, value, asks, spoken, url }: ReplyAction): Part {
  const title = cut(label, 80)
  const tooltip = spoken ? { tooltip: cut(spoken, 200) } : {}
  if (url) return { type: 'Action.OpenUrl', title, url, ...tooltip }
  if (!asks) return { ...execute(verbOf(id), title, value), ...tooltip }
  const data = { msteams: { type: 'task/fetch' }, verb: verbOf(id), ...carried(value) }
  return { type: 'Action.Submit', title, data, associatedInputs: 'none', ...tooltip }
}

/** Sends a dialog. */
export function sendButton(title: string, about: string): Part {
  return { type: 'Action.Submit', title, data: { verb: verbOf('send'), ...carried(about) } }
}
