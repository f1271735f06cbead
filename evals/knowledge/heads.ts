import { openFields } from '../../src/ingest/fields.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, lineOf, type Page } from './read.ts'

// The corpus is set in these months; nothing in it may claim to know what came later.
const [earliest, latest] = ['2024-01', '2026-07']

/** Dates and source ids in the heads of pages, and the ids of the register itself. */
export function checkHeads({ pages, posts, references }: Knowledge): readonly Problem[] {
  const known = new Set(references.entries.map(({ id }) => id))
  return [
    ...pages.flatMap(checkMonth),
    ...[...pages, ...posts].flatMap(checkDates),
    ...[...pages, ...posts].flatMap((page) => checkReferences(page, known)),
    ...checkRegister(references),
  ]
}

function checkMonth(page: Page): readonly Problem[] {
  const month = dateOf(page, 'published')?.slice(0, 7)
  if (month === undefined || (month >= earliest && month <= latest)) return []
  return [
    {
      file: page.file,
      line: lineOf(page, 'published'),
      what: `Die Folge ist von ${month}.`,
      fix: `Bitte ein Datum von ${earliest} bis ${latest} setzen.`,
    },
  ]
}

function checkDates(page: Page): readonly Problem[] {
  const [published, stand] = [dateOf(page, 'published'), dateOf(page, 'stand')]
  if (published && stand && stand <= published) return []
  const field = published ? 'stand' : 'published'
  return [
    {
      file: page.file,
      line: lineOf(page, field),
      what:
        published && stand
          ? `„stand“ (${stand}) liegt nach der Veröffentlichung (${published}).`
          : `„${field}“ fehlt oder ist kein Datum.`,
      fix: 'Bitte published und stand als JJJJ-MM-TT setzen, stand nicht nach published.',
    },
  ]
}

function dateOf({ head, file }: Page, field: string): string | undefined {
  return openFields(head, file).date(field)
}

function checkReferences(page: Page, known: ReadonlySet<string>): readonly Problem[] {
  const value = page.head['references']
  const ids = Array.isArray(value) ? value.map(String) : []
  const where = { file: page.file, line: lineOf(page, 'references') }
  const unknown = ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      ...where,
      what: `Die Quelle ${id} steht nicht in references.yaml.`,
      fix: 'Bitte dort mit Titel, Adresse und Datum eintragen oder die Kennung berichtigen.',
    }))
  const fix = 'Bitte jede Kennung einmal nennen.'
  const twice = repeated(ids).map((id) => ({
    ...where,
    what: `Die Quelle ${id} steht zweimal da.`,
    fix,
  }))
  return [...unknown, ...twice]
}

function checkRegister({ file, entries }: Knowledge['references']): readonly Problem[] {
  return entries
    .filter(({ id }, at) => entries.findIndex((other) => other.id === id) < at)
    .map(({ id, line }) => ({
      ...{ file, line },
      what: `Die Kennung ${id} gibt es schon.`,
      fix: 'Bitte die Einträge zusammenlegen oder einem eine neue Kennung geben.',
    }))
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))]
}
