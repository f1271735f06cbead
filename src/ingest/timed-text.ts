import type { Cue } from '../domain/documents.ts'

/** What is said from a second on; how long, the next one tells. */
export interface Opened {
  readonly start: number
  readonly speaker?: string
  readonly text: string
}

const charactersPerSecond = 15

/**
 * Cues that end where the next one starts, but not long after their words are said: what lies between
 * is silence or music.
 */
export function toCues(opened: readonly Opened[]): readonly Cue[] {
  return opened.map((cue, index) => {
    const said = cue.start + Math.max(1, cue.text.length / charactersPerSecond)
    const next = opened.slice(index + 1).find(({ start }) => start > cue.start)?.start
    // Slow speakers need up to twice the time.
    const end = next === undefined ? said : Math.min(next, cue.start + 2 * (said - cue.start))
    return { ...cue, end }
  })
}
