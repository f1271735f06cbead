import { z } from 'zod'
import { SourceError } from '../domain/errors.ts'

/** @throws SourceError (`bad-source`) with the line where it breaks */
export function parseJson(text: string, file: string): unknown {
  const bare = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(bare)
  } catch (cause) {
    const line = cause instanceof Error ? lineOf(cause.message, bare) : undefined
    throw new SourceError('Die Datei ist kein gültiges JSON oder sie ist abgeschnitten.', {
      file,
      ...(line === undefined ? {} : { line }),
      fix: 'Bitte das Transkript noch einmal vollständig herunterladen.',
      cause,
    })
  }
}

// The engine gives a position, or what stands around the place, or says that the text ended.
function lineOf(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return lineAt(text, Number(position))
  if (message.includes('end of JSON')) return lineAt(text.trimEnd(), text.length)
  const [, token = '', around = ''] =
    /^Unexpected token '(.+?)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ??
    []
  const from = around === '' ? -1 : text.indexOf(around)
  if (from < 0) return undefined
  return lineAt(text, from + Math.max(0, around.indexOf(token, Math.min(10, around.length - 1))))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Text, or a number where a name belongs; anything else is missing. */
export const LooseText = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)

/** JSON of which a schema fits the outside but not the inside; names the first field that is wrong. */
export function schemaError(file: string, { issues }: z.ZodError, kind: string): SourceError {
  const path = issues[0]?.path.join('.') || 'utterances'
  return new SourceError(
    `Dieses JSON kenne ich nicht („${path}“ fehlt oder hat den falschen Typ).`,
    {
      file,
      fix: `Gelesen wurde es als ${kind}; andere Transkripte bitte als .vtt oder .srt ablegen.`,
    },
  )
}
