import type { NextFunction, Request, Response } from 'express'
import { explain, isKnown } from '../../src/domain/errors.ts'
import { html } from './html.ts'
import { sendPage } from './layout.ts'
import type { WebLog } from './log.ts'

/** A page that says in two lines what is not possible and what to do instead. */
export interface Notice {
  readonly status: number
  readonly title: string
  readonly text: string
}

export const notices = {
  notFound: {
    status: 404,
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht wurde die Folge oder der Beitrag umbenannt oder entfernt. Stell die Frage noch einmal, dann stimmen die Links wieder.',
  },
  noIncident: {
    status: 404,
    title: 'Diese Lage gibt es nicht',
    text: 'Vielleicht stimmt die Nummer nicht. Unter /lage stehen alle.',
  },
  unreadable: {
    status: 400,
    title: 'Das konnte ich nicht lesen',
    text: 'Die Anfrage kam unvollständig an. Bitte noch einmal versuchen.',
  },
  tooLarge: {
    status: 413,
    title: 'Das ist zu viel Text',
    text: 'Bitte kürzer fragen, am besten in ein bis drei Sätzen. Ganze Verläufe oder Mails brauche ich nicht.',
  },
  crossSite: {
    status: 403,
    title: 'Diese Frage kam von einer fremden Seite',
    text: 'Fragen nehme ich nur von meiner eigenen Seite an. Bitte dort noch einmal fragen.',
  },
  foreignHost: {
    status: 403,
    title: 'Diese Adresse kenne ich nicht',
    text: 'Ich antworte nur unter localhost und unter der Adresse, die als PUBLIC_URL eingetragen ist.',
  },
  unsigned: {
    status: 403,
    title: 'Dieser Link ist unvollständig',
    text: 'Folgen und Beiträge öffnen sich nur über den vollständigen Link aus einer Antwort. Bitte die Stelle dort noch einmal öffnen.',
  },
  expired: {
    status: 403,
    title: 'Dieser Link ist abgelaufen',
    text: 'Die Fristen gibt es neu: in der Lage „export“ schreiben.',
  },
  noSignIn: {
    status: 403,
    title: 'Fragen geht nur auf dem Rechner, auf dem ich laufe',
    text: 'Eine Anmeldung gibt es noch nicht. Bis dahin beantworte ich keine Fragen aus dem Netz, und keine, solange PUBLIC_URL nach außen zeigt. Signierte Links auf Folgen und Beiträge funktionieren.',
  },
} satisfies Record<string, Notice>

/** The type the page's script asks for: a piece to put into the open page. */
const fragmentType = 'text/fragment+html'

export function wantsFragment(request: Request): boolean {
  return request.headers.accept === fragmentType
}

/** The page's script gets the words alone: it shows them beside the question, which stays. */
export function sendNotice(request: Request, response: Response, notice: Notice): void {
  if (wantsFragment(request)) {
    response.status(notice.status).setHeader('Cache-Control', 'no-store')
    response.type('text/plain').send(`${notice.title}. ${notice.text}`)
    return
  }
  const body = html`<main id="hauptteil" class="notice" tabindex="-1">
<h1>${notice.title}</h1>
<p>${notice.text}</p>
</main>`
  sendPage(response, notice.status, { title: `${notice.title} · Sturmlotse`, body })
}

/** The last handler: whatever was thrown becomes a calm page. */
export function onError(log: WebLog | undefined) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const notice = toNotice(error)
    if (notice.status >= 500) {
      log?.error({ code: explain(error).code, at: frames(error) }, 'page failed')
    }
    if (response.headersSent) next(error)
    else sendNotice(request, response, notice)
  }
}

function toNotice(error: unknown): Notice {
  const status = statusOf(error)
  if (status === 413) return notices.tooLarge
  if (status >= 400 && status < 500) return notices.unreadable
  const text = explain(error).text
  return { status: isKnown(error) ? 503 : 500, title: 'Das hat nicht geklappt', text }
}

// Express and its body parser say what a request did wrong by a `status` on the error.
function statusOf(error: unknown): number {
  const isMarked = error instanceof Error && 'status' in error && typeof error.status === 'number'
  return isMarked ? Number(error.status) : 500
}

// Where it happened, without the message: that may hold what somebody typed.
function frames(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim())
}
