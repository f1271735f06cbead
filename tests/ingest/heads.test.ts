import { describe, expect, it } from 'vitest'
import { toSourceId } from '../../src/domain/documents.ts'
import { toEpisode, toPost } from '../../src/ingest/heads.ts'

const cues = [
  { start: 0, end: 100, text: 'a' },
  { start: 60, end: 90, text: 'b' },
]
const shows = [
  { id: 'wm', name: 'Werkstattgespräch', link: '{url}?t={seconds}' },
  { id: 'zwei', name: 'Zweite Sendung' },
]
const full = {
  title: 'Titel',
  published: '2026-04-21',
  url: 'https://example.org/1',
  show: 'wm',
}

function read(head: Record<string, unknown>, more = {}) {
  const given = {
    id: toSourceId('e1'),
    head,
    shows,
    cues,
    body: '',
    file: 'episodes/e1.md',
    ...more,
  }
  return toEpisode(given)
}

describe('toEpisode', () => {
  it('reads a full head without a word of warning', () => {
    const head = {
      ...full,
      audio: 'https://example.org/1.mp3',
      number: '11',
      language: 'de-DE',
      example: true,
    }
    expect(read(head, { body: '## Links\n\n*Eins*' })).toEqual({
      about: {
        kind: 'episode',
        id: 'e1',
        title: 'Titel',
        published: '2026-04-21',
        url: 'https://example.org/1',
        audio: 'https://example.org/1.mp3',
        show: 'Werkstattgespräch',
        link: '{url}?t={seconds}',
        number: 11,
        duration: 100,
        language: 'de',
        speakers: [],
        chapters: [],
        example: true,
        notes: 'Links\nEins',
      },
      warnings: [],
    })
  })

  it('needs no head at all, and names what is missing', () => {
    const { about, warnings } = read({}, { shows: [] })
    expect(about).toMatchObject({ title: 'e1', show: 'Podcast', language: 'de', example: false })
    expect(about).not.toHaveProperty('published')
    expect(warnings.map((warning) => /„(\w+)“ fehlt/.exec(warning)?.[1])).toEqual([
      'title',
      'published',
      'url',
      'show',
    ])
    expect(warnings.every((warning) => warning.startsWith('episodes/e1.md: '))).toBe(true)
  })

  it('does not ask an example for its url', () => {
    expect(read({ ...full, url: undefined, example: true }).warnings).toEqual([])
  })

  it.each([
    ['title', ['a'], 'title'],
    ['published', '21. April', 'published'],
    ['published', '2026-02-31', 'published'],
    ['published', 2026, 'published'],
    ['url', 'javascript:alert(1)', 'url'],
    ['audio', 'ftp://example.org/a.mp3', 'audio'],
    ['number', 'elf', 'number'],
    ['number', -1, 'number'],
    ['language', 'Deutsch', 'language'],
    ['example', 'ja', 'example'],
    ['speakers', 'Anna', 'speakers'],
    ['speakers', [null], 'speakers'],
    ['chapters', { a: 1 }, 'chapters'],
    ['chapters', [{ start: 'bald', title: 'A' }], 'chapters'],
  ])('warns of a wrong %s (%j) and leaves it out', (field, value, named) => {
    const { about, warnings } = read({ ...full, [field]: value })
    expect(warnings[0]).toContain(`episodes/e1.md: Feld „${named}“`)
    expect(about.example).toBe(false)
    expect(Object.values(about)).not.toContain(value)
  })

  it.each([
    ['2026-04-21', '2026-04-21'],
    ['2024-12-14 05:00:00+00:00', '2024-12-14'],
    ['2024-12-14T23:30:00+02:00', '2024-12-14'],
    [new Date('2024-12-14T05:00:00Z'), '2024-12-14'],
  ])('reads the date %s', (published, date) => {
    expect(read({ ...full, published })).toMatchObject({ about: { published: date }, warnings: [] })
  })

  it('takes a show by id or name, else as its name', () => {
    expect(read({ ...full, show: 'Zweite Sendung' }).about.show).toBe('Zweite Sendung')
    expect(read({ ...full, show: 'Andere' }).about).not.toHaveProperty('link')
    expect(read({ ...full, show: 'Andere' }).about.show).toBe('Andere')
    expect(read({ ...full, show: undefined }).about.show).toBe('Podcast')
    const only = read({ ...full, show: undefined }, { shows: shows.slice(0, 1) })
    expect(only).toMatchObject({ about: { show: 'Werkstattgespräch' }, warnings: [] })
  })

  it('takes the language of the transcript where the head is silent', () => {
    expect(read(full, { language: 'en_us' }).about.language).toBe('en')
    expect(read({ ...full, language: 'de' }, { language: 'en' }).about.language).toBe('de')
    expect(read(full, { language: 'unknown' }).about.language).toBe('de')
  })

  it.each([
    [
      ['Anna', 'Ben'],
      [{ id: 'Anna' }, { id: 'Ben' }],
    ],
    [[{ name: 'Anna', transcriptLetter: 'A' }], [{ id: 'A', name: 'Anna' }]],
    [[{ letter: 'B', role: 'Rechtsamt' }], [{ id: 'B', role: 'Rechtsamt' }]],
    [
      [{ name: 'Anna' }, { role: 'Gast' }],
      [
        { id: 'Anna', name: 'Anna' },
        { id: 'Gast', role: 'Gast' },
      ],
    ],
    [
      { A: 'Anna', B: { name: 'Ben', role: 'Feuerwehr' } },
      [
        { id: 'A', name: 'Anna' },
        { id: 'B', name: 'Ben', role: 'Feuerwehr' },
      ],
    ],
    [{ A: null }, [{ id: 'A' }]],
  ])('reads speakers from %j', (speakers, expected) => {
    expect(read({ ...full, speakers })).toMatchObject({
      about: { speakers: expected },
      warnings: [],
    })
  })

  it('reads chapters in any writing, sorts them and drops those after the end', () => {
    const chapters = [
      { start: '00:01:30', title: 'Drei' },
      { time: 5, title: 'Eins' },
      '0:30 Zwei',
      '(00:00:40) Halb',
      { start: '2:30', title: 'Danach' },
    ]
    const { about, warnings } = read({ ...full, chapters })
    expect(about.chapters).toEqual([
      { start: 5, title: 'Eins' },
      { start: 30, title: 'Zwei' },
      { start: 40, title: 'Halb' },
      { start: 90, title: 'Drei' },
    ])
    expect(warnings).toEqual([expect.stringContaining('„Danach“ (02:30) nach dem Ende')])
  })
})

