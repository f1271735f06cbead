import { readFile } from 'node:fs/promises'
import type { Article, SourceId, Transcript } from '../domain/documents.ts'
import { type FrontMatter, parseFrontMatter } from '../front-matter.ts'
import type { Faults } from './cues.ts'
import { parseBytes } from './decode.ts'
import { isTranscriptEnding, parseTranscript } from './formats.ts'
import { toEpisode, toPost } from './heads.ts'
import { type FoundFile, unreadable } from './listing.ts'
import { isMarkdownTranscript } from './markdown-transcript.ts'
import { parsePost, writtenIn } from './post.ts'
import type { Show } from './shows.ts'
import { splitCues } from './split.ts'
import { withLanguage } from './spoken.ts'

interface Source extends FoundFile {
  readonly id: SourceId
}

interface Read<T> {
  readonly document: T
  readonly warnings: readonly string[]
  readonly faults?: Faults
}

/** Whether a file has the ending of a transcript, and a name before it. */
export function isTranscriptName(name: string): boolean {
  return isTranscriptEnding(name)
}

/** @throws SourceError (`bad-source`) */
export async function readEpisode(
  source: Source,
  head: FoundFile | undefined,
  shows: readonly Show[],
): Promise<Read<Transcript>> {
  const { file, id } = source
  const text = await readText(source)
  const parsed = withLanguage(parseTranscript(text, file), file)
  const matter = head
    ? parseFrontMatter(await textOfHead(head, source, text), head.file)
    : withoutHead
  const cues = splitCues(parsed.cues)
  const { language, speakers, chapters, advertisements, faults } = parsed
  const body = isMarkdownTranscript(matter.body) ? '' : matter.body
  const { about, warnings } = toEpisode({
    ...{ id, cues, shows, file: head?.file ?? file, head: matter.head, body },
    ...(language ? { language } : {}),
    ...(speakers ? { speakers } : {}),
    ...(chapters ? { chapters } : {}),
    ...(advertisements ? { advertisements } : {}),
    ...(parsed.isMachineMade ? { isMachineMade: true as const } : {}),
  })
  return {
    document: { about, cues },
    warnings: [...parsed.warnings, ...warnings],
    ...(faults ? { faults } : {}),
  }
}

// A transcript in Markdown has its head in the same file.
async function textOfHead(head: FoundFile, source: Source, text: string): Promise<string> {
  return head.path === source.path ? text : await readText(head)
}

/** @throws SourceError (`bad-source`), also for a post that has no text */
export async function readPost(source: Source): Promise<Read<Article>> {
  const { file, id } = source
  const post = parsePost(await readText(source), file)
  const { about, warnings } = toPost({ id, head: post.head, file })
  const sections = writtenIn(post.sections(about.title), file, post.bodyLine)
  return { document: { about, sections }, warnings }
}

const withoutHead: FrontMatter = { head: {}, body: '', bodyLine: 1 }

/** Whether a Markdown file holds a transcript and not only the head of one. */
export async function holdsTranscript(source: FoundFile): Promise<boolean> {
  return isMarkdownTranscript(await readText(source))
}

async function readText({ path, file }: FoundFile): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    throw unreadable(file, cause)
  }
  return parseBytes(bytes, file)
}
