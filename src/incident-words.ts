import type { Page } from './crisis/pages.ts'
import { type Axis, axes, type Level } from './domain/playbook.ts'
import type { Sent } from './incident-deeds.ts'

/** What somebody said to the crisis desk. */
export type Said =
  | { readonly kind: 'deed'; readonly sent: Sent }
  | { readonly kind: 'page'; readonly page: Page; readonly to?: string }
  | { readonly kind: 'open'; readonly playbook: string; readonly title: string }
  | { readonly kind: 'exercise'; readonly speed: number }
  | { readonly kind: 'seat'; readonly role: string; readonly person: string; readonly name: string }
  | { readonly kind: 'export' }
  | { readonly kind: 'card' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'terms' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'level' }
  | { readonly kind: 'help' }
  /** One of the words, but something is missing: the sentence says what. */
  | { readonly kind: 'fix'; readonly text: string }

/** What was said, and of which incident where it was named. */
export interface Spoken {
  readonly said: Said
  readonly incident?: string
}

/** What is longer is no command; a note and a text of one's own may be. */
const longest = 1000
const wordy: ReadonlySet<string> = new Set(['notiz', 'text'])

type Reader = (rest: string) => Said | undefined

/**
 * Reads the desk's own words; `undefined` for everything else, so that people may talk in an incident's
 * thread. Where a word could begin a sentence, only its whole form counts.
 */
export function spokenIn(text: string): Spoken | undefined {
  const [, incident, rest = ''] = /^\s*(?:(L\d{1,12})[\s:]+)?(.*)$/isu.exec(text) ?? []
  const [, word = '', after = ''] = /^(\p{L}+)[\s:]*(.*)$/su.exec(rest.trim()) ?? []
  const name = word.toLowerCase()
  const isFit = text.length <= longest || wordy.has(name)
  const read = isFit && Object.hasOwn(readers, name) ? readers[name] : undefined
  const said = read?.(after.trim())
  if (!said) return undefined
  return incident === undefined ? { said } : { said, incident: incident.toUpperCase() }
}

const deed = (sent: Sent): Said => ({ kind: 'deed', sent })
const fix = (text: string): Said => ({ kind: 'fix', text })

/** A word that stands alone. */
function alone(said: Said): Reader {
  return (rest) => (/^[.!?]*$/.test(rest) ? said : undefined)
}

const page = (name: Page) => alone({ kind: 'page', page: name })

const readers: Readonly<Record<string, Reader>> = {
  lage: page('lage'),
  bericht: page('lage'),
  lagebericht: page('lage'),
  kopf: page('kopf'),
  einlesen: page('einlesen'),
  weiterreichen: page('weiterreichen'),
  belege: page('belege'),
  auswertung: page('auswertung'),
  schicht: shift,
  übergabe: shift,
  karte: alone({ kind: 'card' }),
  export: alone({ kind: 'export' }),
  worte: alone({ kind: 'help' }),
  notiz: (rest) =>
    rest
      ? deed({ tat: 'notiz', worte: rest })
      : fix('Was soll ins Protokoll? Schreib: notiz Feuerwehr ist vor Ort'),
  stufe: level,
  rolle: role,
  team: seat,
  schritt: step,
  text: draft,
  vorab: advance,
  freigeben: approve,
  telefonisch: phone,
  zurück: sendBack,
  frist: term,
  beleg: evidence,
  playbook: (rest) =>
    /^pb\d+$/i.test(rest) ? deed({ tat: 'playbook', playbook: rest.toLowerCase() }) : undefined,
  signal: (rest) =>
    /^[a-z_]{3,40}$/.test(rest) ? deed({ tat: 'signal', signal: rest }) : undefined,
  gesehen: (rest) =>
    /^[a-z\d]+\.[a-z\d]+$/i.test(rest) ? deed({ tat: 'vermerkt', regel: rest }) : undefined,
  abschluss: close,
  eröffnen: open,
  übung: exercise,
}

function shift(rest: string): Said | undefined {
  const [, to] = /^(?:an )?([A-ZÄÖÜ]{2,4})?$/u.exec(rest) ?? [undefined, undefined]
  if (rest !== '' && to === undefined) return undefined
  return { kind: 'page', page: 'schicht', ...(to ? { to } : {}) }
}

const named: Readonly<Record<string, Level>> = {
  rot: 'ROT',
  gelb: 'GELB',
  grün: 'GRUEN',
  gruen: 'GRUEN',
}
const flagWords: Readonly<Record<string, string>> = { daten: 'dataExposed', kind: 'childAffected' }

