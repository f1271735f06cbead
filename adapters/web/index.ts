import { fileURLToPath } from 'node:url'
import express, { type Express, type Request, type Response } from 'express'
import { type Config, deadlineOf, isExposed } from '../../src/config.ts'
import { isTranscript } from '../../src/domain/documents.ts'
import { explain } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/engine.ts'
import type { LazyOffice } from '../../src/office.ts'
import { openOpening } from '../../src/opening.ts'
import { townProfile } from '../../src/store/store.ts'
import { articlePage } from './article.ts'
import { answerForm } from './ask.ts'
import { boardRoutes } from './board.ts'
import { webAddress } from './html.ts'
import { addIntake } from './intake.ts'
import { sendPage } from './layout.ts'
import { logRequests, type WebLog } from './log.ts'
import { notices, onError, sendNotice } from './notices.ts'
import { questionPage } from './question-page.ts'
import {
  addressOf,
  contentPolicy,
  guardDates,
  guardHost,
  guardOrigin,
  guardPage,
  guardQuestion,
  protect,
} from './security.ts'
import { transcriptPage } from './transcript.ts'

/** What the door needs of the house. */
export interface WebParts {
  readonly engine: Pick<Engine, 'ask' | 'findDocument' | 'stock'>
  readonly config: Config
  readonly log?: WebLog
  /** The crisis desk; without it there is no board. */
  readonly office?: LazyOffice
}

const parts = fileURLToPath(new URL('public', import.meta.url))

/**
 * The pages, as an app that runs alone or is mounted in another one.
 *
 * It answers every address, unknown ones with a page, so it is mounted after all other doors.
 */
export function webDoor({ engine, config, log, office }: WebParts): Express {
  const app = express().disable('x-powered-by')
  app.use(logRequests(log), protect(), contentPolicy(), guardHost(config))
  app.use(express.static(parts, { index: false, maxAge: '5m', redirect: false }))
  app.get(['/gesund', '/healthz'], (_, response) => sendHealth(response, engine))
  addDesk(app, { engine, config })
  addIntake(app, { engine, config })
  if (office) {
    const dates = guardDates(config, () => office.get().clock.now())
    app.use(boardRoutes(office, { local: guardQuestion(config), own: guardOrigin(), dates }))
  }
  app.get('/folge/:id', guardPage(config), (request, response) => {
    sendTranscript(request, response, { engine, config })
  })
  app.get('/beitrag/:id', guardPage(config), (request, response) => {
    sendArticle(request, response, engine)
  })
  app.use((request, response) => sendNotice(request, response, notices.notFound))
  app.use(onError(log))
  return app
}

function addDesk(app: Express, { engine, config }: WebParts): void {
  const secret = config.linkSecret
  const counter = {
    ...{ engine, secret, opening: openOpening(config), deadline: deadlineOf(config) },
    town: () => townProfile(config),
  }
  const form = express.urlencoded({ extended: false, limit: '64kb' })
  app.get('/', guardQuestion(config), (_, response) => {
    sendPage(response, 200, questionPage({ stock: engine.stock(), secret, earlier: [] }))
  })
  app.get('/ask', (_, response) => response.redirect(303, '/'))
  app.post('/ask', guardQuestion(config), guardOrigin(), form, (request, response) => {
    return answerForm(request, response, counter)
  })
}

function sendTranscript(request: Request, response: Response, { engine, config }: WebParts): void {
  const document = engine.findDocument(idOf(request))
  if (!document || !isTranscript(document) || document.about.rights === 'unknown') {
    sendNotice(request, response, notices.notFound)
    return
  }
  // This page alone may play from the show's server.
  contentPolicy(webAddress(document.about.audio))(request, response, (error) => {
    if (error) throw error
    sendPage(
      response,
      200,
      transcriptPage(document, addressOf(request).searchParams, !isExposed(config)),
    )
  })
}

function sendArticle(request: Request, response: Response, engine: WebParts['engine']): void {
  const document = engine.findDocument(idOf(request))
  if (!document || isTranscript(document) || document.about.rights === 'unknown') {
    sendNotice(request, response, notices.notFound)
    return
  }
  sendPage(response, 200, articlePage(document, addressOf(request).searchParams))
}

function idOf(request: Request): string {
  const id = request.params['id']
  return typeof id === 'string' ? id : ''
}

function sendHealth(response: Response, engine: WebParts['engine']): void {
  response.setHeader('Cache-Control', 'no-store')
  try {
    const { episodes, posts, passages } = engine.stock()
    response.json({ status: 'ok', episodes, posts, passages })
  } catch (error) {
    response.status(503).json({ status: 'failed', code: explain(error).code })
  }
}
