import { describe, expect, it } from 'vitest'
import { showingOf, toMessages } from '../../../adapters/slack/blocks.ts'
import { replyCard } from '../../../adapters/teams/card.ts'
import { aiEntity } from '../../../adapters/teams/entities.ts'
import { type Showing, teamsLimits, toActivities } from '../../../adapters/teams/render.ts'
import { firstSteps } from '../../../src/crisis/first-steps.ts'
import { readTemplates } from '../../../src/crisis/templates.ts'
import type { Reply } from '../../../src/domain/reply.ts'
import { notice } from '../../../src/notices.ts'
import { describeSurface, type Rendered } from '../../contracts/surface.ts'
import { answered, replies } from '../../replies.ts'
import { checkActivity } from '../check-activity.ts'
import { checkCard } from '../check-card.ts'
import { type Fields, isFields, type Scope, toList } from '../state.ts'
import { cardWords, linksOf, readable } from './words.ts'

const places = ['personal', 'groupChat', 'channel'] as const satisfies readonly Scope[]

function render(reply: Reply, place: Showing['place']): readonly Rendered[] {
  return sent(reply, place).map((activity) => {
    const { reasons, breaches } = checkActivity(activity, { scope: place })
    const text = readable(String(activity['text']))
    return {
      characters: JSON.stringify(activity).length,
      blocks: toList(activity['attachments']).length,
      words: [text, ...cardWords(activity['attachments'])].join('\n'),
      fallback: text,
      links: linksOf(activity),
      problems: [...reasons, ...breaches.map(({ detail }) => detail)],
      wire: JSON.stringify(activity),
    }
  })
}

/** As it goes over the wire. */
function sent(reply: Reply, place: Showing['place'] = 'channel'): readonly Fields[] {
  const showing = { id: '3b1f.1', place, user: '29:anna' }
  return JSON.parse(JSON.stringify(toActivities(reply, showing)))
}

for (const place of places) {
  describeSurface(`Teams (${place})`, {
    limits: teamsLimits,
    render: (reply) => render(reply, place),
  })
}

interface Chip {
  readonly position: number
  readonly appearance: Readonly<Record<'name' | 'abstract' | 'url', string>>
}

function chips(activity: Fields | undefined): readonly Chip[] {
  const entities = toList(activity?.['entities'])
  return entities.flatMap(({ citation }) => (Array.isArray(citation) ? citation : []))
}

describe('the same reply in Slack and in Teams', () => {
  const slackText = (reply: Reply) =>
    toMessages(reply, showingOf('a.1', reply, false))
      .map(({ blocks }) => slackWords(blocks).join(''))
      .join('\n')
  const teamsText = (reply: Reply) =>
    sent(reply)
      .map(({ text }) => readable(String(text)))
      .join('\n')
  const flat = (text: string) =>
    text.replaceAll('\u2060', '').replace(/\s+/g, ' ').replaceAll('‹', '<')

  it.each(Object.entries(replies))('says the same (%s)', (_, reply) => {
    const [slack, teams] = [flat(slackText(reply)), flat(teamsText(reply))]
    const parts = [
      reply.lead,
      ...reply.steps.flatMap(({ title, items }) => [title, ...items]),
      reply.copy?.text ?? '',
      ...reply.notes,
      reply.disclosure,
    ]
    for (const part of parts.map(flat)) {
      expect(slack).toContain(part)
      expect(teams).toContain(part)
    }
  })

  it.each(Object.entries(replies))('shows the same statements and citations (%s)', (_, reply) => {
    const shown = (text: string) =>
      reply.claims.filter(({ text: claim, numbers }) => {
        const marks = numbers.map((number) => `[${number}]`).join(' ')
        return flat(text).includes(`${flat(claim)} ${marks}`)
      })
    const lines = (text: string) =>
      reply.sources.filter(({ number, line }) => flat(text).includes(flat(`[${number}] ${line}`)))
    const [slack, teams] = [slackText(reply), teamsText(reply)]
    // Slack's messages are smaller: it may leave out more of what is beyond all measure, never less.
    expect(shown(teams).map(({ numbers }) => numbers)).toEqual(
      expect.arrayContaining(shown(slack).map(({ numbers }) => numbers)),
    )
    expect(lines(teams)).toEqual(expect.arrayContaining(lines(slack)))
    if (reply.claims.length <= 3) expect(lines(slack)).toEqual(lines(teams))
  })

  it.each(Object.entries(replies))('opens the same addresses (%s)', (_, reply) => {
    const slack = toMessages(reply, showingOf('a.1', reply, false)).flatMap(({ blocks }) =>
      slackLinks(blocks),
    )
    const teams = sent(reply).flatMap(linksOf)
    expect(new Set(teams)).toEqual(new Set(slack))
  })
})

