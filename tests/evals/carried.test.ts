import { expect, it } from 'vitest'
import { unsaidIn } from '../../evals/knowledge/carried.ts'

const said =
  'Für den Strafantrag gilt eine Frist von drei Monaten ab Kenntnis, Paragraf 77b Strafgesetzbuch.'

it.each([
  ['Die Frist für den Strafantrag notieren: drei Monate ab Kenntnis (§ 77b StGB).', []],
  ['Die Frist für den Strafantrag notieren: 3 Monate ab Kenntnis.', []],
  ['Frist für den Strafantrag: sechs Monate ab Kenntnis.', ['6']],
  ['Sichern, dann verbergen; der Strafantrag hat eine Frist.', ['sichern', 'verbergen']],
  ['Die Person schützen: öffentlich kein Name.', ['person', 'schutzen', 'offentlich', 'name']],
  ['', []],
])('what "%s" says and its place does not', (step, unsaid) => {
  expect(unsaidIn(step, said)).toEqual(unsaid)
})
