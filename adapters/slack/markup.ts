/** What Slack wrote into a message for its own use, as people read it. */
export function plainText(markup: string, botUser: string): string {
  return markup
    .replaceAll(`<@${botUser}>`, ' ')
    .replace(/<@[UW][A-Z0-9]+(?:\|[^>]*)?>/g, '[Person]')
    .replace(/<#[A-Z0-9]+(?:\|([^>]*))?>/g, (_, name: string | undefined) => `#${name ?? 'Kanal'}`)
    .replace(/<![^>]*>/g, ' ')
    .replace(/<(?:https?|mailto|tel):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/**
 * Takes the power out of what would ping people or open a place: `<!channel>`, `<@U1>`, `@here`.
 * The words stay readable.
 */
export function harmless(text: string): string {
  return text
    .replace(/<(?=[!@#]|(?:https?|mailto|tel|slack|javascript|data):)/gi, '‹')
    .replace(/@(?=(?:here|channel|everyone)\b)/gi, '@\u2060')
}

/** For the fields Slack reads markup in. */
export function escaped(text: string): string {
  return harmless(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** At most so many characters, cut at a word, never inside a character of two halves. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '')
  const word = head.replace(/\s+\S*$/, '')
  return `${word.length > most / 2 ? word : head} …`
}
