import { z } from 'zod'
import { StoreError } from '../domain/errors.ts'
import { bearings, contacts, type StateCode, states, type TownProfile } from '../domain/profile.ts'
import type { Settings } from '../ports.ts'
import { bytes, type Files, fromJson } from './files.ts'

/** @see the port */
export function openSettings({ path, database, seal }: Files): Settings {
  const save = database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')
  const find = database.prepare('SELECT value FROM settings WHERE name = ?')
  const erase = database.prepare('DELETE FROM settings WHERE name = ?')
  const put = (name: string, value: string) => void save.run(name, seal.close(value, name))
  const get = (name: string) => {
    const row = find.get(name)
    return row && seal.open(bytes(row['value']), name)
  }
  return {
    profile: () => {
      const json = get('profile')
      return json === undefined ? {} : toProfile(json, path)
    },
    saveProfile: (profile) => put('profile', JSON.stringify(profile)),
    helper: (door) => get(`helper ${door}`),
    saveHelper: (door, id) => {
      if (id === undefined) erase.run(`helper ${door}`)
      else put(`helper ${door}`, id)
    },
  }
}

const Fields = z.record(z.string(), z.unknown())
const State = z.custom<StateCode>((code) => typeof code === 'string' && Object.hasOwn(states, code))
const Contact = z.string().trim().min(1)
const Seats = z.array(z.object({ role: Contact, person: Contact, name: Contact })).min(1)

// What a newer version wrote into it reads as missing, field by field: a town keeps the rest.
function toProfile(json: string, path: string): TownProfile {
  const { success, data: fields } = Fields.safeParse(fromJson(json))
  if (!success) throw unreadable(path)
  const state = State.safeParse(fields['state'])
  const seats = Seats.safeParse(fields['seats'])
  const known = [...contacts, ...bearings].map(
    (name) => [name, Contact.safeParse(fields[name]).data] as const,
  )
  return {
    ...(state.success ? { state: state.data } : {}),
    ...(seats.success ? { seats: seats.data } : {}),
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
  }
}

function unreadable(path: string): StoreError {
  return new StoreError(`Die Angaben zur Kommune in ${path} sind nicht lesbar.`, {
    path,
    fix: 'Bitte neu eingeben, im Chat oder mit `npm run -s cli -- setup`.',
  })
}
