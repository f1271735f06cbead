import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { parseFrontMatter } from '../src/front-matter.ts'

/** Where real transcripts and texts lie on a developer's machine; never part of the repository. */
const usual = resolve(import.meta.dirname, '../../shared/data')

const handbook = 'https://akademie-oeffentliches-gesundheitswesen.github.io/krisenmanagment'

const usage = `Prepares a knowledge folder of real German speech, outside the repository.

  npm run prepare:real -- --out DIR [--data DIR]

It takes the episodes in DATA/podcast/assemblyai and the handbook in DATA/texts/oegd_krisenmanagement.
They belong to their makers: measure with them, do not commit them.`

/** Writes the folder and gives the number of episodes and posts. */
export function prepareReal(data: string, out: string): { episodes: number; posts: number } {
  for (const folder of ['episodes', 'posts']) mkdirSync(join(out, folder), { recursive: true })
  writeFileSync(
    join(out, 'sources.yaml'),
    'shows:\n  - { id: engineering-kiosk, name: Engineering Kiosk }\n',
  )
  return { episodes: writeEpisodes(data, out), posts: writePosts(data, out) }
}

function writeEpisodes(data: string, out: string): number {
  const from = join(data, 'podcast/assemblyai')
  const names = readdirSync(from)
  const transcripts = names.filter((name) => name.endsWith('-transcript-slim.json'))
  for (const transcript of transcripts) {
    const number = transcript.split('-')[0] ?? ''
    const page = names.find((name) => name.startsWith(`${number}-`) && name.endsWith('.md'))
    if (!page) throw new Error(`${from}: no page beside ${transcript}`)
    const id = basename(page, '.md')
    cpSync(join(from, transcript), join(out, 'episodes', `${id}.json`))
    writeFileSync(join(out, 'episodes', page), episodeHead(join(from, page), Number(number)))
  }
  return transcripts.length
}

function episodeHead(page: string, number: number): string {
  const { head } = parseFrontMatter(readFileSync(page, 'utf8'), page)
  const kept = {
    title: head['title'],
    show: 'engineering-kiosk',
    number,
    published: head['pubDate'],
    audio: head['audio'],
    language: 'de',
    speakers: head['speaker'],
    chapters: head['chapter'],
  }
  return toHead(kept)
}

// JSON is YAML, so each value can be written as JSON.
function toHead(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n`
}

function writePosts(data: string, out: string): number {
  const from = join(data, 'texts/oegd_krisenmanagement')
  const chapters = readdirSync(from).filter((name) => /^chapter_\w+\.md$/.test(name))
  for (const name of chapters) {
    const { head, body } = parseFrontMatter(readFileSync(join(from, name), 'utf8'), name)
    const url = `${handbook}/${basename(name, '.md')}.html`
    writeFileSync(
      join(out, 'posts', name),
      `${toHead({ title: head['title'], url, language: 'de' })}${body}`,
    )
  }
  return chapters.length
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, data: { type: 'string' } } })
  const data = values.data ?? usual
  if (!values.out || !existsSync(data)) {
    console.error(values.out ? `There is no ${data}; name it with --data.\n\n${usage}` : usage)
    process.exitCode = 2
  } else {
    const { episodes, posts } = prepareReal(data, values.out)
    console.log(`${episodes} episodes and ${posts} posts in ${values.out}`)
  }
}
