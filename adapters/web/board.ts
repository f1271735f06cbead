import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { parseMoment } from '../../src/berlin.ts'
import { toCalendar } from '../../src/crisis/calendar.ts'
import type { Refusal } from '../../src/crisis/commands.ts'
import type { Outcome } from '../../src/crisis/desk.ts'
import { lookAt, startFor } from '../../src/crisis/match-playbooks.ts'
import { pageNamed, sheetFor } from '../../src/crisis/pages.ts'
import { reviewSheet } from '../../src/crisis/review.ts'
import { sheetToMarkdown } from '../../src/crisis/sheet.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Actor } from '../../src/domain/incident-events.ts'
import { type Sent, toCommand } from '../../src/incident-deeds.ts'
import type { LazyOffice, Office } from '../../src/office.ts'
import { type Choosing, listPage } from './board-list.ts'
import { boardPage, sheetPage } from './board-page.ts'
import { cardPage } from './card-page.ts'
import { sendPage } from './layout.ts'
import { notices, sendNotice } from './notices.ts'

interface Guards {
  /** Nobody beyond this machine sees an incident. */
  readonly local: RequestHandler
  /** No other site sends a form in somebody's name. */
  readonly own: RequestHandler
  /** Its dates alone may be taken along by a link of ours. */
  readonly dates: RequestHandler
}

/** The incident board: a list, a page for each incident, its reports, the card for the first minutes. */
export function boardRoutes(office: LazyOffice, { local, own, dates }: Guards): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 })
  router.get('/lage/:id/fristen.ics', dates, (request, response) => {
    withIncident(request, response, office.get(), (incident) =>
      sendDates(response, incident, office),
    )
  })
  router.use(['/lage', '/sofort'], local)
  router.get('/sofort', (_, response) => {
    const { profile, templates, desk } = office.get()
    const page = cardPage({ profile: profile(), templates: templates(), manual: desk.manual() })
    sendPage(response, 200, page)
  })
  router.get('/lage', (_, response) => sendList(response, office.get()))
  router.post('/lage', own, form, (request, response) => openOne(request, response, office.get()))
  router.get('/lage/:id', (request, response) => {
    withIncident(request, response, office.get(), (incident) => {
      sendBoard(response, office.get(), {
        incident,
        by: actorIn(toSent(request.query), office.get()),
      })
    })
  })
  router.post('/lage/:id/tat', own, form, (request, response) => {
    withIncident(request, response, office.get(), (incident) => {
      runOne(toSent(request.body), response, { incident, office: office.get() })
    })
  })
  router.get('/lage/:id/bericht/:kind', (request, response) => {
    withIncident(request, response, office.get(), (incident) => {
      const { desk, profile } = office.get()
      const page = pageNamed(String(request.params['kind']))
      if (!page) return sendNotice(request, response, notices.notFound)
      const sheet = sheetFor(page, { incident, board: desk.board(incident), profile: profile() })
      sendPage(response, 200, sheetPage(sheet, `/lage/${incident.id}`))
    })
  })
  router.get('/lage/:id/:file', async (request, response) => {
    await sendFile(request, response, office.get())
  })
  return router
}

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

// Of a field that comes twice the first counts.
function toSent(value: unknown): Sent {
  const { data = {} } = Fields.safeParse(value)
  return Object.fromEntries(
    Object.entries(data).map(([name, one]) => [name, typeof one === 'string' ? one : one[0]]),
  )
}

function actorIn(sent: Sent, { desk }: Office): Actor {
  const role = sent['als'] ?? 'SM'
  const known = Object.hasOwn(desk.manual().common.roles, role) ? role : 'SM'
  const person = sent['kuerzel']?.trim()
  return { role: known, ...(person ? { person } : {}) }
}

function withIncident(
  request: Request,
  response: Response,
  { desk }: Office,
  work: (incident: Incident) => void,
): void {
  const incident = desk.find(String(request.params['id']))
  if (incident) work(incident)
  else sendNotice(request, response, notices.noIncident)
}

function sendList(response: Response, { desk }: Office, about: Partial<Choosing> = {}): void {
  const page = listPage({ all: desk.list(), manual: desk.manual(), ...about })
  sendPage(response, about.trouble ? 409 : 200, page)
}

