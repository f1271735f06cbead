import { type Config, deadlineOf } from '../../src/config.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { TownProfile } from '../../src/domain/profile.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { type Lit, lightFor } from '../../src/light-reply.ts'
import { openOpening } from '../../src/opening.ts'
import { spokenTo } from '../../src/spoken-to.ts'
import { townProfile } from '../../src/store/store.ts'
import { needsTown, toFailure, toReply } from '../../src/to-reply.ts'
import { type BatchLine, readBatch } from './batch.ts'
import type { Command } from './command.ts'
import { answerToJson, failureToJson, litToJson, openingToJson } from './json.ts'
import { configFor, parseTyped, usageError } from './options.ts'
import { openReady } from './ready.ts'
import { toText } from './text.ts'

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
    const asker = await openAsker(configFor(typed))
    try {
      if (file !== undefined) return await askAll(lines, asker)
      const earlier = typed.value('earlier')
      const line = {
        question: typed.words.join(' '),
        earlier: earlier === undefined ? [] : [earlier],
      }
      return await askOne(line, asker, typed.flags.has('json'))
    } finally {
      asker.close()
    }
  },
}

type Asked = Omit<BatchLine, 'id'>

interface Asker {
  /** The first steps, where something burns: they need no index. */
  open(asked: Asked): Reply | undefined
  ask(asked: Asked): Promise<Answer>
  /** The light for a pasted comment, where the question asks for it. */
  light(asked: Asked): Promise<Lit | undefined>
  town(): TownProfile
  close(): void
}

// Without an index every question fails of the same: whoever reads lines gets one for each.
async function openAsker(config: Config): Promise<Asker> {
  const opening = openOpening(config)
  const open = ({ question, earlier }: Asked) => opening(question, earlier)
  const town = () => townProfile(config)
  try {
    const engine = await openReady(config)
    return {
      open,
      town,
      light: ({ question }) => {
        const signal = AbortSignal.timeout(deadlineOf(config))
        return lightFor(question, { engine, profile: town(), signal })
      },
      ask: (asked) => {
        const { question, earlier, style } = spokenTo(asked)
        const signal = AbortSignal.timeout(deadlineOf(config))
        return engine.ask(question, earlier, { signal, ...style })
      },
      close: () => engine.close(),
    }
  } catch (error) {
    return {
      open,
      town,
      ask: () => Promise.reject(error),
      light: () => Promise.reject(error),
      close: () => undefined,
    }
  }
}

async function askOne(asked: Asked, asker: Asker, asJson: boolean): Promise<number> {
  const first = asker.open(asked)
  if (first && !asJson) console.log(`${toText(first)}\n`)
  try {
    const found = await resultOf(asked, asker)
    console.log(asJson ? toLine(found.json, first) : toText(found.reply))
    return 0
  } catch (error) {
    console.log(asJson ? toLine(failureToJson(error), first) : toText(toFailure(error, 'de')))
    return 1
  }
}

function toLine(found: object, first: Reply | undefined, id?: object): string {
  return JSON.stringify({ ...id, ...found, first: first ? openingToJson(first) : null })
}

async function askAll(lines: readonly BatchLine[], asker: Asker): Promise<number> {
  let failed = 0
  for (const { id, ...asked } of lines) {
    const result = await resultOf(asked, asker).then(jsonOf, (error: unknown) => {
      failed += 1
      return failureToJson(error)
    })
    console.log(toLine(result, asker.open(asked), { id }))
  }
  return failed > 0 ? 1 : 0
}

interface Found {
  readonly json: object
  readonly reply: Reply
}

async function resultOf(asked: Asked, asker: Asker): Promise<Found> {
  const began = performance.now()
  const lit = await asker.light(asked)
  if (lit) return { json: litToJson(lit, performance.now() - began), reply: lit.reply }
  const answer = await asker.ask(asked)
  // Read only where somebody has to be called.
  const town = needsTown(answer) ? asker.town() : {}
  return { json: answerToJson(answer), reply: toReply(answer, town) }
}

function jsonOf({ json }: Found): object {
  return json
}
