import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aiEntity } from '../../../adapters/teams/entities.ts'
import { toActivities } from '../../../adapters/teams/render.ts'
import type { Reply } from '../../../src/domain/reply.ts'
import { answered } from '../../replies.ts'
import { type Fields, toList } from '../state.ts'

/** As it goes over the wire. */
function sent(reply: Reply): readonly Fields[] {
  const showing = { id: '3b1f.1', place: 'channel', user: '29:anna' } as const
  return JSON.parse(JSON.stringify(toActivities(reply, showing)))
}

interface Chip {
  readonly position: number
  readonly appearance: Readonly<Record<'name' | 'abstract' | 'url', string>>
}

function chips(activity: Fields | undefined): readonly Chip[] {
  const entities = toList(activity?.['entities'])
  return entities.flatMap(({ citation }) => (Array.isArray(citation) ? citation : []))
}

describe('a citation chip', () => {
  const titleOf = ({ role = '', ...different }: { role?: string } & object) => {
    const [source] = answered(1).sources
    if (source?.citation.kind !== 'episode') throw new Error('no source')
    const { speakers } = source.citation.episode
    const spoken = role ? speakers.map((one) => ({ ...one, role })) : speakers
    const episode = { ...source.citation.episode, speakers: spoken, ...different }
    const citation = { ...source.citation, episode }
    const [chip] = chips({ entities: [aiEntity([{ ...source, citation }])] })
    return chip?.appearance.name ?? ''
  }

  it('stands for each source with an https address, once, where the text points to it', () => {
    const [first] = sent(answered(3))
    expect(chips(first).map(({ position }) => position)).toEqual([1, 2, 3])
    expect(chips(first)[0]?.appearance.url).toBe('https://show.example/15?t=401')
  })

  it('says that it is an example, the show, the episode, the second and who speaks', () => {
    const { name, abstract } = chips(sent(answered(1))[0])[0]?.appearance ?? { name: '' }
    expect(name).toBe(
      'BEISPIEL (fiktiv) · Amtsfunk (fiktiv) · Folge 15 · 06:41–07:01 · Pressestelle',
    )
    expect(abstract).toBe('„Zweiundsiebzig Stunden.“')
  })

  it.each([
    [{}, 'BEISPIEL (fiktiv) · Amtsfunk (fiktiv) · Folge 15 · 06:41–07:01 · Pressestelle'],
    [
      { show: 'Amtsfunk' },
      'BEISPIEL (fiktiv) · Amtsfunk · Folge 15: Panne am … · 06:41–07:01 · Pressestelle',
    ],
    [
      { example: false },
      'Amtsfunk (fiktiv) · Folge 15: Panne am Freitag · 06:41–07:01 · Pressestelle',
    ],
    [
      { show: 'Der Werkstattfunk der Stadt' },
      'BEISPIEL (fiktiv) · Der Werkstattfunk der … · Folge 15 · 06:41 · Pressestelle',
    ],
    [
      { show: 'Der lange Podcast '.repeat(9), role: 'behördliche Datenschutzbeauftragte' },
      'BEISPIEL (fiktiv) · Der lange Podcast … · Folge 15 · 06:41 · behördliche …',
    ],
    [
      { show: 'Der lange Podcast '.repeat(9), number: undefined },
      'BEISPIEL (fiktiv) · Der lange Podcas … · Panne am Freitag · 06:41 · Pressestelle',
    ],
    [
      { title: '' },
      'BEISPIEL (fiktiv) · Amtsfunk (fiktiv) · Folge 15 · 06:41–07:01 · Pressestelle',
    ],
  ])('loses of the title first, and never the place or who speaks (%j)', (different, expected) => {
    expect(titleOf(different)).toBe(expected)
  })

  it('tells show, episode, second and role in 80 characters, whatever they are', () => {
    const any = fc.record({
      show: fc.string({ minLength: 1, maxLength: 120 }),
      title: fc.string({ maxLength: 120 }),
      role: fc.string({ minLength: 1, maxLength: 120 }),
      example: fc.boolean(),
    })
    fc.assert(
      fc.property(any, (different) => {
        const title = titleOf(different)
        expect(title.length).toBeLessThanOrEqual(80)
        expect(title).toContain('Folge 15')
        expect(title).toMatch(/06:41/)
        expect(title.startsWith('BEISPIEL (fiktiv) · ')).toBe(different.example)
        expect(title.split('Folge 15')[1]).toMatch(/ · .* · ./s)
      }),
    )
  })

  it('quotes in 160 characters', () => {
    const [source] = answered(1).sources
    if (!source) throw new Error('no source')
    const citation = { ...source.citation, quote: 'Sehr viel. '.repeat(60) }
    const [chip] = chips({ entities: [aiEntity([{ ...source, citation }])] })
    expect(chip?.appearance.abstract.length).toBeLessThanOrEqual(160)
    expect(chip?.appearance.abstract).toMatch(/ …“$/)
  })

  it('is none where the address is no https address or opens on this machine only', () => {
    const [source] = answered(1).sources
    if (!source) throw new Error('no source')
    for (const url of [
      'http://stadt.example/x',
      'http://localhost:3978/x',
      'https://127.0.0.1/x',
    ]) {
      const cited = { ...source, citation: { ...source.citation, url } }
      expect(chips({ entities: [aiEntity([cited])] })).toEqual([])
    }
  })

  it('is at most one of twenty in a message, and 40 sources are still all shown', () => {
    const all = sent(answered(40))
    for (const activity of all) expect(chips(activity).length).toBeLessThanOrEqual(20)
    expect(all.flatMap(chips)).toHaveLength(40)
  })

  it('leaves no number in the text that leads nowhere where one statement has too many', () => {
    const many = answered(30)
    const [claim] = many.claims
    const numbers = many.sources.map(({ number }) => number)
    const [first] = sent({ ...many, claims: [{ text: claim?.text ?? '', numbers }] })
    expect(chips(first)).toHaveLength(20)
    expect(String(first?.['text'])).not.toContain('[21]')
  })
})
