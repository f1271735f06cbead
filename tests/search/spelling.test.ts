import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openSpelling } from '../../src/search/spelling.ts'

const words = 'server terraform datenbank wasserrohr grunwald kommentar komma haus maus x404'.split(
  ' ',
)

function spelling() {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE terms (term TEXT)')
  const insert = database.prepare('INSERT INTO terms VALUES (?)')
  for (const word of words) insert.run(`w${word}`)
  insert.run('gservr')
  return openSpelling(database)
}

const first = (stem: string) => spelling().near(stem)[0]?.text

it('finds a word with a letter less, one too many, a wrong one or two swapped', () => {
  expect(first('servr')).toBe('server')
  expect(first('terrafform')).toBe('terraform')
  expect(first('komnentar')).toBe('kommentar')
  expect(first('datnebank')).toBe('datenbank')
})

it('finds a name as speech recognition writes it', () => {
  expect(first('grundwaldt')).toBe('grunwald')
})

it('finds nothing for a word that is another one, short or a number', () => {
  for (const stem of ['feuerwehr', 'bus', 'x405']) expect(spelling().near(stem)).toEqual([])
})