/** `rot`, `W2 B3 daten`, each with a reason behind a colon or a comma. */
function level(rest: string): Said | undefined {
  if (rest === '') return { kind: 'level' }
  const [, head = '', reason = ''] =
    /^([\p{L}\d= +-]+?)(?:\s*[:,;–]\s*(.+)|\s+weil\s+(.+))?$/su.exec(rest) ?? []
  const words = head
    .toLowerCase()
    .split(/[\s+]+/)
    .filter(Boolean)
  const marks = words.flatMap((word) => {
    const [, axis = '', mark] = /^([wbgf])=?([0-3])$/.exec(word) ?? []
    const found = axes.find((one) => one === axis.toUpperCase())
    return found && mark !== undefined ? [[found, mark] as const] : []
  })
  const colours = words.flatMap((word) => (Object.hasOwn(named, word) ? [named[word]] : []))
  const marked = words.flatMap((word) => flagWords[word] ?? [])
  if (marks.length + colours.length + marked.length !== words.length || words.length === 0)
    return fix('Welche Stufe? Schreib: stufe rot, oder die Achsen von 0 bis 3: stufe W2 B1 G0 F0')
  return deed({
    tat: 'einstufen',
    ...(Object.fromEntries(marks) satisfies Partial<Record<Axis, string>>),
    ...(colours[0] ? { mindestens: colours[0] } : {}),
    ...(marked.length > 0 ? { merkmale: marked.join(',') } : {}),
    grund: reason,
  })
}

/** `BM Rufbereitschaft, Vertretung Hauptamt`. */
function role(rest: string): Said | undefined {
  const [, name, who, deputy] =
    /^([A-Z]{2,4})[\s:]+(.+?)(?:[;,]\s*Vertretung[\s:]+(.+))?$/su.exec(rest) ?? []
  if (name === undefined || who === undefined)
    return fix('Welche Rolle, und wer? Schreib: rolle PR Pressedienst, Vertretung Hauptamt')
  return deed({ tat: 'rolle', rolle: name, wer: who, vertretung: deputy ?? '' })
}

/** `BM slack:T1:U1 MK`: who acts in a role from a chat. */
function seat(rest: string): Said | undefined {
  const [, name, person, called] =
    /^([A-Z]{2,4})\s+((?:slack|teams):\S{3,200})(?:\s+(.{1,40}))?$/u.exec(rest) ?? []
  if (name === undefined || person === undefined)
    return fix('Wer in welcher Rolle? Schreib: team PR @Person Kürzel')
  return { kind: 'seat', role: name, person, name: called?.trim() ?? '' }
}

const became: Readonly<Record<string, string>> = {
  '': 'done',
  erledigt: 'done',
  fertig: 'done',
  ausgelassen: 'skipped',
  auslassen: 'skipped',
  hängt: 'blocked',
  blockiert: 'blocked',
  offen: 'open',
  übernimmt: 'taken',
  übernehme: 'taken',
}

/** `c1`, `c1 erledigt`, `c1 hängt: Grund`, `c1 übernimmt Pressedienst`. */
function step(rest: string): Said | undefined {
  const [, id, word = '', text = ''] =
    /^((?:c|pb\d+\.)\d+)(?:[\s:]+(\p{L}+))?(?:[\s:,]+(.+))?$/isu.exec(rest) ?? []
  const to = became[word.toLowerCase()]
  if (id === undefined || to === undefined)
    return fix(
      'Welcher Schritt? Schreib: schritt c1 erledigt, schritt c1 hängt: Grund, schritt c1 ausgelassen: Grund, schritt c1 übernimmt Pressedienst',
    )
  return deed({ tat: 'schritt', schritt: id.toLowerCase(), zu: to, grund: text })
}

/** `hs-0`, `hs-0 Thema=Sperrung; Uhrzeit=23 Uhr`, or `eigener:` and words of one's own. */
function draft(rest: string): Said | undefined {
  if (rest === '') return { kind: 'texts' }
  const [, own] = /^eigener[\s:]+(.+)$/isu.exec(rest) ?? []
  if (own !== undefined) return deed({ tat: 'text', worte: own })
  const [, id, fill = ''] = /^([a-z]+-?\d*)(?:\s+([^=]+=.+))?$/su.exec(rest.slice(0, longest)) ?? []
  return id === undefined ? undefined : deed({ tat: 'text', baustein: id, fuellen: fill })
}

function advance(rest: string): Said | undefined {
  const [, id, fill = ''] = /^([a-z]+-?\d*)(?:\s+([^=]+=.+))?$/su.exec(rest) ?? []
  return id === undefined ? undefined : deed({ tat: 'vorab', baustein: id, fuellen: fill })
}

/** `t1`, `t1 v2`: without a version the one that was shown last. */
function approve(rest: string): Said | undefined {
  const [, id, version] = /^(t\d+)(?:[\s,]+(?:v|Fassung )?(\d+))?$/iu.exec(rest) ?? []
  if (id === undefined) return rest === '' ? { kind: 'texts' } : undefined
  return deed({
    tat: 'freigeben',
    text: id.toLowerCase(),
    ...(version ? { fassung: version } : {}),
  })
}

