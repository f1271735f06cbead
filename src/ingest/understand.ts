import type { Chapter, Section } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { fromChapters, isChapters } from './chapter-files.ts'
import type { ParsedCues } from './cues.ts'
import { parseBytes } from './decode.ts'
import { type Feed, isFeed, parseFeed } from './feed.ts'
import { formatOf } from './formats.ts'
import { parseJson } from './json.ts'
import { fromPlayer } from './player.ts'
import { parsePost, postEndings, writtenIn } from './post.ts'
import { withLanguage } from './spoken.ts'

/** What a file turned out to be. */
export type Understood =
  | { readonly kind: 'transcript'; readonly format: string; readonly parsed: ParsedCues }
  | { readonly kind: 'post'; readonly sections: readonly Section[] }
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'chapters'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'player'; readonly title: string; readonly chapters: readonly Chapter[] }

/**
 * What a file is, told by what stands in it.
 *
 * @throws SourceError (`bad-source`) for what is nothing we can use
 */
export function understand(bytes: Uint8Array, file: string): Understood {
  const text = parseBytes(bytes, file)
  if (isFeed(text)) return { kind: 'feed', feed: parseFeed(text, file) }
  if (/^\s*[[{]/.test(text) && /\.json$/i.test(file)) return understandJson(text, file)
  const format = formatOf(text)
  // A post may quote a transcript; a table of laws begins like JSON.
  if (format && !/\.(?:jsonl|csv)$/i.test(file)) {
    return {
      kind: 'transcript',
      format: format.name,
      parsed: withLanguage(format.parse(text, file), file),
    }
  }
  if (!postEndings.test(file)) throw unknown(file)
  const post = parsePost(text, file)
  const sections = post.sections(titleOf(post.head, file))
  return { kind: 'post', sections: writtenIn(sections, file, post.bodyLine) }
}

function titleOf(head: Readonly<Record<string, unknown>>, file: string): string {
  const { title } = head
  return typeof title === 'string' ? title : file.replace(/^.*\/|\.[^.]+$/g, '')
}

function understandJson(text: string, file: string): Understood {
  const value = parseJson(text, file)
  const player = fromPlayer(value)
  if (player) return { kind: 'player', title: player.title, chapters: player.chapters }
  if (isChapters(value)) return { kind: 'chapters', chapters: fromChapters(value) }
  const format = formatOf(text)
  try {
    if (format) {
      return {
        kind: 'transcript',
        format: format.name,
        parsed: withLanguage(format.parse(text, file), file),
      }
    }
  } catch (error) {
    // No transcript; perhaps questions and answers.
    const sections = parsePost(text, file).sections(titleOf({}, file))
    if (sections.length > 0) return { kind: 'post', sections }
    throw error
  }
  throw unknown(file)
}

function unknown(file: string): SourceError {
  return new SourceError('Darin erkenne ich weder ein Transkript noch einen Beitrag.', {
    file,
    fix: 'Transkripte brauchen Zeiten (.vtt, .srt, .json, .tsv, .trs), Beiträge Text (.md, .html, .txt).',
  })
}
