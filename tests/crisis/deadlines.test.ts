import { describe, expect, it } from 'vitest'
import { berlinTime, parseMoment } from '../../src/berlin.ts'
import { art33, strafantrag } from '../../src/crisis/deadlines.ts'
import { type StateCode, states } from '../../src/domain/profile.ts'
import type { Instant } from '../../src/domain/time.ts'

function at(typed: string): Instant {
  const moment = parseMoment(typed)
  if (!moment) throw new Error(`no time: ${typed}`)
  return moment.at
}

// Art. 33 Abs. 1 DSGVO. Each line: when it was known, when 72 hours are over, why.
it.each([
  ['2026-10-09T22:30', '2026-10-12T22:30:00+02:00', 'Art. 33 Abs. 1 DSGVO: a weekend counts'],
  ['2026-10-23T22:30', '2026-10-26T21:30:00+01:00', 'clocks go back on 25.10.2026, 72 h elapse'],
  ['2027-03-26T22:30', '2027-03-29T23:30:00+02:00', 'Good Friday to Easter Monday, clocks go on'],
  ['2026-03-27T22:30', '2026-03-30T23:30:00+02:00', 'clocks go on on 29.03.2026'],
  ['2026-11-20T17:00', '2026-11-23T17:00:00+01:00', 'Friday to Monday in winter'],
  ['2026-12-24T12:00', '2026-12-27T12:00:00+01:00', 'Christmas counts'],
  ['2026-12-31T23:59', '2027-01-03T23:59:00+01:00', 'over the turn of the year'],
  ['2027-12-30T08:15', '2028-01-02T08:15:00+01:00', 'over the turn of the year'],
  ['2028-02-28T10:00', '2028-03-02T10:00:00+01:00', 'leap day 29.02.2028'],
  ['2028-02-29T10:00', '2028-03-03T10:00:00+01:00', 'from a leap day on'],
  ['2027-02-27T10:00', '2027-03-02T10:00:00+01:00', 'end of a February of 28 days'],
  ['2026-04-30T18:00', '2026-05-03T18:00:00+02:00', 'end of a month of 30 days, 1 May counts'],
  ['2026-04-02T16:00', '2026-04-05T16:00:00+02:00', 'Maundy Thursday to Easter Sunday'],
  ['2026-10-25T02:30', '2026-10-28T01:30:00+01:00', '02:30 comes twice: the first is meant'],
  ['2026-10-25T02:30+01:00', '2026-10-28T02:30:00+01:00', 'the second 02:30, by its offset'],
  ['2026-10-22T02:30', '2026-10-25T02:30:00+02:00', 'ends in the first of two hours'],
  ['2026-10-22T03:00', '2026-10-25T02:00:00+01:00', 'ends in the second of two hours'],
  ['2027-03-25T02:30', '2027-03-28T03:30:00+02:00', 'ends where 02:30 is missing'],
  ['2027-03-28T02:30', '2027-03-31T02:30:00+02:00', 'never was: read as 01:30, the safe side'],
  ['2027-03-28T01:59:59', '2027-03-31T02:59:59+02:00', 'the second before clocks go on'],
  ['2026-10-23T20:30Z', '2026-10-26T21:30:00+01:00', 'typed in UTC'],
  ['2026-10-23', '2026-10-25T23:00:00+01:00', 'a day alone is its first minute'],
])('72 hours from %s end at %s (%s)', (known, due) => {
  const term = art33({ known: at(known) })
  expect(berlinTime(term.due ?? '')).toBe(due)
})

// Verordnung (EWG, Euratom) Nr. 1182/71 Art. 3 Abs. 1 Unterabs. 1, Abs. 2 Buchst. a
it.each([
  ['2026-10-09T22:30', '2026-10-12T23:00:00+02:00', 'the hour of knowledge does not count'],
  ['2026-10-09T22:00', '2026-10-12T23:00:00+02:00', 'on the hour, that hour does not count'],
  ['2026-10-09T22:59:59', '2026-10-12T23:00:00+02:00', 'a second before the next hour'],
  ['2026-10-09T23:30', '2026-10-13T00:00:00+02:00', 'begins at midnight'],
  ['2026-10-25T02:30', '2026-10-28T02:00:00+01:00', 'the next hour is the second 02:00'],
  ['2027-03-28T01:30', '2027-03-31T03:00:00+02:00', 'the next hour is 03:00'],
  ['2027-03-26T22:30', '2027-03-30T00:00:00+02:00', 'Easter 2027'],
])('from the next full hour, %s ends at %s (%s)', (known, due) => {
  const [reading] = art33({ known: at(known) }).readings
  expect(reading && berlinTime(reading.due)).toBe(due)
  expect(reading?.disputed).toBe(false)
})

