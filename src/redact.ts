import { birthdays, datesBehindPersons } from './german/birthdays.ts'
import { nicknames, saidMails, saidPhones } from './german/contacts.ts'
import { coordinates, devices } from './german/devices.ts'
import { fileNumbers } from './german/file-numbers.ts'
import { handles, isOfficial } from './german/handles.ts'
import { saidHomes } from './german/homes.ts'
import { addresses, type Stretch, towns } from './german/identifiers.ts'
import { personNames } from './german/persons.ts'
import { plates } from './german/plates.ts'

/** A text without the personal details our rules know, and how many were taken out. */
export interface Redacted {
  readonly text: string
  readonly removed: number
}

/** What is the same detail has the same `key`; without one, its own letters and digits are it. */
interface Detail extends Stretch {
  readonly key?: string
}

interface Rule {
  readonly label: string
  readonly find: (text: string) => readonly Detail[]
}

/**
 * What of each match is a personal detail; a match may hold several and may hold none. Every part of a
 * pattern can match in one way only, so a hostile text costs no more than a plain one.
 */
function matching(
  pattern: RegExp,
  stretches: (match: RegExpExecArray) => readonly Detail[] = whole,
) {
  return (text: string) => Array.from(text.matchAll(pattern), stretches).flat()
}

/** What people put between the digits of a number. */
const gap = String.raw`[\p{Zs}()/.‐‑–-]`

const gaps = new RegExp(gap, 'gu')

// A date and a clock open like a number of the local network, so they are looked for first.
const date = String.raw`(?:0?[1-9]|[12]\d|3[01])\.\p{Zs}?(?:0?[1-9]|1[0-2])\.(?:\p{Zs}?(?:19|20)\d\d|\d\d)?(?!\.?\d)|\d{4}-\d\d-\d\d(?!\d)`
const clock = String.raw`\d{1,2}[.:]\d\d(?:\p{Zs}?[-–]\p{Zs}?\d{1,2}[.:]\d\d)?(?=\p{Zs}?Uhr)`
// Behind a number a date is only told by its whole year: "0621 12.12.12" is a number to its end.
const digits = String.raw`(?:(?!\p{Zs}\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d))${gap}{1,5}\d+)*`

// Only the start of a run is tried: tried at every letter, a long word costs its length squared.
const mail = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
// Somebody left out the domain: "b.tewes@ weiß es".
const mailbox = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{2,64}@(?![\p{L}\p{N}@_])/gu

// Only the head is taken, so that a head that fails does not swallow the next one.
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\p{Zs}?\d\d(?=(?<rest>(?:[\p{Zs}-]?[A-Z0-9]){11,30}))/giu

