/**
 * Where a term occurs, as it lies in the file: one group a document, in order of their numbers.
 *
 * A group is `document, bytes, places` in variable-length numbers; `bytes` is the length of the
 * places, so that a group is passed over without reading it. A place is the distance from the place
 * before, doubled; odd where the term occurs more than once, and then followed by how often.
 */
export interface Place {
  readonly ordinal: number
  readonly times: number
}

/** One document's group; `places` in ascending order. */
export function encodeGroup(document: number, places: readonly Place[]): readonly number[] {
  const inner: number[] = []
  let last = 0
  for (const { ordinal, times } of places) {
    writeNumber(inner, (ordinal - last) * 2 + (times > 1 ? 1 : 0))
    if (times > 1) writeNumber(inner, times)
    last = ordinal
  }
  const head: number[] = []
  writeNumber(head, document)
  writeNumber(head, inner.length)
  return [...head, ...inner]
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** A group as it stands in a list: bytes `start` to `end`, its places from `from` on. */
interface Group {
  readonly document: number
  readonly start: number
  readonly from: number
  readonly end: number
}

/** The groups of a list; ends where bytes are no list any more. */
export function* groupsOf(bytes: Uint8Array): Generator<Group> {
  const reader = { at: 0 }
  while (reader.at < bytes.length) {
    const start = reader.at
    const document = readNumber(bytes, reader)
    const length = readNumber(bytes, reader)
    const end = reader.at + length
    if (end > bytes.length) return
    yield { document, start, from: reader.at, end }
    reader.at = end
  }
}

/** Tells the places of a group one by one; no objects, for there are many. */
export function readPlaces(
  bytes: Uint8Array,
  { from, end }: Group,
  tell: (ordinal: number, times: number) => void,
): void {
  const reader = { at: from }
  let ordinal = 0
  while (reader.at < end) {
    const step = readNumber(bytes, reader)
    ordinal += Math.floor(step / 2)
    tell(ordinal, step % 2 === 1 ? readNumber(bytes, reader) : 1)
  }
}

function readNumber(bytes: Uint8Array, reader: { at: number }): number {
  let value = 0
  for (let unit = 1; ; unit *= 128) {
    const byte = bytes[reader.at] ?? 0
    reader.at += 1
    value += (byte & 127) * unit
    if (byte < 128) return value
  }
}

/** A list without the groups of some documents. */
export function withoutDocuments(bytes: Uint8Array, gone: ReadonlySet<number>): Uint8Array {
  const kept = Array.from(groupsOf(bytes)).filter(({ document }) => !gone.has(document))
  const length = kept.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length === bytes.length) return bytes
  const rest = new Uint8Array(length)
  let at = 0
  for (const { start, end } of kept) {
    rest.set(bytes.subarray(start, end), at)
    at += end - start
  }
  return rest
}
