import { describe, expect, it } from 'vitest'
import { checkActivity, countBytes } from './check-activity.ts'
import type { Fields, Scope } from './state.ts'

const CLAIM = {
  '@type': 'Claim',
  position: 1,
  appearance: {
    '@type': 'DigitalDocument',
    name: 'Folge 12 · 12:34',
    url: 'https://podcast.example/f/12?t=754',
    abstract: '„innerhalb von 72 Stunden“',
    keywords: ['Meldepflicht'],
    image: { '@type': 'ImageObject', name: 'Sound' },
  },
}
const AI = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
  citation: [CLAIM],
  usageInfo: { '@type': 'CreativeWork', '@id': 'label-1', name: 'Intern' },
}
const CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', lang: 'de', fallbackText: 'Karte', body: [] },
}
const NEXT = { type: 'imBack', title: 'Wer?', value: 'Wer muss melden?' }

function message(over: Fields = {}): Fields {
  return { type: 'message', text: 'Die Frist beträgt 72 Stunden [1].', entities: [AI], ...over }
}

function labelled(over: Fields): Fields {
  return message({ entities: [{ ...AI, ...over }] })
}

function claimed(over: Fields): Fields {
  return labelled({ citation: [{ ...CLAIM, appearance: { ...CLAIM.appearance, ...over } }] })
}

function check(activity: Fields, scope: Scope = 'personal') {
  return checkActivity(activity, { scope })
}

function many(count: number): Fields {
  const positions = Array.from({ length: count }, (_, index) => index + 1)
  const citation = positions.map((position) => ({ ...CLAIM, position }))
  const text = positions.map((position) => `[${position}]`).join(' ')
  return message({ text, entities: [{ ...AI, citation }] })
}

describe('an activity that Teams takes', () => {
  it.each<[string, Fields]>([
    [
      'an answer with label, citation and suggestions',
      message({ suggestedActions: { actions: [NEXT] } }),
    ],
    ['twenty citations', many(20)],
    ['a plain text', { type: 'message', text: 'Hallo', textFormat: 'plain' }],
    ['a card with a summary', { type: 'message', summary: 'Karte', attachments: [CARD] }],
    ['typing', { type: 'typing' }],
    ['feedback', message({ channelData: { feedbackLoop: { type: 'custom' } } })],
    [
      'a picture',
      {
        type: 'message',
        text: 'Bild',
        attachments: [{ contentType: 'image/png', contentUrl: 'https://a.example/b' }],
      },
    ],
  ])('is %s', (_, activity) => {
    expect(check(activity)).toMatchObject({ reasons: [], breaches: [] })
  })

  it('may mention and quote what is in its text', () => {
    const mention = {
      type: 'mention',
      mentioned: { id: '29:a', name: 'Kim' },
      text: '<at>Kim</at>',
    }
    const quoted = { type: 'quotedReply', quotedReply: { messageId: '17' } }
    const text = '<quoted messageId="17"/> <at>Kim</at> bitte'
    const activity = { type: 'message', text, entities: [mention, quoted] }
    expect(check(activity)).toMatchObject({ reasons: [], breaches: [] })
    expect(check({ ...activity, text: 'bitte' }).reasons).toHaveLength(2)
    const nobody = { ...mention, mentioned: { name: 'Kim' } }
    expect(check({ ...activity, entities: [nobody, quoted] }).reasons).toHaveLength(1)
  })
})

