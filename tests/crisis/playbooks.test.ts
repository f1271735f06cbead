import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readManual } from '../../src/crisis/playbooks.ts'
import { readTemplates } from '../../src/crisis/templates.ts'
import { explain, SourceError } from '../../src/domain/errors.ts'
import { folderWith } from '../fakes.ts'

const root = new URL('../..', import.meta.url).pathname
const templates = new Set(readTemplates().all.map(({ id }) => id))

const small = `id: pb9
title: Hochzeitsmarkt
triggers:
  - { id: markt, title: "Markt", words: ["Hochzeitsmarkt"] }
steps:
  - id: pb9.1
    minute: 5
    role: PR
    do: "Anrufen."
    cite: []
`

function read(files: Readonly<Record<string, string>>) {
  return readManual(templates, folderWith(files))
}

function problem(files: Readonly<Record<string, string>>): string {
  try {
    read(files)
  } catch (error) {
    if (error instanceof SourceError) return explain(error).text
    throw error
  }
  throw new Error('expected a SourceError')
}

describe('the shipped playbooks', () => {
  const manual = readManual(templates)

  it('are six, with steps for everybody before those of their own', () => {
    expect(manual.playbooks.map(({ id }) => id)).toEqual(['pb1', 'pb2', 'pb3', 'pb4', 'pb5', 'pb6'])
    expect(manual.common.steps.map(({ id }) => id)).toEqual([
      'c0',
      'c1',
      'c2',
      'c3',
      'c4',
      'c5',
      'c6',
      'c7',
    ])
  })

  it('say for every step who does it, when, and what it rests on', () => {
    for (const step of [
      ...manual.common.steps,
      ...manual.playbooks.flatMap(({ steps }) => steps),
    ]) {
      expect(Object.keys(manual.common.roles)).toContain(step.role)
      expect(step.cite.length, step.id).toBeGreaterThan(0)
      expect(step.do.length, step.id).toBeLessThanOrEqual(160)
    }
  })
})

describe('the playbooks of a town', () => {
  it('stand beside the shipped ones, and replace those of the same id', () => {
    const own = read({
      'playbooks/pb9.yaml': small,
      'playbooks/x.yaml': small.replaceAll('pb9', 'pb1'),
    })
    expect(own.playbooks.map(({ id }) => id)).toEqual([
      'pb1',
      'pb2',
      'pb3',
      'pb4',
      'pb5',
      'pb6',
      'pb9',
    ])
    expect(own.playbooks[0]?.title).toBe('Hochzeitsmarkt')
  })

  it('may bring rules of their own for all', () => {
    const common = readFileSync(join(root, 'knowledge/playbooks/common.yaml'), 'utf8')
    const own = read({ 'playbooks/common.yaml': common.replace('ROT: 15', 'ROT: 20') })
    expect(own.common.severity.recheckMinutes.ROT).toBe(20)
  })

  it.each([
    ['role: PR', 'role: Chef', 'playbooks/pb9.yaml:8', 'steps.0.role', 'BM, HL'],
    ['minute: 5', 'minute: bald', 'playbooks/pb9.yaml:7', 'steps.0.minute', 'knowledge/README.md'],
    ['    do: "Anrufen."\n', '', 'playbooks/pb9.yaml:6', 'steps.0.do', 'knowledge/README.md'],
    ['title: Hoch', 'titel: Hoch', 'playbooks/pb9.yaml:1', 'title', 'knowledge/README.md'],
    ['cite: []', 'cite: []\n    wer: ich', 'playbooks/pb9.yaml:11', 'steps.0.wer', 'kein Feld'],
    ['cite: []', 'template: [t99]', 'playbooks/pb9.yaml:10', 'steps.0.template', 't99'],
    ...[
      ['{ source: e1, end: 9 }', 'end', 'letzte Stelle'],
      ['{ source: e1, start: 9, end: 9 }', 'end', 'letzte Stelle'],
      ['{ source: e1, start: 9, contains: Wort }', 'contains', 'start und end'],
      ['{ source: e1, start: 9, also: true }', 'also', 'die sie ergänzt'],
    ].map(([place = '', field = '', remedy = '']) => [
      'cite: []',
      `cite: [${place}]`,
      'playbooks/pb9.yaml:10',
      `steps.0.cite.0.${field}`,
      remedy,
    ]),
    ['pb9.1', 'c0', 'playbooks/pb9.yaml:6', 'steps.0.id', 'gibt es schon'],
    [
      'cite: []',
      'cite: []\nescalation:\n  - { ifOpen: pb9.7, say: "Los." }',
      'playbooks/pb9.yaml:12',
      'escalation.0.ifOpen',
      'pb9.7',
    ],
    [
      'cite: []',
      'cite: []\nescalation:\n  - { ifLevel: ROT, say: "Los.", start: pb0 }',
      'playbooks/pb9.yaml:12',
      'escalation.0.start',
      'pb0',
    ],
  ])('with „%s“ as „%s“ name file, line, field and remedy', (from, to, place, field, remedy) => {
    const text = problem({ 'playbooks/pb9.yaml': small.replace(from, to) })
    expect(text).toContain(`${place}: `)
    expect(text).toContain(`„${field}“`)
    expect(text).toContain(remedy)
  })

  it('with broken YAML name the line', () => {
    expect(problem({ 'playbooks/pb9.yaml': `${small}  : [` })).toContain('playbooks/pb9.yaml:11')
  })
})