describe('a citation chip', () => {
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

  it('keeps the second and the example mark where the name of the show is too long', () => {
    const [source] = answered(1).sources
    if (source?.citation.kind !== 'episode') throw new Error('no source')
    const episode = { ...source.citation.episode, show: 'Der lange Podcast '.repeat(9) }
    const citation = { ...source.citation, episode, quote: 'Sehr viel. '.repeat(60) }
    const [chip] = chips({ entities: [aiEntity([{ ...source, citation }])] })
    expect(chip?.appearance.name).toMatch(/^BEISPIEL \(fiktiv\) · Der .*Folge 15 · 06:41–07:01/)
    expect(chip?.appearance.name.length).toBeLessThanOrEqual(80)
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

describe('a card', () => {
  it('of a draft beyond all measure stays within 28 KB and says that it is shortened', () => {
    const long = { ...answered(40, 'Größtenteils übermüdet. '.repeat(200)), kind: 'draft' } as const
    const card = replyCard({
      ...long,
      copy: { id: 'x', title: 'Text', text: 'Wort '.repeat(2000) },
    })
    expect(checkCard(card)).toEqual([])
    expect(JSON.stringify(card)).toContain('Gekürzt')
    expect(JSON.stringify(card)).toContain('Ich bin eine KI.')
  })

  it.each(Object.entries(replies))('shows words as words (%s)', (_, reply) => {
    const card = replyCard(reply)
    expect(checkCard(card)).toEqual([])
    // A text run is never read as markup, a text block is.
    expect(JSON.stringify(card)).not.toContain('"TextBlock"')
  })
})

describe('what is beside an answer', () => {
  it('is what can be asked, where somebody asks what the bot can do', () => {
    const help = replies['notice']
    if (!help) throw new Error('no help')
    const [activity] = sent(help, 'personal')
    expect(JSON.stringify(activity?.['suggestedActions'])).toContain('72 Stunden')
    expect(sent(notice('Gut.', 'de'), 'personal')[0]).not.toHaveProperty('suggestedActions')
  })

  it('is at most three suggestions in a private chat, and a card elsewhere, never both', () => {
    for (const reply of Object.values(replies)) {
      for (const place of places) {
        for (const activity of sent(reply, place)) {
          const suggested = isFields(activity['suggestedActions'])
          expect(suggested && activity['attachments'] !== undefined).toBe(false)
          if (place !== 'personal') expect(suggested).toBe(false)
        }
      }
    }
  })

  it('lets people get a human where it burns or something failed', () => {
    for (const name of ['first steps', 'failed', 'refused']) {
      const reply = replies[name]
      if (!reply) throw new Error(name)
      for (const place of places) {
        expect(JSON.stringify(sent(reply, place).at(-1))).toContain('Mensch holen')
      }
    }
  })
})

it.each(['de', 'en'] as const)('the first steps are read in 800 characters (%s)', (language) => {
  const template = readTemplates().holding
  const [card] = sent(firstSteps({ profile: {}, template, language }))
  // Blank lines and bullets are shown, not read.
  const words = readable(String(card?.['text'])).replace(/^- /gm, '').replace(/\n+/g, '\n')
  expect(words.length).toBeLessThanOrEqual(800)
})

it('words stay words: numbers, lists and headings of a source do not become ours', () => {
  const text = '1. Erstens\n- zweitens\n# Drittens\n> viertens\n2) fünftens'
  const [message] = sent({ ...answered(1), lead: '', claims: [{ text, numbers: [1] }] })
  expect(String(message?.['text'])).toContain(
    '1\\. Erstens\n\\- zweitens\n\\# Drittens\n\\> viertens\n2\\) fünftens',
  )
})

function slackWords(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(slackWords)
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'text' && typeof part === 'string' ? [part] : slackWords(part),
  )
}

function slackLinks(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(slackLinks)
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'url' && typeof part === 'string' ? [part] : slackLinks(part),
  )
}
