import { expect, it } from 'vitest'
import { withoutFigures } from '../../src/crisis/figures.ts'
import { isAcute } from '../../src/crisis/message-judgement.ts'

it.each([
  [' mir brent etwas unter den nageln ', ' mir '],
  [' die lampe im flur brent ', ' die '],
  [' die halle brent ', ' die halle brent '],
  [' er hat gedroht er wartet nach feierabend ', ' er hat gedroht er wartet nach feierabend '],
])('leaves of %j what is meant', (words, left) => {
  expect(withoutFigures(words)).toBe(left)
})

it('hears a hall that burns and not a candle', () => {
  expect(isAcute('Im Schaufenster brennt eine Kerze')).toBe(false)
  expect(isAcute('Die Turnhalle brennt')).toBe(true)
})
