import { isRecord } from '../../src/ingest/fields.ts'
import { allowed, firstNames, roles, titles } from './name-lists.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, lineOf, type Page } from './read.ts'

const start = String.raw`(?<![\p{L}\p{N}-])`
const surname = String.raw`\p{Lu}[\p{L}\p{M}'’-]+`
const between = String.raw`(?:(?:von|van|zu|de|al|el)\s+)*`
// A first name may have a second half or a second name: "Anna-Lena", "Hans Peter".
const pair = new RegExp(
  String.raw`${start}(?:${firstNames.join('|')})(?:-\p{L}+)?\s+(?:${surname}\s+)?${between}${surname}`,
  'gu',
)
const titled = new RegExp(
  String.raw`${start}(?:${titles.map((title) => title.replace('.', String.raw`\.`)).join('|')})\s+${between}(${surname})`,
  'gu',
)

interface Text {
  readonly file: string
  readonly lines: readonly string[]
}

/** Roles, never names: nobody in the examples is called anything. */
export function checkNames(knowledge: Knowledge): readonly Problem[] {
  const { pages, posts, templates, transcripts } = knowledge
  return [
    ...[...transcripts, ...pages, ...posts, ...templates].flatMap(checkText),
    ...pages.flatMap(checkSpeakers),
  ]
}

function checkText({ file, lines }: Text): readonly Problem[] {
  return lines.flatMap((line, at) =>
    findNames(line).map((name) => ({
      file,
      line: at + 1,
      what: `„${name}“ sieht wie der Name eines Menschen aus.`,
      fix: 'Bitte eine Rolle daraus machen (bei Folgen im Skript); Institutionen, Orte und Literatur gehören in evals/knowledge/name-lists.ts.',
    })),
  )
}

/** What looks like a person's name: a common first name before another, or a title and no role. */
export function findNames(line: string): readonly string[] {
  const rest = allowed.reduce((text, name) => text.replaceAll(name, '…'), line.normalize('NFC'))
  const called = Array.from(rest.matchAll(titled)).filter(([, name = '']) => !roles.has(name))
  return [...rest.matchAll(pair), ...called].map(([name]) => name)
}

function checkSpeakers(page: Page): readonly Problem[] {
  const { file, head } = page
  const speakers = Array.isArray(head['speakers']) ? head['speakers'] : []
  if (speakers.every((one) => isRecord(one) && one['name'] === undefined && one['role'])) return []
  return [
    {
      file,
      line: lineOf(page, 'speakers'),
      what: 'Bei den Stimmen steht ein Name statt einer Rolle.',
      fix: 'Bitte jede Stimme als { id: …, role: … } angeben.',
    },
  ]
}