// Verordnung (EWG, Euratom) Nr. 1182/71 Art. 2, Art. 3 Abs. 5
it.each<[string, StateCode | undefined, string, string]>([
  ['2026-10-09T22:30', undefined, '2026-10-13T23:59:59+02:00', 'Friday: Monday and Tuesday'],
  ['2026-10-12T10:00', undefined, '2026-10-15T11:00:00+02:00', 'Monday: two are in it already'],
  ['2026-10-07T10:00', undefined, '2026-10-10T11:00:00+02:00', 'Wednesday: two are in it'],
  ['2026-10-08T10:00', undefined, '2026-10-12T23:59:59+02:00', 'Thursday: Friday and Monday'],
  ['2026-10-09T23:30', undefined, '2026-10-13T23:59:59+02:00', 'begins with Saturday'],
  ['2026-10-11T23:30', undefined, '2026-10-15T00:00:00+02:00', 'begins with Monday, a whole one'],
  ['2027-03-26T22:30', undefined, '2027-03-31T23:59:59+02:00', 'Easter Monday is none'],
  ['2026-12-24T12:00', undefined, '2026-12-29T23:59:59+01:00', 'Christmas on Friday, Saturday'],
  ['2026-06-03T15:00', 'NW', '2026-06-08T23:59:59+02:00', 'Corpus Christi in NW'],
  ['2026-06-03T15:00', 'BE', '2026-06-06T16:00:00+02:00', 'an ordinary Thursday in Berlin'],
])('with two workdays, %s in %s ends at %s (%s)', (known, state, due) => {
  const reading = art33({ known: at(known), state }).readings[1]
  expect(reading && berlinTime(reading.due)).toBe(due)
  expect(reading?.disputed).toBe(true)
})

/** The act that names the holidays of a state: which days are general ones there (§ 77b Abs. 1 Satz 2 StGB). */
const laws = {
  BW: '§ 1 FTG BW',
  BY: 'Art. 1 Abs. 1 FTG BY',
  ST: '§ 2 FeiertG LSA',
  BE: '§ 1 Abs. 1 FeiertG BE',
  MV: '§ 2 FTG M-V',
  HH: '§ 1 FeiertG HH',
  BB: '§ 2 FTG BB',
  HB: '§ 2 FeiertG HB',
  NI: '§ 2 NFeiertagsG',
  SH: '§ 2 SFTG',
  HE: '§ 1 HFeiertagsG',
  NW: '§ 2 Feiertagsgesetz NW',
  RP: '§ 2 LFtG',
  SL: '§ 2 SFG',
  SN: '§ 1 SächsSFG',
  TH: '§ 2 ThürFtG',
} as const satisfies Readonly<Record<StateCode, string>>

