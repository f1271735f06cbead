import { hardRules } from './crisis/board.ts'
import { exitCriteria } from './crisis/decide.ts'
import { type Page, sheetFor } from './crisis/pages.ts'
import { deadlineLine, unstartedLine } from './crisis/report.ts'
import { levelName } from './crisis/sheet.ts'
import type { Incident } from './domain/incident.ts'
import type { Reply, ReplyAction } from './domain/reply.ts'
import { termActions } from './incident-reply.ts'
import { notice } from './notices.ts'
import type { Office } from './office.ts'

/** A page of an incident as replies: several where it is long, so that no platform cuts it. */
export function pageReplies(
  page: Page,
  incident: Incident,
  { desk, profile }: Office,
): readonly Reply[] {
  const seen = { incident, board: desk.board(incident), profile: profile() }
  const { title, parts } = sheetFor(page, seen)
  const groups = parts.flatMap(({ heading, lines }) =>
    chunks(lines, longestGroup).map((items, at) => ({
      title: at > 0 ? `${heading} (weiter)` : heading,
      items,
      isOrdered: false,
    })),
  )
  return chunks(groups, longestPage).map((steps, at) => ({
    ...notice(at > 0 ? `${title} (weiter)` : title, 'de'),
    steps,
  }))
}

/** In characters: what a platform shows of one message without cutting, with room for what stands around it. */
const longestPage = 4000
const longestGroup = 3000

function chunks<T>(all: readonly T[], longest: number): readonly (readonly T[])[] {
  const found: T[][] = []
  let used = longest
  for (const one of all) {
    const size = JSON.stringify(one).length
    if (used + size > longest) {
      found.push([])
      used = 0
    }
    found.at(-1)?.push(one)
    used += size
  }
  return found
}

/** All incidents that are open, for a place where none is led. */
export function listReply({ desk }: Office): Reply {
  const open = desk.list().filter(({ isClosed }) => !isClosed)
  if (open.length === 0)
    return notice('Keine Lage ist offen. „hilfe“ oder „start“ zeigt die ersten Schritte.', 'de')
  const items = open
    .slice(0, 10)
    .map(({ id, title, isExercise }) => `${id}: ${isExercise ? `ÜBUNG · ${title}` : title}`)
  const hint = 'Eine davon hierher holen: „L1 karte“.'
  const steps = [{ title: 'Offene Lagen', items, isOrdered: false }]
  return { ...notice('', 'de'), steps, notes: [hint] }
}

/** All terms of an incident; `ways` are what may be pressed beside those that start one. */
export function termsReply(
  incident: Incident,
  { desk }: Pick<Office, 'desk'>,
  ways: readonly ReplyAction[] = [],
): Reply {
  const board = desk.board(incident)
  const items = [
    ...board.unstarted.map(unstartedLine),
    ...incident.deadlines.map(
      (one) => `${one.id}: ${deadlineLine(one)}${one.met ? ' – gehalten' : ''}`,
    ),
  ]
  const steps = items.length > 0 ? [{ title: 'Fristen', items, isOrdered: false }] : []
  const lead = items.length > 0 ? '' : 'Keine Frist läuft. Schreib: frist art33 22:30'
  return { ...notice(lead, 'de'), steps, actions: [...termActions(incident, board), ...ways] }
}

/** What must be true before it ends, with the dialog that asks for it. */
export function exitReply(incident: Incident): Reply {
  const { id } = incident
  return {
    ...notice('Ist das alles erfüllt? Sonst braucht jeder offene Punkt einen Grund.', 'de'),
    steps: [{ title: 'Zum Abschluss', items: exitCriteria(incident), isOrdered: true }],
    notes: ['Oder schreib: abschluss alle, oder: abschluss 1,2,3; 4=Termin steht am 2.11.'],
    actions: [{ id: 'exit', label: 'Abschließen', value: `exit:${id}`, asks: true }],
  }
}

/** A dialog behind one button, where nothing can be opened by itself. */
export function askReply(
  lead: string,
  action: { id: string; label: string; value: string },
): Reply {
  return { ...notice(lead, 'de'), actions: [{ ...action, asks: true }] }
}

export function helpReply(): Reply {
  const items = [
    'lage · kopf · einlesen · schicht · weiterreichen · belege · karte',
    'notiz Text · beleg Was; Wo; Wann',
    'stufe rot · stufe W2 B3 · schritt c1 erledigt · rolle PR Wer',
    'text · text hs-0 · vorab hs-0 Thema=Sperrung · freigeben t1 · telefonisch t1 BM 22:50 · zurück t1 Grund',
    'frist · frist art33 22:30 · frist versprochen 23:30 · frist gehalten art33',
    'playbook pb3 · abschluss · auswertung · export',
  ]
  return {
    ...notice('Was du in einer Lage schreiben kannst:', 'de'),
    steps: [{ title: 'Worte', items, isOrdered: false }],
  }
}

/** What came of a level that was set: what counts may be higher than what was said. */
export function levelReply(incident: Incident): Reply {
  const { severity } = incident
  const rules = hardRules(incident).map(({ say }) => say)
  return notice([`Stufe ${levelName(severity.level)}.`, ...rules].join(' '), 'de')
}
