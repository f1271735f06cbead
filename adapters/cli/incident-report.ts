import { writeFileSync } from 'node:fs'
import type { Board } from '../../src/crisis/board.ts'
import { toCalendar } from '../../src/crisis/calendar.ts'
import { pageNamed, pages, sheetFor } from '../../src/crisis/pages.ts'
import { reviewSheet } from '../../src/crisis/review.ts'
import { sheetToMarkdown, sheetToText } from '../../src/crisis/sheet.ts'
import { ConfigError } from '../../src/domain/errors.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Command } from './command.ts'
import { atDesk, findTyped, senderOf } from './incident-desk.ts'
import { incidentToJson } from './incident-json.ts'
import { parseTyped, usageError } from './options.ts'

export const report: Command = {
  help: `Schreibt einen Bericht aus dem, was in der Lage steht.

Aufruf: npm run -s cli -- incident report L1 [--kind lage] [--markdown | --json]

  --kind     lage (Lage, Maßnahmen, Bedarf), kopf (fünf Zeilen für die Spitze), einlesen (wer dazukommt),
             schicht (Übergabe), weiterreichen (DSB, Rechtsamt, Polizei), belege, auswertung
  --to ROLLE bei --kind schicht: an wen übergeben wird; das steht dann im Protokoll
  --markdown Markdown statt Text
  --json     ein JSON-Objekt`,
  run: async (args) => {
    const typed = parseTyped(args, {
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
      kind: { type: 'string' },
      to: { type: 'string' },
      as: { type: 'string' },
    })
    const kind = typed.value('kind') ?? 'lage'
    const page = pageNamed(kind)
    if (!page) throw usageError(`--kind ${kind}: Es gibt ${pages.join(', ')}.`)
    return await atDesk(typed, ({ desk, settings }) => {
      const incident = findTyped(typed, desk)
      const to = typed.value('to')
      if (to !== undefined && kind === 'schicht') {
        const sender = senderOf(typed, desk)
        const noted = { type: 'handover', from: sender.by.role, to: to.toUpperCase() } as const
        const outcome = desk.run(incident.id, noted, sender)
        if (outcome.status === 'refused') throw usageError(outcome.text)
      }
      const seen = desk.find(incident.id) ?? incident
      const profile = settings.profile()
      const sheet = sheetFor(page, { incident: seen, board: desk.board(seen), profile })
      if (typed.flags.has('json')) console.log(JSON.stringify(sheet))
      else console.log(typed.flags.has('markdown') ? sheetToMarkdown(sheet) : sheetToText(sheet))
      return 0
    })
  },
}

export const exporting: Command = {
  help: `Schreibt eine Datei: die Auswertung (md, docx), die Fristen (ics) oder alles (json).

Aufruf: npm run -s cli -- incident export L1 --format docx [--out auswertung.docx]

  --format   md, docx, ics oder json
  --out      wohin; ohne Angabe: md, ics und json auf die Standardausgabe, docx nach L1.docx
  --json     wie --format json`,
  run: async (args) => {
    const typed = parseTyped(args, {
      json: { type: 'boolean' },
      format: { type: 'string' },
      out: { type: 'string' },
    })
    const format = typed.value('format') ?? (typed.flags.has('json') ? 'json' : 'md')
    const out = typed.value('out')
    return await atDesk(typed, async ({ desk, now }) => {
      const incident = findTyped(typed, desk)
      const made = await make(format, { incident, board: desk.board(incident), now: now() })
      if (out === undefined && typeof made === 'string') console.log(made)
      else save(out ?? `${incident.id}.${format}`, made)
      return 0
    })
  },
}

interface Exported {
  readonly incident: Incident
  readonly board: Board
  readonly now: string
}

async function make(
  format: string,
  { incident, board, now }: Exported,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return sheetToMarkdown(reviewSheet(incident))
    case 'ics':
      return toCalendar(incident, now)
    case 'json':
      return JSON.stringify(incidentToJson(incident, board))
    case 'docx': {
      const { sheetToDocx } = await import('../../src/crisis/docx.ts')
      return await sheetToDocx(reviewSheet(incident))
    }
    default:
      throw usageError(`--format ${format}: Es gibt md, docx, ics, json.`)
  }
}

function save(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
    console.log(`Geschrieben: ${file}`)
  } catch (cause) {
    const fix = 'Bitte mit --out eine Datei nennen, die sich schreiben lässt.'
    throw new ConfigError([`${file} lässt sich nicht schreiben.`], { cause, fix })
  }
}
