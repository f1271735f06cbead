import { describe, expect, it } from 'vitest'
import { showingOf, toMessages } from '../../../adapters/slack/blocks.ts'
import { replyCard } from '../../../adapters/teams/card.ts'
import { type Showing, teamsLimits, toActivities } from '../../../adapters/teams/render.ts'
import { apart } from '../../../adapters/teams/slot.ts'
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
    const verdicts = apart(activity).map((one) => checkActivity({ ...one }, { scope: place }))
    const text = readable(String(activity['text']))
    return {
      characters: JSON.stringify(activity).length,
      blocks: toList(activity['attachments']).length,
      words: [text, ...cardWords(activity['attachments'])].join('\n'),
      fallback: text,
      links: linksOf(activity),
      problems: verdicts.flatMap(({ reasons, breaches }) => [
        ...reasons,
        ...breaches.map(({ detail }) => detail),
      ]),
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

describe('a notification', () => {
  it('says the first statement where that one opens the answer', () => {
    const reply = { ...answered(2), lead: '' }
    for (const place of places) {
      expect(sent(reply, place)[0]?.['summary']).toContain('binnen 72 Stunden')
    }
    expect(replyCard(reply)['fallbackText']).toContain('binnen 72 Stunden')
  })

  it('is cut at a word, and no word of a source has any power in it', () => {
    const long = { ...answered(1, `<at>Alle</at> ${'übermüdet '.repeat(60)}`), lead: '' }
    const summary = String(sent(long)[0]?.['summary'])
    expect(summary).toMatch(/^‹at>.* übermüdet …$/)
    expect(summary.length).toBeLessThanOrEqual(200)
  })

  it.each(Object.entries(replies))('is never empty (%s)', (_, reply) => {
    for (const activity of sent(reply)) expect(activity['summary']).toMatch(/\S/)
    expect(replyCard(reply)['fallbackText']).toMatch(/\S/)
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
