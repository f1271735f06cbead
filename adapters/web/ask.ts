import type { Request, Response } from 'express'
import { z } from 'zod'
import { isKnown } from '../../src/domain/errors.ts'
import type { TownProfile } from '../../src/domain/profile.ts'
import type { Reply } from '../../src/domain/reply.ts'
import type { Engine } from '../../src/engine.ts'
import { languageOf } from '../../src/german/language.ts'
import { type Lighting, lightFor } from '../../src/light-reply.ts'
import type { Opening } from '../../src/opening.ts'
import { redact } from '../../src/redact.ts'
import { shortened } from '../../src/restyle.ts'
import { spokenTo } from '../../src/spoken-to.ts'
import { needsTown, toFailure, toReply } from '../../src/to-reply.ts'
import { type Exchange, exchangePart } from './answer.ts'
import { render } from './html.ts'
import { sendPage } from './layout.ts'
import { notices, sendNotice, wantsFragment } from './notices.ts'
import { questionPage } from './question-page.ts'

/** What answering needs; the secret signs the links. */
export interface Counter {
  readonly engine: Pick<Engine, 'ask' | 'stock'>
  readonly secret: string | undefined
  readonly opening: Opening
  readonly town: () => TownProfile
  /** How long an answer may take, in milliseconds. */
  readonly deadline: number
}

/** A thread is as many questions as a follow-up can mean, each as long as a question should be. */
const thread = { questions: 6, characters: 500 } as const

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())])
const Form = z.object({ question: z.string(), earlier: texts.default([]) })
interface Asked {
  readonly question: string
  readonly earlier: readonly string[]
}

/** Answers a sent form: with a piece for the page's script, else with a whole page. */
export async function answerForm(
  request: Request,
  response: Response,
  { engine, secret, opening, town, deadline }: Counter,
): Promise<void> {
  const form = Form.safeParse(request.body)
  if (!form.success) return sendNotice(request, response, notices.unreadable)
  const earlier = latest(form.data.earlier)
  const signal = untilGone(response, deadline)
  const first = opening(form.data.question, earlier)
  const found = await answer({ ...form.data, earlier }, { engine, town, signal })
  const outcome = first ? led(found, first) : found
  response.vary('Accept')
  if (wantsFragment(request)) return sendPiece(response, outcome, secret)
  const { status, exchange } = outcome
  const isAnswered = status === 200
  const page = questionPage({
    stock: engine.stock(),
    secret,
    earlier: isAnswered ? latest([...earlier, exchange.asked]) : earlier,
    exchange,
    ...(isAnswered ? {} : { draft: form.data.question }),
  })
  sendPage(response, status, page)
}

interface Outcome {
  readonly status: number
  readonly exchange: Exchange
}

async function answer(
  { question, earlier }: Asked,
  { engine, town, signal }: Pick<Counter, 'engine' | 'town'> & Pick<Lighting, 'signal'>,
): Promise<Outcome> {
  try {
    const lit = await lightFor(question, { engine, profile: town(), signal })
    if (lit) {
      return { status: 200, exchange: { asked: cut(redact(question).text), reply: lit.reply } }
    }
    const said = spokenTo({ question, earlier })
    const found = await engine.ask(said.question, said.earlier, { signal, ...said.style })
    // Read only where somebody has to be called.
    const profile = needsTown(found) ? town() : {}
    // Shown as the engine read it: personal data is already out of it.
    // What is too long stays in the box, so that it can be cut there.
    const status = found.status === 'refused' && found.why === 'too-long' ? 413 : 200
    const reply = toReply(found, profile)
    // A wish stays in the thread as it was typed: it holds for what comes behind it.
    const asked = said.question === question ? found.question.text : question
    return {
      status,
      exchange: { asked: cut(asked), reply: said.style.isShort ? shortened(reply) : reply },
    }
  } catch (error) {
    const reply = toFailure(error, languageOf(question))
    return { status: isKnown(error) ? 503 : 500, exchange: { asked: cut(question), reply } }
  }
}

// Who burns gets the steps, also where nothing can be searched.
function led({ exchange }: Outcome, first: Reply): Outcome {
  return { status: 200, exchange: { ...exchange, first } }
}

function sendPiece(response: Response, { status, exchange }: Outcome, secret?: string): void {
  response.status(status).setHeader('Cache-Control', 'no-store')
  const { reply } = exchange
  if (status === 200) {
    response.type('html').send(render(exchangePart(exchange, secret)))
    return
  }
  response.type('text/plain').send([reply.lead, ...reply.notes].join(' '))
}

// Nobody waits for an answer to a closed tab.
function untilGone(response: Response, deadline: number): AbortSignal {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  return AbortSignal.any([gone.signal, AbortSignal.timeout(deadline)])
}

function latest(questions: readonly string[]): readonly string[] {
  return questions
    .filter((text) => text.trim())
    .map(cut)
    .slice(-thread.questions)
}

function cut(asked: string): string {
  const text = asked.trim()
  return text.length > thread.characters ? `${text.slice(0, thread.characters)} …` : text
}
