import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bestTemplate } from '../../src/crisis/match.ts'
import { parseTemplate, readTemplates } from '../../src/crisis/templates.ts'
import { folderWith } from '../fakes.ts'

const own = (id: string, text = 'Unser Text zu [Thema].') =>
  `---\nid: ${id}\ntitle: Eigener\n---\n${text}\n`
const ids = (folder?: string) => readTemplates(folder).all.map(({ id }) => id)

describe('readTemplates', () => {
  it('always has the holding statement and the texts that come with the product', () => {
    const replies = Array.from({ length: 10 }, (_, at) => `t${at + 1}`)
    const statements = [
      'hs-0',
      'hs-1',
      'hs-2',
      'hs-3',
      'intern',
      'meldung',
      'entschuldigung',
      'presse',
      'rat',
      'telefon',
    ]
    expect(new Set(ids())).toEqual(new Set([...statements, ...replies]))
    expect(ids('/gibt/es/nicht')).toEqual(ids())
    expect(readTemplates().holding.text).toContain('Gesichert ist bisher: [1 Satz].')
  })

  it('lets a town replace a text by its id and add others', () => {
    const folder = folderWith({
      'templates/statement.md': own('HS-0'),
      'templates/fest.md': own('fest'),
      'templates/README.md': 'Nur für Menschen.',
      'templates/notiz.txt': 'Auch das nicht.',
    })
    const { all, holding } = readTemplates(folder)
    expect(all.map(({ id }) => id)).toEqual(['fest', ...ids()].toSorted())
    expect(holding).toMatchObject({ title: 'Eigener', text: 'Unser Text zu [Thema].' })
  })

  it('reads the shipped folder like any other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
    cpSync(new URL('../../knowledge/templates', import.meta.url), join(folder, 'templates'), {
      recursive: true,
    })
    expect(readTemplates(folder)).toEqual(readTemplates())
  })

  it('says what is used of every shipped text before it is: what to check and what never', () => {
    for (const { id, check, never, triggers } of readTemplates().all) {
      expect(check.length, id).toBeGreaterThan(0)
      expect(never.length, id).toBeGreaterThan(0)
      expect(triggers.length > 0, id).toBe(/^(?:t\d|intern)/.test(id))
    }
  })

  it('names both files when an id is there twice', () => {
    const folder = folderWith({ 'templates/a.md': own('x'), 'templates/b.md': own('X') })
    expect(() => readTemplates(folder)).toThrow(
      expect.objectContaining({ code: 'bad-source', message: expect.stringContaining('a.md') }),
    )
  })

  it('names a file that is not text', () => {
    const folder = folderWith({ 'templates/a.md': Buffer.from([0x2d, 0xff, 0xfe]) })
    expect(() => readTemplates(folder)).toThrow(
      expect.objectContaining({ code: 'bad-source', file: expect.stringContaining('a.md') }),
    )
  })
})

describe('parseTemplate', () => {
  it('reads head and text', () => {
    const text = `---\nid: t1\ntitle: Sperrung\ntriggers: [Sperrung]\ncheck: [Grund?]\nnever: [Spott]\n---\n\nZeile eins\nZeile zwei\n`
    expect(parseTemplate(text, 't1.md')).toEqual({
      id: 't1',
      title: 'Sperrung',
      triggers: ['Sperrung'],
      urgency: 0,
      isInternal: false,
      check: ['Grund?'],
      never: ['Spott'],
      text: 'Zeile eins\nZeile zwei',
    })
  })

  it.each([
    ['a wrong list', '---\nid: t1\ntitle: X\ntriggers: Sperrung\n---\nText', 4, 'triggers'],
    ['an entry that is no text', '---\nid: t1\ntitle: X\ncheck: [{a: 1}]\n---\nText', 4, 'check'],
    ['a wrong id', '---\ntitle: X\nid: t 1\n---\nText', 3, 'id'],
    ['a missing title', '---\nid: t1\n---\nText', 1, 'title'],
    ['an unknown field', '---\nid: t1\ntitle: X\nnie: [Y]\n---\nText', 4, 'nie'],
    ['a missing head', 'Nur Text', 1, 'id'],
    ['an empty text', '---\nid: t1\ntitle: X\n---\n  \n', 5, 'leer'],
    ['broken YAML', '---\nid: [t1\n---\nText', 2, 'YAML'],
  ])('names file and line of %s, and what to do', (_, text, line, word) => {
    expect(() => parseTemplate(text, 'templates/t1.md')).toThrow(
      expect.objectContaining({
        code: 'bad-source',
        file: 'templates/t1.md',
        line,
        message: expect.stringContaining(word),
        fix: expect.stringMatching(/\S/),
      }),
    )
  })
})

describe('bestTemplate', () => {
  const best = (post: string) => bestTemplate(post, readTemplates()).id

  it.each([
    ['Schon wieder eine Vollsperrung, ihr könnt nichts!', 't1'],
    ['DIESE STRASSENSPERRUNGEN SIND EIN WITZ', 't1'],
    ['Ihr habt meine Daten ins Netz gestellt', 't5'],
    ['Wir wissen wo du wohnst', 't9'],
    ['Wegen der Sperrung gehört ihr alle aufgehängt', 't9'],
    ['Vollsperrung, Umleitung, Stau: euch sollte man aufhängen', 't9'],
    ['Datenleck, und die falsche Zahl steht auch noch da', 't5'],
    ['Unfähige Kandidaten im Rat', 'hs-0'],
    ['Wann kriegen wir endlich Glasfaser', 'hs-0'],
    ['', 'hs-0'],
  ])('answers „%s“ with %s', (post, id) => {
    expect(best(post)).toBe(id)
  })
})
