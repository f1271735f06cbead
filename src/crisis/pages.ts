import type { Incident } from '../domain/incident.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { Board } from './board.ts'
import {
  briefing,
  evidenceSheet,
  handoverSheet,
  headLines,
  referralSheet,
  situationReport,
} from './report.ts'
import { reviewSheet } from './review.ts'
import { type Sheet, titleOf } from './sheet.ts'

/** What a page is made from. */
interface Seen {
  readonly incident: Incident
  readonly board: Board
  readonly profile: TownProfile
}

const makers = {
  lage: ({ incident, board }: Seen) => situationReport(incident, board),
  kopf: ({ incident, board }: Seen) => ({
    title: titleOf(incident),
    parts: [{ heading: 'In fünf Zeilen', lines: headLines(incident, board) }],
  }),
  einlesen: ({ incident, board }: Seen) => briefing(incident, board),
  schicht: ({ incident, board }: Seen) => handoverSheet(incident, board),
  weiterreichen: ({ incident, board, profile }: Seen) => referralSheet(incident, board, profile),
  belege: ({ incident }: Seen) => evidenceSheet(incident),
  auswertung: ({ incident }: Seen) => reviewSheet(incident),
} satisfies Record<string, (seen: Seen) => Sheet>

/** Pages that are made from an incident when somebody asks for them, the same at every door. */
export type Page = keyof typeof makers

export const pages = Object.keys(makers) as readonly Page[]

/** The page of a name that was typed; `undefined` for a name that none has. */
export function pageNamed(name: string): Page | undefined {
  return pages.find((one) => one === name)
}

export function sheetFor(page: Page, seen: Seen): Sheet {
  return makers[page](seen)
}
