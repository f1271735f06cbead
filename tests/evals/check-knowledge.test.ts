import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkKnowledge, shipped } from '../../evals/check-knowledge.ts'
import { postHint } from '../../evals/knowledge/notices.ts'
import { toLine } from '../../evals/knowledge/problem.ts'
import { hint, paceTurns, parseScript, putChapters, toVtt } from '../../evals/pace.ts'
import { folderWith } from '../fakes.ts'

const script =
  'Kapitel: Einstieg\nA: Guten Morgen zusammen.\nKapitel: Frist\nB: Nach Artikel 33 DSGVO sind es 72 Stunden.\n'
const head = `---
title: Probe
published: 2025-03-04
stand: 2025-03-04
example: true
speakers:
  - { id: A, role: Pressestelle }
  - { id: B, role: Rechtsamt }
references: [D29]
---
${hint}

Notizen.
`
const post = `---
title: Beitrag
published: 2026-04-21
stand: 2026-04-20
example: true
references: [D29]
---
${postHint}

## Anfang

Text. Nie ohne zweite Person, höchstens 120 Minuten.
`
const paced = paceTurns(parseScript(script, 'e01.txt'))
const [span] = paced.cues.filter(({ text }) => text.includes('72'))
const statement = {
  ...{ statement: 'E01.1', source: 'e01' },
  ...{ start: (span?.startMs ?? 0) / 1000, end: (span?.endMs ?? 0) / 1000 },
  terms: ['Art. 33 DSGVO', 'zweiundsiebzig Stunden'],
}

const written = {
  ...{ statement: 'B01.1', source: 'b01', contains: 'Nie ohne zweite Person' },
  terms: ['120 Minuten'],
}
const place = { source: 'e01', start: statement.start, end: statement.end }
const asked = [
  { id: 'C1', question: 'Wie lange?', kind: 'terse', statement: 'E01.1', expect: [place] },
  {
    ...{
      id: 'C2',
      question: 'Wie viele?',
      kind: 'followup',
      earlier: ['Wer?'],
      statement: 'B01.1',
    },
    expect: [{ source: 'b01', contains: 'ohne zweite Person' }],
  },
  { id: 'C3', question: 'Und die Steuer?', kind: 'none', answerable: false },
].map((row) => JSON.stringify({ answerable: true, read: 'same', ...row }))

const playbook = `id: pb1
example: true
steps:
  - id: pb1.1
    minute: 15
    template: [t1]
    cite: [{ source: e01, start: ${place.start} }, { source: b01, heading: Anfang }]
  - id: pb1.2
    minute: 20
`
const glossary = `- { id: dsgvo, kind: abbreviation, terms: [DSGVO, Datenschutz-Grundverordnung] }
- { id: blocken, kind: colloquial, terms: [sperren, blocken] }
`

type Files = Record<string, string>

const whole: Readonly<Files> = {
  'knowledge/scripts/e01.txt': script,
  'knowledge/episodes/e01.vtt': toVtt(paced),
  'knowledge/episodes/e01.md': putChapters(head, paced, 'e01.md'),
  'knowledge/posts/b01.md': post,
  'knowledge/templates/t1.md': '---\nid: t1\ntitle: Baustein\n---\nKurz.\n',
  'knowledge/playbooks/pb1.yaml': playbook,
  'knowledge/glossary.yaml': glossary,
  'knowledge/references.yaml': '- id: D29\n  title: "DSGVO"\n- id: D30\n  title: "Fristen"\n',
  'statements.jsonl': `${JSON.stringify(statement)}\n${JSON.stringify(written)}\n`,
  'corpus.jsonl': `${asked.join('\n')}\n`,
}

interface Change {
  readonly file: keyof typeof whole
  readonly from: string | RegExp
  readonly to: string
}

