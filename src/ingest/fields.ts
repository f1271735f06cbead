import { plainLine } from './plain.ts'

/**
 * A YAML head that is read field by field.
 *
 * A field that is missing is `undefined`; one that is wrong is so too and leaves a warning. Nothing
 * in a head fails a file.
 */
export interface Fields {
  readonly text: (name: string) => string | undefined
  readonly date: (name: string) => string | undefined
  readonly address: (name: string) => string | undefined
  readonly whole: (name: string) => number | undefined
  readonly isTrue: (name: string) => boolean
  readonly raw: (name: string) => unknown
  readonly warn: (name: string, problem: string) => void
  readonly warnings: () => readonly string[]
}

export function openFields(head: Readonly<Record<string, unknown>>, file: string): Fields {
  const warnings: string[] = []
  const warn = (name: string, problem: string) => {
    warnings.push(`${file}: Feld „${name}“ ${problem}`)
  }
  const read = <T>(name: string, to: (value: unknown) => T | undefined, problem: string) => {
    const value = head[name]
    if (value === undefined || value === null || value === '') return undefined
    const found = to(value)
    if (found === undefined) warn(name, problem)
    return found
  }
  return {
    text: (name) => read(name, toText, 'ist kein Text; es wird nicht benutzt.'),
    date: (name) => read(name, toDate, 'ist kein Datum wie 2026-04-21; es wird nicht benutzt.'),
    address: (name) =>
      read(name, toAddress, 'ist keine Adresse mit http:// oder https://; es wird nicht benutzt.'),
    whole: (name) => read(name, toWhole, 'ist keine ganze Zahl; es wird nicht benutzt.'),
    isTrue: (name) =>
      read(name, toBoolean, 'ist weder true noch false; es gilt als false.') ?? false,
    raw: (name) => head[name] ?? undefined,
    warn,
    warnings: () => warnings,
  }
}

/** Text, or a number written where text belongs (`title: 2024`). */
export function toText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return plainLine(String(value)) || undefined
}

/** Whether a value has fields of its own. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function toWhole(value: unknown): number | undefined {
  const isDigits = typeof value === 'string' && /^\d+$/.test(value.trim())
  const number = isDigits ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined
}

// The day as it is written: a date is not moved to another time zone.
function toDate(value: unknown): string | undefined {
  const written = value instanceof Date ? value.toISOString() : value
  if (typeof written !== 'string') return undefined
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T\s].*)?$/.exec(written.trim()) ?? []
  const moment = new Date(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
  return date !== '' && isReal ? date : undefined
}

function toAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const url = URL.parse(value.trim())
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
