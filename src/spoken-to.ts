import type { Style } from './restyle.ts'
import { wishOf } from './wish.ts'

/** A question with its thread, as it was typed. */
interface Typed {
  readonly question: string
  readonly earlier: readonly string[]
}

/**
 * What is asked in a thread that is nothing but what was typed, and how it is to be said: a wish such as
 * "Sie-Form bitte" is no question, but means the one before it, and how to be spoken to holds from then on.
 */
export function spokenTo({ question, earlier }: Typed): Typed & { readonly style: Style } {
  const said = earlier.map((text) => ({ text, style: styleIn(text) }))
  const asked = said.filter(({ style }) => !style).map(({ text }) => text)
  const own = styleIn(question)
  const { address } = [...said.map(({ style }) => style), own].reduce<Style>(
    (held, style) => (style?.address ? style : held),
    {},
  )
  const style = { ...own, ...(address ? { address } : {}) }
  const last = asked.at(-1)
  return own && last !== undefined
    ? { question: last, earlier: asked.slice(0, -1), style }
    : { question, earlier: asked, style }
}

function styleIn(text: string): Style | undefined {
  return wishOf({ text, isCommand: false }).style
}
