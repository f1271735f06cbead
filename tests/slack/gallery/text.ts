import type { Fields } from '../state.ts'
import { partsOf, type Shape, type Shown, wordsIn } from './shape.ts'

/** A shape as plain lines: what stands on the screen, with buttons in brackets. */
export function toText({ name, title, shown }: Shape): string {
  const head = `== ${name}: ${title} `
  return [head.padEnd(78, '='), ...shown.map(textOf)].join('\n\n')
}

function textOf(shown: Shown): string {
  switch (shown.kind) {
    case 'person':
      return `> ${shown.text}`
    case 'status':
      return `Sturmlotse ${shown.text}`
    case 'prompts':
      return [shown.title, ...shown.prompts.map((one) => `  [${one}]`)].join('\n')
    case 'view':
      return indent(viewText(shown.view))
    case 'message':
      return indent(messageText(shown.message))
  }
}

function messageText({ blocks, chunks = [], ephemeralTo, text }: MessageLike): string {
  const body = [...chunkLines(chunks), ...blocks.map(blockText)].filter(Boolean).join('\n')
  const facts = [
    ephemeralTo ? 'nur für eine Person' : '',
    `${body.length} Zeichen`,
    text ? `Vorlesetext ${text.length}` : 'kein Vorlesetext',
  ]
  return `(${facts.filter(Boolean).join(' · ')})\n${body || text}`
}

type MessageLike = Extract<Shown, { kind: 'message' }>['message']

/** The last state of each task, then what was written. */
function chunkLines(chunks: readonly Fields[]): readonly string[] {
  const tasks = new Map(
    chunks
      .filter(({ type }) => type === 'task_update')
      .map((chunk) => [chunk['id'], `☑ ${chunk['title']} (${chunk['status']})`] as const),
  )
  const written = chunks
    .filter(({ type }) => type === 'markdown_text')
    .map(({ text }) => String(text).replace(/\\(.)/g, '$1'))
  return [...tasks.values(), ...written]
}

function viewText({ title, submit, close, blocks }: Fields): string {
  const head = title ? `┌ ${wordsIn(title)} (${wordsIn(title).length} von 24)` : '┌ Startseite'
  const ends = [close, submit].map(wordsIn).filter(Boolean)
  const end = `└ ${ends.map((one) => `[${one}]`).join(' ')}`
  return [head, ...partsOf(blocks).map(blockText), end].join('\n')
}

function blockText(block: Fields): string {
  const elements = partsOf(block['elements'])
  switch (block['type']) {
    case 'header':
      return `# ${wordsIn(block['text'])}`
    case 'section': {
      const side = block['accessory'] ? ` ${elementText(partsOf([block['accessory']])[0])}` : ''
      return `${wordsIn(block['text'])}${side}`
    }
    case 'context':
      return elements.map((one) => `~ ${wordsIn(one)}`).join('\n')
    case 'actions':
    case 'context_actions':
      return elements.map(elementText).join(' ')
    case 'input':
      return inputText(block)
    case 'rich_text':
      return elements.map(richText).join('\n')
    default:
      return `(${block['type']})`
  }
}

function elementText(element: Fields | undefined): string {
  if (element?.['type'] !== 'feedback_buttons') return `[${wordsIn(element?.['text'])}]`
  const { positive_button: good, negative_button: bad } = element
  return `[+ ${wordsIn(good)}] [- ${wordsIn(bad)}]`
}

function inputText({ label, hint, optional, element }: Fields): string {
  const [input] = partsOf([element])
  const chosen = input?.['initial_option'] ?? input?.['initial_value'] ?? input?.['initial_user']
  const options = input?.['type'] === 'radio_buttons' ? partsOf(input['options']) : []
  const head = `${wordsIn(label)}${optional ? ' (optional)' : ''}: ____${wordsIn(chosen)}____`
  const note = hint ? [`  ~ ${wordsIn(hint)}`] : []
  return [head, ...options.map((one) => `  ( ) ${wordsIn(one)}`), ...note].join('\n')
}

function richText(part: Fields): string {
  const elements = partsOf(part['elements'])
  if (part['type'] === 'rich_text_list') {
    return elements
      .map((one, at) => `  ${part['style'] === 'ordered' ? `${at + 1}.` : '•'} ${richText(one)}`)
      .join('\n')
  }
  const line = elements.map(inlineText).join('')
  return part['type'] === 'rich_text_quote' ? `| ${line.replaceAll('\n', '\n| ')}` : line
}

function inlineText(element: Fields): string {
  if (element['type'] === 'user') return `@${element['user_id']}`
  if (element['type'] === 'link') return `${wordsIn(element)} <${element['url']}>`
  const { style } = element
  const isBold = typeof style === 'object' && style !== null && 'bold' in style
  return isBold ? `*${wordsIn(element)}*` : wordsIn(element)
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
