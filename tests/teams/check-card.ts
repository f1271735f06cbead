import { CHILDREN, COMMON, ELEMENTS } from './card-elements.ts'
import { type Fields, isFields, toList } from './state.ts'

const MAX_BYTES = 28 * 1024
const MAX_ACTIONS = 6
const MAX_VIEWERS = 60
/** A line of this length fits on a telephone. */
const SHORT = 40

/** A reference that says nothing to the reader, and that a reader may well change. */
const OPAQUE = /^[\w.:/@=+-]{1,200}$/

/**
 * What is wrong with an Adaptive Card for Teams, one line each with the path to the place.
 *
 * Empty when it is a card of version 1.5 at most that every client of Teams can show.
 */
export function checkCard(card: unknown): readonly string[] {
  if (!isFields(card) || card['type'] !== 'AdaptiveCard') return ['card: is no AdaptiveCard']
  const bytes = Buffer.byteLength(JSON.stringify(card))
  const { version, lang, fallbackText, actions } = card
  return [
    ...(bytes > MAX_BYTES ? [`card: has ${bytes} bytes`] : []),
    ...(/^1\.[0-5]$/.test(String(version)) ? [] : [`card.version: ${version}`]),
    ...(isText(lang) ? [] : ['card.lang: is missing']),
    ...(isText(fallbackText) ? [] : ['card.fallbackText: is missing']),
    ...(toList(actions).length > MAX_ACTIONS ? [`card.actions: more than ${MAX_ACTIONS}`] : []),
    ...checkRefresh(card['refresh']),
    ...checkElement(card, 'card', 'AdaptiveCard'),
    ...findDoubles(collectIds(card)).map((id) => `card: the id ${id} is not unique`),
  ]
}

function checkRefresh(refresh: unknown): readonly string[] {
  if (!isFields(refresh)) return []
  const { action, userIds } = refresh
  const viewers = Array.isArray(userIds) ? userIds.length : 0
  return [
    ...(viewers > MAX_VIEWERS ? [`card.refresh: ${viewers} people`] : []),
    // Nobody presses it, so it needs no title and no older form.
    ...checkElement(
      { title: 'refresh', fallback: 'drop', ...toFields(action) },
      'card.refresh',
      '',
    ),
  ]
}

function checkElement(node: Fields, path: string, implied: string): readonly string[] {
  const type = String(node['type'] ?? implied)
  const known = ELEMENTS[type]
  if (!known) return [`${path}: ${type} is no element of 1.5`]
  const missing = known.must.filter((name) => node[name] === undefined || node[name] === '')
  const strange = Object.keys(node).filter(
    (name) => !COMMON.includes(name) && !known.must.includes(name) && !known.may.includes(name),
  )
  return [
    ...missing.map((name) => `${path}: ${type} needs ${name}`),
    ...strange.map((name) => `${path}: ${type} has no ${name}`),
    ...checkWords(node, path, type),
    ...checkAction(node, path, type),
    ...CHILDREN.flatMap((name) => checkChildren(node, { name, path, type })),
  ]
}

interface Branch {
  readonly name: string
  readonly path: string
  readonly type: string
}

function checkChildren(node: Fields, { name, path, type }: Branch): readonly string[] {
  // The columns of a table only say how wide they are.
  if (type === 'Table' && name === 'columns') return []
  const value = node[name]
  const isList = Array.isArray(value)
  const implied = name === 'columns' ? 'Column' : ''
  return toList(isList ? value : [value]).flatMap((child, index) =>
    checkElement(child, `${path}.${name}${isList ? `[${index}]` : ''}`, implied),
  )
}

function checkWords(node: Fields, path: string, type: string): readonly string[] {
  const { text, wrap } = node
  if (type !== 'TextBlock' || typeof text !== 'string') return []
  return [
    ...(text.length > SHORT && wrap !== true
      ? [`${path}: ${text.length} characters unwrapped`]
      : []),
    ...(/<(?!\/?at>)\/?[a-z][^>]*>/i.test(text) ? [`${path}: HTML is shown as it is`] : []),
    ...(/^#{1,6} /m.test(text) ? [`${path}: a heading is not rendered`] : []),
    ...(/^\s*\|.*\|\s*$/m.test(text) ? [`${path}: a table is not rendered`] : []),
  ]
}

function checkAction(node: Fields, path: string, type: string): readonly string[] {
  const { data, url, fallback } = node
  const isWeb = typeof url === 'string' && /^https?:\/\/[^\s/]+/.test(url)
  const isForm = isFields(fallback) && fallback['type'] === 'Action.Submit'
  return [
    ...(type === 'Action.OpenUrl' && !isWeb ? [`${path}: ${url} is no web address`] : []),
    ...(type === 'Action.Execute' && fallback !== 'drop' && !isForm
      ? [`${path}: the fallback is no Action.Submit`]
      : []),
    ...(data === undefined ? [] : checkData(data, path)),
  ]
}

/** What a button brings back goes through the reader's hands: references only. */
function checkData(data: unknown, path: string): readonly string[] {
  if (!isFields(data)) return [`${path}.data: is no object`]
  return Object.entries(data)
    .filter(([name, value]) => name !== 'msteams' && !OPAQUE.test(isText(value) ? value : ''))
    .map(([name]) => `${path}.data.${name}: is no opaque text`)
}

/** An older form of an element may have its id. */
function collectIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(collectIds)
  if (!isFields(value)) return []
  const inner = CHILDREN.filter((name) => name !== 'fallback')
  const ids = inner.flatMap((name) => collectIds(value[name]))
  return isText(value['id']) ? [value['id'], ...ids] : ids
}

function findDoubles(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function toFields(value: unknown): Fields {
  return isFields(value) ? value : {}
}
