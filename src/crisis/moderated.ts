import type { Incident } from '../domain/incident.ts'
import type { Instant } from '../domain/time.ts'
import { roleName, timeIn } from './sheet.ts'

/** Something that was taken out of sight, as the log tells it. Why is missing where nobody wrote it. */
interface Moderated {
  readonly at: Instant
  readonly role: string
  readonly what: string
  readonly reason?: string
  /** Where the log tells it: a note, a step, a piece of evidence. */
  readonly from: string
}

/** Complaints that came in, as the log tells it. */
interface Complained extends Pick<Moderated, 'at' | 'role' | 'from'> {
  readonly count: number
}

/** What was hidden, deleted or blocked in an incident; never what it said. */
export function moderatedIn(incident: Incident): readonly Moderated[] {
  return told(incident).flatMap(({ text, step, ...one }) => {
    const ordered = step !== undefined && orders.test(step) ? ['verborgen'] : []
    const acts = [...new Set([...sentencesOf(text).flatMap(actsIn), ...ordered])]
    const reason = reasonIn(text)
    return acts.map((what) => ({ ...one, what, ...(reason ? { reason } : {}) }))
  })
}

export function complaintsIn(incident: Incident): readonly Complained[] {
  return told(incident).flatMap(({ text, step: _, ...one }) => {
    const count = sentencesOf(text).reduce((sum, sentence) => sum + complaintsOf(sentence), 0)
    return count > 0 ? [{ ...one, count }] : []
  })
}

/** One of them in a line: when, in which role, what and why. */
export function moderatedLine(one: Moderated, incident: Incident): string {
  const { at, role, what, reason, from } = one
  const why = reason ? `Grund: ${reason}` : 'ohne Grund vermerkt'
  return `${timeIn(incident, at)} · ${roleName(role, incident)}: ${what}, ${why} (${from})`
}

export function complaintLine({ at, role, count, from }: Complained, incident: Incident): string {
  const what = count === 1 ? '1 Beschwerde' : `${count} Beschwerden`
  return `${timeIn(incident, at)} · ${roleName(role, incident)}: ${what} (${from})`
}

/** Whether words of the log are gone: then nobody can say any more what was in them. */
export function isErased({ log }: Pick<Incident, 'log'>): boolean {
  return log.some((event) => event.type === 'note-added' && event.words === undefined)
}

interface Told extends Pick<Moderated, 'at' | 'role' | 'from'> {
  readonly text: string
  /** What the step orders that was done. */
  readonly step?: string
}

function told({ log, steps }: Incident): readonly Told[] {
  return log.flatMap((event): readonly Told[] => {
    const { at, by, words = {} } = event
    const base = { at, role: by.role }
    switch (event.type) {
      case 'note-added':
        return [{ ...base, text: event.words?.text ?? '', from: 'Notiz' }]
      case 'evidence-added': {
        const text = 'what' in words ? `${words.what}; ${words.where}` : ''
        return [{ ...base, text, from: `Beleg ${event.number}` }]
      }
      case 'step-done': {
        const step = steps.find((one) => one.step.id === event.step)?.step.do ?? ''
        const from = `Schritt ${event.step.toUpperCase()}`
        return [{ ...base, text: event.words?.note ?? '', step, from }]
      }
      default:
        return []
    }
  })
}

// "Vor dem Verbergen sichern" orders something else.
const orders = /(?<!nicht |nichts )(?<!\p{L})verbergen(?!\p{L})/u

const deeds: readonly (readonly [what: string, RegExp])[] = [
  [
    'Kommentare geschlossen',
    /kommentar(?:e|spalte|funktion)\b.*\b(?:geschlossen|abgeschaltet|deaktiviert|zugemacht)/iu,
  ],
  [
    'gesperrt',
    /(?:nutzer|konto|konten|profil|account|verfasser|absender)\p{L}*.*\b(?:gesperrt|blockiert|geblockt)/iu,
  ],
  ['gelöscht', word('gelöscht|entfernt|offline genommen|heruntergenommen|runtergenommen')],
  ['verborgen', word('verborgen|ausgeblendet|versteckt')],
]

/** What can be taken out of sight; "drei Kilometer entfernt" is something else. */
const things =
  /(?<!\p{L})(?:kommentar|beitr[aä]g|post(?:s|ing\p{L}*)?(?!\p{L})|antwort|bewertung|rezension|bild|foto|video|reel|story|nachricht|eintr[aä]g|inhalt|link|nutzer|konto|konten|profil|account|verfasser|absender)/iu

