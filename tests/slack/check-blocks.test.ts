import { describe, expect, it } from 'vitest'
import { checkBlocks, type Surface } from './check-blocks.ts'
import { checkView } from './check-view.ts'
import { openFakeSlack } from './fake.ts'
import { toClient, toError } from './stage.ts'

const LABEL = { type: 'plain_text', text: 'Los' } as const
const BUTTON = { type: 'button', action_id: 'go', text: LABEL, value: 'a_01H' }
const OPTION = { text: LABEL, value: 'los' }
const INPUT = {
  type: 'input',
  block_id: 'why',
  label: LABEL,
  element: { type: 'plain_text_input', action_id: 'text', multiline: true },
}
const LINK = { type: 'link', url: 'https://podcast.example/f/12?t=754', text: 'Folge 12 · 12:34' }
const ANSWER = [
  { type: 'markdown', text: '**Kurz:** Die Meldefrist beträgt 72 Stunden [1].' },
  toRichText([{ type: 'rich_text_list', style: 'ordered', elements: [toSection([LINK])] }]),
  { type: 'actions', block_id: 'ans', elements: [{ ...BUTTON, style: 'primary' }] },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'KI-generiert · keine Rechtsberatung' }] },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'answer.feedback',
        positive_button: { text: LABEL, accessibility_label: 'hilfreich', value: 'a_01H:up' },
        negative_button: {
          text: LABEL,
          accessibility_label: 'nicht hilfreich',
          value: 'a_01H:down',
        },
      },
    ],
  },
]
const PLAYBOOK = [
  {
    type: 'plan',
    title: 'Playbook Datenpanne',
    tasks: [
      { type: 'task_card', task_id: 's1', title: 'Krisenstab einberufen', status: 'complete' },
      {
        type: 'task_card',
        task_id: 's2',
        title: 'Meldung an Aufsicht prüfen',
        status: 'in_progress',
        sources: [{ type: 'url', url: LINK.url, text: LINK.text }],
      },
    ],
  },
  {
    type: 'actions',
    elements: [BUTTON, { type: 'users_select', action_id: 'step.assign', placeholder: LABEL }],
  },
  { type: 'alert', level: 'warning', text: LABEL },
  { type: 'section', text: LABEL, expand: true, accessory: { ...BUTTON, url: LINK.url } },
]

function toSection(elements: readonly object[]): object {
  return { type: 'rich_text_section', elements }
}

function toRichText(elements: readonly object[]): object {
  return { type: 'rich_text', elements }
}

function toActions(...elements: readonly object[]): object {
  return { type: 'actions', elements }
}

function toText(length: number): object {
  return { type: 'plain_text', text: 'a'.repeat(length) }
}

describe('accepted', () => {
  it.each([
    ['the answer', ANSWER],
    ['the playbook', PLAYBOOK],
    ['nothing', []],
  ])('%s in a message', (_, blocks) => {
    expect(checkBlocks(blocks, 'message')).toEqual([])
  })

  it.each(['modal', 'home'] as const)('inputs and menus in a %s', (surface) => {
    const radio = { type: 'radio_buttons', action_id: 'reason', options: [OPTION] }
    const select = { type: 'static_select', action_id: 'book', options: [OPTION] }
    const blocks = [INPUT, { ...INPUT, block_id: 'radio', element: radio }, toActions(select)]
    expect(checkBlocks(blocks, surface)).toEqual([])
  })

  it('tables, cards and containers in a message', () => {
    const cell = { type: 'raw_text', text: 'a' }
    const card = { type: 'card', title: { type: 'mrkdwn', text: 'Folge 12' }, actions: [BUTTON] }
    const blocks = [
      { type: 'table', rows: [[cell, cell]] },
      { type: 'data_table', caption: 'Fristen', rows: [[cell], [cell]] },
      { type: 'carousel', elements: [card] },
      {
        type: 'container',
        title: LABEL,
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [{ type: 'divider' }],
      },
    ]
    expect(checkBlocks(blocks, 'message')).toEqual([])
  })
})

type Refused = readonly [what: string, blocks: unknown, surface?: Surface]

