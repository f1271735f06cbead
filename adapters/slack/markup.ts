/** How Slack writes a picture into a text; "10:30:15" is none. */
const emoji =
  /(?<![\p{L}\p{N}]):(?=[^:\s]{0,99}\p{L}|[+-]1:|100:)[\p{L}\p{N}_+'-]{1,100}:(?![\p{L}\p{N}])/gu

/**
 * What Slack wrote into a message for its own use, as people read it. Every part has an end, so that a
 * hostile text costs no more than a plain one.
 */
export function plainText(markup: string, botUser: string): string {
  return markup
    .replace(new RegExp(`<@${botUser}(?:\\|[^>]{0,99})?>`, 'g'), ' ')
    .replace(/<@[UW][A-Z0-9]{1,30}(?:\|[^>]{0,99})?>/g, '[Person]')
    .replace(
      /<#[A-Z0-9]{1,30}(?:\|([^>]{0,99}))?>/g,
      (_, name: string | undefined) => `#${name ?? 'Kanal'}`,
    )
    .replace(/<![^>]{0,300}>/g, ' ')
    .replace(/<(?:https?|mailto|tel):[^|>]{0,3000}\|([^>]{0,3000})>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^>]{0,3000})>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(emoji, ' ')
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
