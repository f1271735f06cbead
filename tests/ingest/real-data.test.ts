import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cue, toSourceId } from '../../src/domain/documents.ts'
import { isSpoken, passageLimits } from '../../src/domain/passage.ts'
import { parseFrontMatter } from '../../src/front-matter.ts'
import { parseAssemblyai } from '../../src/ingest/assemblyai.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { parseBytes } from '../../src/ingest/decode.ts'
import { toEpisode } from '../../src/ingest/heads.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { plainLine } from '../../src/ingest/plain.ts'
import { cueLimits, splitCues } from '../../src/ingest/split.ts'
import { parseSrt } from '../../src/ingest/srt.ts'
import { folderOf, type Look, survey, toRow } from '../../src/ingest/survey.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const isHere = existsSync(data)

async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(join(data, folder), { recursive: true })
  return names.filter((name) => name.endsWith(ending)).toSorted()
}

async function read(folder: string, name: string): Promise<string> {
  return parseBytes(await readFile(join(data, folder, name)), name)
}

function documentOf(parsed: readonly Cue[], head: Readonly<Record<string, unknown>>, body: string) {
  const cues = splitCues(parsed)
  const given = { id: toSourceId('x'), head, body, shows: [], cues, file: 'x.md' }
  return { about: toEpisode(given).about, cues }
}

function expectWithinLimits(document: ReturnType<typeof documentOf>): void {
  const passages = chunk(document)
  expect(passages.length).toBeGreaterThan(0)
  expect(passages.flatMap((passage) => (isSpoken(passage) ? passage.cues : []))).toEqual(
    document.cues,
  )
  for (const passage of passages.filter(isSpoken)) {
    const end = Math.max(...passage.cues.map((cue) => cue.end))
    expect(end - passage.cues[0].start).toBeLessThanOrEqual(passageLimits.seconds)
    expect(passage.text.length).toBeLessThanOrEqual(passageLimits.characters)
  }
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => plainLine(text).split(' ')).toSorted()
}

// The name is what a run without the folder prints beside "skipped".
const title = isHere ? 'the real transcripts' : `the real transcripts (skipped: no ${data})`

// One of the words is longer than a cue may be: somebody is astonished for 342 characters.
function chop(word: string): readonly string[] {
  return word.match(new RegExp(`.{1,${cueLimits.characters}}`, 'gu')) ?? []
}

describe.skipIf(!isHere)(title, () => {
  it('imports all AssemblyAI episodes without losing a word', async () => {
    const names = await namesIn('podcast/assemblyai', '.json')
    expect(names).toHaveLength(24)
    for (const name of names) {
      const text = await read('podcast/assemblyai', name)
      const pages = await namesIn('podcast/assemblyai', '.md')
      const page = pages.find((candidate) => candidate.startsWith(`${name.split('-')[0]}-`)) ?? ''
      const { head, body } = parseFrontMatter(await read('podcast/assemblyai', page), page)
      const { cues, language } = parseAssemblyai(text, name)
      const document = documentOf(
        cues,
        { ...head, chapters: head['chapter'], speakers: head['speaker'] },
        body,
      )
      const { utterances }: { utterances: { text: string }[] } = JSON.parse(text)
      expect(language).toBe('de')
      expect(document.about.speakers.length).toBeGreaterThan(1)
      expect(document.about.chapters.length).toBeGreaterThan(0)
      expect(document.about.notes).not.toMatch(/<\/?[a-z]+>/)
      expect(wordsOf(document.cues.map((cue) => cue.text))).toEqual(
        wordsOf(utterances.map((said) => said.text))
          .flatMap(chop)
          .toSorted(),
      )
      expectWithinLimits(document)
    }
  })

  it.each(['vtt', 'srt'] as const)('imports all Whisper %s files', async (ending) => {
    const names = await namesIn('podcast/whisper', `.${ending}`)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const text = await read('podcast/whisper', name)
      const { cues } = ending === 'vtt' ? parseVtt(text, name) : parseSrt(text, name)
      expectWithinLimits(documentOf(cues, {}, ''))
    }
  })

  it('cuts all Markdown texts into sections that show no markup', async () => {
    const names = (await namesIn('texts', '.md')).filter((name) => !/README|LICENSE/.test(name))
    for (const name of names) {
      const { body } = parseFrontMatter(await read('texts', name), name)
      if (body.trim() === '') continue
      const sections = parseSections(body, 'Titel')
      expect(sections.length, name).toBeGreaterThan(0)
      expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
      const text = sections.map((section) => section.text).join('\n')
      expect(text, name).not.toMatch(/<\/?(?:p|div|td|li|details)\b|\{%|\{\{|\]\(http/)
      const about = {
        kind: 'post',
        id: toSourceId(name),
        title: 'T',
        language: 'de',
        example: false,
      } as const
      const parts = chunk({ about, sections })
      expect(parts.every((part) => part.text.length <= passageLimits.characters)).toBe(true)
    }
  })

  it('understands every file of the podcasts and texts, or says why not', async () => {
    const looks: Look[] = []
    for (const folder of ['podcast', 'texts']) {
      for await (const one of survey(join(data, folder))) looks.push(one)
    }
    const refused = looks.filter(({ what }) => what === 'refused').map(({ file }) => file)
    // The settings of a player, a list of other episodes, and a post that is empty.
    expect(refused).toEqual([
      'podlove_ui/config.json',
      'podlove_ui/playlist.json',
      'cwa_website/blog/2020-08-11-hinweise-qr-code/index_de.md',
    ])
    const formats = new Set(looks.map(({ format }) => format).filter(Boolean))
    expect(formats.size).toBe(6)
    const rows = Map.groupBy(looks, folderOf)
    expect(toRow('whisper', rows.get('whisper') ?? [])).toMatchObject({ files: 37, episodes: 10 })
    expect(toRow('feeds', rows.get('feeds') ?? [])).toMatchObject({ files: 4, episodes: 457 })
  })
})
