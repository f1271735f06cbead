import { describe, expect, it } from 'vitest'
import { checkCard } from './check-card.ts'
import type { Fields } from './state.ts'

const SUBMIT = {
  type: 'Action.Submit',
  title: 'Erledigt',
  data: { verb: 'step.done', ref: 'inc_7:s2' },
}
const EXECUTE = {
  type: 'Action.Execute',
  title: 'Erledigt',
  verb: 'step.done',
  data: { ref: 'inc_7:s2:v4' },
  fallback: SUBMIT,
}
const TITLE = { type: 'TextBlock', text: 'Playbook', style: 'heading', size: 'Large', wrap: true }
const STEP = {
  type: 'TextBlock',
  text: 'Meldung an die Aufsichtsbehörde prüfen und festhalten',
  wrap: true,
}

function card(over: Fields = {}): Fields {
  const head = { type: 'AdaptiveCard', version: '1.5', lang: 'de', fallbackText: 'Playbook' }
  return { ...head, body: [TITLE, STEP], actions: [EXECUTE], ...over }
}

function body(...elements: readonly Fields[]): Fields {
  return card({ body: elements })
}

function acting(action: Fields): Fields {
  return card({ actions: [action] })
}

const TOWN = {
  type: 'Input.Text',
  id: 'name',
  label: 'Ort',
  isRequired: true,
  errorMessage: 'Fehlt',
}

describe('a card that Teams shows', () => {
  it.each<[string, Fields]>([
    [
      'a checklist',
      card({
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        msteams: { width: 'Full' },
      }),
    ],
    [
      'a form',
      body(TOWN, {
        type: 'Input.ChoiceSet',
        id: 'size',
        label: 'Größe',
        choices: [{ title: 'Klein', value: 's' }],
      }),
    ],
    [
      'columns, without their type',
      body({ type: 'ColumnSet', columns: [{ width: 'auto', items: [TITLE] }] }),
    ],
    [
      'a table',
      body({
        type: 'Table',
        columns: [{ width: 1 }],
        rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [STEP] }] }],
      }),
    ],
    [
      'rich text',
      body({ type: 'RichTextBlock', inlines: ['a', { type: 'TextRun', text: 'b', italic: true }] }),
    ],
    [
      'facts in a container',
      body({
        type: 'Container',
        items: [{ type: 'FactSet', facts: [{ title: 'a', value: 'b' }] }],
      }),
    ],
    [
      'one that opens below',
      acting({
        type: 'Action.ShowCard',
        title: 'Mehr',
        card: { type: 'AdaptiveCard', body: [STEP] },
      }),
    ],
    [
      'one that refreshes',
      card({
        refresh: {
          action: { type: 'Action.Execute', verb: 'refresh', data: {} },
          userIds: ['29:a'],
        },
      }),
    ],
    [
      'one whose dialog Teams opens',
      acting({ ...SUBMIT, data: { msteams: { type: 'task/fetch' }, ref: 'a' } }),
    ],
    [
      'a link',
      acting({ type: 'Action.OpenUrl', title: 'Stelle', url: 'https://podcast.example/f?t=754' }),
    ],
  ])('is %s', (_, content) => {
    expect(checkCard(content)).toEqual([])
  })
})

describe('a card that Teams would not show as meant', () => {
  it.each<[string, unknown, RegExp]>([
    ['no card at all', 'Karte', /no AdaptiveCard/],
    ['a later version', card({ version: '1.6' }), /version: 1.6/],
    ['no language', card({ lang: undefined }), /lang/],
    ['no fallback', card({ fallbackText: '' }), /fallbackText/],
    ['more than 28 KB', body(...Array.from({ length: 400 }, () => STEP)), /bytes/],
    ['a long line that is cut', body({ ...STEP, wrap: false }), /unwrapped/],
    ['an element of 1.6', body({ type: 'Carousel', pages: [] }), /Carousel is no element/],
    ['a property of 1.6', body({ ...TITLE, labelFor: 'x' }), /TextBlock has no labelFor/],
    [
      'a deep mistake',
      body({ type: 'ColumnSet', columns: [{ items: [{ type: 'Badge' }] }] }),
      /card\.body\[0\]\.columns\[0\]\.items\[0\]: Badge/,
    ],
    ['HTML', body({ ...TITLE, text: 'a <b>b</b>' }), /HTML/],
    ['a markdown heading', body({ ...TITLE, text: '# Lage' }), /heading/],
    ['a markdown table', body({ ...TITLE, text: '| a | b |' }), /table/],
    [
      'an input without a label',
      body({ type: 'Input.Text', id: 'name' }),
      /Input.Text needs label/,
    ],
    ['one id twice', body(TOWN, TOWN), /name is not unique/],
    [
      'a picture without words',
      body({ type: 'Image', url: 'https://a.example/b.png' }),
      /needs altText/,
    ],
    ['no verb', acting({ ...EXECUTE, verb: undefined }), /needs verb/],
    ['nothing for older clients', acting({ ...EXECUTE, fallback: undefined }), /needs fallback/],
    [
      'a link as the older form',
      acting({
        ...EXECUTE,
        fallback: { type: 'Action.OpenUrl', title: 'a', url: 'https://a.example' },
      }),
      /no Action.Submit/,
    ],
    [
      'a sentence in its data',
      acting({ ...SUBMIT, data: { text: 'Wir sagen nichts dazu.' } }),
      /data.text: is no opaque/,
    ],
    ['an object in its data', acting({ ...SUBMIT, data: { step: { id: 1 } } }), /data.step/],
    ['data that are no object', acting({ ...SUBMIT, data: 'inc_7' }), /is no object/],
    [
      'a script as a link',
      acting({ type: 'Action.OpenUrl', title: 'a', url: 'javascript:alert(1)' }),
      /no web address/,
    ],
    ['seven actions', card({ actions: Array.from({ length: 7 }, () => SUBMIT) }), /more than 6/],
    [
      '61 people',
      card({ refresh: { action: EXECUTE, userIds: Array.from({ length: 61 }, String) } }),
      /61 people/,
    ],
  ])('is one with %s', (_, content, reason) => {
    expect(checkCard(content).join('\n')).toMatch(reason)
  })
})
