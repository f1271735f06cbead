import { rmSync } from 'node:fs'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Engine } from '../../../src/engine.ts'
import { type Hands, handsIn } from '../door/hands.ts'
import { openTown, type Town, type TownOptions } from '../door/town.ts'
import { message, person, type Shown, view } from './shape.ts'

/** A town that is looked at. */
export interface Stage {
  readonly town: Town
  readonly hands: Hands
  /** What somebody does, in words, and all that appears on screens while it is done. */
  watch(doing: string, act: () => Promise<unknown>): Promise<readonly Shown[]>
  close(): Promise<void>
}

/** Questions that only this engine takes: answered at length, as a model would, or not at all. */
export const longQuestion = 'Was sagen alle Folgen zu Shitstorm, Sperren und Datenpanne?'
export const modelQuestion = 'Bis wann müssen wir eine Datenpanne melden?'
export const englishQuestion = 'How long do we have to report a data breach to the authority?'
export const brokenQuestion = 'Warum geht heute alles kaputt?'

/** What a model would make of the two places that are found. */
const written: Readonly<Record<string, readonly string[]>> = {
  [modelQuestion]: [
    'Meldet unverzüglich, möglichst binnen 72 Stunden ab Kenntnis, wenn ein Risiko für die Betroffenen nicht unwahrscheinlich ist.',
    'Schreibt die Uhrzeit der Kenntnis auf: An ihr hängt die Frist nach Artikel 33 DSGVO.',
  ],
  [englishQuestion]: [
    'Report without delay, within 72 hours of learning of it where possible, unless a risk to people is unlikely.',
    'Write down when you learned of it: the period of Article 33 GDPR starts there.',
  ],
}

const topics = [
  'Was tun wir bei einem Shitstorm zuerst?',
  'Wann dürfen wir einen Kommentar löschen oder verbergen?',
  'Wie lange haben wir Zeit, eine Datenpanne zu melden?',
  'Können wir einen Nutzer blockieren?',
  'Wie bereiten wir uns auf einen Shitstorm vor?',
  'Was tun wir, wenn jemand mit Gewalt droht?',
  'Was gehört in eine Netiquette?',
  'Wie sichern wir Beweise?',
  'Wer entscheidet, ob ein Kommentar verborgen wird?',
  'Wie lange dürfen wir Screenshots aufheben?',
  'Was steht in einem Impressum?',
  'Wann müssen wir KI-Bilder kennzeichnen?',
  'Was schreiben wir in das erste Statement?',
  'Welche Frist gilt für einen Strafantrag?',
  'Was verlangt die Barrierefreiheit von unseren Beiträgen?',
  'Was dürfen wir vor einer Wahl posten?',
]

export async function openStage(options: TownOptions = {}): Promise<Stage> {
  const town = await openTown({ wrap: scripted, ...options })
  return {
    town,
    hands: handsIn(() => town),
    watch: async (doing, act) => {
      const [said, seen] = [town.said().length, town.slack.views.length]
      await act()
      const views = town.slack.views.slice(seen).map((call) => view(call.view))
      return [person(doing), ...town.said().slice(said).map(message), ...views]
    },
    close: async () => {
      await town.close()
      rmSync(town.config.dataDir, { recursive: true, force: true })
    },
  }
}

function scripted(engine: Engine): Engine {
  return {
    ...engine,
    ask: async (text, earlier, watch) => {
      if (text === brokenQuestion) throw new Error('scripted')
      if (text === longQuestion) return await everything(engine)
      const texts = written[text]
      return texts ? await asModel(engine, text, texts) : engine.ask(text, earlier, watch)
    },
  }
}

async function asModel(engine: Engine, text: string, texts: readonly string[]): Promise<Answer> {
  const found = await engine.ask(topics[2] ?? '', [], still())
  if (found.status !== 'answered') throw new Error('the shipped knowledge answers nothing')
  const [first, ...rest] = found.claims.map((claim, at) => ({ ...claim, text: texts[at] ?? '' }))
  const language = text === englishQuestion ? 'en' : 'de'
  const question = { ...found.question, text, language } as const
  return first ? { ...found, question, claims: [first, ...rest], writer: 'model' } : found
}

function still() {
  return { signal: new AbortController().signal }
}

/** One answer of all that many answers say: real sources, more than one message holds. */
async function everything(engine: Engine): Promise<Answer> {
  const answers = await Promise.all(topics.map((topic) => engine.ask(topic, [], still())))
  const [first, ...rest] = answers.filter((answer) => answer.status === 'answered')
  if (!first) throw new Error('the shipped knowledge answers nothing')
  const claims = rest.flatMap((answer) => answer.claims)
  return { ...first, claims: [...first.claims, ...claims] }
}
