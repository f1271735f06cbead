import { parseClock } from '../domain/time.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { type Element, elementsOf, parseHtml, textOf } from './markup.ts'
import { plainLine } from './plain.ts'
import { type Opened, toCues } from './timed-text.ts'

/** Whether text is a transcript in HTML: names in `<cite>`, times in `<time>`. */
export function isHtmlTranscript(text: string): boolean {
  return /<time\b[^>]*>\s*(?:\d+:)?\d{1,2}:\d{2}/i.test(text) && /<p\b/i.test(text)
}

/**
 * Reads the HTML transcript of the podcast namespace: `<cite>` names who speaks, `<time>` says when,
 * `<p>` is what is said. A paragraph before the first time is none that can be cited.
 *
 * @throws SourceError (`bad-source`) when nobody speaks at a known time
 */
export function parseHtmlTranscript(text: string, file: string): ParsedCues {
  const opened: Opened[] = []
  let [speaker, start] = ['', undefined as number | undefined]
  let lost = 0
  for (const element of elementsOf(parseHtml(text, file))) {
    if (element.name === 'cite') speaker = plainLine(textOf(element)).replace(/:$/, '')
    if (element.name === 'time') start = parseClock(plainLine(textOf(element))) ?? start
    if (element.name !== 'p') continue
    const said = plainLine(wordsOf(element))
    if (said === '') continue
    if (start === undefined) lost += 1
    else add(opened, { start, ...(speaker ? { speaker } : {}), text: said })
  }
  const parsed = parsedCues(toCues(opened), file)
  const warnings = lost === 0 ? [] : [`${file}: ${lost} Absätze ohne Zeit wurden ausgelassen.`]
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] }
}

// A name and a time that stand inside the paragraph are not said.
function wordsOf(element: Element): string {
  const outside = element.children.filter(
    (child) => typeof child === 'string' || !['cite', 'time'].includes(child.name),
  )
  return textOf({ ...element, children: outside })
}

// Paragraphs after one time belong together.
function add(opened: Opened[], cue: Opened): void {
  const last = opened.at(-1)
  if (last && last.start === cue.start && last.speaker === cue.speaker) {
    opened.splice(-1, 1, { ...last, text: `${last.text} ${cue.text}` })
  } else {
    opened.push(cue)
  }
}
