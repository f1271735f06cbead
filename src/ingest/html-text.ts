import { type Element, parseHtml } from './markup.ts'
import { plainLine } from './plain.ts'

const blocks = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
)
const silent = new Set(
  'script style template noscript iframe svg object head audio video button select'.split(' '),
)

/** A line of a page as a reader sees it; `level` is that of a heading. */
export interface Line {
  readonly level?: number
  readonly anchor?: string
  readonly text: string
}

/** HTML as the lines a reader would see. Scripts, styles and frames have none. */
export function htmlLines(html: string, file: string): readonly Line[] {
  const lines: Line[] = []
  const draft = { text: '' }
  const flush = (heading?: Pick<Line, 'level' | 'anchor'>) => {
    const text = plainLine(draft.text)
    draft.text = ''
    if (text !== '') lines.push({ ...heading, text })
  }
  const visit = (element: Element): void => {
    if (silent.has(element.name)) return
    const isBlock = blocks.has(element.name)
    if (isBlock || element.name === 'br') flush()
    for (const child of element.children) {
      if (typeof child === 'string') draft.text += child
      else visit(child)
    }
    if (element.name === 'td' || element.name === 'th') draft.text += ' '
    if (isBlock) flush(headingOf(element))
  }
  visit(parseHtml(unescaped(html), file))
  flush()
  return lines
}

/** HTML as text, a line for each paragraph. */
export function htmlText(html: string, file: string): string {
  return htmlLines(html, file)
    .map(({ text }) => text)
    .join('\n')
}

function headingOf({ name, attributes }: Element): Pick<Line, 'level' | 'anchor'> | undefined {
  const [, level] = /^h([1-6])$/.exec(name) ?? []
  if (level === undefined) return undefined
  const { id } = attributes
  return { level: Number(level), ...(id && /^[\w-]+$/.test(id) ? { anchor: id } : {}) }
}

// Some feeds escape their HTML twice: then there is not one tag, but the names of many.
function unescaped(html: string): string {
  const isDouble =
    !/<[a-z/!]/i.test(html) && /&lt;\/?(?:p|br|a|ul|li|div|strong|em|h\d)\b/i.test(html)
  if (!isDouble) return html
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
