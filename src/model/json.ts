/** Longer than any draft; what is longer is not worth searching. */
const longest = 20_000

/** Openings that are tried before we give up on a text full of braces. */
const mostOpenings = 50

/**
 * The JSON object in what a model wrote, whatever it wrote around it; `undefined` when there is none.
 *
 * Thoughts (`<think>`), fences and prose are left out. Of several objects the last one counts: models
 * show examples first.
 */
export function readJson(text: string): object | undefined {
  const whole = parseObject(text)
  if (whole) return whole
  const spoken = withoutThoughts(text.slice(0, longest))
  return parseObject(spoken) ?? objectsIn(spoken).at(-1)
}

// Some chat templates swallow the opening tag, so everything before the last closing one goes.
function withoutThoughts(text: string): string {
  const closed = text.replace(/^[\s\S]*<\/(?:think|thinking|reasoning|thought)>/i, '')
  return closed.replace(/<(?:think|thinking|reasoning|thought)>[\s\S]*$/i, '')
}

function objectsIn(text: string): readonly object[] {
  const found: object[] = []
  let openings = 0
  for (let at = text.indexOf('{'); at >= 0 && openings < mostOpenings; openings += 1) {
    const end = closingBrace(text, at)
    const value = end === undefined ? undefined : parseObject(text.slice(at, end))
    if (value) found.push(value)
    at = text.indexOf('{', value && end ? end : at + 1)
  }
  return found
}

/** Just behind the brace that closes the one at `from`; braces in strings do not count. */
function closingBrace(text: string, from: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1
    if (token === '}') depth -= 1
    if (depth === 0) return from + index + 1
  }
  return undefined
}

// Without a grammar models break lines inside strings and leave commas before brackets.
function parseObject(text: string): object | undefined {
  const oneLine = text.replace(/\p{Cc}+/gu, ' ')
  for (const attempt of [text, oneLine, oneLine.replace(/,(\s*[}\]])/g, '$1')]) {
    const value = parse(attempt)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  }
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
