import { describe, expect, it } from 'vitest'
import { exchangePart } from '../../adapters/web/answer.ts'
import { render } from '../../adapters/web/html.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { blankReply } from '../../src/frame.ts'

const card: Reply = {
  ...blankReply('first-steps', 'en'),
  lead: 'Stop.',
  steps: [
    { title: 'Check <first>', items: ['Danger?', '<b>Data</b>?'], isOrdered: false },
    { title: 'Now', items: ['Secure.', 'Call.'], isOrdered: true },
  ],
  copy: { id: 'hs-0', title: 'Text', text: 'Zeile <eins>\nZeile zwei' },
  notes: ['House rule.'],
}

const page = (reply: Reply) => render(exchangePart({ asked: 'help', reply }, undefined))

describe('an exchange', () => {
  it('shows steps as lists under headings, numbered where their order counts', () => {
    const text = page(card)
    expect(text).toContain('<article class="exchange first-steps" lang="en"')
    expect(text).toMatch(/<h3>Check &lt;first&gt;<\/h3>\s*<ul>\s*<li>Danger\?<\/li>/)
    expect(text).toMatch(/<h3>Now<\/h3>\s*<ol>\s*<li>Secure\.<\/li>\s*<li>Call\.<\/li>\s*<\/ol>/)
    expect(text).toContain('<li>&lt;b&gt;Data&lt;/b&gt;?</li>')
  })

  it('shows the text to copy as a quote with its title, in its own language', () => {
    expect(page(card)).toMatch(
      /<h3>Text<\/h3>\s*<blockquote lang="de">Zeile &lt;eins&gt;\nZeile zwei<\/blockquote>/,
    )
  })

  it('keeps the order lead, steps, text, notes, disclosure', () => {
    const places = [
      'class="lead"',
      'class="steps"',
      'class="copy"',
      'class="notes"',
      'class="disclosure"',
    ]
    const found = places.map((place) => page(card).indexOf(place))
    expect(found).toEqual(found.toSorted((one, other) => one - other))
    expect(found).not.toContain(-1)
  })

  it('shows no list and no quote where there is none', () => {
    expect(page({ ...blankReply('notice', 'de'), lead: 'Gut.' })).not.toMatch(
      /<(?:ul|ol|h3|blockquote)/,
    )
  })
})
