import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readManual } from '../../src/crisis/playbooks.ts'
import { severityOf } from '../../src/crisis/severity.ts'
import { readTemplates } from '../../src/crisis/templates.ts'
import { flags, levels } from '../../src/domain/playbook.ts'

const { hardRules } = readManual(new Set(readTemplates().all.map(({ id }) => id))).common.severity

const mark = fc.integer({ min: 0, max: 3 })
const given = fc.record({
  axes: fc.record({ W: mark, B: mark, G: mark, F: mark }),
  flags: fc.uniqueArray(fc.constantFrom(...flags)),
  atLeast: fc.constantFrom(undefined, ...levels),
})

it('takes the highest axis, not the sum', () => {
  const plain = { flags: [] }
  expect(severityOf({ ...plain, axes: { W: 1, B: 1, G: 1, F: 1 } }, hardRules).level).toBe('GRUEN')
  expect(severityOf({ ...plain, axes: { W: 0, B: 2, G: 0, F: 0 } }, hardRules).level).toBe('GELB')
  expect(severityOf({ ...plain, axes: { W: 0, B: 0, G: 0, F: 3 } }, hardRules).level).toBe('ROT')
})

it('is never below a hard rule, nor below what somebody asks for', () => {
  fc.assert(
    fc.property(given, (one) => {
      const { level, rules } = severityOf(one, hardRules)
      const at = levels.indexOf(level)
      const most = Math.max(...Object.values(one.axes))
      expect(at).toBeGreaterThanOrEqual(most >= 3 ? 2 : most >= 2 ? 1 : 0)
      expect(at).toBeGreaterThanOrEqual(levels.indexOf(one.atLeast ?? 'GRUEN'))
      if (one.flags.includes('dataExposed')) expect(level).toBe('ROT')
      if (one.flags.includes('childAffected')) expect(level).not.toBe('GRUEN')
      expect(rules.some(({ when }) => when === 'danger3')).toBe(one.axes.G === 3)
    }),
  )
})
