import { isFields } from '../body.ts'
import type { Fields, Message } from '../state.ts'

/** One thing on the screen, as a person meets it. */
export type Shown =
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly view: Fields }
  /** The line under a thread while an answer is made. */
  | { readonly kind: 'status'; readonly text: string }
  | { readonly kind: 'prompts'; readonly title: string; readonly prompts: readonly string[] }

/** A situation with everything that stands on the screen then. */
export interface Shape {
  /** Names files and is what tests ask for. */
  readonly name: string
  readonly title: string
  readonly shown: readonly Shown[]
}

export function person(text: string): Shown {
  return { kind: 'person', text }
}

/** As it stands now: the fake changes its messages in place. */
export function message(one: Message): Shown {
  return { kind: 'message', message: structuredClone(one) }
}

export function view(one: Fields): Shown {
  return { kind: 'view', view: structuredClone(one) }
}

/** The parts of a block that are blocks or elements themselves. */
export function partsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** A text, or the text of a text object; empty where there is none. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  return isFields(value) ? wordsIn(value['text']) : ''
}
