import MarkdownIt from 'markdown-it'
import type { Fields } from '../state.ts'
import { partsOf, wordsIn } from './shape.ts'

/** Streams are written as Markdown; Slack knows no HTML in it. */
const markdown = new MarkdownIt({ html: false, breaks: true })

export function markdownHtml(text: string): string {
  return `<div class="rich">${markdown.render(text)}</div>`
}

export function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function shown(value: unknown): string {
  return safe(wordsIn(value)).replaceAll('\n', '<br>')
}

/** A block about as Slack draws it; what is not known is named, so that it is missed by nobody. */
export function blockHtml(block: Fields): string {
  const elements = partsOf(block['elements'])
  switch (block['type']) {
    case 'header':
      return `<h3>${shown(block['text'])}</h3>`
    case 'section':
      return `<div class="section"><p>${shown(block['text'])}</p>${partsOf([block['accessory']]).map(elementHtml).join('')}</div>`
    case 'context':
      return `<div class="context">${elements.map((one) => `<span>${shown(one)}</span>`).join('')}</div>`
    case 'actions':
      return `<div class="actions">${elements.map(elementHtml).join('')}</div>`
    case 'context_actions':
      return `<div class="thumbs">${elements.map(feedbackHtml).join('')}</div>`
    case 'input':
      return inputHtml(block)
    case 'rich_text':
      return `<div class="rich">${elements.map(richHtml).join('')}</div>`
    case 'divider':
      return '<hr>'
    default:
      return `<p class="unknown">${safe(String(block['type']))}</p>`
  }
}

function elementHtml({ text, style, accessibility_label: spoken }: Fields): string {
  const kind = style === undefined ? '' : ` ${style}`
  const label = spoken === undefined ? '' : ` aria-label="${safe(wordsIn(spoken))}"`
  return `<button class="button${kind}"${label}>${shown(text)}</button>`
}

function feedbackHtml({ positive_button: good, negative_button: bad }: Fields): string {
  return [
    ['▲', good],
    ['▼', bad],
  ]
    .map(([icon, one]) => `<button class="thumb">${icon} ${shown(one)}</button>`)
    .join('')
}

function inputHtml({ label, hint, optional, element }: Fields): string {
  const field = partsOf([element]).map(fieldHtml).join('')
  const end = optional ? ' <i>(optional)</i>' : ''
  const note = hint ? `<p class="hint">${shown(hint)}</p>` : ''
  return `<div class="input"><b>${shown(label)}</b>${end}${field}${note}</div>`
}

function fieldHtml(element: Fields): string {
  const { type, placeholder, multiline, options } = element
  if (type === 'radio_buttons') {
    return partsOf(options)
      .map((one) => `<label class="radio"><input type="radio"> ${shown(one)}</label>`)
      .join('')
  }
  const value = element['initial_value'] ?? element['initial_option'] ?? element['initial_user']
  const words = value === undefined ? `<i>${shown(placeholder)}</i>` : shown(value)
  const kind = type === 'plain_text_input' ? '' : ' choice'
  return `<div class="field${multiline ? ' tall' : ''}${kind}">${words}&nbsp;</div>`
}

function richHtml(part: Fields): string {
  const elements = partsOf(part['elements'])
  switch (part['type']) {
    case 'rich_text_list': {
      const tag = part['style'] === 'ordered' ? 'ol' : 'ul'
      const items = elements.map((one) => `<li>${inner(one)}</li>`).join('')
      return `<${tag}>${items}</${tag}>`
    }
    case 'rich_text_quote':
      return `<blockquote>${inner(part)}</blockquote>`
    case 'rich_text_preformatted':
      return `<pre>${inner(part)}</pre>`
    default:
      return `<p>${inner(part)}</p>`
  }
}

function inner(part: Fields): string {
  return partsOf(part['elements']).map(inlineHtml).join('')
}

function inlineHtml(element: Fields): string {
  const { type, style, url } = element
  if (type === 'user') return `<span class="user">@${safe(String(element['user_id']))}</span>`
  const text = shown(element)
  const [styles = {}] = partsOf([style])
  const bold = styles['bold'] ? `<b>${text}</b>` : text
  const styled = styles['italic'] ? `<i>${bold}</i>` : bold
  return type === 'link' ? `<a href="${safe(String(url))}">${styled}</a>` : styled
}
