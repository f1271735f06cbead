import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/domain/incident-events.ts'
import { html, type Markup } from './html.ts'

/** Where a form of the board is sent, and in whose name. */
export interface Sending {
  readonly id: string
  readonly by: Actor
}

/** A form that does one thing in an incident. Sent twice, it is done once. */
export function deedForm(
  { id, by }: Sending,
  deed: string,
  content: Markup | readonly Markup[],
): Markup {
  return html`<form class="deed" method="post" action="/lage/${id}/tat">
<input type="hidden" name="tat" value="${deed}"><input type="hidden" name="befehl" value="${randomUUID()}">
<input type="hidden" name="als" value="${by.role}"><input type="hidden" name="kuerzel" value="${by.person ?? ''}">
${content}</form>
`
}

export function hidden(name: string, value: string | number): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

export function button(text: string, kind = 'main'): Markup {
  return html`<button type="submit" class="${kind}">${text}</button>\n`
}

let fields = 0

// An id of its own for every field: a page has many forms of one kind.
function nextId(name: string): string {
  fields = (fields + 1) % 1_000_000
  return `${name}-${fields}`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly type?: string
  readonly isNeeded?: boolean
}

export function field({ name, label, value = '', type = 'text', isNeeded = false }: Field): Markup {
  const id = nextId(name)
  return html`<p class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="off"${isNeeded ? html` required` : ''}></p>
`
}

export function area({ name, label, value = '' }: Field): Markup {
  const id = nextId(name)
  return html`<p class="field"><label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="6">${value}</textarea></p>
`
}

interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly value?: string
}

export function choice({ name, label, options, value }: Choice): Markup {
  const id = nextId(name)
  return html`<p class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}">
${options.map(([one, text]) => html`<option value="${one}"${one === value ? html` selected` : ''}>${text}</option>\n`)}</select></p>
`
}

export function tick(name: string, label: string, isTicked: boolean): Markup {
  const id = nextId(name)
  return html`<p class="tick"><input id="${id}" type="checkbox" name="${name}" value="1"${isTicked ? html` checked` : ''}><label for="${id}">${label}</label></p>
`
}

/** What is seldom needed folds away. */
export function more(title: string, content: Markup | readonly Markup[]): Markup {
  return html`<details><summary>${title}</summary>
${content}</details>
`
}
