/** So many points where nobody asked for a number, and so many at most. */
const points = { usual: 5, most: 8 } as const

const numerals = 'ein zwei drei vier fünf sechs sieben acht neun zehn'.split(' ')
const english = 'one two three four five six seven eight nine ten'.split(' ')
const named =
  '(?:folgen?|episoden?|episodes?|sendung|ausgabe|beitr[aä]g\\p{L}*|blog-?(?:beitrag|post|artikel)|blogpost|artikels?|article|post|transkript\\p{L}*)'
const shortens =
  '(?:fass(?:e|t|en sie)?|zusammenfass\\p{L}*|zusammengefasst|zusammen ?fassen|kurzfassung|kurzversion|kernaussagen?|kernpunkte?n?|hauptaussagen?|hauptpunkte?n?|wichtigste\\p{L}* (?:punkte?n?|aussagen?|inhalte)|inhaltsangabe|überblick über|tl;?dr|resümee|summari[sz]e|summary|sum up|key (?:points|takeaways)|main points|takeaways|recap)'
const contents =
  "(?:worum|um was|wovon) (?:ging|geht|handelt|dreht)(?: es| e?s|'s| sich)?(?: denn| genau| eigentlich| nochmal)? in|(?:was ist|was war|what is|what was) (?:der )?(?:inhalt|thema|content) (?:von|der|des|of)|what (?:is|was) (?:the )?(?:episode|post|article)"
const count = new RegExp(
  `(?<!\\p{L})(\\d{1,2}|${[...numerals, ...english].join('|')})(?:en)? (?:kurzen |knappen |wichtigsten |short )?(?:punkte?n?|stich(?:punkte?n?|worten?)|sätzen?|zeilen|aussagen|thesen|bullets?|points?|sentences?|lines?)(?!\\p{L})`,
  'iu',
)
const short = new RegExp(`(?<!\\p{L})${shortens}(?!\\p{L})`, 'iu')
const about = new RegExp(`(?<!\\p{L})(?:${contents})(?!\\p{L})`, 'iu')
const source = new RegExp(
  `(?<!\\p{L})${named}(?!\\p{L})|(?<!\\p{L})\\p{L}{1,3}\\d{1,4}(?!\\p{L})`,
  'iu',
)

/** Whether a message wants a source in short; the source must be named as one. */
export function isSummary(text: string): boolean {
  if (!source.test(text)) return false
  return short.test(text) || about.test(text) || count.test(text)
}

/** How many points are wanted, 1 to 8. */
export function pointsIn(text: string): number {
  const word = count.exec(text)?.[1]?.toLowerCase()
  if (word === undefined) return points.usual
  const named = Math.max(numerals.indexOf(word), english.indexOf(word)) + 1
  const wanted = named > 0 ? named : Number(word)
  return Math.max(1, Math.min(points.most, wanted))
}

/** The words that only ask for something short: what is left names the source. */
export function withoutSummaryWords(text: string): string {
  return [short, about, count]
    .reduce((rest, one) => rest.replace(one, ' '), text)
    .replace(/(?<!\p{L})(?:zusammen|bitte|kurz|mir|please|in)(?!\p{L})/giu, ' ')
    .replace(new RegExp(`(?<!\\p{L})${named}(?!\\p{L})`, 'giu'), ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