const text = { type: 'text', text: 'a' }
const REFUSED: readonly Refused[] = [
  ['no array', { type: 'divider' }],
  ['an unknown block', [{ type: 'text', text: 'a' }]],
  ['a file', [{ type: 'file', source: 'remote', external_id: '1' }]],
  ['an unknown property', [{ type: 'divider', color: 'red' }]],
  ['51 blocks', Array(51).fill({ type: 'divider' })],
  ['101 blocks in a home tab', Array(101).fill({ type: 'divider' }), 'home'],
  ['an input in a message', [INPUT]],
  ['markdown in a modal', [ANSWER[0]], 'modal'],
  ['markdown in a home tab', [ANSWER[0]], 'home'],
  ['feedback in a home tab', [ANSWER[4]], 'home'],
  ['a section without text', [{ type: 'section' }]],
  ['a section of 3001 characters', [{ type: 'section', text: toText(3_001) }]],
  ['an empty text', [{ type: 'section', text: toText(0) }]],
  ['a text without its object', [{ type: 'section', text: 'a' }]],
  ['11 fields', [{ type: 'section', fields: Array(11).fill(LABEL) }]],
  ['a field of 2001 characters', [{ type: 'section', fields: [toText(2_001)] }]],
  ['a header of 151 characters', [{ type: 'header', text: toText(151) }]],
  ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }]],
  ['11 context elements', [{ type: 'context', elements: Array(11).fill(LABEL) }]],
  [
    '26 actions',
    [toActions(...Array.from({ length: 26 }, (_, at) => ({ ...BUTTON, action_id: `${at}` })))],
  ],
  ['no actions', [toActions()]],
  ['a button of 76 characters', [toActions({ ...BUTTON, text: toText(76) })]],
  ['a value of 2001 characters', [toActions({ ...BUTTON, value: 'a'.repeat(2_001) })]],
  ['a label of 76 characters', [toActions({ ...BUTTON, accessibility_label: 'a'.repeat(76) })]],
  ['an address that is none', [toActions({ ...BUTTON, url: 'javascript:alert(1)' })]],
  [
    'an address of 3001 characters',
    [toActions({ ...BUTTON, url: `https://${'a'.repeat(3_000)}` })],
  ],
  ['an action_id of 256 characters', [toActions({ ...BUTTON, action_id: 'a'.repeat(256) })]],
  ['a block_id of 256 characters', [{ type: 'divider', block_id: 'a'.repeat(256) }]],
  ['a block_id twice', Array(2).fill({ type: 'divider', block_id: 'a' })],
  ['an action_id twice in one block', [toActions(BUTTON, BUTTON)]],
  ['feedback among actions', [toActions({ type: 'feedback_buttons' })]],
  ['a button in context_actions', [{ type: 'context_actions', elements: [BUTTON] }]],
  ['a select without options', [toActions({ type: 'static_select', action_id: 'a' })]],
  ['101 options', [toActions({ type: 'static_select', options: Array(101).fill(OPTION) })]],
  ['11 radio buttons', [toActions({ type: 'radio_buttons', options: Array(11).fill(OPTION) })]],
  ['an empty rich text', [toRichText([])]],
  ['an empty text in rich text', [toRichText([toSection([{ type: 'text', text: '' }])])]],
  ['text beside sections', [toRichText([text])]],
  [
    'a list of texts',
    [toRichText([{ type: 'rich_text_list', style: 'bullet', elements: [text] }])],
  ],
  ['a link that is no web address', [toRichText([toSection([{ ...LINK, url: 'mailto:a@b.de' }])])]],
  ['a task without a title', [{ type: 'task_card', task_id: 's1', status: 'complete' }]],
  [
    'a task with an unknown status',
    [{ type: 'task_card', task_id: 's', title: 'a', status: 'done' }],
  ],
  ['an alert of 201 characters', [{ type: 'alert', text: toText(201) }]],
  ['an alert of an unknown level', [{ type: 'alert', text: LABEL, level: 'danger' }]],
  ['12001 characters of markdown', Array(2).fill({ type: 'markdown', text: 'a'.repeat(6_001) })],
  ['two tables', Array(2).fill({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] })],
  ['markdown in a container', [{ type: 'container', title: LABEL, child_blocks: [ANSWER[0]] }]],
]

function inMessage([what, blocks, surface = 'message']: Refused) {
  return [what, blocks, surface] as const
}

describe('refused', () => {
  it.each(REFUSED.map(inMessage))('%s', (_, blocks, surface) => {
    expect(checkBlocks(blocks, surface)).not.toEqual([])
  })

  it('with the pointer to the place', () => {
    const blocks = [{ type: 'divider' }, { type: 'section', text: toText(0) }]
    expect(checkBlocks(blocks, 'message')).toEqual([
      'must be more than 0 characters [json-pointer:/blocks/1/text/text]',
    ])
  })

  it('by the API too, which says why', async () => {
    const slack = await openFakeSlack()
    const { chat, blocks } = toClient(slack)
    const broken = { blocks: [{ type: 'text', text: 'a' }] }
    await expect(chat.postMessage({ channel: 'C0STAB001', ...broken })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] unsupported type: text [json-pointer:/blocks/0/type]'],
        },
      },
    })
    expect(await toError(blocks.validate(broken))).toBe('invalid_blocks')
    expect(await toError(blocks.validate({ message: { blocks: [{ type: 'divider' }] } }))).toBe(
      'ok',
    )
    await slack.close()
  })
})

describe('a view', () => {
  const modal = { type: 'modal', title: LABEL, submit: LABEL, blocks: [INPUT] }

  it('is accepted within its limits', () => {
    const more = { callback_id: 'draft', private_metadata: 'a'.repeat(3_000), close: LABEL }
    expect(checkView({ ...modal, ...more })).toEqual([])
    expect(checkView({ type: 'home', blocks: [] })).toEqual([])
  })

  it.each([
    ['a title of 25 characters', { ...modal, title: toText(25) }],
    ['no title', { type: 'modal', blocks: [] }],
    ['a title on a home tab', { type: 'home', title: LABEL, blocks: [] }],
    ['3001 characters of metadata', { ...modal, private_metadata: 'a'.repeat(3_001) }],
    ['a callback_id of 256 characters', { ...modal, callback_id: 'a'.repeat(256) }],
    ['an input without submit', { type: 'modal', title: LABEL, blocks: [INPUT] }],
    ['101 blocks', { ...modal, blocks: Array(101).fill({ type: 'divider' }) }],
  ])('is refused with %s', (_, view) => {
    expect(checkView(view)).not.toEqual([])
  })
})