const phone = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${date}|${clock}|(?<number>(?:\+\p{Zs}?\d|0\d)\d*${digits}))`,
  'giu',
)

const handle = /(?<![\p{L}\p{N}@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?/gu
const joined =
  /(?<![\p{L}\p{N}_@/.])\p{L}[\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)+(?![\p{L}\p{N}_]|\.(?:png|jpe?g|pdf|docx?|xlsx?|mp4|csv|txt|zip))/giu
const profile =
  /(?<![\p{L}\p{N}.])(?:https?:\/\/)?(?:www\.|m\.|de-de\.)?(?:linktr\.ee|wa\.me|paypal\.me|ko-fi\.com|beacons\.ai|vk\.com|bsky\.app\/profile|snapchat\.com\/add|reddit\.com\/(?:u|user)|patreon\.com|(?:facebook|fb|instagram|twitter|x|tiktok|t|threads|linkedin|xing|youtube|mastodon|twitch)\.(?:com|me|net|social|tv))\/(?!(?:stadt|gemeinde|kreis|landkreis|rathaus|polizei|feuerwehr|land|bund|events|groups|watch|hashtag)[\p{L}\p{N}._-]*)(?:in\/|profile\.php\?id=|user\/|people\/|@)?[\p{L}\p{N}._-]+/giu

/** In this order: what is found first is out of the text before the next one looks. */
const rules: readonly Rule[] = [
  { label: 'Profil', find: matching(profile) },
  {
    label: 'E-Mail',
    find: (text) => [...matching(mail)(text), ...matching(mailbox)(text), ...saidMails(text)],
  },
  { label: 'IBAN', find: matching(iban, ibanIn) },
  { label: 'Profil', find: devices },
  { label: 'Adresse', find: coordinates },
  { label: 'Geburtsdatum', find: birthdays },
  { label: 'Aktenzeichen', find: fileNumbers },
  { label: 'Adresse', find: (text) => [...addresses(text), ...saidHomes(text), ...towns(text)] },
  { label: 'Kennzeichen', find: plates },
  {
    label: 'Telefon',
    find: (text) => [...saidPhones(text), ...matching(phone, phonesIn)(text)],
  },
  {
    label: 'Profil',
    find: (text) => [
      ...matching(handle)(text),
      ...matching(joined, privately)(text),
      ...nicknames(text),
      ...handles(text),
    ],
  },
  { label: 'Person', find: personNames },
  { label: 'Geburtsdatum', find: datesBehindPersons },
]

/**
 * Takes names, handles, e-mail addresses, IBANs, phone numbers, addresses, number plates, dates of birth
 * and file numbers out of a text.
 *
 * The same detail gets the same label, a second one of its kind a number: `[Person]`, `[Person 2]`.
 * Institutions, offices, courts, statutes, streets, dates, amounts and emergency numbers stay. Never complete: it is promised as "nach
 * Möglichkeit". Takes time in proportion to the text.
 */
export function redact(text: string): Redacted {
  let removed = 0
  let clean = text.normalize('NFC')
  const labels = new Map<string, string>()
  for (const { label, find } of rules) {
    const found = withoutOverlap(find(clean))
    removed += found.length
    clean = replaceAll(clean, found, { label, labels })
  }
  return { text: clean, removed }
}

// Of two that overlap, the one that begins first, and of those the longer one.
function withoutOverlap(found: readonly Detail[]): readonly Detail[] {
  let done = -1
  return found
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start, end }) => {
      if (start < done || end <= start) return false
      done = end
      return true
    })
}

interface Naming {
  readonly label: string
  /** All labels of this text so far, by what they stand for. */
  readonly labels: Map<string, string>
}

function replaceAll(text: string, found: readonly Detail[], { label, labels }: Naming): string {
  let done = 0
  const parts = found.flatMap(({ start, end, key }) => {
    const own = `${label} ${key ?? text.slice(start, end).toLowerCase().replace(gaps, '')}`
    const count = Array.from(labels.keys()).filter((one) => one.startsWith(`${label} `)).length
    const name = labels.get(own) ?? `[${label}${count > 0 ? ` ${count + 1}` : ''}]`
    labels.set(own, name)
    const kept = text.slice(done, start)
    done = end
    return [kept, name]
  })
  return [...parts, text.slice(done)].join('')
}

/** "stadt_musterstadt" is nobody's. */
function privately(match: RegExpExecArray): readonly Detail[] {
  return isOfficial(match[0]) ? [] : whole(match)
}

function whole({ 0: found, index }: RegExpExecArray): readonly Detail[] {
  return [{ start: index, end: index + found.length }]
}

/** @see ISO 13616 and the register of SWIFT: how long the number of each country is */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 ' +
    'DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 ' +
    'IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 ' +
    'MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 ' +
    'SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

function ibanIn({ 0: head, index, groups }: RegExpExecArray): readonly Stretch[] {
  const run = `${head}${groups?.['rest'] ?? ''}`
  const marks = Array.from(run.matchAll(/[A-Z0-9]/gi)).slice(
    0,
    ibanLengths.get(head.slice(0, 2).toUpperCase()) ?? 0,
  )
  const last = marks.at(-1)
  if (last && isIban(marks.map(([mark]) => mark.toUpperCase()).join(''))) {
    return [{ start: index, end: index + last.index + 1 }]
  }
  // With a slip in it, it is still somebody's: a German one is told by its digits.
  const slipped = /^DE[ \t]?\d\d(?:[ \t-]?\d){14,20}(?!\d)/iu.exec(run)
  return slipped ? [{ start: index, end: index + slipped[0].length }] : []
}

/** @see ISO 13616: the rearranged number leaves 1 when divided by 97 */
function isIban(plain: string): boolean {
  if (plain.length !== ibanLengths.get(plain.slice(0, 2))) return false
  const digits = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}

/** A phone number has this many digits; more are none, or several in a row. */
const phoneDigits = { least: 7, most: 15 } as const

// "0621 1234567 / 0171 2345678" is one run: cut where a number may begin, as late as the digits allow.
function phonesIn({ index, groups }: RegExpExecArray): readonly Stretch[] {
  const run = groups?.['number'] ?? ''
  // Free and shared-cost numbers belong to nobody.
  if (/^0(?:800|180|137|700)/.test(run.replace(/\D/g, ''))) return []
  if (countDigits(run) <= phoneDigits.most) return phoneFrom(run, index)
  const found: Stretch[] = []
  let open = ''
  let at = index
  for (const part of run.split(/(?<=[\p{Zs}/])(?=\+|0\d)/u)) {
    if (open && countDigits(open + part) > phoneDigits.most) {
      found.push(...phoneFrom(open, at))
      at += open.length
      open = ''
    }
    open += part
  }
  return [...found, ...phoneFrom(open, at)]
}

// A part too long for a number, yet written in groups, hides one: all of it goes rather than half.
function phoneFrom(run: string, start: number): readonly Stretch[] {
  const number = run.replace(/\D+$/, '')
  const count = countDigits(number)
  const isPhone =
    count >= phoneDigits.least && (count <= phoneDigits.most || !/^\+?\d+$/.test(number))
  return isPhone ? [{ start, end: start + number.length }] : []
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}
