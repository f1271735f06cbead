import Slugger from 'github-slugger'
import MarkdownIt, { type Token } from 'markdown-it'
import type { Section } from '../domain/documents.ts'
import { plainLine, plainLines } from './plain.ts'
import { type Spans, withoutSpans } from './spans.ts'

const introduction = 'anfang'

// Code comes first in each and stays: there a short-code is what the author shows.
const fence = '^(?:```|~~~)'
const code = `${fence}|\`[^\`\\n]+\``

const unseen: Spans = {
  opening: new RegExp(`${code}|<!--|<(?:script|style|noscript|iframe|svg|template)\\b`, 'gim'),
  endings: (opened) =>
    opened.startsWith('<!') ? ['-->'] : (codeEnd(opened) ?? ['>', `</${opened.slice(1)}\\s*>`]),
  instead: '',
}
// Hugo's, Liquid's, and the attributes of kramdown.
const shortCodes: Spans = {
  opening: new RegExp(`${code}|\\{\\{[^{}]*\\}\\}|\\{%|\\{:[^{}\\n]*\\}`, 'gm'),
  endings: (opened) => (opened === '{%' ? ['%\\}'] : (codeEnd(opened) ?? [])),
  instead: '',
}
const contentsList = /^[^\n]*\n[ \t]*\{:\s*toc\s*\}/gm
const blockTags: Spans = {
  opening:
    /<\/?(?:address|article|blockquote|br|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|summary|table|t[dhr]|ul)\b/gi,
  endings: () => ['>'],
  instead: '\n',
}
const tags: Spans = { opening: /<\/?[a-z!?]/gi, endings: () => ['>'], instead: '' }

// Code in a line is found as a whole, a block by its two fences.
function codeEnd(opened: string): readonly string[] | undefined {
  if (/^(?:```|~~~)$/.test(opened)) return [fence]
  return opened.startsWith('`') ? [] : undefined
}

const markdown = new MarkdownIt({ html: true })

/**
 * Cuts the body of a post at its headings into what a reader would see, without the empty sections.
 *
 * What stands before the first heading is headed by the title. A heading's own id (`{#id}`) is its
 * anchor, else it is made as GitHub makes it.
 */
export function parseSections(body: string, title: string): readonly Section[] {
  const slugger = new Slugger()
  const open: Draft[] = [{ anchor: slugger.slug(introduction), heading: title, blocks: [] }]
  for (const block of toBlocks(body)) {
    if (block.kind === 'heading') open.push(toDraft(block.text, slugger))
    else open.at(-1)?.blocks.push(block)
  }
  return open
    .map(({ anchor, heading, blocks }) => ({ anchor, heading, text: toLines(blocks) }))
    .filter(({ text }) => text !== '')
    .map((section, index) => ({ ...section, number: index + 1 }))
}

/** Markdown as the text a reader would see, headings among it. */
export function toPlainText(body: string): string {
  return toLines(toBlocks(body))
}

function toLines(blocks: readonly Block[]): string {
  const joined = blocks.map(({ kind, text }) => (kind === 'cell' ? ` | ${text}` : `\n${text}`))
  return joined.join('').trimStart()
}

interface Draft {
  readonly anchor: string
  readonly heading: string
  readonly blocks: Block[]
}

interface Block {
  readonly kind: 'heading' | 'cell' | 'text'
  readonly text: string
}

function toDraft(text: string, slugger: Slugger): Draft {
  const [whole = '', id = ''] = /\s*\{#([\w-]+)\}\s*$/u.exec(text) ?? []
  const heading = text.slice(0, text.length - whole.length)
  return { anchor: slugger.slug(id || heading, id !== ''), heading, blocks: [] }
}

function toBlocks(body: string): readonly Block[] {
  const seen = withoutSpans(body.replace(/\r\n?/g, '\n'), unseen).replace(contentsList, '')
  const tokens = markdown.parse(withoutSpans(seen, shortCodes), {})
  return tokens.flatMap((token, index) => {
    const text = textOf(token)
    return text === '' ? [] : [{ kind: kindOf(tokens.slice(Math.max(0, index - 2), index)), text }]
  })
}

// What opens a piece of text stands right before it; the first cell of a row begins a line.
function kindOf(before: readonly Token[]): Block['kind'] {
  const type = before.at(-1)?.type
  if (type === 'heading_open') return 'heading'
  const isCell = type === 'td_open' || type === 'th_open'
  return isCell && before.at(-2)?.type !== 'tr_open' ? 'cell' : 'text'
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'inline':
      return plainLine((token.children ?? []).map(inlineText).join(''))
    case 'fence':
    case 'code_block':
      return plainLines(token.content)
    case 'html_block':
      return plainLines(fromHtml(token.content))
    default:
      return ''
  }
}

function inlineText(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content
    case 'softbreak':
    case 'hardbreak':
      return ' '
    case 'html_inline':
      return /^<br\b/i.test(token.content) ? ' ' : ''
    default:
      return ''
  }
}

function fromHtml(html: string): string {
  return markdown.utils.unescapeAll(withoutSpans(withoutSpans(html, blockTags), tags))
}

/** A piece of text with its heading, if it has one of its own. */
export interface Part {
  readonly heading?: string
  readonly anchor?: string
  readonly lines: readonly string[]
}

/** Plain text that came with its headings, as sections; what has none of its own is headed by the title. */
export function toSections(parts: readonly Part[], title: string): readonly Section[] {
  const slugger = new Slugger()
  return parts
    .map(({ heading, anchor, lines }) => ({
      anchor: slugger.slug(anchor ?? heading ?? introduction, anchor !== undefined),
      heading: heading ?? title,
      text: lines.map(plainLine).filter(Boolean).join('\n'),
    }))
    .filter(({ text }) => text !== '')
    .map((section, index) => ({ ...section, number: index + 1 }))
}
