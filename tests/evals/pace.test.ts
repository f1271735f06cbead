import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  cutTurn,
  findStale,
  mostWords,
  paceFolder,
  paceTurns,
  parseScript,
  putChapters,
  stamp,
  toVtt,
} from '../../evals/pace.ts'
import { parseFrontMatter } from '../../src/front-matter.ts'
import { toChapters } from '../../src/ingest/chapters.ts'
import { openFields } from '../../src/ingest/fields.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'
import { sourceErrorOf } from '../ingest/errors.ts'

const script =
  'Kapitel: Einstieg\n\nModeration A: Guten Tag: zusammen.\n\nRolle Rechtsamt: Ja.\n\nKapitel: "Fristen" & mehr\nModeration A: Ende.\n'
const seven = 'eins zwei drei vier fünf sechs sieben'

describe('parseScript', () => {
  it('reads turns and the chapters they open', () => {
    expect(parseScript(`\uFEFF${script.replaceAll('\n', '\r\n')}`, 's.txt')).toEqual([
      { voice: 'Moderation A', text: 'Guten Tag: zusammen.', chapter: 'Einstieg' },
      { voice: 'Rolle Rechtsamt', text: 'Ja.' },
      { voice: 'Moderation A', text: 'Ende.', chapter: '"Fristen" & mehr' },
    ])
  })

  it.each([
    ['Kapitel: A\n\nohne Stimme\n', 3],
    ['A: eins\n<v B>: zwei\n', 2],
    ['A: eins\n\nKapitel: Leer\nKapitel: Voll\nA: zwei', 3],
    ['A: eins\nKapitel: Leer\n', 2],
    ['A:\n', 1],
  ])('names the line that is wrong', (text, line) => {
    expect(sourceErrorOf(() => parseScript(text, 's.txt'))).toMatchObject({ file: 's.txt', line })
  })
})

describe('cutTurn', () => {
  it('puts whole sentences into cues of at most 28 words', () => {
    const text = Array(9).fill(`Satz ${seven}.`).join(' ')
    const cues = cutTurn(text)
    expect(cues.join(' ')).toBe(text)
    expect(cues.map((cue) => cue.split(' ').length)).toEqual([24, 24, 24])
  })

  it('cuts a longer sentence at its commas, evenly, and by itself', () => {
    const text = `Kurz vorab. Jetzt ${Array(5).fill(seven).join(', ')}. Kurz danach.`
    expect(cutTurn(text).map((cue) => cue.split(' ').length)).toEqual([2, 15, 21, 2])
    expect(cutTurn(text).join(' ')).toBe(text)
    expect(cutTurn(Array(40).fill('lang').join(' '))).toHaveLength(1)
    expect(mostWords).toBe(28)
  })
})

describe('paceTurns', () => {
  const paced = paceTurns(parseScript(script, 's.txt'))

  it('speaks 140 words a minute and pauses 0.4 s between turns', () => {
    const [hint, first, second] = paced.cues
    expect(hint).toMatchObject({ startMs: 0, endMs: 5143, voice: 'Hinweis' })
    expect(first).toMatchObject({ startMs: 5543, endMs: 6829, voice: 'Moderation A' })
    expect(second?.startMs).toBe(7229)
    expect(paced.cues.at(-1)?.text).toBe(hint?.text)
  })

  it('starts a chapter with its first cue', () => {
    expect(paced.chapters).toEqual([
      { startMs: 5543, title: 'Einstieg' },
      { startMs: 8058, title: '"Fristen" & mehr' },
    ])
  })

  it('writes what our importer reads', () => {
    const { cues, warnings } = parseVtt(toVtt(paced), 'a.vtt')
    expect(warnings).toEqual([])
    expect(
      cues.map(({ speaker, start, end, text }) => [
        speaker,
        Math.round(start * 1000),
        Math.round(end * 1000),
        text,
      ]),
    ).toEqual(paced.cues.map(({ voice, startMs, endMs, text }) => [voice, startMs, endMs, text]))
  })
})

describe('stamp', () => {
  it('writes hours, minutes, seconds and milliseconds', () => {
    expect(stamp(0)).toBe('00:00:00.000')
    expect(stamp(3_754_005)).toBe('01:02:34.005')
  })
})

describe('putChapters', () => {
  const paced = paceTurns(parseScript(script, 's.txt'))
  const block =
    'chapters:\n  - start: "00:00:05.543"\n    title: "Einstieg"\n  - start: "00:00:08.058"\n    title: "\\"Fristen\\" & mehr"\n'

  it('adds the block at the end of the head, the rest byte for byte', () => {
    const text = '---\ntitle:  A # b\n---\nchapters:\nText\n'
    expect(putChapters(text, paced, 'a.md')).toBe(
      `---\ntitle:  A # b\n${block}---\nchapters:\nText\n`,
    )
  })

  it('replaces the block it finds, indented or not, and is stable', () => {
    for (const old of [
      '  - a\n  - b\n',
      '- start: 1\n  title: x\n',
      '',
      `${block.split('\n').slice(1).join('\n')}`,
    ]) {
      const text = `---\ntitle: A\nchapters:\n${old}\n# Merker\nurl: x\n---\n`
      const once = putChapters(text, paced, 'a.md')
      expect(once).toBe(`---\ntitle: A\n${block}\n# Merker\nurl: x\n---\n`)
      expect(putChapters(once, paced, 'a.md')).toBe(once)
    }
  })

  it('keeps CRLF and is read back as it was meant', () => {
    const text = putChapters('---\r\ntitle: A\r\n---\r\n', paced, 'a.md')
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    const { head } = parseFrontMatter(text, 'a.md')
    expect(toChapters(openFields(head, 'a.md'), 60)).toEqual([
      { start: 5.543, title: 'Einstieg' },
      { start: 8.058, title: '"Fristen" & mehr' },
    ])
  })

  it('refuses a file without a head', () => {
    expect(sourceErrorOf(() => putChapters('Text', paced, 'a.md'))).toMatchObject({
      file: 'a.md',
      line: 1,
    })
  })
})

describe('paceFolder', () => {
  it('says what is stale until it is written', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sturmlotse-pace-'))
    try {
      await mkdir(join(dir, 'scripts'))
      await mkdir(join(dir, 'episodes'))
      await writeFile(join(dir, 'scripts/e1.txt'), script)
      await expect(paceFolder(dir)).rejects.toMatchObject({ file: join(dir, 'episodes/e1.md') })
      await writeFile(join(dir, 'episodes/e1.md'), '---\ntitle: A\n---\n')
      const outputs = await paceFolder(dir)
      expect(await findStale(outputs)).toEqual(outputs)
      for (const { path, text } of outputs) await writeFile(path, text)
      expect(await findStale(await paceFolder(dir))).toEqual([])
      expect(await readFile(join(dir, 'episodes/e1.vtt'), 'utf8')).toMatch(
        /^WEBVTT\n\n00:00:00\.000 --> 00:00:05\.143\n<v Hinweis>Fiktive/,
      )
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })
})
