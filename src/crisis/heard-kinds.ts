import { type Heard, signalsOf, soundsAcute, toldIn } from './acute.ts'
import { withoutPhrases } from './everyday.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { toPattern } from './pattern.ts'
import { saidIn } from './said.ts'

const ears = kinds.map((kind) => ({ kind, pattern: toPattern(kind.patterns) }))

/** What the rules hear in a message. */
export interface Ruled {
  /** Whether they call it a fire. */
  readonly isFire: boolean
  /** Whether it only asks and tells nothing. */
  readonly isAsking: boolean
  /** What it is about, told or asked. */
  readonly kinds: readonly Kind[]
  /** What speaks for a fire. */
  readonly alarms: readonly Heard[]
  /** All of it by name, for what is learned. */
  readonly names: readonly string[]
}

export function ruledOn(text: string): Ruled {
  const signals = signalsOf(text)
  const heard = hear(text)
  const isFire = soundsAcute(signals) || tellsHarm(text)
  const names = [
    ...signals.map(({ name }) => name),
    ...heard.flatMap(({ id, playbook }) => [`kind ${id}`, `about ${playbook}`]),
    ...(isFire ? ['fire'] : []),
  ]
  const isAsking = saidIn(text).every(({ mood }) => mood === 'asked')
  const alarms = signals.filter(({ weight }) => weight > 0)
  return { isFire, isAsking, kinds: heard, alarms, names }
}

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
  const whole = ` ${all.map(({ words }) => withoutPhrases(words).trim()).join(' ')} `
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

/** What the alarms tell a message to be about where no kind did. */
export function implied(heard: readonly Kind[], alarms: readonly Heard[]): readonly Kind[] {
  const told = new Set(heard.map(({ id }) => id))
  return implications.flatMap(([alarm, id, same]) => {
    const isNew = alarms.some(({ name }) => name === alarm) && !same.some((one) => told.has(one))
    return isNew ? kinds.filter((kind) => kind.id === id) : []
  })
}
