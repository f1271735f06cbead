import type { Axes, Flag, Level, Manual, Playbook } from '../domain/playbook.ts'
import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'
import { type Heard, isAcute, signalsOf, toldIn } from './acute.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { toPattern } from './pattern.ts'
import { saidIn } from './said.ts'
import { severityOf } from './severity.ts'
import { titleOf } from './signal-titles.ts'

/** A playbook proposed, best first; `signals` say in German why. */
interface Proposal {
  readonly id: string
  readonly title: string
  /** 0 to 1; below .3 it is a guess. */
  readonly score: number
  readonly signals: readonly string[]
}

/** What a message is about and how bad that looks. A proposal: people decide. */
export interface Outlook {
  readonly playbooks: readonly Proposal[]
  readonly signals: readonly string[]
  readonly level: Level
  readonly acute: boolean
  readonly axes: Axes
  readonly flags: readonly Flag[]
  /** Ids of the triggers that spoke. */
  readonly triggers: readonly string[]
}

const ears = kinds.map((kind) => ({ kind, pattern: toPattern(kind.patterns) }))

/** How many are proposed. */
const shown = 2

/** The playbooks a message speaks for, the level it suggests, and why. Takes a few milliseconds. */
export function lookAt(text: string, { common, playbooks }: Manual): Outlook {
  const acute = isAcute(text) || tellsHarm(text)
  const alarms = acute ? signalsOf(text).filter(({ weight }) => weight > 0) : []
  const heard = [...hear(text)]
  heard.push(...implied(heard, alarms))
  const ranked = playbooks
    .map((playbook) => propose(playbook, { text, heard, alarms }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, shown)
  const axes = axesOf(heard, alarms)
  const flags = [...new Set(heard.flatMap(({ flag }) => flag ?? []))]
  const { level } = severityOf({ axes, flags, atLeast: 'GELB' }, common.severity.hardRules)
  return {
    playbooks: ranked.map((one) => toProposal(one, acute)),
    signals: [...new Set([...heard.map(({ title }) => title), ...alarms.map(titleOf)])],
    level: acute ? level : 'GRUEN',
    acute,
    axes: acute ? axes : none,
    flags: acute ? flags : [],
    triggers: heard.map(({ id }) => id),
  }
}

const none: Axes = { W: 0, B: 0, G: 0, F: 0 }

/** From here on a kind is a fire by itself, where it is told and not asked. */
const harmful = 5

function tellsHarm(text: string): boolean {
  const told = toldIn(text)
  return ears.some(
    ({ kind, pattern }) => kind.weight >= harmful && told.some((words) => pattern.test(words)),
  )
}

function hear(text: string): readonly Kind[] {
  const all = saidIn(text)
  const whole = ` ${all.map(({ words }) => words.trim()).join(' ')} `
  return ears.filter(({ pattern }) => pattern.test(whole)).map(({ kind }) => kind)
}

/** What a trouble is about where no kind told it; two that mean the same are one. */
const implications: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'threat',
    'drohung',
    ['drohung', 'aufruf_gewalt', 'suizid', 'evakuierung', 'adresse_veroeffentlicht'],
  ],
  ['suspected child abuse', 'kinderpornografie', ['kinderpornografie']],
  ['data breach', 'daten_im_netz', ['daten_im_netz', 'offener_verteiler', 'hackerangriff']],
  [
    'data in the open',
    'daten_im_netz',
    [
      'daten_im_netz',
      'offener_verteiler',
      'screenshot_fachverfahren',
      'adresse_veroeffentlicht',
      'leck_vorlage',
    ],
  ],
  ['hacked', 'hackerangriff', ['hackerangriff', 'fake_seite', 'daten_im_netz']],
  ['forgery or rumour', 'geruecht_ort', ['deepfake', 'fake_seite', 'geruecht_ort']],
  ['blunder', 'taktloser_post', ['taktloser_post', 'falsche_info', 'privatpost_beschaeftigte']],
]

function implied(heard: readonly Kind[], alarms: readonly Heard[]): readonly Kind[] {
  const told = new Set(heard.map(({ id }) => id))
  return implications.flatMap(([alarm, id, same]) => {
    const isNew = alarms.some(({ name }) => name === alarm) && !same.some((one) => told.has(one))
    return isNew ? kinds.filter((kind) => kind.id === id) : []
  })
}

interface Ranked {
  readonly playbook: Playbook
  readonly weight: number
  readonly signals: readonly string[]
}

interface Message {
  readonly text: string
  readonly heard: readonly Kind[]
  readonly alarms: readonly Heard[]
}

// Of what a message is about only the strongest counts in full: three words for one thing are one thing.
function propose(playbook: Playbook, { text, heard, alarms }: Message): Ranked {
  const own = heard.filter((kind) => kind.playbook === playbook.id)
  const known = new Set(own.map(({ id }) => id))
  const words = [...new Set(foldedWords(text))]
  const written = playbook.triggers
    .filter(({ id }) => !known.has(id))
    .map((trigger) => ({ title: trigger.title, weight: weightOf(trigger.words, words) }))
    .filter(({ weight }) => weight > 0)
  const all = [...own, ...written].toSorted((one, other) => other.weight - one.weight)
  const sum = all.reduce((total, { weight }, at) => total + weight / 2 ** at, 0)
  const guess = alarms.length > 0 ? (guesses.get(playbook.id) ?? 0) : 0
  return { playbook, weight: sum + guess, signals: all.map(({ title }) => title) }
}

/** A storm of which nobody says why is most often about what the town said, then about somebody. */
const guesses: ReadonlyMap<string, number> = new Map([
  ['pb1', 1],
  ['pb2', 0.6],
  ['pb5', 0.5],
  ['pb4', 0.4],
])

/** The best phrase of a trigger that is in a message: several words weigh more than one. */
function weightOf(phrases: readonly string[], words: readonly string[]): number {
  return phrases.reduce((best, phrase) => {
    const wanted = foldedWords(phrase)
    const isThere =
      wanted.length > 0 && wanted.every((one) => words.some((word) => isSame(word, one)))
    return isThere ? Math.max(best, Math.min(4, 1.5 + wanted.length)) : best
  }, 0)
}

// "Straßensperrungen" holds "Sperrung"; short words are looked for whole ("Daten" is in "Kandidaten").
function isSame(word: string, wanted: string): boolean {
  return (wanted.length >= 7 && word.includes(wanted)) || stem(word) === stem(wanted)
}

function toProposal({ playbook, weight, signals }: Ranked, acute: boolean): Proposal {
  const share = weight / (weight + 3)
  const score = Math.round((acute ? share : share / 3) * 100) / 100
  return { id: playbook.id, title: playbook.title, score, signals }
}

const media = new Set(['press'])
const crowds = new Set(['crowd', 'shitstorm', 'it breaks loose', 'it spreads'])

// What burns is spoken of by many (wave 2); with the press at the door it is a storm (wave 3).
function axesOf(heard: readonly Kind[], alarms: readonly Heard[]): Axes {
  const named = (names: ReadonlySet<string>) => alarms.some(({ name }) => names.has(name))
  const wave = named(crowds) ? (named(media) ? 3 : 2) : 0
  const most = (axis: keyof Axes) => Math.max(0, ...heard.map(({ axes }) => axes[axis] ?? 0))
  return { W: Math.max(wave, most('W')), B: most('B'), G: most('G'), F: most('F') }
}
