import type { Fields } from '../state.ts'
import { blockHtml, markdownHtml, safe } from './html.ts'
import { partsOf, type Shape, type Shown, wordsIn } from './shape.ts'
import { style } from './style.ts'

/** Widths of what people hold in their hands or have on their desk, in pixels. */
export const screens = { phone: 360, desktop: 700 } as const

/** All shapes on one page, each as on a phone and as on a desktop; it loads nothing. */
export function toPage(shapes: readonly Shape[]): string {
  const sections = shapes.map((shape) => {
    const frames = Object.keys(screens).map((screen) => frameHtml(shape, screen))
    return `<section><h2>${safe(shape.name)}: ${safe(shape.title)}</h2><div class="pair">${frames.join('')}</div></section>`
  })
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Sturmlotse in Slack</title><style>${style(screens)}</style>${sections.join('\n')}</html>`
}

function frameHtml({ name, shown }: Shape, screen: string): string {
  return `<div class="screen ${screen}" id="${name}-${screen}">${shown.map(shownHtml).join('')}</div>`
}

function shownHtml(shown: Shown): string {
  switch (shown.kind) {
    case 'person':
      return said('A', `<b class="name">Anna</b><p>${safe(shown.text)}</p>`, 'person')
    case 'status':
      return `<p class="status">Sturmlotse ${safe(shown.text)}</p>`
    case 'prompts':
      return `<div class="prompts"><p>${safe(shown.title)}</p>${shown.prompts.map((one) => `<button class="button">${safe(one)}</button>`).join('')}</div>`
    case 'view':
      return viewHtml(shown.view)
    case 'message':
      return messageHtml(shown.message)
  }
}

function said(initial: string, body: string, kind: string): string {
  return `<div class="message ${kind}"><div class="face">${initial}</div><div class="body">${body}</div></div>`
}

function messageHtml(message: Extract<Shown, { kind: 'message' }>['message']): string {
  const { blocks, chunks = [], text, ephemeralTo, edited } = message
  const body = [...chunkHtml(chunks), ...blocks.map(blockHtml)]
  const whole = body.length > 0 ? body.join('') : `<p>${safe(text)}</p>`
  const eyes = ephemeralTo ? '<p class="eyes">Nur für dich sichtbar</p>' : ''
  const mark = edited ? '<span class="edited">(bearbeitet)</span>' : ''
  return said(
    'S',
    `<b class="name">Sturmlotse</b><span class="app">APP</span>${eyes}${whole}${mark}`,
    'bot',
  )
}

/** What was ticked off, in its last state, above what was written. */
function chunkHtml(chunks: readonly Fields[]): readonly string[] {
  const ofType = (name: string) => chunks.filter(({ type }) => type === name)
  const states = new Map(ofType('task_update').map((one) => [one['id'], one]))
  const tasks = [...states.values()].map(
    ({ title, status }) =>
      `<li class="${safe(String(status))}">${status === 'complete' ? '✓' : '…'} ${safe(String(title))}</li>`,
  )
  const plan = ofType('plan_update').at(-1)
  const head = plan ? `<p>${safe(String(plan['title']))}</p>` : ''
  return [
    ...(tasks.length > 0 ? [`<div class="plan">${head}<ul>${tasks.join('')}</ul></div>`] : []),
    ...ofType('markdown_text').map(({ text }) => markdownHtml(String(text))),
  ]
}

function viewHtml({ type, title, submit, close, blocks }: Fields): string {
  const body = partsOf(blocks).map(blockHtml).join('')
  if (type === 'home') return `<div class="home">${body}</div>`
  const end = [close, submit]
    .map(wordsIn)
    .filter(Boolean)
    .map((text) => `<button class="button">${safe(text)}</button>`)
  return `<div class="modal"><h3 class="title">${safe(wordsIn(title))}</h3>${body}<div class="ends">${end.join('')}</div></div>`
}
