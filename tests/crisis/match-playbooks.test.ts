import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMessages } from '../../evals/acute.ts'
import { lookAt } from '../../src/crisis/match-playbooks.ts'
import { readManual } from '../../src/crisis/playbooks.ts'
import { readTemplates } from '../../src/crisis/templates.ts'
import { folderWith } from '../fakes.ts'

const templates = new Set(readTemplates().all.map(({ id }) => id))
const manual = readManual(templates)

it('proposes two playbooks with their reasons where something burns', () => {
  const { playbooks, level, acute, flags } = lookAt(
    'hilfe, die mail ging mit offenem verteiler an 300 eltern raus und alle schimpfen',
    manual,
  )
  expect(acute).toBe(true)
  expect(level).toBe('ROT')
  expect(flags).toEqual(['dataExposed'])
  expect(playbooks).toHaveLength(2)
  expect(playbooks[0]?.id).toBe('pb3')
  expect(playbooks[0]?.signals[0]).toContain('Verschickt')
})

it('is calm about questions, and sure of nothing then', () => {
  const { playbooks, level, acute } = lookAt('Wann muss man eine Datenpanne melden?', manual)
  expect([acute, level]).toEqual([false, 'GRUEN'])
  for (const { score } of playbooks) expect(score).toBeLessThan(0.3)
})

it('knows a playbook of the town by the words of its file alone', () => {
  const own = folderWith({
    'playbooks/pb9.yaml': `id: pb9
title: Glockengeläut
triggers: [{ id: glocken, title: "Glocken", words: ["Glocken läuten", "Glockengeläut"] }]
steps: [{ id: pb9.1, minute: 5, role: PR, do: "Anrufen.", cite: [] }]
`,
  })
  const text = 'shitstorm gerade, weil nachts die glocken läuten!!'
  expect(lookAt(text, readManual(templates, own)).playbooks[0]?.id).toBe('pb9')
})

it('calls a fire whatever the matcher of fires calls one, and no calm message one', () => {
  for (const { id, text, acute } of readMessages())
    expect([id, lookAt(text, manual).acute]).toEqual([id, acute])
})

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { playbooks, acute, level } = lookAt(text, manual)
      expect(playbooks.length).toBeLessThanOrEqual(2)
      expect(level === 'GRUEN').toBe(!acute)
      for (const { score } of playbooks) expect(score > 0 && score < 1).toBe(true)
    }),
  )
})

it('takes a forgery for red once thousands have seen it', () => {
  const forged = (views: string) => `Gefälschtes Video vom Bürgermeister, schon ${views} Aufrufe`
  expect(lookAt(forged('40'), manual).level).toBe('GELB')
  expect(lookAt(forged('4000'), manual).level).toBe('ROT')
})

it('names what stood out where no rule spoke', () => {
  const { acute, signals } = lookAt(
    'Auf der Fußmatte unserer Standesbeamtin lag heute ein Zettel mit drei Kreuzen und ihrem Vornamen, sie zittert nur noch',
    manual,
  )
  expect(acute).toBe(true)
  expect(signals.join(' ')).toMatch(/auffällig: „/)
})
