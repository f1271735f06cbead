import { type Seat, type StateCode, states, townLabels } from '../../src/domain/profile.ts'
import { foldedWords } from '../../src/german/words.ts'
import { withSeat } from '../../src/incident-people.ts'
import type { Settings } from '../../src/ports-store.ts'
import { table } from '../../src/table.ts'
import { usageError } from './options.ts'

/** What can be set, in the order it is asked and shown: option and label. */
export const fields = {
  state: { option: 'state', label: 'Land' },
  secondPerson: { option: 'second-person', label: townLabels.secondPerson },
  dataProtection: { option: 'data-protection', label: townLabels.dataProtection },
  legalOffice: { option: 'legal-office', label: townLabels.legalOffice },
  approver: { option: 'approver', label: townLabels.approver },
  approverDeputy: { option: 'approver-deputy', label: townLabels.approverDeputy },
  police: { option: 'police', label: townLabels.police },
  controlCentre: { option: 'control-centre', label: townLabels.controlCentre },
  supervisory: { option: 'supervisory', label: townLabels.supervisory },
  citizenPhone: { option: 'citizen-phone', label: townLabels.citizenPhone },
  situationPage: { option: 'situation-page', label: townLabels.situationPage },
  channels: { option: 'channels', label: townLabels.channels },
  baseline: { option: 'baseline', label: townLabels.baseline },
  netiquette: { option: 'netiquette', label: townLabels.netiquette },
  slackHelper: { option: 'slack-helper', label: '„Mensch holen“ ruft in Slack' },
} as const

export type Field = keyof typeof fields

export const fieldNames = Object.keys(fields) as readonly Field[]

/** Values by field; missing is "nicht hinterlegt". */
export type Town = Readonly<Partial<Record<Field, string>>>

/** New values by field; `undefined` takes one away. */
export type Changes = ReadonlyMap<Field, string | undefined>

/** As long as the form in Slack takes: a longer value would keep it from opening. */
const longest = 200

export function readTown(settings: Settings): Town {
  const helper = settings.helper('slack')
  return { ...settings.profile(), ...(helper ? { slackHelper: helper } : {}) }
}

/** Changes these fields alone: others may have been changed in Slack meanwhile. */
export function saveTown(settings: Settings, changes: Changes): void {
  const values = Object.entries({ ...readTown(settings), ...Object.fromEntries(changes) })
  const filled = values.filter(([, value]) => value !== undefined)
  const { slackHelper, ...profile } = Object.fromEntries(filled)
  settings.saveProfile(profile)
  if (changes.has('slackHelper')) settings.saveHelper('slack', slackHelper)
}

/**
 * What somebody typed for a field; `undefined` for a dash, which takes it away.
 *
 * @throws ConfigError (`bad-config`) that says what is expected
 */
export function parseField(field: Field, typed: string): string | undefined {
  const text = typed.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (text === '' || text === '-') return undefined
  if (field === 'state') return parseState(text)
  if (field === 'slackHelper') return parseHelper(text)
  if (text.length <= longest) return text
  throw usageError(`${fields[field].label}: höchstens ${longest} Zeichen.`)
}

/**
 * `BM=slack:T1:U1=MK`: who acts in which role from a chat; with a dash behind the role nobody of it.
 *
 * @throws ConfigError (`bad-config`) that says what is expected
 */
export function parseSeat(typed: string): Seat {
  const [, role, person, name = ''] =
    /^([A-Z]{2,4})=(-|(?:slack|teams):[^\s=]{3,200})(?:=(.{1,40}))?$/u.exec(typed.trim()) ?? []
  if (role !== undefined && person !== undefined) return { role, person, name: name.trim() }
  throw usageError(
    `--seat ${typed}: erwartet wird ROLLE=PERSON=KÜRZEL, etwa BM=slack:T012AB3CD:U012AB3CD=MK; BM=- leert die Rolle.`,
  )
}

/** Enters people in roles, one after the other. */
export function saveSeats(settings: Settings, seats: readonly Seat[]): void {
  for (const seat of seats) {
    const town = settings.profile()
    const others = (town.seats ?? []).filter(({ role }) => role !== seat.role)
    settings.saveProfile(seat.person === '-' ? { ...town, seats: others } : withSeat(town, seat))
  }
}

/** Everybody who is entered, a line each. */
export function seatsToText(settings: Settings): string {
  const { seats = [] } = settings.profile()
  return seats.map(({ role, name, person }) => `${role}: ${name} (${person})`).join('\n')
}

function parseState(text: string): StateCode {
  const folded = foldedWords(text.replace(/^DE-/i, '')).join('')
  const names = (code: StateCode) => [code.toLowerCase(), foldedWords(states[code]).join('')]
  const codes = Object.keys(states) as readonly StateCode[]
  const found = codes.find((code) => names(code).includes(folded))
  if (found) return found
  // The one state that everybody there shortens otherwise.
  if (folded === 'nrw') return 'NW'
  const all = codes.map((code) => `${code} ${states[code]}`).join(', ')
  throw usageError(`Das Land „${text}“ gibt es nicht. Es gibt: ${all}.`)
}

function parseHelper(text: string): string {
  const id = /^(?:<@)?([UW][A-Z0-9]{4,})(?:\|[^>]*)?>?$/.exec(text)?.[1]
  if (id) return id
  throw usageError(
    `„${text}“ ist keine Mitglieds-ID von Slack. Sie beginnt mit U oder W und steht im Profil der Person unter „Mehr“ → „Mitglieds-ID kopieren“.`,
  )
}

/** A value as people read it. */
export function shownField(field: Field, value: string | undefined): string {
  if (value === undefined) return 'nicht hinterlegt'
  return field === 'state' ? `${states[value as StateCode]} (${value})` : value
}

export function townToText(town: Town): string {
  return table(fieldNames.map((name) => [fields[name].label, shownField(name, town[name])]))
}

/** Every key is there; what is missing is null. */
export function townToJson(town: Town): object {
  return Object.fromEntries(fieldNames.map((name) => [name, town[name] ?? null]))
}
