import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type Document, isTranscript, toSourceId } from '../src/domain/documents.ts'
import { foldedWords } from '../src/german/words.ts'
import { chunk } from '../src/ingest/chunk.ts'
import { openFolder } from '../src/ingest/folder.ts'
import { openBuild } from '../src/search/build.ts'
import { openGlossary } from '../src/search/glossary.ts'
import { readGlossary } from '../src/search/glossary-file.ts'
import { openLexical } from '../src/search/lexical.ts'
import { allPassages, openShelf } from '../src/search/shelf.ts'
import { readThesaurus } from '../src/search/thesaurus-file.ts'
import { table } from '../src/table.ts'
import { prepareMaterial } from './bench-material.ts'
import { makeQuestions } from './bench-questions.ts'
import { percentile } from './metrics.ts'

const usage = `How fast the search is when there is much to search, and what that costs.

  npm run bench:search [-- --sizes 2000,20000,100000 --data DIR]

The real episodes (or those we ship) are repeated until there are so many passages. In each copy the
rare words are shifted by some letters, so that there are new words as in new episodes.`

interface Scale {
  readonly passages: number
  readonly buildSeconds: number
  readonly megabytes: number
  readonly changeMs: number
  readonly openMs: number
  readonly p50: number
  readonly p99: number
  readonly memory: number
}

const { signal } = new AbortController()
const asked = 400

async function readDocuments(knowledge: string): Promise<readonly Document[]> {
  const found: Document[] = []
  for await (const item of openFolder(knowledge).items(signal)) {
    found.push((await item.read()).document)
  }
  return found
}

/** The words that at most three passages of the originals have. */
function rareWordsIn(documents: readonly Document[]): ReadonlySet<string> {
  const holders = new Map<string, number>()
  for (const { text } of documents.flatMap(chunk)) {
    for (const word of new Set(foldedWords(text))) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  return new Set(Array.from(holders).flatMap(([word, count]) => (count <= 3 ? [word] : [])))
}

function shifted(text: string, by: number, rare: ReadonlySet<string>): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const [folded = ''] = foldedWords(word)
    return rare.has(folded) ? word.replace(/[a-z]/g, (letter) => shiftedLetter(letter, by)) : word
  })
}

function shiftedLetter(letter: string, by: number): string {
  return String.fromCharCode(((letter.charCodeAt(0) - 97 + by) % 26) + 97)
}

function copyOf(document: Document, number: number, rare: ReadonlySet<string>): Document {
  const id = toSourceId(`${document.about.id}-${number}`)
  const change = (text: string) => shifted(text, number, rare)
  if (!isTranscript(document)) {
    const { about, sections } = document
    const own = sections.map((section) => ({ ...section, text: change(section.text) }))
    return { about: { ...about, id, title: change(about.title) }, sections: own }
  }
  const { about, cues } = document
  const own = cues.map((cue) => ({ ...cue, text: change(cue.text) }))
  return { about: { ...about, id, title: change(about.title) }, cues: own }
}

async function measure(documents: readonly Document[], size: number, path: string): Promise<Scale> {
  const rare = rareWordsIn(documents)
  const build = openBuild(path)
  let [passages, spent] = [0, 0]
  for (let at = 0; passages < size; at += 1) {
    const original = documents[at % documents.length]
    if (!original) break
    const document = copyOf(original, Math.floor(at / documents.length), rare)
    const own = chunk(document)
    spent += timed(() => build.put(document, own, '1'))
    passages += own.length
  }
  spent += timed(() => build.commit(''))
  const changeMs = timed(() => changeOne(documents, path))
  const search = await timeSearches(path)
  const megabytes = statSync(path).size / 1e6
  return { passages, buildSeconds: spent / 1000, megabytes, changeMs, ...search }
}

function changeOne([first]: readonly Document[], path: string): void {
  if (!first) return
  const document = copyOf(first, 0, new Set())
  const build = openBuild(path)
  build.put(document, chunk(document), '2')
  build.commit('')
}

async function timeSearches(path: string) {
  const shelf = openShelf(path)
  const questions = makeQuestions(allPassages(shelf), { count: asked, seed: 1 })
  global.gc?.()
  const before = process.memoryUsage().rss
  const glossary = openGlossary(readGlossary(), readThesaurus())
  const began = performance.now()
  const index = openLexical(shelf, { glossary })
  await index.search({ text: 'Serverausfal', earlier: [] }, 10, signal)
  const openMs = performance.now() - began
  const ms: number[] = []
  for (const text of questions) {
    const start = performance.now()
    await index.search({ text, earlier: [] }, 10, signal)
    ms.push(performance.now() - start)
  }
  const memory = (process.memoryUsage().rss - before) / 1e6
  shelf.close()
  return { openMs, memory, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) }
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function rowOf(scale: Scale): readonly string[] {
  return [
    scale.passages.toLocaleString('de'),
    `${scale.p50.toFixed(1)} / ${scale.p99.toFixed(1)} ms`,
    `${Math.round(scale.passages / scale.buildSeconds).toLocaleString('de')} / s`,
    `${scale.megabytes.toFixed(0)} MB`,
    `${scale.memory.toFixed(0)} MB`,
    `${scale.changeMs.toFixed(0)} ms`,
    `${scale.openMs.toFixed(0)} ms`,
  ]
}

const head = [
  'Passagen',
  'Suche p50 / p99',
  'Aufbau',
  'Datei',
  'Speicher',
  'eine Folge neu',
  'erste Frage',
]

if (import.meta.main) {
  const { values } = parseArgs({
    options: { help: { type: 'boolean' }, sizes: { type: 'string' }, data: { type: 'string' } },
  })
  if (values.help) console.log(usage)
  else {
    const scratch = mkdtempSync(join(tmpdir(), 'sturmlotse-scale-'))
    const { knowledge, notice } = prepareMaterial(values, join(scratch, 'knowledge'))
    if (notice) console.error(notice)
    const documents = await readDocuments(knowledge)
    const rows: (readonly string[])[] = []
    for (const size of (values.sizes ?? '2000,20000,100000').split(',').map(Number)) {
      rows.push(rowOf(await measure(documents, size, join(scratch, `${size}.sqlite`))))
    }
    console.log(table([head, ...rows]))
    rmSync(scratch, { recursive: true })
  }
}
