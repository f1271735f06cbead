/** How a text looks and speaks, whatever it speaks of. */
const markers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['asks at the end', /\?\s*["'“”»)]*\s*$/u],
  ['asks', /\?/u],
  ['cries', /[?!]{2}/u],
  ['exclaims', /!/u],
  ['loud', /\p{Lu}{5}/u],
  ['picture', /\p{Extended_Pictographic}/u],
  ['quote', /["„“»‚']\S/u],
  ['clock', /\d{1,2}[:.]\d{2}|\d{1,2} ?uhr/iu],
  ['many', /\d{3,}/u],
  ['figure', /\d/u],
  ['named', /(?:herr|frau)n? \p{Lu}|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u],
  ['link', /https?:|www\.|\.(?:de|com)\b/u],
  ['dots', /…|\.\.\./u],
]

/** Texts of fewer words than these are of one length. */
const lengths = [5, 10, 18, 30, 50]

/** The names of the markers of a text of so many words. */
export function markersOf(text: string, count: number): readonly string[] {
  const length = lengths.findIndex((most) => count < most)
  return [
    ...markers.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : [])),
    ...(text === text.toLowerCase() ? ['small letters'] : []),
    `length ${length}`,
  ]
}
