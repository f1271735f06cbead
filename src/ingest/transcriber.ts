import type { Chapter, Cue, Speaker } from '../domain/documents.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { childOf, childrenOf, type Element, elementsOf, parseXml } from './markup.ts'
import { plainLine } from './plain.ts'

/** Whether text is a file of Transcriber. */
export function isTranscriber(text: string): boolean {
  return /<Trans\b/.test(text.slice(0, 2000)) && /<Turn\b/.test(text)
}

/**
 * Reads Transcriber's XML: turns with speakers, `Sync` for the times, sections with topics as chapters.
 * Where two speak at once, `Who` tells them apart.
 *
 * @throws SourceError (`bad-source`) for broken XML and when nobody speaks
 */
export function parseTranscriber(text: string, file: string): ParsedCues {
  const root = parseXml(text, file)
  const all = [...elementsOf(root)]
  const names = new Map(
    all.flatMap(({ name, attributes }) =>
      name === 'Speaker'
        ? [[attributes['id'] ?? '', plainLine(attributes['name'] ?? '')] as const]
        : [],
    ),
  )
  const turns = all.filter(({ name }) => name === 'Turn')
  const language = /^[a-z]{2}\b/i.exec(root.attributes['xml:lang'] ?? '')?.[0]
  const chapters = toChapters(root, all)
  return {
    ...parsedCues(
      turns.flatMap((turn) => cuesOf(turn, names)),
      file,
    ),
    ...(language ? { language } : {}),
    ...(chapters.length > 0 ? { chapters } : {}),
    speakers: speakersOf(turns, names),
  }
}

function speakersOf(turns: readonly Element[], names: ReadonlyMap<string, string>) {
  const heard = new Set(turns.flatMap((turn) => idsOf(turn)))
  return Array.from(heard, (id): Speaker => ({ id: names.get(id) || id }))
}

function idsOf({ attributes }: Element): readonly string[] {
  return (attributes['speaker'] ?? '').split(/\s+/).filter(Boolean)
}

function cuesOf(turn: Element, names: ReadonlyMap<string, string>): readonly Cue[] {
  const ids = idsOf(turn)
  const nameOf = (index: number) => names.get(ids[index] ?? '') || ids[index]
  let speaker = nameOf(0)
  let start = Number(turn.attributes['startTime'] ?? 0)
  const opened: { start: number; speaker: string | undefined; text: string }[] = []
  for (const child of turn.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') opened.push({ start, speaker, text: child })
    } else if (child.name === 'Sync') {
      start = Number(child.attributes['time'] ?? start)
    } else if (child.name === 'Who') {
      speaker = nameOf(Number(child.attributes['nb'] ?? 1) - 1) ?? speaker
    }
  }
  const end = Number(turn.attributes['endTime'] ?? start)
  return opened.flatMap((cue, index) => {
    const next = opened.slice(index + 1).find((later) => later.start > cue.start)?.start ?? end
    if (!Number.isFinite(cue.start) || cue.start < 0) return []
    const { speaker: voice, ...rest } = cue
    return [
      {
        ...rest,
        end: Number.isFinite(next) ? next : cue.start,
        ...(voice ? { speaker: voice } : {}),
      },
    ]
  })
}

function toChapters(root: Element, all: readonly Element[]): readonly Chapter[] {
  const topics = new Map(
    childrenOf(childOf(root, 'Topics') ?? root, 'Topic').map(({ attributes }) => [
      attributes['id'],
      plainLine(attributes['desc'] ?? ''),
    ]),
  )
  return all
    .filter(({ name }) => name === 'Section')
    .flatMap(({ attributes }) => {
      const title = topics.get(attributes['topic'])
      const start = Number(attributes['startTime'])
      return title && Number.isFinite(start) ? [{ start, title }] : []
    })
}
