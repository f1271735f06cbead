import { fold } from './words.ts'

/** A word of a text (UTF-16 offsets, end exclusive). */
export interface Token {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
  /** What parts it from the token before. */
  readonly gap: string
}

/** A word with its hyphens and apostrophes: "Müller-Lüdenscheidt", "O'Brien"; an initial has its dot. */
const word = /\p{L}[\p{L}\p{M}]*(?:[-’'`]\p{L}[\p{L}\p{M}]*)*/gu

/** Where one name ends and another word begins. */
const together = /^(?:\.?[ \t\u00a0]+|\.[ \t]*)$/u

export function tokensOf(text: string): readonly Token[] {
  let before = 0
  return Array.from(text.matchAll(word), ({ 0: found, index }) => {
    const gap = text.slice(before, index)
    before = index + found.length
    const joint = joinedArticle.exec(found)?.[0].length ?? 0
    const [article, rest] = [found.slice(0, Math.max(0, joint - 1)), found.slice(joint)]
    const last = { text: rest, folded: fold(rest), start: index + joint, end: before }
    if (!article) return [{ ...last, gap }]
    const first = {
      text: article,
      folded: fold(article),
      start: index,
      end: index + joint - 1,
      gap,
    }
    // For all who look at it the article is a word of its own.
    return [first, { ...last, gap: ' ' }]
  }).flat()
}

/** "d'Frau", "s'Lisbeth", "z'Minga": an article of the south, and no part of the word. */
const joinedArticle = /^(?:[dsz]['’`](?=\p{L}{3})|[DS]['’`](?=(?:Frau|Herr)))/u

export function isNear(token: Token | undefined): boolean {
  return token !== undefined && together.test(token.gap)
}

/** "Krämpf" and "al-Masri", "dell’Acqua": a small article of the name is joined to it. */
export function isCapital(token: Token | undefined): boolean {
  return /^(?:\p{Lu}|(?:al|el|ul|az|ez|as|es|ad|an|ar|at|ash|abu|bin|ben|ait)-\p{Lu}|(?:dell|dall)[’']\p{Lu})/u.test(
    token?.text ?? '',
  )
}

/** Whether an earlier rule has put it there. */
export function isLabel(token: Token): boolean {
  return token.gap.endsWith('[')
}
