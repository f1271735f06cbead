import type { Chapter } from '../domain/documents.ts'
import { parseClock } from '../domain/time.ts'
import { plainLine } from './plain.ts'

const line =
  /^[-*•▶►\s]*[([]?\s*((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)\s*[)\]]?\s*[-–—:|]?\s*(\S.{0,199})$/u

/** Chapters that stand as lines like `(00:06:46) Titel` in a text; none where there is only one such line. */
export function chaptersIn(text: string): readonly Chapter[] {
  const found = text.split('\n').flatMap((raw) => {
    const [, at, title = ''] = line.exec(plainLine(raw)) ?? []
    const start = parseClock(at)
    return start === undefined ? [] : [{ start, title: plainLine(title) }]
  })
  return found.length > 1 ? found : []
}
