import { describe, expect, it } from 'vitest'
import { parseVtt } from '../../src/ingest/vtt.ts'
import { sourceErrorOf } from './errors.ts'

function cuesOf(body: string) {
  return parseVtt(`WEBVTT\n\n${body}`, 'a.vtt').cues
}

function errorOf(text: string) {
  return sourceErrorOf(() => parseVtt(text, 'episodes/a.vtt'))
}

describe('parseVtt', () => {
  it('reads times with and without hours in one file', () => {
    expect(
      cuesOf(
        '59:59.500 --> 01:00:01.000\nÜber die Stunde\n\n1:00:01.000 --> 100:00:02.250\nWeiter',
      ),
    ).toEqual([
      { start: 3599.5, end: 3601, text: 'Über die Stunde' },
      { start: 3601, end: 360_002.25, text: 'Weiter' },
    ])
  })

  it('makes voices speakers and not text', () => {
    expect(
      cuesOf('00:00.000 --> 00:04.000\n<v.laut Rolle Rechtsamt>Das ist <i>so</i>.</v>'),
    ).toEqual([{ start: 0, end: 4, speaker: 'Rolle Rechtsamt', text: 'Das ist so.' }])
  })

  it('cuts a cue with several voices, the time shared by length', () => {
    const text = '00:10.000 --> 00:20.000\n<v A>abcd</v><v B>efghij</v>'
    expect(cuesOf(text)).toEqual([
      { start: 10, end: 14, speaker: 'A', text: 'abcd' },
      { start: 14, end: 20, speaker: 'B', text: 'efghij' },
    ])
    expect(
      cuesOf('00:10.000 --> 00:20.000\n<v A>Ja.\n<v B>Nein.').map(({ speaker }) => speaker),
    ).toEqual(['A', 'B'])
  })

  it('skips notes and styles and drops other tags, also karaoke times', () => {
    const text =
      'STYLE\n::cue { color: red }\n\nNOTE mit --> Pfeil\nnoch eine Zeile\n\n1\n00:00.000 --> 00:02.000 line:0 align:start\n<c.gelb>Guten</c> <00:01.000>Tag'
    expect(cuesOf(text)).toEqual([{ start: 0, end: 2, text: 'Guten Tag' }])
  })

  it('decodes entities and keeps what only looks like markup', () => {
    const text =
      '00:00.000 --> 00:02.000\nM&uuml;ller &amp; S&#xF6;hne &lt;3 &#128512; Q&A\nwenn a < b ist\nA --> B und 2020 --> 2021'
    expect(cuesOf(text)).toEqual([
      {
        start: 0,
        end: 2,
        text: 'Müller & Söhne <3 😀 Q&A wenn a < b ist A --> B und 2020 --> 2021',
      },
    ])
  })

  it('composes, collapses and removes what cannot be seen', () => {
    expect(
      cuesOf('00:00.000 --> 00:02.000\n  u\u0308ber   Daten\u00ADschutz\u200B \u00A0klar'),
    ).toEqual([{ start: 0, end: 2, text: 'über Datenschutz klar' }])
  })

  it('survives CRLF, a byte order mark, a header and a missing blank line', () => {
    const text =
      '\uFEFFWEBVTT - Titel\r\nKind: captions\r\nLanguage: de\r\n\r\n00:00.000 --> 00:01.000\r\neins\r\n00:01.000 --> 00:02.000\r\nzwei\r\n'
    const parsed = parseVtt(text, 'a.vtt')
    expect(parsed.cues.map((cue) => cue.text)).toEqual(['eins', 'zwei'])
    expect(parsed.language).toBe('de')
  })

  it('drops empty cues', () => {
    expect(
      cuesOf(
        '00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\n<i> </i>\n\n00:02.000 --> 00:03.000\nText',
      ),
    ).toHaveLength(1)
  })

  it('sorts times and mends an end before its start, with warnings', () => {
    const { cues, warnings } = parseVtt(
      'WEBVTT\n\n00:10.000 --> 00:05.000\nspäter\n\n00:01.000 --> 00:02.000\nfrüher\n\n00:10.200 --> 00:11.000\nEnde',
      'a.vtt',
    )
    expect(cues.map((cue) => cue.text)).toEqual(['früher', 'später', 'Ende'])
    expect(cues[1]?.end).toBeCloseTo(10.2)
    expect(warnings).toHaveLength(2)
    expect(warnings.join()).toMatch(/^a\.vtt: .*sortiert.*a\.vtt: .*geschätzt/)
  })

  it('keeps the first of a loop of four equal cues, and says where', () => {
    const cue = (second: number, text: string) =>
      `00:${second}.000 --> 00:${second + 1}.000\n${text}\n\n`
    const { cues, warnings } = parseVtt(
      `WEBVTT\n\n${[10, 11, 12, 13].map((s) => cue(s, 'Untertitel')).join('')}${[20, 21, 22].map((s) => cue(s, 'Ja.')).join('')}`,
      'a.vtt',
    )
    expect(cues.map((found) => found.text)).toEqual(['Untertitel', 'Ja.', 'Ja.', 'Ja.'])
    expect(warnings).toEqual([expect.stringMatching(/00:10 .*4-mal/)])
  })

  it('warns of text without a time', () => {
    const { cues, warnings } = parseVtt(
      'WEBVTT\n\n00:00.000 --> 00:01.000\neins\n\nverloren\ngegangen\n\n00:01.000 --> 00:02.000\nzwei\n',
      'a.vtt',
    )
    expect(cues).toHaveLength(2)
    expect(warnings).toEqual(['a.vtt:6: Text ohne Zeitangabe wurde ausgelassen (2 Zeilen).'])
  })

  it.each([
    ['00:00:01.000 --> 00:00:0', 6],
    ['00:00:01.000 -->', 6],
    ['00:00:01.000 --', 6],
    ['00:00', 6],
    ['17', 6],
    ['00:00:01,000 --> 00:00:02,000\nText', 6],
    ['00:61.000 --> 01:02.000\nText', 6],
    ['xx:00.000 --> 00:02.000\nText', 6],
  ])('names the line of a timing that is broken or cut off: %s', (line, number) => {
    const error = errorOf(`WEBVTT\n\n00:00.000 --> 00:01.000\neins\n\n${line}`)
    expect(error).toMatchObject({ file: 'episodes/a.vtt', line: number })
    expect(error.fix).toMatch(/^Bitte/)
  })

  it('refuses a file without signature or without words', () => {
    expect(errorOf('00:00.000 --> 00:01.000\neins')).toMatchObject({ line: 1 })
    expect(errorOf('')).toMatchObject({ line: 1 })
    expect(errorOf('WEBVTT').message).toMatch(/kein gesprochener Text/)
    expect(errorOf('WEBVTT\n\nNOTE nur das\n').message).toMatch(/kein gesprochener Text/)
  })
})
