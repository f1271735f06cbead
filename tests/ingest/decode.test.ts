import { describe, expect, it } from 'vitest'
import { parseBytes } from '../../src/ingest/decode.ts'
import { sourceErrorOf } from './errors.ts'

describe('parseBytes', () => {
  it('decodes UTF-8 without its mark', () => {
    expect(parseBytes(Buffer.from('\uFEFFÜber\n'), 'a.vtt')).toBe('Über\n')
  })

  it('names the line of a NUL byte and of a letter in another encoding', () => {
    expect(sourceErrorOf(() => parseBytes(Buffer.from('WEBVTT\n\n\0'), 'a.vtt'))).toMatchObject({
      line: 3,
    })
    const latin = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nüber', 'latin1')
    expect(sourceErrorOf(() => parseBytes(latin, 'a.vtt'))).toMatchObject({
      line: 4,
      file: 'a.vtt',
    })
    expect(sourceErrorOf(() => parseBytes(Buffer.from('ä').subarray(0, 1), 'a.vtt'))).toMatchObject(
      { line: 1 },
    )
  })
})