describe('toPost', () => {
  it('reads a head', () => {
    const head = { title: 2026, published: '2026-04-21', language: 'en', example: true }
    expect(toPost({ id: toSourceId('b1'), head, file: 'posts/b1.md' })).toEqual({
      about: {
        kind: 'post',
        id: 'b1',
        title: '2026',
        published: '2026-04-21',
        language: 'en',
        example: true,
      },
      warnings: [],
    })
  })

  it('warns of what is missing', () => {
    const { warnings } = toPost({ id: toSourceId('b1'), head: {}, file: 'posts/b1.md' })
    expect(warnings).toHaveLength(3)
  })
})

describe('a transcript that a machine made', () => {
  it.each([
    [{ transcript: 'automatisch' }, ''],
    [{ transcript: 'machine' }, ''],
    [{}, 'Das Transkript wurde automatisch erstellt und nicht korrigiert.'],
    [{}, 'Automatisch mit Whisper transkribiert.'],
  ])('is marked where its source says so: %j %s', (head, body) => {
    expect(read({ ...full, ...head }, { body }).about.isMachineMade).toBe(true)
  })

  it.each([
    [{}, 'Es geht um automatische Antworten.'],
    [{ transcript: 'korrigiert' }, 'Automatisch transkribiert, dann korrigiert.'],
  ])('is not guessed: %j %s', (head, body) => {
    expect(read({ ...full, ...head }, { body }).about.isMachineMade).toBeUndefined()
  })
})
