import { sentences } from '../german/sentences.ts'

/** Longer than this nobody reads on a phone. */
const longest = 300

/** What comes after this of a text without end is not even cleaned. */
const longestRead = 2000

const clock = String.raw`\d+(?:\s?[:∶꞉ː]\s?\d{2,})+(?:[.,]\d+)?`
const before = String.raw`(?:(?<!\p{L})(?:um|bei|ab|bis|gegen|at|by|from|until|in|aus|laut|siehe|vgl\.)\s+)?`
const ones =
  'ein(?:s|e[rnms]?)?|erste[rnms]?|zwei(?:te[rnms]?)?|dritte[rnms]?|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty'
const number = String.raw`(?:\d[\p{L}\d]*|(?:(?:${ones})(?:und|zehn|teen|te[rnms]?|ste[rnms]?)?)+(?![\p{L}\d]))`
const ordinal = String.raw`(?:\d{1,3}\.|(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte|\p{L}+(?:zehnte|zigste|ßigste))[rnms]?|first|second|third|fourth|fifth)`
const unit = '(?:Folgen?|Podcastfolgen?|Episoden?|Episodes?|Ausgaben?|Passagen?|Passages?)'
// A dot between two words is an address; German abbreviations have a letter before it.
const domain = String.raw`(?:xn--[a-z\d-]+|\p{L}{2,})`

/** What a model must not write, and what is left of it. Every rule makes the text shorter. */
const rules: readonly (readonly [pattern: string, left: string])[] = [
  // Invisible characters, mentions as Slack and Teams write them, anything that looks like a tag.
  [String.raw`[\p{Cf}\p{Cs}\p{Co}\uFE0F]`, ''],
  ['<[^<>]*>|[<>]', ''],
  [String.raw`&#?\w{1,10};`, ''],
  // Images and links in Markdown; a link keeps its words.
  [String.raw`!\[[^\]]*\](?:\([^)]*\)?|\[[^\]]*\])`, ''],
  [String.raw`\[([^\]]*)\](?:\([^)]*\)?|\[[^\]]*\])`, '$1'],
  [String.raw`\](?=\()|!(?=\[)`, ''],
  [String.raw`\[\^?\d+\]|\[P\d+\]`, ''],
  // Addresses, with or without a scheme.
  [String.raw`[\p{L}\d+.-]*:?\/\/\S*`, ''],
  [String.raw`(?:javascript|vbscript|mailto)\s?:\S*`, ''],
  [String.raw`(?<!\p{L})(?:data|tel|sms|file|blob|msteams|slack)\s?:\S+`, ''],
  [String.raw`www\.\S*`, ''],
  [String.raw`(?<![\p{L}\d])(?:[\p{L}\d_-]+\.)+${domain}(?![\p{L}\d])(?:[:/?#]\S*)?`, ''],
  [String.raw`\S+\s?(?:\(|\[)\s?(?:at|ät)\s?(?:\)|\])\s?\S+`, ''],
  [
    `${before}(?<!\\p{L})(?:der|die|das|the)?\\s*(?<![\\p{L}\\d])${ordinal}\\s+${unit}(?!\\p{L})`,
    '',
  ],
  [String.raw`(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)(?:[:/]\S*)?`, ''],
  // Mail and mentions.
  [String.raw`[^\s@]*@[^\s@]*`, ''],
  [String.raw`!(?:channel|here|everyone|subteam)\S*`, ''],
  // Times in a recording and numbers of episodes and passages.
  [
    `${before}${clock}(?:\\s*(?:–|-|bis|to)\\s*${clock})?(?:\\s*(?:Uhr|h|min|a\\.?m\\.?|p\\.?m\\.?)(?!\\p{L}))?`,
    '',
  ],
  [
    `${before}(?<!\\p{L})(?:der\\s+)?(?:Minute|Min\\.|Sekunde|Sek\\.|Zeitmarke|Timestamp)\\s*${number}`,
    '',
  ],
  [String.raw`(?<![\p{L}\d])\d{1,3}\s?m(?:in)?\s?\d{1,2}\s?s(?:ek|ec)?(?!\p{L})`, ''],
  [
    `${before}(?<!\\p{L})(?:der\\s+|the\\s+)?(?:Folgen?|Podcastfolge|Episoden?|Episodes?|Ep\\.?|Ausgabe|Passagen?|Passages?)\\s*(?:Nr\\.?\\s*|Nummer\\s+|number\\s+|no\\.?\\s*|#\\s*)?${number}(?:\\s*(?:und|and|,|&)\\s*\\d+)*`,
    '',
  ],
  [`${before}(?<![\\p{L}\\d])(?:S\\d{1,2}\\s?)?[EP]\\d{1,3}(?![\\p{L}\\d])`, ''],
  // Formatting; the star in "Bürger*innen" is spelling.
  [String.raw`[\x60~|\\]|(?<!\p{L})[*_]+|[*_]+(?!\p{L})`, ''],
  [String.raw`^[\s#>+•–-]+`, ''],
  // What the removals leave behind.
  [String.raw`\(\s*[,;–-]?\s*\)|\[\s*\]`, ''],
  [String.raw`\s+([.,;:!?)])`, '$1'],
  ['([,;:])(?=[.!?])', ''],
  [String.raw`\s{2,}|\p{Cc}`, ' '],
]

const patterns = rules.map(([pattern, left]) => [new RegExp(pattern, 'giu'), left] as const)

/**
 * The text of a claim without anything the model must not write: times, links, addresses, mentions,
 * numbers of episodes and passages, markup, invisible characters. Empty when no word is left.
 *
 * Rules run until none applies, so that nothing is put together by what was taken out of its middle.
 */
export function cleanClaim(text: string): string {
  let clean = narrow(text.slice(0, longestRead).normalize('NFC').toWellFormed())
  for (let last = ''; last !== clean; ) {
    last = clean
    for (const [pattern, left] of patterns) clean = clean.replace(pattern, left)
    clean = clean.trim()
  }
  return /\p{L}{2}/u.test(clean) ? cut(clean) : ''
}

// Full-width letters and signs are the same to a reader and to some linkifiers.
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0),
  )
}

// At the end of a sentence, or, where the first one is too long, behind a word.
function cut(text: string): string {
  if (text.length <= longest) return text
  const whole = sentences(text).findLast(({ end }) => end <= longest)
  if (whole && whole.end > longest / 3) return text.slice(0, whole.end)
  const head = text.slice(0, longest - 1)
  const space = head.lastIndexOf(' ')
  const end = space > longest / 3 ? space : head.length
  return `${head.slice(0, end).replace(/[\s,;:–-]+$|\p{Cs}$/u, '')}…`
}
