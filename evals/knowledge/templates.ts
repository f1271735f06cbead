import type { Problem } from './problem.ts'
import { type Knowledge, lineOf } from './read.ts'

// What a chat shows without folding it away, and what people read to its end.
const mostCharacters = 600

/** Texts to copy: short enough to be read, and found under the name they carry. */
export function checkTemplates({ templates }: Knowledge): readonly Problem[] {
  return templates.flatMap((page) => {
    const { id, file, head, body, bodyLine } = page
    const length = body.normalize('NFC').trim().length
    const long = {
      ...{ file, line: bodyLine },
      what: `Der Text hat ${length} Zeichen.`,
      fix: `Bitte auf höchstens ${mostCharacters} kürzen.`,
    }
    const misnamed = {
      ...{ file, line: lineOf(page, 'id') },
      what: `Die id „${head['id']}“ ist nicht der Name der Datei.`,
      fix: `Bitte „id: ${id}“ schreiben oder die Datei umbenennen.`,
    }
    return [...(length > mostCharacters ? [long] : []), ...(head['id'] === id ? [] : [misnamed])]
  })
}
