import { describe, expect, it } from 'vitest'
import { parseShows } from '../../src/ingest/shows.ts'
import { sourceErrorOf } from './errors.ts'

function withLink(link: string): string {
  return `shows:\n  - id: a\n    name: Eine Sendung\n    link: "${link}"\n`
}

function errorOf(text: string) {
  return sourceErrorOf(() => parseShows(text, 'sources.yaml'))
}

describe('parseShows', () => {
  it('reads shows and passes over what it does not know', () => {
    const text = `${withLink('{url}?t={seconds}')}    licence: CC0\n    feed: x\nfolders: []\n`
    expect(parseShows(text, 'sources.yaml')).toEqual([
      { id: 'a', name: 'Eine Sendung', link: '{url}?t={seconds}', licence: 'CC0' },
    ])
  })

  it('finds none in an empty file', () => {
    expect(parseShows('', 'sources.yaml')).toEqual([])
    expect(parseShows('shows:\n', 'sources.yaml')).toEqual([])
  })

  it.each(['https://example.org/{clock}', 'http://example.org', '{audio}#t={seconds}'])(
    'takes the link %s',
    (link) => {
      expect(parseShows(withLink(link), 'sources.yaml')[0]?.link).toBe(link)
    },
  )

  it.each(['{url}?t={sekunden}', 'javascript:alert({seconds})', '/folge?t={seconds}', '{seconds}'])(
    'refuses the link %s with its line',
    (link) => {
      expect(errorOf(withLink(link))).toMatchObject({ line: 4, file: 'sources.yaml' })
      expect(errorOf(withLink(link)).fix).toContain('{seconds}')
    },
  )

  it('refuses what is no list of shows', () => {
    expect(errorOf('shows: 1\n').message).toContain('shows')
    expect(errorOf('shows:\n  - id: a\n').message).toContain('shows / 1 / name')
    expect(errorOf('- a\n').code).toBe('bad-source')
    expect(errorOf('shows: [\n').line).toBeDefined()
  })

  it('keeps no character that a terminal obeys', () => {
    const text =
      'shows:\n  - {id: "a\\e", name: " A\\e[2J \u202eB", link: "{url}\\e?t={seconds}"}\n'
    expect(parseShows(text, 'sources.yaml')).toEqual([
      { id: 'a', name: 'A[2J B', link: '{url}?t={seconds}' },
    ])
  })

  it('refuses an id that is given twice', () => {
    expect(errorOf('shows:\n  - {id: a, name: A}\n  - {id: a, name: B}\n').message).toContain('„a“')
  })
})
