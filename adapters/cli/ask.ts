import type { Engine } from '../../src/engine.ts'
import { toFailure, toReply } from '../../src/reply.ts'
import { type BatchLine, readBatch } from './batch.ts'
import type { Command } from './command.ts'
import { answerToJson, failureToJson } from './json.ts'
import { configFor, parseTyped, usageError } from './options.ts'
import { openReady } from './ready.ts'
import { toText } from './text.ts'

/** A terminal waits this long for one answer. */
const patience = 20_000

export const command: Command = {
  help: `Beantwortet eine Frage aus den eingelesenen Folgen und Beiträgen, jede Aussage mit Fundstelle.

Aufruf: npm run -s cli -- ask "Frage" [--earlier "frühere Frage"] [--json] [--knowledge ORDNER]
        npm run -s cli -- ask --batch DATEI.jsonl

  --json      ein JSON-Objekt statt Text
  --earlier   die Frage davor, für Nachfragen wie „und am Wochenende?“
  --batch     je Zeile {"id","question","earlier"?}; schreibt je Zeile ein JSON-Objekt mit der id`,
  run: async (args) => {
    const typed = parseTyped(args, {
      json: { type: 'boolean' },
      batch: { type: 'string' },
      earlier: { type: 'string' },
    })
    const file = typed.value('batch')
    const lines = file === undefined ? [] : readBatch(file)
    if (file === undefined && typed.words.length === 0)
      throw usageError('Die Frage fehlt: ask "Frage".')
    return await withEngine(typed, async (engine) => {
      if (file !== undefined) return await askAll(engine, lines)
      const earlier = typed.value('earlier')
      const asked = {
        question: typed.words.join(' '),
        earlier: earlier === undefined ? [] : [earlier],
      }
      return await askOne(engine, asked, typed.flags.has('json'))
    })
  },
}

async function withEngine(
  typed: Parameters<typeof configFor>[0],
  work: (engine: Engine) => Promise<number>,
): Promise<number> {
  const engine = await openReady(configFor(typed))
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}

async function askOne(
  engine: Engine,
  { question, earlier }: Omit<BatchLine, 'id'>,
  asJson: boolean,
): Promise<number> {
  try {
    const answer = await engine.ask(question, earlier, AbortSignal.timeout(patience))
    console.log(asJson ? JSON.stringify(answerToJson(answer)) : toText(toReply(answer)))
    return 0
  } catch (error) {
    console.log(asJson ? JSON.stringify(failureToJson(error)) : toText(toFailure(error, 'de')))
    return 1
  }
}

async function askAll(engine: Engine, lines: readonly BatchLine[]): Promise<number> {
  let failed = 0
  for (const { id, question, earlier } of lines) {
    const result = await engine
      .ask(question, earlier, AbortSignal.timeout(patience))
      .then(answerToJson, (error: unknown) => {
        failed += 1
        return failureToJson(error)
      })
    console.log(JSON.stringify({ id, ...result }))
  }
  return failed > 0 ? 1 : 0
}
