import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Config } from '../../src/config.ts'
import { correct, readCorrections, undo } from '../../src/corrections.ts'
import { isTranscript } from '../../src/domain/documents.ts'
import { explain, isKnown } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/engine.ts'
import { type Handed, look, takeBack, takeIn } from '../../src/intake.ts'
import { refresh } from '../../src/refresh.ts'
import { reportedPlaces } from '../../src/reported.ts'
import { readTroubles } from '../../src/troubles.ts'
import { correctPage } from './correct-page.ts'
import { webAddress } from './html.ts'
import { intakePage, previewPage, takenPage } from './intake-page.ts'
import { sendPage } from './layout.ts'
import { notices, sendNotice } from './notices.ts'
import { addressOf, contentPolicy, guardOrigin, guardQuestion } from './security.ts'

interface Parts {
  readonly engine: Pick<Engine, 'findDocument'>
  readonly config: Config
}

const longest = 5000

/** Files are handed in and cues corrected on this machine alone, until there is a sign-in. */
export function addIntake(app: Express, parts: Parts): void {
  const { config } = parts
  const guards = [guardQuestion(config), guardOrigin()] as const
  const upload = express.raw({ type: 'multipart/form-data', limit: '100mb' })
  const form = express.urlencoded({ extended: false, limit: '64kb' })
  app.get('/einlesen', guards[0], (_, response) => sendIntake(response, parts))
  app.post('/einlesen', ...guards, upload, answer(parts, preview))
  app.post('/einlesen/:id', ...guards, answer(parts, take))
  app.post('/einlesen/:id/zurueck', ...guards, answer(parts, back))
  app.get('/korrektur/:id', guards[0], (request, response) => showCues(request, response, parts))
  app.post('/korrektur/:id', ...guards, form, answer(parts, save))
  app.post('/korrektur/:id/zurueck', ...guards, answer(parts, takeCorrectionBack))
}

type Step = (request: Request, response: Response, parts: Parts) => Promise<void>

// What cannot be done is said on the page it began on.
function answer(parts: Parts, step: Step) {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      await step(request, response, parts)
    } catch (error) {
      if (isKnown(error)) sendIntake(response, parts, explain(error).text)
      else next(error)
    }
  }
}

function sendIntake(response: Response, { config, engine }: Parts, said?: string): void {
  const reported = reportedPlaces(config, engine).map(({ id, second, text }) => ({
    href: `/korrektur/${encodeURIComponent(id)}?t=${Math.floor(second)}`,
    text,
  }))
  sendPage(
    response,
    said ? 400 : 200,
    intakePage({ troubles: readTroubles(config), reported }, said),
  )
}

async function preview(request: Request, response: Response, parts: Parts): Promise<void> {
  const handed = await filesIn(request)
  if (handed.length === 0) return sendIntake(response, parts, 'Bitte erst eine Datei auswählen.')
  const { id, found } = await look(parts.config, handed)
  sendPage(response, 200, previewPage(id, found))
}

async function filesIn(request: Request): Promise<readonly Handed[]> {
  const type = request.headers['content-type'] ?? ''
  const body: unknown = request.body
  if (!(body instanceof Uint8Array)) return []
  const form = await new globalThis.Response(Buffer.from(body), {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => new FormData())
  const files = form.getAll('files').filter((entry) => typeof entry !== 'string' && entry.size > 0)
  return await Promise.all(
    files.flatMap((file) =>
      typeof file === 'string'
        ? []
        : [file.arrayBuffer().then((bytes) => ({ name: file.name, bytes: new Uint8Array(bytes) }))],
    ),
  )
}

async function take(request: Request, response: Response, { config }: Parts): Promise<void> {
  const id = idOf(request)
  sendPage(response, 200, takenPage(id, await takeIn(config, id)))
}

async function back(request: Request, response: Response, { config }: Parts): Promise<void> {
  await takeBack(config, idOf(request))
  response.redirect(303, '/einlesen')
}

function showCues(request: Request, response: Response, { engine, config }: Parts): void {
  const document = engine.findDocument(idOf(request))
  if (!document || !isTranscript(document) || document.about.rights === 'unknown') {
    sendNotice(request, response, notices.notFound)
    return
  }
  const second = Number(addressOf(request).searchParams.get('t') ?? 0)
  const isChanged = readCorrections(config)[document.about.id] !== undefined
  contentPolicy(webAddress(document.about.audio))(request, response, (error) => {
    if (error) throw error
    sendPage(response, 200, correctPage(document, Number.isFinite(second) ? second : 0, isChanged))
  })
}

async function save(
  request: Request,
  response: Response,
  { engine, config }: Parts,
): Promise<void> {
  const document = engine.findDocument(idOf(request))
  const fields: Readonly<Record<string, unknown>> = { ...request.body }
  const [start, from] = [Number(fields['start']), fields['from']]
  const to = typeof fields['to'] === 'string' ? fields['to'].replace(/\s+/gu, ' ').trim() : ''
  const isThere =
    document !== undefined &&
    isTranscript(document) &&
    document.cues.some((cue) => cue.start === start && cue.text === from)
  if (!isThere || typeof from !== 'string' || to === '' || to.length > longest) {
    sendNotice(request, response, notices.unreadable)
    return
  }
  const id = document.about.id
  if (to !== from) {
    await correct(config, id, { start, from, to, at: new Date().toISOString() })
    await refresh(config)
  }
  response.redirect(303, `/korrektur/${encodeURIComponent(id)}?t=${Math.floor(start)}`)
}

async function takeCorrectionBack(
  request: Request,
  response: Response,
  { config }: Parts,
): Promise<void> {
  const id = idOf(request)
  const last = await undo(config, id)
  if (last) await refresh(config)
  response.redirect(303, `/korrektur/${encodeURIComponent(id)}?t=${Math.floor(last?.start ?? 0)}`)
}

function idOf(request: Request): string {
  const id = request.params['id']
  return typeof id === 'string' ? id : ''
}
