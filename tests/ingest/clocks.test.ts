import { describe, expect, it } from 'vitest'
import { toSourceId } from '../../src/domain/documents.ts'
import { toEpisode } from '../../src/ingest/heads.ts'
import { showAt } from '../../src/links.ts'

const audio = 'https://example.org/a.mp3'
const shows = [{ id: 's', name: 'S', link: '{audio}#t={seconds}' }]

// Somebody speaks from `from` to `to` without a pause, a sentence every ten seconds.
function talk(from: number, to: number) {
  return Array.from({ length: (to - from) / 10 }, (_, index) => ({
    start: from + index * 10,
    end: from + index * 10 + 10,
    text: 'Ein Satz.',
  }))
}

function episode(
  cues: ReturnType<typeof talk>,
  head: Readonly<Record<string, unknown>>,
  advertisements: readonly { start: number; end: number }[] = [],
) {
  const { about, warnings } = toEpisode({
    ...{ id: toSourceId('e'), file: 'e.md', body: '', shows, cues, advertisements },
    head: { title: 'T', published: '2026-01-01', url: audio, audio, ...head },
  })
  return { warnings, at: (second: number) => Number(showAt(about, second)?.split('#t=')[1]) }
}

describe('the clocks of an episode', () => {
  it('agree where they differ by less than anybody notices', () => {
    const { warnings, at } = episode(talk(0, 600), { duration: '0:09:45' })
    expect(warnings).toEqual([])
    expect(at(300)).toBe(300)
  })

  it('shift links after an advertisement that only the transcript has', () => {
    const { warnings, at } = episode(
      [...talk(0, 300), ...talk(370, 1000)],
      { duration: 930 },
      [{ start: 300, end: 370 }].slice(0, 0),
    )
    expect(warnings.join()).toMatch(/70 s Unterschied.*05:00/)
    expect([at(100), at(500)]).toEqual([100, 430])
  })

  it('shift links after an advertisement that a cue marks', () => {
    const { at } = episode([...talk(0, 300), ...talk(320, 1000)], { duration: 940 }, [
      { start: 300, end: 360 },
    ])
    expect([at(299), at(400)]).toEqual([299, 340])
  })

  it('shift links after an advertisement that only the recording has, where a chapter tells it', () => {
    const chapters = [
      { start: 0, title: 'Anfang' },
      { start: 200, title: 'Info/Werbung' },
      { start: 260, title: 'Weiter' },
    ]
    const { at } = episode(talk(0, 900), { duration: 960, chapters })
    expect([at(199), at(500)]).toEqual([199, 560])
  })

  it('are only reported where nothing or too much explains the difference', () => {
    const twice = [...talk(0, 100), ...talk(170, 300), ...talk(370, 1000)]
    for (const cues of [talk(0, 1000), twice]) {
      const { warnings, at } = episode(cues, { duration: 930 })
      expect(warnings.join()).toMatch(/bitte einen Verweis prüfen/)
      expect(at(500)).toBe(500)
    }
  })

  it('obey a person', () => {
    const { at, warnings } = episode(talk(0, 600), { offset: -12 })
    expect([at(5), at(100)]).toEqual([0, 88])
    expect(warnings).toEqual([])
    expect(episode(talk(0, 600), { offset: 'viel' }).warnings.join()).toMatch(/offset/)
  })

  it('never lead past the end', () => {
    expect(episode(talk(0, 600), { duration: 500 }).at(595)).toBe(499)
    expect(episode(talk(0, 600), { offset: 100 }).at(595)).toBe(599)
  })
})
