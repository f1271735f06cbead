import type { Speaker } from '../domain/documents.ts'
import { type Fields, isRecord, toText } from './fields.ts'

const ids = ['id', 'letter', 'voice', 'transcriptLetter', 'label'] as const

/** Reads `speakers`: names, objects with an id, a name and a role, or a mapping from id to either. */
export function toSpeakers(fields: Fields): readonly Speaker[] {
  const value = fields.raw('speakers')
  if (value === undefined) return []
  const entries = isRecord(value) ? Object.entries(value).map(fromPair) : value
  if (!Array.isArray(entries)) {
    fields.warn('speakers', 'ist keine Liste; es wird nicht benutzt.')
    return []
  }
  const speakers = entries.map(toSpeaker)
  const wrong = speakers.indexOf(undefined)
  if (wrong >= 0)
    fields.warn('speakers', `ist im ${wrong + 1}. Eintrag nicht lesbar; er wird ausgelassen.`)
  return speakers.filter((speaker) => speaker !== undefined)
}

function fromPair([id, value]: readonly [string, unknown]): unknown {
  return isRecord(value) ? { ...value, id } : { id, name: value }
}

function toSpeaker(entry: unknown): Speaker | undefined {
  if (!isRecord(entry)) {
    const id = toText(entry)
    return id === undefined ? undefined : { id }
  }
  const name = toText(entry['name'])
  const role = toText(entry['role'])
  const id = ids.map((field) => toText(entry[field])).find(Boolean) ?? name ?? role
  if (id === undefined) return undefined
  return { id, ...(name ? { name } : {}), ...(role ? { role } : {}) }
}