describe('§ 77b StGB', () => {
  // Abs. 1 Satz 1, Abs. 2 Satz 1; the day of the same number, § 188 Abs. 2 und 3 BGB
  const cases: readonly (readonly [string, StateCode | undefined, string, string])[] = [
    ['2026-11-02', undefined, '2027-02-02T23:59:59+01:00', 'Tuesday'],
    ['2026-11-02T23:59', undefined, '2027-02-02T23:59:59+01:00', 'the last minute of a day'],
    ['2026-11-03T00:00', undefined, '2027-02-03T23:59:59+01:00', 'the first minute of the next'],
    ['2026-11-02T23:30Z', undefined, '2027-02-03T23:59:59+01:00', 'it was the 3rd in Germany'],
    ['2027-11-30', undefined, '2028-02-29T23:59:59+01:00', 'no 30th: the leap day is the last'],
    ['2027-11-29', undefined, '2028-02-29T23:59:59+01:00', 'on the leap day itself'],
    ['2027-05-31', undefined, '2027-08-31T23:59:59+02:00', '31st to 31st'],
    ['2027-08-31', undefined, '2027-11-30T23:59:59+01:00', 'no 31st'],
    ['2027-03-31', undefined, '2027-06-30T23:59:59+02:00', 'no 31st'],
    ['2026-12-31', undefined, '2027-03-31T23:59:59+02:00', 'over the turn of the year'],
    // Abs. 1 Satz 2: Saturday, Sunday and general holidays move the end to the next workday
    ['2026-11-30', undefined, '2027-03-01T23:59:59+01:00', 'no 30th, and the 28th is a Sunday'],
    ['2026-11-28', undefined, '2027-03-01T23:59:59+01:00', 'the 28th is a Sunday'],
    ['2027-02-01', undefined, '2027-05-03T23:59:59+02:00', '1 May 2027 is a Saturday'],
    ['2026-12-26', undefined, '2027-03-30T23:59:59+02:00', 'Good Friday to Tuesday after Easter'],
    ['2027-02-06', undefined, '2027-05-07T23:59:59+02:00', 'Ascension Day'],
    ['2027-02-17', undefined, '2027-05-18T23:59:59+02:00', 'Whit Monday'],
    ['2027-07-03', undefined, '2027-10-04T23:59:59+02:00', '3 October 2027 is a Sunday'],
    ['2026-09-25', undefined, '2026-12-28T23:59:59+01:00', 'Christmas and a weekend'],
    ['2026-10-01', undefined, '2027-01-04T23:59:59+01:00', 'New Year and a weekend'],
    // … and those of the state; without one they move nothing
    ['2026-10-06', 'BW', '2027-01-07T23:59:59+01:00', 'Epiphany'],
    ['2026-10-06', 'BY', '2027-01-07T23:59:59+01:00', 'Epiphany'],
    ['2026-10-06', 'ST', '2027-01-07T23:59:59+01:00', 'Epiphany'],
    ['2026-10-06', undefined, '2027-01-06T23:59:59+01:00', 'no holiday of all Germany'],
    ['2026-12-08', 'BE', '2027-03-09T23:59:59+01:00', "Women's Day"],
    ['2026-12-08', 'MV', '2027-03-09T23:59:59+01:00', "Women's Day"],
    ['2026-12-08', 'HH', '2027-03-08T23:59:59+01:00', 'an ordinary Monday'],
    ['2028-07-31', 'BB', '2028-11-01T23:59:59+01:00', 'Reformation Day'],
    ['2028-07-31', 'HB', '2028-11-01T23:59:59+01:00', 'Reformation Day'],
    ['2028-07-31', 'HH', '2028-11-01T23:59:59+01:00', 'Reformation Day'],
    ['2028-07-31', 'NI', '2028-11-01T23:59:59+01:00', 'Reformation Day'],
    ['2028-07-31', 'SH', '2028-11-01T23:59:59+01:00', 'Reformation Day'],
    ['2028-07-31', 'HE', '2028-10-31T23:59:59+01:00', 'an ordinary Tuesday'],
    ['2027-02-27', 'HE', '2027-05-28T23:59:59+02:00', 'Corpus Christi'],
    ['2027-08-01', 'NW', '2027-11-02T23:59:59+01:00', "All Saints' Day"],
    ['2027-08-01', 'RP', '2027-11-02T23:59:59+01:00', "All Saints' Day"],
    ['2028-05-15', 'SL', '2028-08-16T23:59:59+02:00', 'Assumption Day'],
    ['2028-05-15', 'BY', '2028-08-15T23:59:59+02:00', 'Assumption Day in parts of Bavaria only'],
    ['2026-08-18', 'SN', '2026-11-19T23:59:59+01:00', 'Day of Prayer and Repentance'],
    ['2027-06-20', 'TH', '2027-09-21T23:59:59+02:00', "Children's Day"],
    ['2027-06-20', 'SN', '2027-09-20T23:59:59+02:00', 'an ordinary Monday'],
  ]
  const named = cases.map((one) => [...one, one[1] ? laws[one[1]] : 'Abs. 1'] as const)
  it.each(named)('knowing both on %s in %s, the term ends at %s (%s; %s)', (known, state, due) => {
    const term = strafantrag({ act: at(known), offender: at(known), state })
    expect(berlinTime(term.due ?? '')).toBe(due)
    // The day before any move stands beside it.
    for (const { due: early } of term.readings) expect(early < (term.due ?? '')).toBe(true)
  })

  it.each([
    ['2026-10-01', '2026-11-02', 'the offender was known later'],
    ['2026-11-02', '2026-10-01', 'the act was known later'],
  ])('runs from the later of act %s and offender %s (%s)', (act, offender) => {
    const term = strafantrag({ act: at(act), offender: at(offender) })
    expect(berlinTime(term.due ?? '')).toBe('2027-02-02T23:59:59+01:00')
  })

  it('has a case of every state and of none', () => {
    expect(new Set(cases.map(([, state]) => state))).toEqual(
      new Set([...Object.keys(states), undefined]),
    )
  })

  it('does not run for certain while nobody knows the offender', () => {
    const term = strafantrag({ act: at('2026-11-02') })
    expect(term.due).toBeUndefined()
    expect(term.basis).toContain('Frist läuft noch nicht sicher, trotzdem heute sichern')
    expect(term.readings.map(({ due, disputed }) => [berlinTime(due), disputed])).toEqual([
      ['2027-02-02T23:59:59+01:00', true],
    ])
  })
})

it('says when a state is missing, for every state that is not', () => {
  const known = at('2026-11-02T10:00')
  const says = (notes: readonly string[]) => notes.some((note) => note.includes('setup --state'))
  expect(says(art33({ known }).notes)).toBe(true)
  for (const state of Object.keys(states) as StateCode[])
    expect(says(art33({ known, state }).notes)).toBe(false)
})