/** `t1 BM 22:50 MK`. */
function phone(rest: string): Said | undefined {
  const [, id, by, at, who = ''] =
    /^(t\d+)\s+([A-Z]{2,4})\s+(?:um )?(\d{1,2}[:.]\d\d|\d{4}-\d\d-\d\dT\S+)(?: Uhr)?(?:\s+(.{1,40}))?$/u.exec(
      rest,
    ) ?? []
  if (id === undefined || by === undefined)
    return fix('Welcher Text, welche Rolle, wann? Schreib: telefonisch t1 BM 22:50')
  return deed({ tat: 'telefonisch', text: id, rolle: by, um: at, wer: who })
}

function sendBack(rest: string): Said | undefined {
  const [, id, reason] = /^(t\d+)[\s:]+(.+)$/isu.exec(rest) ?? []
  return id === undefined
    ? undefined
    : deed({ tat: 'zurueck', text: id.toLowerCase(), grund: reason })
}

/** `art33 22:30`, `strafantrag TAT, TÄTER`, `täter strafantrag-1 22:30`, `versprochen 23:30`, `gehalten promise-1`. */
function term(rest: string): Said | undefined {
  if (rest === '') return { kind: 'terms' }
  const [, word = '', after = ''] =
    /^(art33|strafantrag|täter|versprochen|löschung|gehalten)[\s:]+(.+)$/isu.exec(rest) ?? []
  const [first = '', second = ''] = after.split(/\s*[;,]\s*/)
  switch (word.toLowerCase()) {
    case 'art33':
      return deed({ tat: 'frist', art: 'art33', known: after })
    case 'strafantrag':
      return deed({ tat: 'frist', art: 'strafantrag', act: first, offender: second })
    case 'täter': {
      const [, id, when = ''] = /^(strafantrag-\d{1,3})[\s,]+(.+)$/i.exec(after) ?? []
      if (id === undefined) break
      return deed({ tat: 'frist', art: 'strafantrag', frist: id.toLowerCase(), offender: when })
    }
    case 'versprochen':
      return deed({ tat: 'frist', art: 'promise', due: after })
    case 'löschung':
      return deed({ tat: 'frist', art: 'evidence', due: after })
    case 'gehalten':
      return deed({ tat: 'gehalten', frist: after.toLowerCase() })
    default:
  }
  return fix(
    'Welche Frist, ab wann? Schreib: frist art33 22:30, frist strafantrag 22:30, frist täter strafantrag-1 22:30, frist versprochen 23:30, frist gehalten promise-1',
  )
}

/** What; where; when; address; file: parted by semicolons. */
function evidence(rest: string): Said | undefined {
  const [what = '', where = '', at = '', url = '', file = ''] = rest.split(/\s*;\s*/)
  if (what === '' || where === '')
    return fix(
      'Was wurde gesichert, und wo stand es? Schreib: beleg Kommentar mit Drohung; Facebook; 22:30',
    )
  return deed({ tat: 'beleg', was: what, wo: where, wann: at, adresse: url, akte: file })
}

/** `alle`, or the numbers that are met and a reason for each other one: `1,2,3; 4=Termin steht`. */
function close(rest: string): Said | undefined {
  if (rest === '') return { kind: 'exit' }
  const [head = '', ...others] = rest.split(/\s*;\s*/)
  const isAll = /^alle$/i.test(head)
  if (!isAll && !/^\d{1,2}(?:\s*,\s*\d{1,2})*$/.test(head)) return undefined
  const all = Array.from({ length: 40 }, (_, at) => at + 1)
  const met = isAll ? all : head.split(',').map(Number)
  const reasons = others.flatMap((one) => {
    const [, number, reason] = /^(\d{1,2})\s*=\s*(.+)$/su.exec(one) ?? []
    return number === undefined ? [] : [[`grund-${Number(number) - 1}`, reason] as const]
  })
  const ticks = met.map((number) => [`met-${number - 1}`, '1'] as const)
  return deed({ tat: 'abschliessen', ...Object.fromEntries([...ticks, ...reasons]) })
}

function open(rest: string): Said | undefined {
  const [, playbook, title = ''] = /^(pb\d+)(?:[\s:]+(.+))?$/isu.exec(rest) ?? []
  return playbook === undefined
    ? undefined
    : { kind: 'open', playbook: playbook.toLowerCase(), title }
}

function exercise(rest: string): Said | undefined {
  const [, speed] = /^(?:start(?:en)?)?\s*(?:x?(\d{1,2}))?$/i.exec(rest) ?? [undefined, undefined]
  if (rest !== '' && speed === undefined && !/^start(?:en)?$/i.test(rest)) return undefined
  return { kind: 'exercise', speed: Math.min(60, Math.max(1, Number(speed ?? 1))) }
}
