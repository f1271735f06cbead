import type { Config } from '../../src/config.ts'
import { isSpoken } from '../../src/domain/passage.ts'
import { clockSpan } from '../../src/domain/time.ts'
import type { Hit } from '../../src/ports.ts'
import { readBatch } from './batch.ts'
import type { Command } from './command.ts'
import { failureToJson, hitToJson } from './json.ts'
import { configFor, parseTyped, usageError } from './options.ts'
import { openReady } from './ready.ts'

const most = 1000

export const command: Command = {
  help: `Zeigt die Stellen, die am besten zu den Worten passen.

Aufruf: npm run -s cli -- search "Worte" [-k 10] [--json] [--knowledge ORDNER]
        npm run -s cli -- search --batch DATEI.jsonl [-k 10]

  -k        wie viele Stellen (1 bis ${most}, sonst 10)
  --json    ein JSON-Objekt statt Text
  --batch   je Zeile {"id","question","earlier"?}; schreibt je Zeile {"id","hits":[…]}`,
  run: async (args) => {
    const typed = parseTyped(args, {
      json: { type: 'boolean' },
      batch: { type: 'string' },
      limit: { type: 'string', short: 'k' },
    })
    const limit = parseLimit(typed.value('limit'))
    const file = typed.value('batch')
    const lines = file === undefined ? [] : readBatch(file)
    if (file === undefined && typed.words.length === 0)
      throw usageError('Die Worte fehlen: search "Worte".')
    const isJson = typed.flags.has('json') || file !== undefined
    const config = configFor(typed)
    try {
      return await withFind(config, limit, async (find) => {
        for (const { id, question, earlier } of lines) {
          const hits = await find(question, earlier)
          console.log(JSON.stringify({ id, hits: hits.map(hitToJson) }))
        }
        if (file === undefined) show(await find(typed.words.join(' '), []), isJson)
        return 0
      })
    } catch (error) {
      if (!isJson) throw error
      console.log(JSON.stringify(failureToJson(error)))
      return 1
    }
  },
}

type Find = (text: string, earlier: readonly string[]) => Promise<readonly Hit[]>

async function withFind(
  config: Config,
  limit: number,
  work: (find: Find) => Promise<number>,
): Promise<number> {
  const engine = await openReady(config)
  const { signal } = new AbortController()
  try {
    return await work((text, earlier) => engine.search({ text, earlier }, limit, signal))
  } finally {
    engine.close()
  }
}

function parseLimit(given = '10'): number {
  const limit = Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit
  throw usageError(`-k ${given}: erwartet wird eine ganze Zahl von 1 bis ${most}.`)
}

function show(hits: readonly Hit[], asJson: boolean): void {
  if (asJson) console.log(JSON.stringify({ hits: hits.map(hitToJson) }))
  else if (hits.length === 0)
    console.log('Dazu steht nichts in den Quellen. Andere Worte helfen oft.')
  else console.log(hits.map(toText).join('\n\n'))
}

function toText({ passage, score }: Hit, at: number): string {
  const where = isSpoken(passage)
    ? clockSpan(passage.cues[0].start, passage.cues.at(-1)?.end ?? 0)
    : `Abschnitt ${passage.section.number}: ${passage.section.heading}`
  const example = passage.about.example ? ' · BEISPIEL (fiktiv)' : ''
  return `${at + 1}. ${passage.about.id} · ${where} · ${score.toFixed(2)}${example}\n   ${passage.text.replaceAll('\n', ' ')}`
}
