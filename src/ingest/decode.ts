import { SourceError } from '../domain/errors.ts'

/**
 * Bytes of a text file as text, without a byte order mark.
 *
 * @throws SourceError (`bad-source`) with the line that is not text
 */
export function parseBytes(bytes: Uint8Array, file: string): string {
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    throw new SourceError('Die Datei ist keine Textdatei (sie enthält Nullbytes).', {
      file,
      line: lineAt(bytes, nul),
      fix: 'Bitte das Transkript als Text im Zeichensatz UTF-8 speichern; Ton- und Office-Dateien gehören nicht hierher.',
    })
  }
  try {
    return toText(bytes)
  } catch (cause) {
    throw new SourceError('Die Datei ist nicht in UTF-8 geschrieben.', {
      file,
      line: lineAt(bytes, invalidAt(bytes)),
      fix: 'Bitte im Editor „Speichern unter“ wählen und als Zeichensatz UTF-8 einstellen.',
      cause,
    })
  }
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

// A line feed is never part of a longer character, so each line can be tried by itself.
function invalidAt(bytes: Uint8Array): number {
  let from = 0
  while (from < bytes.length) {
    const found = bytes.indexOf(10, from)
    const to = found < 0 ? bytes.length : found
    try {
      toText(bytes.subarray(from, to))
    } catch {
      return from
    }
    from = to + 1
  }
  return bytes.length
}

function lineAt(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => (byte === 10 ? line + 1 : line), 1)
}