function withChange({ file, from, to }: Change): Files {
  const before = whole[file] ?? ''
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has nothing to change`)
  return { ...whole, [file]: after }
}

async function problemsOf(files: Readonly<Files>, gone?: string): Promise<readonly string[]> {
  const dir = folderWith(files)
  if (gone) rmSync(join(dir, gone), { recursive: true })
  const problems = await checkKnowledge({
    knowledge: join(dir, 'knowledge'),
    statements: join(dir, 'statements.jsonl'),
    corpus: join(dir, 'corpus.jsonl'),
    counts: { e01: 1, b01: 1 },
    kinds: { none: 1, followup: 1 },
  })
  return problems.map((problem) => toLine(problem).replace(`${dir}/`, ''))
}

describe('checkKnowledge', () => {
  it('finds nothing in what is shipped', async () => {
    const problems = await checkKnowledge(shipped)
    expect(problems.map(toLine)).toEqual([])
  })

  it('finds nothing in the folder that the other tests break', async () => {
    expect(await problemsOf(whole)).toEqual([])
  })

  const vtt = 'knowledge/episodes/e01.vtt'
  const page = 'knowledge/episodes/e01.md'
  const article = 'knowledge/posts/b01.md'
  const playbookFile = 'knowledge/playbooks/pb1.yaml'
  it.each([
    ['an episode that is no example', page, 'example: true', 'example: false', ':5: Im Kopf'],
    ['a post that is no example', article, 'example: true\n', '', ':1: Im Kopf'],
    ['a page without the notice', page, `${hint}\n`, '', ': Der Text beginnt nicht'],
    ['a post without the notice', article, 'Fiktiver ', '', ':8: Der Text beginnt nicht'],
    ['a recording without the first notice', vtt, 'Hinweis', 'A', ':3: Die erste'],
    ['a recording without the last notice', vtt, /Podcasts\.\n$/, 'Leute.\n', 'Die letzte'],
    ['a name said', vtt, 'zusammen', 'Sabine Kraft', ':7: „Sabine Kraft“'],
    ['a title with a name in a post', article, 'Text.', 'Fragt Frau Kraft.', ':12: „Frau Kraft“'],
    ['a voice with a name', page, 'role: Rechtsamt', 'name: Kraft', ': Bei den Stimmen'],
    ['chapters out of order', page, /"00:00:05\.543"/, '"00:00:09.000"', 'nicht nach dem vorigen'],
    [
      'a chapter after the end',
      page,
      /"00:00:07\.\d+"/,
      '"01:00:00.000"',
      'nach dem Ende der Folge',
    ],
    [
      'a chapter where nobody begins',
      page,
      /"00:00:05\.543"/,
      '"00:00:01.000"',
      'mit einer Einblendung',
    ],
    ['a chapter without a time', page, /"00:00:05\.543"/, '"bald"', 'nicht lesbar'],
    ['no chapters', page, /chapters:\n(?: .*\n)+/, '', ': Kapitel fehlen'],
    [
      'a cue that ends too early',
      vtt,
      / --> 00:00:05\.143/,
      ' --> 00:00:00.000',
      ':3: Die Einblendung endet',
    ],
    [
      'a cue over another',
      vtt,
      '00:00:05.543 -->',
      '00:00:01.000 -->',
      ':6: Die Einblendung beginnt',
    ],
    [
      'times that are not those of the script',
      vtt,
      '00:00:05.143\n',
      '00:00:05.000\n',
      'nicht die des Skripts',
    ],
    [
      'a script that does not fit',
      'knowledge/scripts/e01.txt',
      'A: Guten',
      'Guten',
      ':2: Die Zeile ist',
    ],
    ['a source nobody knows', page, '[D29]', '[D99]', ':9: Die Quelle D99'],
    ['a source of a post nobody knows', article, '[D29]', '[D99]', ':6: Die Quelle D99'],
    ['a source named twice', page, '[D29]', '[D29, D29]', ':9: Die Quelle D29 steht zweimal'],
    [
      'an id twice in the register',
      'knowledge/references.yaml',
      'D30',
      'D29',
      ':3: Die Kennung D29',
    ],
    ['a date that is none', page, '2025-03-04', '2025-02-30', ':3: „published“ fehlt'],
    ['an episode too early', page, /2025-03-04/g, '2023-12-31', ':3: Die Folge ist von 2023-12'],
    ['an episode too late', page, /2025-03-04/g, '2026-08-01', ':3: Die Folge ist von 2026-08'],
    ['a stand after the date', article, '2026-04-20', '2026-04-22', ':4: „stand“ (2026-04-22)'],
    ['a post without a stand', article, /stand.*\n/, '', ':1: „stand“ fehlt'],
    [
      'a text to copy that is too long',
      'knowledge/templates/t1.md',
      'Kurz.',
      'x'.repeat(601),
      ':5: Der Text hat 601',
    ],
    [
      'a text to copy under another name',
      'knowledge/templates/t1.md',
      'id: t1',
      'id: t2',
      ':2: Die id „t2“',
    ],
    ['a head that is no YAML', article, 'title: Beitrag', 'title: [Beitrag', ':'],
    ['a term that is not said', 'statements.jsonl', 'zweiundsiebzig', '96', ':1: In '],
    [
      'a span beside the cues',
      'statements.jsonl',
      '"start":',
      '"start":1',
      ':1: Die Spanne von E01.1',
    ],
    [
      'a statement of another source',
      'statements.jsonl',
      '"e01"',
      '"e02"',
      ':1: E01.1 steht doppelt',
    ],
    [
      'a statement nobody planned',
      'statements.jsonl',
      'E01.1',
      'E01.2',
      ': Die Kernaussage E01.1 fehlt',
    ],
    [
      'a line that is no statement',
      'statements.jsonl',
      '"terms"',
      '"words"',
      ':1: Die Zeile ist nicht lesbar',
    ],
    [
      'words that are not in the post',
      'statements.jsonl',
      'Nie ohne',
      'Immer ohne',
      ':2: Die Worte von B01.1 stehen nicht',
    ],
    ['a term in no section', 'statements.jsonl', '120', '90', ':2: In '],
    ['a question nobody asks', 'corpus.jsonl', 'E01.1', 'E01.2', ': Nach der Kernaussage E01.1'],
    ['too few of a kind', 'corpus.jsonl', '"none"', '"terse"', ': Von der Art „none“ gibt es 0'],
    ['two questions of one id', 'corpus.jsonl', 'C2', 'C1', ':2: C1 trägt eine Kennung'],
    [
      'a place that is not there',
      'corpus.jsonl',
      '"ohne zweite',
      '"mit zweiter',
      ':2: C2 verweist',
    ],
    ['a place that ends first', 'corpus.jsonl', /"end":[\d.]+/, '"end":0', ':1: C1 verweist'],
    ['an answer to what has none', 'corpus.jsonl', /false/, 'true', ':3: C3 sagt nicht, ob'],
    ['a question left hanging', 'corpus.jsonl', '["Wer?"]', '[]', ':2: C2 braucht die Frage'],
    ['a playbook that is no example', playbookFile, 'example: true\n', '', ': example: „example'],
    ['a step that cites nothing', playbookFile, /start: [\d.]+/, 'start: 1', ':4: pb1.1: In e01'],
    ['a step that ends nowhere', playbookFile, / \}, /, ', end: 99999 }, ', ':4: pb1.1: In e01'],
    [
      'a step that its first place does not say',
      playbookFile,
      'minute: 15',
      'minute: 15\n    do: "Brücken sperren, Schulen räumen, Bagger rufen."',
      ':4: pb1.1: Die erste Stelle sagt nichts von brucken, sperren, schulen',
    ],
    ['a heading that is not there', playbookFile, 'Anfang', 'Ende', ':4: pb1.1: In b01'],
    ['a text that is not there', playbookFile, '[t1]', '[t7]', ':4: pb1.1: Der Textbaustein „t7“'],
    [
      'steps out of order',
      playbookFile,
      'minute: 20',
      'minute: 5',
      ':8: pb1.2: Minute 5 liegt vor',
    ],
    [
      'a playbook without steps',
      playbookFile,
      'steps:',
      'step:',
      ': Das Playbook ist nicht lesbar',
    ],
    ['a word in two entries', 'knowledge/glossary.yaml', 'sperren', 'dsgvo', ':2: „dsgvo“ steht'],
    ['an entry of no kind', 'knowledge/glossary.yaml', 'colloquial', 'slang', ': Eintrag 2 ist'],
    ['a label nobody read', 'corpus.jsonl', ',"read":"same"', '', 'nicht lesbar (read)'],
  ])('names the file of %s', async (_, file, from, to, said) => {
    const problems = await problemsOf(withChange({ file, from, to }))
    expect(
      problems.filter((problem) => problem.startsWith(file) && problem.includes(said)),
    ).toHaveLength(1)
  })

  it.each([
    [
      'page',
      'knowledge/episodes/e01.md',
      'knowledge/episodes/e01.vtt: Zu dieser Datei fehlt die Seite',
    ],
    [
      'transcript',
      'knowledge/episodes/e01.vtt',
      'knowledge/episodes/e01.md: Zu dieser Datei fehlt das Transkript',
    ],
    [
      'script',
      'knowledge/scripts/e01.txt',
      'knowledge/episodes/e01.vtt: Zu dieser Beispielfolge fehlt das Skript',
    ],
    ['register', 'knowledge/references.yaml', 'knowledge/references.yaml: lässt sich nicht lesen'],
    ['list of statements', 'statements.jsonl', 'statements.jsonl: lässt sich nicht lesen'],
    ['list of questions', 'corpus.jsonl', 'corpus.jsonl: lässt sich nicht lesen'],
  ])('says when there is no %s', async (_, gone, said) => {
    const problems = await problemsOf(whole, gone)
    expect(problems.filter((problem) => problem.startsWith(said))).toHaveLength(1)
  })
})
