import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { isKnown } from '../../src/domain/errors.ts'
import {
  type Changes,
  type Field,
  fieldNames,
  fields,
  parseField,
  shownField,
  type Town,
} from './town.ts'

/** The two ends of a conversation at a terminal. */
export interface Terminal {
  /** @throws when the person ends it */
  ask(question: string): Promise<string>
  say(line: string): void
}

const intro =
  'Enter behält, was da ist; „-“ nimmt es weg; Strg+C bricht ab. Gespeichert wird am Ende, verschlüsselt.'

/** Asks for one field after the other; what does not fit is asked again. */
export async function askTown(present: Town, { ask, say }: Terminal): Promise<Changes> {
  say(intro)
  const changes = new Map<Field, string | undefined>()
  for (const field of fieldNames) {
    const typed = await insist(
      field,
      `${fields[field].label} [${shownField(field, present[field])}]: `,
      { ask, say },
    )
    if (typed !== 'keep') changes.set(field, typed.value)
  }
  return changes
}

type Typed = 'keep' | { readonly value: string | undefined }

async function insist(field: Field, question: string, { ask, say }: Terminal): Promise<Typed> {
  for (;;) {
    const typed = await ask(question)
    if (typed.trim() === '') return 'keep'
    try {
      return { value: parseField(field, typed) }
    } catch (error) {
      if (!isKnown(error)) throw error
      say(error.message)
    }
  }
}

/** The same at the terminal of this process; `undefined` when the person ended it. */
export async function askTownHere(present: Town): Promise<Changes | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const ended = new AbortController()
  lines.once('close', () => ended.abort())
  const ask = (question: string) => lines.question(question, { signal: ended.signal })
  try {
    return await askTown(present, { ask, say: (line) => console.log(line) })
  } catch (error) {
    if (ended.signal.aborted) return undefined
    throw error
  } finally {
    lines.close()
  }
}
