import {
  type Day,
  dateOf,
  dayOf,
  daysAfter,
  endOfDay,
  hoursAfter,
  monthsAfter,
  nextFullHour,
  startOfDay,
  weekdayOf,
} from '../berlin.ts'
import type { Reading, Term } from '../domain/deadline.ts'
import { type StateCode, states } from '../domain/profile.ts'
import type { Instant } from '../domain/time.ts'
import { holidayOn, isWorkday } from './holidays.ts'

interface Knowledge {
  /** When somebody who acts for the town knew of the breach; not the first hint. */
  readonly known: Instant
  /** Whose holidays count; without it only those of all Germany. */
  readonly state?: StateCode | undefined
}

/**
 * The report of a data breach to the supervisory authority: 72 elapsed hours from knowledge, through
 * weekends, holidays and changes of the clock.
 *
 * @see Art. 33 Abs. 1 DSGVO; Verordnung (EWG, Euratom) Nr. 1182/71 Art. 2 und 3
 */
export function art33({ known, state }: Knowledge): Term {
  return {
    due: hoursAfter(known, 72),
    basis:
      'Art. 33 Abs. 1 DSGVO: unverzüglich und möglichst binnen 72 Stunden ab Kenntnis; gezählt sind 72 verstrichene Stunden, Wochenenden und Feiertage zählen mit.',
    readings: [fullHour(known), twoWorkdays(known, state)],
    notes: [
      'Gerechnet wird mit der frühesten Lesart; auf die späteren bitte nicht verlassen. Unvollständig melden ist erlaubt, Angaben lassen sich nachreichen (Art. 33 Abs. 4 DSGVO).',
      ...(state ? [] : [withoutState]),
    ],
  }
}

const withoutState =
  'Das Land ist nicht hinterlegt: Es zählen nur bundesweite Feiertage. `npm run -s cli -- setup --state …` trägt es ein.'

function fullHour(known: Instant): Reading {
  return {
    due: hoursAfter(nextFullHour(known), 72),
    basis:
      'Verordnung (EWG, Euratom) Nr. 1182/71 Art. 3 Abs. 1 und Abs. 2 Buchst. a: Die Stunde der Kenntnis zählt nicht mit, die Frist beginnt mit der nächsten vollen Stunde.',
    disputed: false,
  }
}

// Two whole workdays: the most generous way to read it, so the one that tempts most.
function twoWorkdays(known: Instant, state: StateCode | undefined): Reading {
  const plain = fullHour(known).due
  const last = secondWorkday(nextFullHour(known), state)
  const end = endOfDay(last)
  const isLonger = end > plain
  return {
    due: isLonger ? end : plain,
    basis: `Verordnung (EWG, Euratom) Nr. 1182/71 Art. 3 Abs. 5: Eine Frist von zwei oder mehr Tagen umfasst mindestens zwei Arbeitstage. Ob das für die 72 Stunden gilt, ist umstritten${isLonger ? '' : '; hier ändert es nichts'}.`,
    disputed: true,
  }
}

// The day the term begins on is no whole one, unless the term begins with it.
function secondWorkday(begin: Instant, state: StateCode | undefined): Day {
  const today = dayOf(begin)
  const first = nextWorkday(startOfDay(today) === begin ? today : daysAfter(today, 1), state)
  return nextWorkday(daysAfter(first, 1), state)
}

function nextWorkday(from: Day, state: StateCode | undefined): Day {
  let day = from
  while (!isWorkday(day, state)) day = daysAfter(day, 1)
  return day
}

interface Offence {
  /** When the entitled person knew of the act. */
  readonly act: Instant
  /** When that person knew who did it; missing as long as nobody does. */
  readonly offender?: Instant | undefined
  /** Where the application is handed in. */
  readonly state?: StateCode | undefined
}

/**
 * The application for prosecution: three months from the end of the day on which the entitled person
 * knew of act and offender. A term of its own for everybody who is entitled.
 *
 * @see § 77b StGB
 */
export function strafantrag({ act, offender, state }: Offence): Term {
  if (offender === undefined) return unknownOffender(act, state)
  const known = act > offender ? act : offender
  const { last, shift } = threeMonths(dayOf(known), state)
  const plain = monthsAfter(dayOf(known), 3)
  const early: Reading = {
    due: endOfDay(plain),
    basis:
      '§ 77b Abs. 1 Satz 1, Abs. 2 Satz 1 StGB ohne Verschiebung: die sichere Seite, wenn der Antrag nicht erst am letzten Tag eingehen soll.',
    disputed: false,
  }
  return {
    due: endOfDay(last),
    basis: `§ 77b Abs. 1 und 2 StGB: drei Monate ab dem Ende des Tages, an dem die berechtigte Person Tat und Täter kannte (${dateOf(startOfDay(dayOf(known)))}), je antragsberechtigter Person.${shift}`,
    readings: last === plain ? [] : [early],
    notes: [
      'Der Antrag muss bis dahin bei Gericht, Staatsanwaltschaft oder Polizei eingegangen sein (§ 158 StPO). Anzeige und Strafantrag sind zweierlei; das Rechtsamt prüft.',
      ...(state ? [] : [withoutState]),
    ],
  }
}

function unknownOffender(act: Instant, state: StateCode | undefined): Term {
  const { last } = threeMonths(dayOf(act), state)
  return {
    basis:
      'Frist läuft noch nicht sicher, trotzdem heute sichern. § 77b Abs. 2 Satz 1 StGB: Sie beginnt erst, wenn die berechtigte Person Tat und Täter kennt.',
    readings: [
      {
        due: endOfDay(last),
        basis:
          'Vorsichtig gerechnet ab Kenntnis der Tat allein, falls der Täter an diesem Tag doch schon erkennbar war.',
        disputed: true,
      },
    ],
    notes: state ? [] : [withoutState],
  }
}

interface End {
  readonly last: Day
  /** Why the last day is a later one; empty where it is not. */
  readonly shift: string
}

// § 77b Abs. 1 Satz 2: what ends on a Saturday, Sunday or general holiday ends with the next workday.
function threeMonths(known: Day, state: StateCode | undefined): End {
  const plain = monthsAfter(known, 3)
  const last = nextWorkday(plain, state)
  if (last === plain) return { last, shift: '' }
  const why = holidayOn(plain, state) ?? (weekdayOf(plain) === 6 ? 'Sonnabend' : 'Sonntag')
  const where = state && holidayOn(plain, state) ? ` (${states[state]})` : ''
  return {
    last,
    shift: ` Das Ende fiele auf ${why}${where}, deshalb endet sie mit Ablauf des nächsten Werktags (Abs. 1 Satz 2).`,
  }
}
