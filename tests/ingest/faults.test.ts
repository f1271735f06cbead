import { describe, expect, it } from 'vitest'
import { tidyCues } from '../../src/ingest/cues.ts'
import { parseTranscript } from '../../src/ingest/formats.ts'
import { parseXml } from '../../src/ingest/markup.ts'
import { withLanguage } from '../../src/ingest/spoken.ts'
import { sourceErrorOf } from './errors.ts'

function cue(start: number, text: string, speaker?: string, end = start + 2) {
  return { start, end, text, ...(speaker ? { speaker } : {}) }
}

describe('tidyCues', () => {
  it('takes out the credit of a subtitling community and nothing that somebody says', () => {
    const { cues, faults } = tidyCues(
      [
        cue(0, 'Untertitel der Amara.org-Community'),
        cue(2, 'Untertitelung des ZDF, 2020'),
        cue(
          4,
          'Die Untertitel macht bei uns die Stadt, nicht das ZDF, und das seit vielen Jahren sehr gut.',
        ),
      ],
      'a',
    )
    expect(cues).toHaveLength(1)
    expect(faults).toEqual({ repaired: 2, marked: 0 })
  })

  it('keeps advertisements apart from what is said', () => {
    const { cues, advertisements } = tidyCues(
      [cue(0, 'Guten Tag.'), cue(10, '[Werbung]', undefined, 70), cue(70, 'Weiter.')],
      'a',
    )
    expect(cues.map(({ text }) => text)).toEqual(['Guten Tag.', 'Weiter.'])
    expect(advertisements).toEqual([{ start: 10, end: 70 }])
  })

  it('gives a cue without length an end, but none beyond the next cue', () => {
    const { cues, faults } = tidyCues(
      [cue(1, 'Ein ganzer Satz von einiger Länge.', 'A', 1), cue(2, 'Ja.')],
      'a',
    )
    expect(cues[0]).toMatchObject({ start: 1, end: 2 })
    expect(faults?.repaired).toBe(1)
  })

  it('resolves entities, also those escaped twice, and joins what a soft hyphen parts', () => {
    const { cues } = tidyCues(
      [cue(0, 'Bürger&shy;meisterin &amp;amp; Rat &#x201E;heute&ldquo;')],
      'a',
    )
    expect(cues[0]?.text).toBe('Bürgermeisterin & Rat „heute“')
  })

  it('points at phantom voices, broken letters, overlaps and phrases that come again', () => {
    const talk = Array.from({ length: 60 }, (_, index) =>
      cue(
        index * 10,
        `Wir reden jetzt sehr lange über die Sache mit der Nummer ${index} und über vieles mehr dazu.`,
        index % 2 ? 'A' : 'B',
        index * 10 + 9,
      ),
    )
    const song = Array.from({ length: 10 }, (_, index) =>
      cue(700 + index * 2, index % 2 ? 'la la' : 'ho ho', 'A'),
    )
    const odd = [
      cue(605, 'Hm.', 'C'),
      cue(640, 'Das kostet Ÿousand Euro.', 'A', 655),
      cue(650, 'Ach ja.', 'B'),
    ]
    const { warnings, cues, faults } = tidyCues([...talk, ...odd, ...song], 'a')
    expect(warnings.join()).toMatch(/„C“.*zerstörte Zeichen.*10:40|zerstörte Zeichen/)
    expect(warnings.join()).toMatch(/überschneiden/)
    expect(warnings.join()).toMatch(/wiederholen sich/)
    expect(cues).toHaveLength(73)
    expect(faults).toEqual({ repaired: 0, marked: 4 })
  })
})

describe('withLanguage', () => {
  it('believes the words, not the tag', () => {
    const words =
      'What do we do if the people in the city have a question and they do not know who is there for them and how they would ask that of us? '
    const text = JSON.stringify({
      language: 'de',
      segments: Array.from({ length: 6 }, (_, index) => ({
        start: index * 9,
        end: index * 9 + 8,
        text: `${words}${index}`,
      })),
    })
    const parsed = withLanguage(parseTranscript(text, 'a.json'), 'a.json')
    expect(parsed.language).toBe('en')
    expect(parsed.warnings.join()).toMatch(/„de“ angegeben/)
    expect(parsed.faults?.repaired).toBe(1)
  })
})

describe('parseXml', () => {
  it('refuses what declares entities of its own', () => {
    const text = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'
    expect(sourceErrorOf(() => parseXml(text, 'f')).message).toMatch(/Entitäten/)
  })

  it('notices that a document broke off', () => {
    expect(sourceErrorOf(() => parseXml('<rss><channel><item></item>', 'f')).message).toMatch(
      /abgeschnitten/,
    )
  })

  it('refuses what nests without end', () => {
    expect(sourceErrorOf(() => parseXml('<a>'.repeat(5000), 'f')).message).toMatch(/Ebenen/)
  })

  it('reads two million characters of white space and empty tags in no time', () => {
    const text = `<rss>${'<a/> '.repeat(200_000)}${' '.repeat(1_000_000)}</rss>`
    expect(parseXml(text, 'f').children.length).toBeGreaterThan(200_000)
  })
})
