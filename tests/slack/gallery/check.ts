import { checkBlocks } from '../check-blocks.ts'
import { checkView } from '../check-view.ts'
import { partsOf, type Shape, type Shown, wordsIn } from './shape.ts'

/** Slack cuts a label on a phone at about this many characters. */
const longestLabel = 30

/**
 * What is wrong with a shape, one line each: what Slack would refuse, and what people would stumble
 * over in any shape.
 */
export function problemsOf({ name, shown }: Shape): readonly string[] {
  const problems = shown.flatMap((one) => [...refused(one), ...promises(one)])
  const none = shown.some(({ kind }) => kind !== 'person') ? [] : ['nothing is shown']
  return [...problems, ...none].map((problem) => `${name}: ${problem}`)
}

function refused(shown: Shown): readonly string[] {
  if (shown.kind === 'view') {
    const { submit, callback_id: name } = shown.view
    // What is sent without a name reaches nobody, and people are told that something is broken.
    const nameless = submit && !name ? ['is sent without a callback_id'] : []
    return [...checkView(shown.view), ...nameless]
  }
  return shown.kind === 'message' ? checkBlocks(shown.message.blocks, 'message') : []
}

function promises(shown: Shown): readonly string[] {
  if (shown.kind !== 'view' && shown.kind !== 'message') return []
  const wire = JSON.stringify(shown)
  const labels = labelsIn(shown.kind === 'view' ? shown.view : shown.message.blocks)
  return [
    ...(/localhost|127\.0\.0\.1/.test(wire) ? ['leads to this machine alone'] : []),
    ...(/undefined|\[object|NaN/.test(wire) ? ['shows what should never be seen'] : []),
    ...labels
      .filter((label) => label.length > longestLabel)
      .map((label) => `a label is cut off on a phone: ${label}`),
    ...unmarked(wire),
  ]
}

// Every source we ship is invented, and says so wherever it is named.
function unmarked(wire: string): readonly string[] {
  const lines = wire.match(/(?:Werkstattgespräch|Beitrag: |Post: )[^"\\]*· \d{4}-\d\d-\d\d[^"\\]*/g)
  return (lines ?? [])
    .filter((line) => !line.includes('BEISPIEL (fiktiv)'))
    .map((line) => `a source does not say that it is invented: ${line}`)
}

function labelsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn)
  const [fields] = partsOf([value])
  if (!fields) return []
  const own = fields['type'] === 'button' ? [wordsIn(fields)] : []
  return [...own, ...Object.values(fields).flatMap(labelsIn)]
}
