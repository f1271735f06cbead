interface Mention {
  readonly type: string
  readonly text?: string | null | undefined
  readonly mentioned?: { readonly id: string } | null | undefined
}

/**
 * What a person wrote, as people read it: every mention of the bot taken out, others as "[Person]",
 * quoted messages and HTML gone. Nothing of it is ever rendered as markup.
 */
export function plainText(text: string, mentions: readonly Mention[], bot: string): string {
  let plain = text.replace(/<quoted\b[^<>]*>(?:<\/quoted>)?/gi, ' ')
  for (const { type, text: mark, mentioned } of mentions.slice(0, 50)) {
    if (type !== 'mention' || !mark) continue
    plain = plain.split(mark).join(mentioned?.id === bot ? ' ' : '[Person]')
  }
  return fromHtml(plain)
}

/** The words of a piece of HTML; scripts and styles have none. Every part has an end, so that a hostile one costs no more. */
function fromHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]{0,5000}?-->/g, ' ')
    .replace(/<at\b[^<>]{0,300}>[^<>]{0,300}<\/at>/gi, '[Person]')
    .replace(/<br\s*\/?>|<\/p>|<\/div>|<\/li>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(
      /&(nbsp|lt|gt|quot|apos|#39|amp);/gi,
      (_, name: string) => entities[name.toLowerCase()] ?? ' ',
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** The words of a message as Teams writes it in HTML: without whom it names and whom it quotes. */
export function htmlWords(html: string): string {
  return fromHtml(
    html
      .replace(/<blockquote\b[\s\S]{0,5000}?<\/blockquote>/gi, ' ')
      .replace(/<span\b[^<>]*schema\.skype\.com\/Mention[^<>]*>[^<>]{0,300}<\/span>/gi, ' '),
  )
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  amp: '&',
}

/** Words that must stay words in Teams' Markdown: no link, picture, mention, list or heading of theirs. */
export function safe(text: string): string {
  return harmless(text)
    .replace(/[\\`*_~[\]#|!]/g, '\\$&')
    .replace(/^([^\S\n]*)([-+>])(?=\s)/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d{1,9})([.)])(?=\s)/gm, '$1\\$2')
}

/** Takes the power out of what would ping people or be a tag; the words stay readable. */
export function harmless(text: string): string {
  return text
    .replace(/<(?=[/a-z!@#?])/gi, '‹')
    .replace(/@(?=(?:here|channel|everyone|team)\b)/gi, '@\u2060')
}

/** At most so many characters, cut at a word, the ellipsis included. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '')
  const word = head.replace(/\s+\S*$/, '')
  return `${word.length > most / 2 ? word : head} …`
}
