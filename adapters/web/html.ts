const key: unique symbol = Symbol('markup')

/** Text that is HTML already. Only `html` makes it: the key is not reachable from data. */
export interface Markup {
  readonly [key]: string
}

type Value = Markup | string | number | undefined | readonly Value[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Every value is escaped, lists are joined, `undefined` is left out. Attributes go in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const text = parts.map((part, index) => `${part}${toText(values[index])}`).join('')
  return { [key]: text }
}

export function render(markup: Markup): string {
  return markup[key]
}

/** An address that may stand in a link: `javascript:` and its like may not. */
export function webAddress(address: string | undefined): URL | undefined {
  const url = address && URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined
}

function toText(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
  if (typeof value === 'number') return String(value)
  return isMarkup(value) ? render(value) : value.map(toText).join('')
}

function isMarkup(value: Markup | readonly Value[]): value is Markup {
  return key in value
}