describe('an activity that Teams refuses', () => {
  it.each<[string, Fields, RegExp]>([
    ['two labels', message({ entities: [AI, AI] }), /more than one root/],
    ['what the SDK left of a label', message({ entities: [{ type: AI.type }] }), /@type/],
    ['a label without its word', labelled({ additionalType: [] }), /AIGeneratedContent/],
    ['another context', labelled({ '@context': 'http://schema.org' }), /@context/],
    ['something Teams does not know', labelled({ confidence: 1 }), /confidence/],
    ['an empty note on use', labelled({ usageInfo: { '@type': 'CreativeWork' } }), /needs @id/],
    ['21 citations', many(21), /20/],
    [
      'a place that the text does not name',
      message({ text: 'Frist.' }),
      /\[1\] is not in the text/,
    ],
    ['one place twice', labelled({ citation: [CLAIM, CLAIM] }), /not unique/],
    ['a place in a table', message({ text: '| Frist | [1] |' }), /inside a table/],
    ['citations beside a card only', message({ text: undefined, attachments: [CARD] }), /no text/],
    [
      'words and a card in one, of which Teams makes two',
      { type: 'message', text: 'a', attachments: [CARD] },
      /without text/,
    ],
    ['another text format', message({ textFormat: 'plain' }), /textFormat: plain/],
    [
      'a format that is not for production',
      { type: 'message', text: 'a', textFormat: 'extendedmarkdown' },
      /extended/,
    ],
    ['a long name', claimed({ name: 'n'.repeat(81) }), /name/],
    ['a long abstract', claimed({ abstract: 'a'.repeat(161) }), /abstract/],
    ['no abstract', claimed({ abstract: undefined }), /abstract/],
    ['four keywords', claimed({ keywords: ['a', 'b', 'c', 'd'] }), /keywords/],
    ['a long keyword', claimed({ keywords: ['k'.repeat(29)] }), /keywords/],
    ['an unsafe address', claimed({ url: 'http://podcast.example/f' }), /url/],
    ['an address of this machine', claimed({ url: 'https://localhost:3978/f' }), /url/],
    ['an address inside the house', claimed({ url: 'https://192.168.1.4/f' }), /url/],
    ['no address', claimed({ url: undefined }), /url/],
    [
      'a picture of its own',
      claimed({ image: { '@type': 'ImageObject', name: 'Podcast' } }),
      /image/,
    ],
    [
      'suggestions beside a card',
      { type: 'message', text: 'a', attachments: [CARD], suggestedActions: { actions: [NEXT] } },
      /together/,
    ],
    [
      'four suggestions',
      message({ suggestedActions: { actions: [NEXT, NEXT, NEXT, NEXT] } }),
      /4 actions/,
    ],
    [
      'a suggestion without words',
      message({ suggestedActions: { actions: [{ ...NEXT, title: '' }] } }),
      /needs title/,
    ],
    [
      'a suggestion that opens a page',
      message({ suggestedActions: { actions: [{ ...NEXT, type: 'openUrl' }] } }),
      /openUrl/,
    ],
    ['nothing to read', { type: 'message', text: ' ' }, /non-empty/],
    [
      'HTML beside its text',
      { type: 'message', text: 'a', attachments: [{ contentType: 'text/html', content: 'a' }] },
      /text\/html/,
    ],
    [
      'an empty attachment',
      { type: 'message', text: 'a', attachments: [{ contentType: 'image/png' }] },
      /content or/,
    ],
    [
      'feedback of an unknown kind',
      message({ channelData: { feedbackLoop: true } }),
      /feedbackLoop/,
    ],
    ['a broken card', { type: 'message', attachments: [{ ...CARD, content: {} }] }, /AdaptiveCard/],
    ['an event', { type: 'event' }, /type: event/],
  ])('is one with %s', (_, activity, reason) => {
    const verdict = check(activity)
    expect(verdict).toMatchObject({ status: 400, code: 'BadSyntax' })
    expect(verdict.reasons.join('\n')).toMatch(reason)
  })

  it('is one with suggestions in a group or channel', () => {
    const activity = message({ suggestedActions: { actions: [NEXT] } })
    expect(check(activity, 'groupChat').reasons).toEqual(['suggestedActions: not in a groupChat'])
    expect(check(activity, 'channel').reasons).toHaveLength(1)
  })

  it('is one of more than 80 KB, by two bytes a character', () => {
    const text = (length: number) => ({ type: 'message', text: 'ä'.repeat(length) })
    expect(countBytes(text(1)) - countBytes(text(0))).toBe(2)
    expect(check(text(40_000)).reasons).toEqual([])
    expect(check(text(42_000))).toMatchObject({
      status: 400,
      reasons: [expect.stringMatching(/bytes/)],
    })
    expect(check(text(52_000))).toMatchObject({ status: 413, code: 'MessageSizeTooBig' })
  })
})

describe('an activity that is shown badly', () => {
  it.each<[string, Fields, string]>([
    ['a heading', { type: 'message', text: '# Lage' }, 'markdown'],
    ['a table', { type: 'message', text: '| a | b |' }, 'markdown'],
    ['a mention of nobody', { type: 'message', text: 'Hallo <at>alle</at>' }, 'markdown'],
    ['a card nobody is told of', { type: 'message', attachments: [CARD] }, 'no-summary'],
  ])('is one with %s', (_, activity, rule) => {
    expect(check(activity)).toMatchObject({ reasons: [], breaches: [{ rule }] })
  })
})
