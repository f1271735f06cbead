/** How a comment is handled: it stays, it is looked at, or it is secured and hidden at once. */
export type Colour = 'green' | 'yellow' | 'red'

/** What speaks for a colour, worst first. */
export type Ground =
  | 'child-images'
  | 'despair'
  | 'threat'
  | 'incitement'
  | 'coercion'
  | 'hunt'
  | 'hatred'
  | 'forbidden-sign'
  | 'denial'
  | 'sexual'
  | 'slander'
  | 'insult'
  | 'private-data'
  | 'accusation'
  | 'rumour'
  | 'degrading'
  | 'spam'
  | 'repeated'
  | 'unclear'
  | 'question'
  | 'criticism'

/** What a comment is and why; at least one ground. */
export interface Light {
  readonly colour: Colour
  readonly grounds: readonly [Ground, ...Ground[]]
}
