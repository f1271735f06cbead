import { readFile } from 'node:fs/promises'
import type { Article, SourceId, Transcript } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { type FrontMatter, parseFrontMatter } from '../front-matter.ts'
import { parseAssemblyai } from './assemblyai.ts'
import type { ParsedCues } from './cues.ts'
import { parseBytes } from './decode.ts'
import { toEpisode, toPost } from './heads.ts'
import { type FoundFile, unreadable } from './listing.ts'
import { parseSections } from './markdown.ts'
import type { Show } from './shows.ts'
import { splitCues } from './split.ts'
import { parseSrt } from './srt.ts'
import { parseVtt } from './vtt.ts'

type Importer = (text: string, file: string) => ParsedCues

const importers = new Map<string, Importer>([
  ['vtt', parseVtt],
  ['srt', parseSrt],
  ['json', parseAssemblyai],
])

interface Source extends FoundFile {
  readonly id: SourceId
}

interface Read<T> {
  readonly document: T
  readonly warnings: readonly string[]
}

/** Whether a file has the ending of a transcript, and a name before it. */
export function isTranscriptName(name: string): boolean {
  return importerOf(name) !== undefined
}

/** @throws SourceError (`bad-source`) */
export async function readEpisode(
  source: Source,
  head: FoundFile | undefined,
  shows: readonly Show[],
): Promise<Read<Transcript>> {
  const { file, id } = source
  const parse = importerOf(source.name) ?? parseVtt
  const parsed = parse(await readText(source), file)
  const matter = head ? parseFrontMatter(await readText(head), head.file) : withoutHead
  const cues = splitCues(parsed.cues)
  const { language } = parsed
  const { about, warnings } = toEpisode({
    ...{ id, cues, shows, file: head?.file ?? file, head: matter.head, body: matter.body },
    ...(language ? { language } : {}),
  })
  return { document: { about, cues }, warnings: [...parsed.warnings, ...warnings] }
}

/** @throws SourceError (`bad-source`), also for a post that has no text */
export async function readPost(source: Source): Promise<Read<Article>> {
  const { file, id } = source
  const { head, body, bodyLine } = parseFrontMatter(await readText(source), file)
  const { about, warnings } = toPost({ id, head, file })
  const sections = parseSections(body, about.title)
  if (sections.length > 0) return { document: { about, sections }, warnings }
  throw new SourceError('Der Beitrag hat keinen Text.', {
    file,
    line: bodyLine,
    fix: 'Bitte unter dem Kopf den Text des Beitrags einfügen.',
  })
}

const withoutHead: FrontMatter = { head: {}, body: '', bodyLine: 1 }

function importerOf(name: string): Importer | undefined {
  const [, ending = ''] = /.\.([a-z]+)$/i.exec(name) ?? []
  return importers.get(ending.toLowerCase())
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
