import type { Section } from '../domain/documents.ts'
import { toSections } from './markdown.ts'

/** Reads a table with a head row: each row is one line that names its columns. */
export function parseCsvSections(text: string, title: string): readonly Section[] {
  const [head = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''))
  const lines = rows.map((row) =>
    row.flatMap((cell, index) => (cell.trim() === '' ? [] : [named(head[index], cell)])).join('; '),
  )
  return toSections([{ lines }], title)
}

function named(name: string | undefined, cell: string): string {
  return name?.trim() ? `${name.trim()}: ${cell}` : cell
}

// Quoted cells may hold the separator, line breaks, and quotes written twice.
function rowsOf(text: string): readonly (readonly string[])[] {
  const firstLine = text.split(/\r|\n/, 1)[0] ?? ''
  const separator = [',', ';', '\t'].toSorted(
    (one, other) => firstLine.split(other).length - firstLine.split(one).length,
  )[0]
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n"]*))(${separator}|\\r\\n|\\n|\\r|$|(?="))`,
    'y',
  )
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) break
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== separator && match[3] !== '') rows.push([])
    if (match[0] === '') break
  }
  return rows.filter((row) => row.some((entry) => entry.trim() !== ''))
}