function openOne(request: Request, response: Response, office: Office): void {
  const sent = toSent(request.body)
  const outcome = opened(sent, office)
  if ('kind' in outcome) sendList(response, office, { ...outcome.choosing, sent })
  else if (outcome.status === 'refused') sendList(response, office, { trouble: outcome.text, sent })
  else response.redirect(303, addressOf(outcome.incident, actorIn(sent, office)))
}

function opened(sent: Sent, office: Office): Outcome | Undecided {
  const { desk } = office
  const [title = '', begin = '', named = '', command] = [
    sent['titel'],
    sent['beginn'],
    sent['playbook'],
    sent['befehl'],
  ]
  const started = parseMoment(begin)?.at
  if (begin && !started)
    return { kind: 'undecided', choosing: { trouble: 'Den Beginn bitte wie 2026-10-23T22:30.' } }
  const manual = desk.manual()
  // Nobody chose one yet: two that fit, and why.
  if (!named && title.trim())
    return { kind: 'undecided', choosing: { outlook: lookAt(title, manual) } }
  const playbook = manual.playbooks.find(({ id }) => id === named)
  const opening = {
    title,
    playbook: named,
    ...(started ? { started } : {}),
    ...(playbook ? startFor(title, playbook, manual) : {}),
  }
  return desk.open(opening, { by: actorIn(sent, office), ...(command ? { command } : {}) })
}

/** Nothing was opened: something is still to be said. */
interface Undecided {
  readonly kind: 'undecided'
  readonly choosing: Partial<Choosing>
}

interface Shown {
  readonly incident: Incident
  readonly by: Actor
  readonly refusal?: Refusal
}

function sendBoard(response: Response, office: Office, { incident, by, refusal }: Shown): void {
  const page = boardPage({
    incident,
    board: office.desk.board(incident),
    by,
    templates: office.templates(),
    trouble: refusal?.text,
  })
  sendPage(response, refusal ? 409 : 200, page)
}

function addressOf({ id }: Incident, { role, person }: Actor): string {
  const query = new URLSearchParams({ als: role, ...(person ? { kuerzel: person } : {}) })
  return `/lage/${id}?${query}`
}

interface Running {
  readonly incident: Incident
  readonly office: Office
}

const senseless: Refusal = {
  status: 'refused',
  code: 'incomplete',
  text: 'Da fehlte eine Angabe. Bitte noch einmal.',
}

function runOne(sent: Sent, response: Response, { incident, office }: Running): void {
  const by = actorIn(sent, office)
  const command = toCommand(sent, incident, office)
  const name = sent['befehl']
  const outcome = command
    ? office.desk.run(incident.id, command, { by, ...(name ? { command: name } : {}) })
    : senseless
  if (outcome.status === 'refused') {
    const now = office.desk.find(incident.id) ?? incident
    sendBoard(response, office, { incident: now, by, refusal: outcome })
    return
  }
  const place = sent['schritt'] ?? sent['text'] ?? ''
  const hash = /^[\w.]+$/.test(place) ? `#${place}` : ''
  response.redirect(303, `${addressOf(incident, by)}${hash}`)
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function sendDates(response: Response, incident: Incident, office: LazyOffice): void {
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(`${incident.id}-fristen.ics`).type('text/calendar; charset=utf-8')
  response.send(toCalendar(incident, office.get().clock.now()))
}

async function sendFile(request: Request, response: Response, office: Office): Promise<void> {
  const incident = office.desk.find(String(request.params['id']))
  if (!incident) return sendNotice(request, response, notices.noIncident)
  const file = String(request.params['file'])
  response.setHeader('Cache-Control', 'private, no-store')
  switch (file) {
    case 'auswertung.md':
      response.attachment(`${incident.id}-auswertung.md`).type('text/markdown; charset=utf-8')
      response.send(sheetToMarkdown(reviewSheet(incident)))
      return
    case 'auswertung.docx': {
      const { sheetToDocx } = await import('../../src/crisis/docx.ts')
      response.attachment(`${incident.id}-auswertung.docx`).type(docx)
      response.send(Buffer.from(await sheetToDocx(reviewSheet(incident))))
      return
    }
    default:
      sendNotice(request, response, notices.notFound)
  }
}
