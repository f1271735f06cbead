import {
  type Axes,
  axes as allAxes,
  type Flag,
  type Level,
  type Manual,
  type Playbook,
} from '../domain/playbook.ts'
import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'
import type { Heard } from './acute.ts'
import { implied } from './heard-kinds.ts'
import type { Kind } from './kind.ts'
import { wordsFor } from './learned/scores.ts'
import { shippedWeights, type Weights } from './learned/weights.ts'
import { judgeMessage, type MessageJudgement } from './message-judgement.ts'
import { severityOf } from './severity.ts'
import { titleOf } from './signal-titles.ts'

/** A playbook proposed, best first; `signals` say in German why. */
interface Proposal {
  readonly id: string
  readonly title: string
  /** 0 to 1; below .3 it is a guess. */
  readonly score: number
  readonly signals: readonly string[]
  /** What is to be found out first, three questions at most. */
  readonly askFirst: readonly string[]
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

/** How many are proposed. */
const shown = 2

/** The playbooks a message speaks for, the level it suggests, and why. Takes a few milliseconds. */
export function lookAt(
  text: string,
  { common, playbooks }: Manual,
  weights: Weights = shippedWeights('messages'),
): Outlook {
  const judged = judgeMessage(text, weights)
  const { acute, ruled } = judged
  const alarms = acute ? ruled.alarms : []
  const heard = [...ruled.kinds, ...implied(ruled.kinds, alarms)]
  const ranked = playbooks
    .map((playbook) => propose(playbook, { text, heard, alarms, judged }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, shown)
  const axes = axesOf(heard, alarms)
  const flags = [...new Set(heard.flatMap(({ flag }) => flag ?? []))]
  const { level } = severityOf(
    { axes, flags, atLeast: judged.red ? 'ROT' : 'GELB' },
    common.severity.hardRules,
  )
  const reasons = heard.length > 0 ? [] : striking(text, judged, 'acute')
  const heardTitles = [...heard.map(({ title }) => title), ...alarms.map(titleOf)]
  return {
    playbooks: ranked.map(toProposal),
    signals: [...new Set([...heardTitles, ...(acute ? reasons : [])])],
    level: acute ? level : 'GRUEN',
    acute,
    axes: acute ? axes : none,
    flags: acute ? flags : [],
    triggers: heard.map(({ id }) => id),
  }
}

/** What an incident begins with: what its playbook says, and no less than what a message speaks for. */
export function startFor(
  text: string,
  { severity }: Playbook,
  manual: Manual,
): { readonly axes: Axes; readonly flags: readonly Flag[]; readonly signals: readonly string[] } {
  const { axes: heard, flags, triggers } = lookAt(text, manual)
  const worst = allAxes.map((axis) => [axis, Math.max(severity[axis], heard[axis])])
  return { axes: Object.fromEntries(worst), flags, signals: triggers }
}

const none: Axes = { W: 0, B: 0, G: 0, F: 0 }

interface Ranked {
  readonly playbook: Playbook
  readonly weight: number
  readonly signals: readonly string[]
}

interface Message {
  readonly text: string
  readonly heard: readonly Kind[]
  readonly alarms: readonly Heard[]
  readonly judged: MessageJudgement
}

// Of what a message is about only the strongest counts in full: three words for one thing are one thing.
function propose(playbook: Playbook, { text, heard, alarms, judged }: Message): Ranked {
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
  const ruled = (sum + guess) / (sum + guess + 3)
  const titles = all.map(({ title }) => title)
  if (!judged.acute) return { playbook, weight: ruled / 3, signals: titles }
  const score = judged.scores.get(playbook.id)
  // A playbook of the town was never learned.
  if (score === undefined) return { playbook, weight: ruled, signals: titles }
  const signals = titles.length > 0 ? titles : striking(text, judged, playbook.id)
  return { playbook, weight: learnedShare * shareOf(score) + (1 - learnedShare) * ruled, signals }
}

/** How much of a proposal is learned; the rest are rules. */
const learnedShare = 0.95

function shareOf(score: number): number {
  return 1 / (1 + Math.exp(-3 * score))
}

/** The words that spoke most for a label, as one reason. */
function striking(text: string, judged: MessageJudgement, label: string): readonly string[] {
  const words = wordsFor(label, { text, ...judged })
  return words.length > 0 ? [`auffällig: ${words.map((word) => `„${word}“`).join(', ')}`] : []
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

function toProposal({ playbook, weight, signals }: Ranked): Proposal {
  const score = Math.min(0.99, Math.max(0.01, Math.round(weight * 100) / 100))
  const { id, title, askFirst } = playbook
  return { id, title, score, signals, askFirst }
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
