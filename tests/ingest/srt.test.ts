import { describe, expect, it } from 'vitest'
import { parseSrt } from '../../src/ingest/srt.ts'
import { sourceErrorOf } from './errors.ts'

describe('parseSrt', () => {
  it('reads numbered cues with commas in the times', () => {
    const text =
      '\uFEFF1\r\n00:00:01,500 --> 00:00:03,000\r\nGuten Tag,\r\nalle.\r\n\r\n2\r\n01:00:00,000 --> 01:00:02,000\r\nEnde 1,5\r\n'
    expect(parseSrt(text, 'a.srt').cues).toEqual([
      { start: 1.5, end: 3, text: 'Guten Tag, alle.' },
      { start: 3600, end: 3602, text: 'Ende 1,5' },
    ])
  })

  it('does not take "Name: text" for a speaker', () => {
    expect(parseSrt('1\n00:00:01,000 --> 00:00:02,000\nAnna: Hallo\n', 'a.srt').cues).toEqual([
      { start: 1, end: 2, text: 'Anna: Hallo' },
    ])
  })

  it('survives empty cues with and without the empty line after them', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:02,000 --> 00:00:03,000\n3\n00:00:03,000 --> 00:00:04,000\nText\n4\n00:00:04,000 --> 00:00:05,000\n{\\an8}<font color="red">oben</font>\n'
    expect(parseSrt(text, 'a.srt').cues.map((cue) => cue.text)).toEqual(['Text', 'oben'])
  })

  it('keeps a number that is said', () => {
    expect(parseSrt('1\n00:00:01,000 --> 00:00:02,000\n1949\n', 'a.srt').cues).toMatchObject([
      { text: '1949' },
    ])
  })

  it.each([
    ['1\n00:00:01,000 --> 00:00:02,000\neins\n\n2\n00:00:02,000 --> 00:0', 6],
    ['1\n00:00:01,000 --> 00:00:02,000\neins\n\n2', 5],
    ['1\n00:00:01.0 --> 00:00:02,000\neins', 2],
  ])('names the line in the file that was given', (text, line) => {
    expect(sourceErrorOf(() => parseSrt(text, 'e/a.srt'))).toMatchObject({ file: 'e/a.srt', line })
  })

  it('refuses a file in which nobody speaks', () => {
    expect(sourceErrorOf(() => parseSrt('', 'a.srt')).message).toMatch(/kein gesprochener Text/)
  })
})
