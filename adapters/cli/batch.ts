import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  earlier: z.array(z.string()).default([]),
})

/** One question of a batch; fields we do not know are ignored. */
export type BatchLine = z.infer<typeof Line>

/** Reads a batch file, one JSON object a line. @throws SourceError (`bad-source`) with the line */
export function readBatch(file: string): readonly BatchLine[] {
  return readLines(file).flatMap((text, at) =>
    text.trim() === '' ? [] : [parseLine(text, file, at + 1)],
  )
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
  } catch (cause) {
    throw new SourceError('lässt sich nicht lesen.', {
      file,
      cause,
      fix: 'Bitte Pfad und Rechte prüfen.',
    })
  }
}

function parseLine(text: string, file: string, line: number): BatchLine {
  const fix =
    'Jede Zeile braucht die Form {"id":"…","question":"…"}, dazu "earlier":[…] nach Wunsch.'
  try {
    return Line.parse(JSON.parse(text))
  } catch (cause) {
    throw new SourceError('ist keine lesbare Frage.', { file, line, cause, fix })
  }
}
