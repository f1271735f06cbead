import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type Config, deadlineOf, readConfig } from '../src/config.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { embedIndex } from '../src/dense.ts'
import { explain, UpstreamError } from '../src/domain/errors.ts'
import { openEngine } from '../src/engine.ts'
import { openManual } from '../src/manual.ts'
import { openChat } from '../src/openai.ts'
import { refresh } from '../src/refresh.ts'
import { openStore } from '../src/store/store.ts'
import { type Cache, openCache } from './live-cache.ts'
import { type Case, type Drawn, drawn, toCase } from './live-cases.ts'
import { toAgreement, toTable } from './live-figures.ts'
import { judge } from './live-judge.ts'
import { compare, type Rating, readRatings } from './live-ratings.ts'
import { toSheet } from './live-sheet.ts'

// Judges answers by the protocol in `evals/README.md`: by a model, or by people who filled in a sheet.

/** A day soon after the newest source: notes on age must not change with the day of the run. */
const today = '2026-06-30T12:00:00.000Z'
const clock = { now: () => today }

const noModel =
  'Kein Modell eingerichtet: MODEL_URL und MODEL_NAME oder OPENAI_API_KEY setzen (siehe .env.example). ' +
  'Ohne Modell: `--print DATEI` schreibt den Bogen für Menschen, `--ratings DATEI` liest ihn ausgefüllt.'

/** Asks all questions with an index and a store of their own. */
async function answerAll(config: Config, asked: readonly Drawn[]): Promise<readonly Case[]> {
  const own = { ...config, dataDir: mkdtempSync(join(tmpdir(), 'sturmlotse-live-')) }
  await refresh(own)
  await embedIndex(own, () => undefined, new AbortController().signal)
  const engine = openEngine(own, { clock })
  const store = openStore(own, clock)
  try {
    await engine.ready()
    const templates = readTemplates(own.knowledgeDir)
    const desk = { manual: openManual(own) }
    const house = { engine, store, templates, desk, deadlineMs: deadlineOf(own) }
    const cases: Case[] = []
    for (const one of asked) cases.push(await toCase(one, house))
    return cases
  } finally {
    store.close()
    engine.close()
    rmSync(own.dataDir, { recursive: true })
  }
}

/** Both endpoints behind the cache; what is not configured stays so. */
async function cached(
  { model, embeddings, ...config }: Config,
  folder: string,
): Promise<{ readonly config: Config; readonly caches: readonly Cache[] }> {
  const chats = model && (await openCache(model.url, folder))
  const vectors = embeddings && (await openCache(embeddings.url, folder))
  return {
    config: {
      ...config,
      ...(model && chats ? { model: { ...model, url: chats.url } } : {}),
      ...(embeddings && vectors ? { embeddings: { ...embeddings, url: vectors.url } } : {}),
    },
    caches: [chats, vectors].filter((one) => one !== undefined),
  }
}

/** Every answer judged by the model; `unjudged` holds the ids it could not judge. */
async function judgeAll(cases: readonly Case[], config: Config) {
  const ratings: Rating[] = []
  const unjudged: string[] = []
  if (!config.model) return { ratings, unjudged }
  // A verdict is longer than an answer.
  const chat = openChat({
    ...config.model,
    maxTokens: 4 * config.model.maxTokens,
    timeoutMs: 60_000,
  })
  for (const one of cases) {
    const rating = await judge(one, chat, AbortSignal.timeout(120_000)).catch((error) => {
      if (error instanceof UpstreamError) return undefined
      throw error
    })
    if (rating) ratings.push(rating)
    else unjudged.push(one.id)
  }
  return { ratings, unjudged }
}

async function judgeByModel(config: Config, asked: readonly Drawn[], folder: string) {
  const behind = await cached(config, folder)
  try {
    const cases = await answerAll(behind.config, asked)
    const { ratings, unjudged } = await judgeAll(cases, behind.config)
    console.log(toTable(ratings, asked))
    const { kept, asked: sent } = totalOf(behind.caches)
    console.log(
      `Geurteilt hat ${config.model?.name}; ${sent} Anfragen gesendet, ${kept} aus ${folder}.`,
    )
    if (unjudged.length > 0) console.log(`Ohne brauchbares Urteil: ${unjudged.join(' ')}`)
    writeFileSync(
      join(folder, 'ratings.jsonl'),
      ratings.map((one) => `${JSON.stringify(one)}\n`).join(''),
    )
  } finally {
    await Promise.all(behind.caches.map((one) => one.close()))
  }
}

function totalOf(caches: readonly Cache[]) {
  return caches.reduce(
    (sum, { counts }) => ({ kept: sum.kept + counts.kept, asked: sum.asked + counts.asked }),
    { kept: 0, asked: 0 },
  )
}

async function print(config: Config, asked: readonly Drawn[], options: Options): Promise<void> {
  const behind = await cached(config, options.cache)
  try {
    const cases = await answerAll(behind.config, asked)
    writeFileSync(options.print ?? '', toSheet(cases))
    console.log(`${cases.length} Antworten stehen in ${options.print}.`)
  } finally {
    await Promise.all(behind.caches.map((one) => one.close()))
  }
}

function readByPeople([first, second]: readonly string[], asked: readonly Drawn[]): void {
  const ratings = readRatings(first ?? '')
  console.log(toTable(ratings, asked))
  if (second !== undefined) console.log(`\n${toAgreement(compare(ratings, readRatings(second)))}`)
}

interface Options {
  readonly cache: string
  readonly print?: string
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cache: { type: 'string', default: '.data/live' },
      first: { type: 'string' },
      print: { type: 'string' },
      ratings: { type: 'string', multiple: true },
    },
  })
  const asked = drawn().slice(0, Number(values.first ?? Number.POSITIVE_INFINITY))
  if (values.ratings) return readByPeople(values.ratings, asked)
  const { cache, print: sheet } = values
  const config = readConfig({ LOG_LEVEL: 'silent' })
  if (sheet !== undefined) return print(config, asked, { cache, print: sheet })
  if (config.model) return judgeByModel(config, asked, cache)
  console.error(noModel)
  process.exitCode = 1
}

if (import.meta.main) {
  await main().catch((error) => {
    console.error(explain(error).text)
    process.exitCode = 1
  })
}
