import { crc32, inflateRawSync } from 'node:zlib'

/**
 * The files of a zip by name, read from its directory, each checked against its sum.
 *
 * @see PKWARE APPNOTE.TXT, 4.3.12 (central directory)
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, content] = readEntry(zip, at)
    files.set(name, content)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

function readEntry(zip: Buffer, at: number): readonly [string, Buffer] {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a zip')
  const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
  const head = zip.readUInt32LE(at + 42)
  const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
  const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
  if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`)
  return [name, content]
}
