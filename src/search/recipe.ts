/**
 * What each kind of evidence counts beside that of whole words. 0 leaves an ingredient out; what each
 * of them is worth is measured by `npm run eval:ablation`.
 */
export interface Recipe {
  /** BM25: the frequency of a term saturates at `k1`; `b` is how much long passages are held back. */
  readonly k1: number
  readonly b: number
  /** Pieces of words. */
  readonly grams: number
  /** A word of grammar beside one that means something. */
  readonly stopWord: number
  /** What is no noun, where a question writes nouns with capitals. */
  readonly lesser: number
  /** What was asked before in the thread. */
  readonly earlier: number
  /** Words that answers of the asked form use ("wie schnell": Stunden, Frist). */
  readonly form: number
  /** How much more a passage counts whose episode or time was named. */
  readonly named: number
  /** Words that look or sound like one that no passage has. */
  readonly spelling: number
  /** Words that mean the same after the glossary. */
  readonly glossary: number
  /** Content words of the question that stand near each other. */
  readonly pairs: number
  /** Titles, chapters and voices above a passage, whole words and pieces. */
  readonly heads: number
  readonly headGrams: number
  /** Words in the neighbours of a passage. */
  readonly around: number
  /** The chapter and the whole document, each scored like one long passage. */
  readonly chapter: number
  readonly document: number
}

export const standard: Recipe = {
  k1: 0.9,
  b: 0.4,
  grams: 0.5,
  stopWord: 0.3,
  lesser: 0.85,
  earlier: 0.4,
  form: 0.25,
  named: 0.5,
  spelling: 1,
  glossary: 0.5,
  pairs: 0.3,
  heads: 1,
  headGrams: 0.3,
  around: 0.15,
  chapter: 0.3,
  document: 0.3,
}
