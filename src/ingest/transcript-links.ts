import { join } from 'node:path'
import { SourceError } from '../domain/errors.ts'
import { parseBytes } from './decode.ts'
import { parseTranscript } from './formats.ts'
import { type KeptItem, writeChanged } from './kept.ts'
import type { Web } from './web.ts'
import { shown } from './web-trouble.ts'

type Links = KeptItem['transcripts']
type Used = NonNullable<KeptItem['transcript']>

/** What says most comes first: voices and exact times. */
const order = ['vtt', 'json', 'srt', 'html', 'txt'] as const

/**
 * Fetches the best transcript that can be read of those a feed offers.
 *
 * @throws SourceError (`bad-source`) of the first one, where none can be had
 */
export async function fetchTranscript(
  { web, folder }: { readonly web: Web; readonly folder: string },
  {
    id,
    links,
    before,
  }: { readonly id: string; readonly links: Links; readonly before: Used | undefined },
): Promise<Used | undefined> {
  let first: SourceError | undefined
  for (const link of links.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    try {
      const seen = before?.url === link.url ? before.seen : undefined
      const found = await web.get(link.url, { seen, mostBytes: 20 * 1024 ** 2 })
      if (found.kind === 'unchanged') return before
      const file = `episodes/${id}.${endingOf(link)}`
      // What cannot be read must not take the place of what could.
      parseTranscript(parseBytes(found.bytes, shown(link.url)), file)
      await writeChanged(join(folder, file), found.bytes)
      return { url: link.url, seen: found.seen, file }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      first ??= named(error, link.url)
    }
  }
  if (first) throw first
  return undefined
}

// Errors of a parser name the file it would have been.
function named(error: SourceError, url: string): SourceError {
  const { message, line, fix, cause } = error
  return new SourceError(message, {
    file: shown(url),
    fix,
    cause,
    ...(line === undefined ? {} : { line }),
  })
}

function rankOf(link: Links[number]): number {
  return order.indexOf(endingOf(link))
}

function endingOf({ url, type }: Links[number]): (typeof order)[number] {
  const path = URL.parse(url)?.pathname ?? ''
  if (/vtt/i.test(type) || /\.vtt$/i.test(path)) return 'vtt'
  if (/json/i.test(type) || /\.json$/i.test(path)) return 'json'
  if (/srt|subrip/i.test(type) || /\.srt$/i.test(path)) return 'srt'
  return /html/i.test(type) || /\.html?$/i.test(path) ? 'html' : 'txt'
}
