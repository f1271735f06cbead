import { z } from 'zod'
import type { Fields, State } from './state.ts'

/** What a method answers: `ok`, or Slack's error code with what it adds to it. */
export type Answer = Fields & { readonly ok: boolean; readonly error?: string }

/** A method of the Web API. */
export interface Method {
  /** Any one of these is enough; none means none is needed. */
  needs(state: State, args: Fields): readonly string[]
  run(state: State, args: Fields): Answer
}

/** Makes a method of its arguments' schema and its work. */
export function method<S extends z.ZodType>(
  scopes: readonly string[] | ((state: State, args: Fields) => readonly string[]),
  schema: S,
  run: (state: State, args: z.output<S>) => Answer,
): Method {
  return {
    needs: (state, args) => (typeof scopes === 'function' ? scopes(state, args) : scopes),
    run(state, args) {
      const parsed = schema.safeParse(args)
      if (parsed.success) return run(state, parsed.data)
      return no('invalid_arguments', toProblems(parsed.error))
    },
  }
}

export function yes(fields: Fields = {}): Answer {
  return { ok: true, ...fields }
}

export function no(error: string, problems: readonly string[] = [], fields: Fields = {}): Answer {
  if (problems.length === 0) return { ok: false, error, ...fields }
  const messages = problems.map((problem) => `[ERROR] ${problem}`)
  return { ok: false, error, ...fields, response_metadata: { messages } }
}

/** Issues as Slack words them, each with the pointer to the place. */
export function toProblems(error: z.ZodError, root = ''): readonly string[] {
  return error.issues.map((issue) => {
    const pointer = [root, ...issue.path.map(String)].join('/')
    return `${issue.message} [json-pointer:${pointer || '/'}]`
  })
}

export const Ts = z.string().regex(/^\d{10}\.\d{6}$/, 'is not a time stamp of Slack')
