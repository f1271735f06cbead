import { z } from 'zod'
import type { Chapter } from '../domain/documents.ts'
import { parseClock } from '../domain/time.ts'
import { childrenOf, type Element } from './markup.ts'
import { plainLine } from './plain.ts'

const Time = z.union([z.number(), z.string()])
const Row = z.object({ start: Time.optional(), startTime: Time.optional(), title: z.string() })
const Rows = z.array(z.unknown())

/** Whether JSON is a list of chapters: Podlove's, or that of the podcast namespace. */
export function isChapters(value: unknown): boolean {
  return fromChapters(value).length > 0 && rowsOf(value).every((row) => !hasText(row))
}

function hasText(row: unknown): boolean {
  return z.object({ text: z.string() }).safeParse(row).success
}

function rowsOf(value: unknown): readonly unknown[] {
  const list = z.object({ chapters: Rows }).safeParse(value)
  if (list.success) return list.data.chapters
  return Rows.safeParse(value).data ?? []
}

/** Reads chapters from JSON: `start` (Podlove) or `startTime` (podcast namespace), and a title. */
export function fromChapters(value: unknown): readonly Chapter[] {
  return rowsOf(value).flatMap((entry) => {
    const row = Row.safeParse(entry)
    if (!row.success) return []
    return toChapter(row.data.start ?? row.data.startTime, row.data.title)
  })
}

/** Reads the `psc:chapter`s inside an element. */
export function fromSimpleChapters(chapters: Element): readonly Chapter[] {
  return childrenOf(chapters, 'psc:chapter').flatMap(({ attributes }) =>
    toChapter(attributes['start'], attributes['title'] ?? ''),
  )
}

function toChapter(at: unknown, name: string): readonly Chapter[] {
  const [start, title] = [parseClock(at), plainLine(name)]
  return start === undefined || title === '' ? [] : [{ start, title }]
}