/** "Verborgen: Beleidigung" needs no thing. */
const headed = /^\s*(?:verborgen|gelöscht|entfernt|ausgeblendet)\s*[:(,–-]/iu

// What is planned, wished, feared or was done by others is no deed of ours.
const planned = word(
  'soll\\p{L}*|muss|müssen|müsste\\p{L}*|kann|können|könnte\\p{L}*|darf|dürfen|dürfte\\p{L}*|will|wollen|würde\\p{L}*|wird|werden|falls|wenn|ob|bevor|sobald|bitte|forder\\p{L}*|verlang\\p{L}*|warum|inzwischen|mittlerweile|vom (?:verfasser|nutzer|absender|autor)\\p{L}*|(?:verfasser|nutzer|absender|autor)\\p{L}* hat|selbst|selber|angeblich|vorwurf|(?:facebook|meta|instagram|youtube|tiktok|plattform) hat|(?:von|durch) (?:facebook|meta|instagram|youtube|tiktok|der plattform)|hat (?:seinen|ihren|seine|ihre)',
)

function actsIn(sentence: string): readonly string[] {
  if (sentence.endsWith('?') || !(things.test(sentence) || headed.test(sentence))) return []
  return sentence.split(/,|\baber\b|\bsondern\b|\bdoch\b/iu).flatMap((clause) => {
    if (planned.test(clause) || isDenied(clause)) return []
    const found = deeds.find(([, form]) => form.test(clause))
    return found ? [found[0]] : []
  })
}

const done =
  'gelöscht|entfernt|verborgen|ausgeblendet|versteckt|gesperrt|blockiert|geblockt|geschlossen'

function isDenied(clause: string): boolean {
  const denied = `(?:(?:nicht|nichts|nie|niemand\\p{L}*)(?: \\p{L}+)?|kein\\p{L}*(?: \\p{L}+){0,2}) (?:${done})`
  return word(denied).test(clause)
}

function complaintsOf(sentence: string): number {
  if (sentence.endsWith('?') || !complaint.test(sentence) || unmeant.test(sentence)) return 0
  const [, count] =
    /(?<![\d:.])(\d{1,4}) (?:\p{L}+ )?\p{L}*beschwerden(?!\p{L})/iu.exec(sentence) ?? []
  return count === undefined ? 1 : Number(count)
}

const complaint = word('\\p{L}*beschwerden?|beschwer(?:t|te|ten|en)')

const unmeant = word(
  'kein\\p{L}* (?:\\p{L}+ )?\\p{L}*beschwerden?|(?:falls|wenn|bei|für|gegen|ohne|wegen|ob|soll\\p{L}*|kann|können|könnte\\p{L}*|will|wollen|würde\\p{L}*|droht|drohen)(?: \\p{L}+)* (?:\\p{L}*beschwerden?|beschwer(?:t|te|ten|en))|wir(?: \\p{L}+)* (?:beschwerde|beschwer(?:t|en))|nicht beschwert',
)

const longestReason = 100

/** Why, in a few words; what was said or who said it is left out. */
function reasonIn(text: string): string | undefined {
  const found =
    /(?<!\p{L})(?:grund(?: war| ist)?|begründung)\s*:?\s+(.+)/isu.exec(text)?.[1] ??
    /(?<!\p{L})wegen\s+(.+)/isu.exec(text)?.[1] ??
    /(?<!\p{L})weil\s+(.+)/isu.exec(text)?.[1] ??
    new RegExp(`(?:${done})\\s*[:(–-]\\s*(.+)`, 'isu').exec(text)?.[1]
  const [first = ''] = (found ?? '').split(
    /[.;\n)]|\s(?=(?:gelöscht|verborgen|entfernt|gesperrt)\b)/u,
  )
  const plain = first
    .replace(/[„“"»«][^„“"»«]*[“”"»«]/gu, ' ')
    .replace(/https?:\S+|@\S+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,:–-]+$/u, '')
    .trim()
  if (plain === '') return undefined
  return plain.length <= longestReason ? plain : `${plain.slice(0, longestReason - 1).trimEnd()}…`
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n/u)
    .map((sentence) => sentence.trim().replace(/[.!;]+$/u, ''))
    .filter(Boolean)
}

/** A whole word, whatever its letters. */
function word(forms: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu')
}
