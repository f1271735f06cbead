import { cut, harmless } from './markup.ts'

/** A block or a part of one, as Slack takes it. */
export type Block = Readonly<Record<string, unknown>>

/** Slack shows a message whole up to about this many characters of one text. */
const longest = 3000

/** Rich text takes words as they are: nothing in them is read as markup. */
export function words(text: string, style?: 'bold' | 'italic'): Block {
  const shown = cut(harmless(text), longest)
  return { type: 'text', text: shown, ...(style ? { style: { [style]: true } } : {}) }
}

export function link(url: string | undefined, text: string): Block {
  return url ? { type: 'link', url, text: cut(harmless(text), longest) } : words(text)
}

export function section(...elements: readonly Block[]): Block {
  return { type: 'rich_text_section', elements }
}

export function list(items: readonly (readonly Block[])[], isOrdered: boolean): Block {
  return {
    type: 'rich_text_list',
    style: isOrdered ? 'ordered' : 'bullet',
    elements: items.map((elements) => section(...elements)),
  }
}

/** Set apart, to be copied. */
export function quote(text: string): Block {
  return { type: 'rich_text_quote', elements: [words(text)] }
}

export function rich(...elements: readonly Block[]): Block {
  return { type: 'rich_text', elements }
}

/** Small print; plain, so that nothing in it is read as markup. */
export function small(...lines: readonly string[]): Block {
  const elements = lines.slice(0, 10).map((line) => plain(cut(harmless(line), 1900)))
  return { type: 'context', elements }
}

export function plain(text: string): Block {
  return { type: 'plain_text', text, emoji: false }
}

/** What a button does and carries: ids only, never words of people. */
export interface Press {
  readonly action: string
  readonly label: string
  readonly value: string
  /** Read aloud in place of the label where that is too short. */
  readonly spoken?: string
  readonly style?: 'primary' | 'danger'
  /** Opened as well. */
  readonly url?: string
}

export function button({ action, label, value, spoken, style, url }: Press): Block {
  return {
    type: 'button',
    action_id: action,
    text: plain(cut(label, 75)),
    value,
    ...(spoken ? { accessibility_label: cut(spoken, 75) } : {}),
    ...(style ? { style } : {}),
    ...(url ? { url } : {}),
  }
}

export function actions(id: string, ...elements: readonly Block[]): Block {
  return { type: 'actions', block_id: id, elements }
}
