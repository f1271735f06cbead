import type { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'
import type { Problem } from './problem.ts'
import { readText } from './read.ts'

/** A line of a label file with its number, counted from 1. */
type Numbered<T> = T & { readonly line: number }

/** Reads one JSON object a line; a line that does not fit is a problem, and so is a missing file. */
export function readRows<T extends object>(file: string, schema: z.ZodType<T>) {
  const problems: Problem[] = []
  const rows = toLines(file, problems).flatMap((text, at): readonly Numbered<T>[] => {
    if (text.trim() === '') return []
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return [{ ...parsed.data, line: at + 1 }]
    const field = parsed.error.issues[0]?.path.join('.') || 'Form'
    const what = `Die Zeile ist nicht lesbar (${field}).`
    problems.push({ file, line: at + 1, what, fix: 'evals/README.md zeigt die Form einer Zeile.' })
    return []
  })
  return { rows, problems }
}

function toLines(file: string, problems: Problem[]): readonly string[] {
  try {
    return readText(file).split(/\r?\n/)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    problems.push({ file, what: error.message, fix: error.fix })
    return []
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
