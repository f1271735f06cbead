const memory = 20_000

/** What a function says of a word, kept for the words that come again; all is dropped when there are too many. */
export function remember<T extends boolean | string>(
  tell: (word: string) => T,
): (word: string) => T {
  const told = new Map<string, T>()
  return (word) => {
    const known = told.get(word)
    if (known !== undefined) return known
    const said = tell(word)
    if (told.size >= memory) told.clear()
    told.set(word, said)
    return said
  }
}
