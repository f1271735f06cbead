import { describe, expect, it } from 'vitest'
import { findQuote } from '../src/answer/quote.ts'
import type { Finding } from '../src/domain/citation.ts'
import { toSourceId } from '../src/domain/documents.ts'
import { isSigned, linkTo, pagePath } from '../src/links.ts'
import { episode, post, spoken, written } from './fakes.ts'

const secret = 's'.repeat(32)
const config = { publicUrl: 'https://lotse.stadt.example' }

function found(passage: Parameters<typeof findQuote>[0], quote: string): Finding {
  const finding = findQuote(passage, quote)
  if (!finding) throw new Error('the quote is not there')
  return finding
}

const lines = ['A: Stopp, erst sichern, dann moderieren.']
const heard = (different = {}) =>
  found(spoken(lines, episode(different)), 'erst sichern, dann moderieren')

describe('linkTo', () => {
  it('leads to the publisher where no page of ours may show the source', () => {
    const url = 'https://show.example/f/1'
    expect(linkTo(heard({ url, rights: 'unknown' }), config)).toBe(url)
    expect(linkTo(heard({ audio: `${url}.mp3`, rights: 'unknown' }), config)).toBe(`${url}.mp3`)
  })

  it('opens the show at the second where its template can', () => {
    const url = 'https://show.example/f/1'
    expect(linkTo(heard({ url, link: '{url}?t={seconds}' }), config)).toBe(`${url}?t=0`)
    expect(
      linkTo(heard({ audio: 'https://a.example/1.mp3', link: '{audio}#t={clock}' }), config),
    ).toBe('https://a.example/1.mp3#t=00:00')
  })

  it('joins a template with an address that has a query or a fragment of its own', () => {
    const link = '{url}?t={seconds}'
    expect(linkTo(heard({ url: 'https://show.example/?p=1', link }), config)).toBe(
      'https://show.example/?p=1&t=0',
    )
    expect(linkTo(heard({ url: 'https://show.example/f#oben', link }), config)).toBe(
      'https://show.example/f?t=0',
    )
    const player = 'https://player.example/?u={url}&t={seconds}'
    expect(linkTo(heard({ url: 'https://show.example/f?x=1', link: player }), config)).toBe(
      'https://player.example/?u=https%3A%2F%2Fshow.example%2Ff%3Fx%3D1&t=0',
    )
  })

  it('opens our own page without a template, and where the episode lacks what it needs', () => {
    for (const different of [{}, { url: 'https://show.example' }, { link: '{url}?t={seconds}' }]) {
      expect(linkTo(heard(different), config)).toMatch(
        /^https:\/\/lotse\.stadt\.example\/folge\/x1\?t=0&bis=10&q=/,
      )
    }
  })

  it('opens a post on our page at its heading', () => {
    const read = found(
      written('Ruft die IT an, eine Mail reicht nicht.', post({ url: 'https://blog.example' })),
      'Ruft die IT an',
    )
    expect(linkTo(read, config)).toMatch(/\/beitrag\/y1\?q=.*#schritt-1$/)
  })

  it('never makes a link of anything but http', () => {
    expect(linkTo(heard({ link: 'javascript:alert({seconds})' }), config)).toMatch(/^https:/)
  })
})

describe('signed pages', () => {
  const path = (different = {}) => new URL(pagePath(heard(different), secret), config.publicUrl)

  it('opens what was signed, umlauts and all', () => {
    for (const id of ['x1', 'Übung & mehr #3']) {
      const { pathname, searchParams } = path({ id: toSourceId(id) })
      expect(isSigned(pathname, searchParams, secret)).toBe(true)
    }
  })

  it('opens nothing else: another page, passage, secret or no signature', () => {
    const { pathname, searchParams } = path()
    const later = new URLSearchParams(searchParams)
    later.set('t', '99')
    const bare = new URLSearchParams(searchParams)
    bare.delete('s')
    expect(isSigned('/folge/x2', searchParams, secret)).toBe(false)
    expect(isSigned(pathname, later, secret)).toBe(false)
    expect(isSigned(pathname, bare, secret)).toBe(false)
    expect(isSigned(pathname, searchParams, 't'.repeat(32))).toBe(false)
  })
})
