import fc from 'fast-check'
import type { Cue } from '../../src/domain/documents.ts'
import { clock } from '../../src/domain/time.ts'
import { writeVtt } from '../../src/ingest/vtt-write.ts'

const word = fc.constantFrom(
  'die',
  'Panne',
  'melden',
  'Presse',
  'heute',
  'größer',
  '33',
  'ÄÖÜß',
  'ja',
  'Rat',
)
const said = fc.array(word, { minLength: 6, maxLength: 14 }).map((words) => `${words.join(' ')}.`)

// Whole seconds and different words, so that every format can write them and none takes them for a loop.
export const plainCues: fc.Arbitrary<readonly Cue[]> = fc
  .array(
    fc.record({
      text: said,
      length: fc.integer({ min: 1, max: 9 }),
      pause: fc.integer({ min: 0, max: 40 }),
      speaker: fc.constantFrom('Anna Berg', 'Ben Kurz'),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((rows) => {
    let now = 0
    return rows.map(({ text, length, pause, speaker }, index) => {
      const start = now + pause
      now = start + length
      return { start, end: now, speaker, text: `${text.slice(0, -1)} ${index}.` }
    })
  })

type Writer = (cues: readonly Cue[]) => string

const stamp = (seconds: number, point = '.') =>
  `${new Date(seconds * 1000).toISOString().slice(11, 19)}${point}000`

// What each format can carry: `speaker` where it names voices, `end` where it says when a cue ends.
export const writers: readonly (readonly [
  string,
  string,
  Writer,
  { speaker: boolean; end: boolean },
])[] = [
  ['WebVTT', 'a.vtt', writeVtt, { speaker: true, end: true }],
  [
    'SubRip',
    'a.srt',
    (all) =>
      `\uFEFF${all.map((cue, index) => `${index + 1}\r\n${stamp(cue.start, ',')} --> ${stamp(cue.end, ',')}\r\n${cue.text}\r\n\r\n`).join('')}`,
    { speaker: false, end: true },
  ],
  [
    'Whisper TSV',
    'a.tsv',
    (all) =>
      `start\tend\ttext\n${all.map((cue) => `${cue.start * 1000}\t${cue.end * 1000}\t ${cue.text}\n`).join('')}`,
    { speaker: false, end: true },
  ],
  [
    'Whisper',
    'a.json',
    (all) =>
      JSON.stringify({
        language: 'de',
        segments: all.map((cue, id) => ({
          id,
          ...cue,
          speaker: undefined,
          text: ` ${cue.text}`,
        })),
      }),
    { speaker: false, end: true },
  ],
  [
    'WhisperX',
    'a.json',
    (all) =>
      JSON.stringify({
        segments: all.map(({ speaker, ...cue }) => ({
          ...cue,
          words: [{ word: 'x' }, { word: 'die', speaker }, { word: 'y', speaker }],
        })),
      }),
    { speaker: true, end: true },
  ],
  [
    'whisper.cpp',
    'a.json',
    (all) =>
      JSON.stringify({
        result: { language: 'de' },
        transcription: all.map(({ start, end, text }) => ({
          offsets: { from: start * 1000, to: end * 1000 },
          text,
        })),
      }),
    { speaker: false, end: true },
  ],
  [
    'AssemblyAI',
    'a.json',
    (all) =>
      JSON.stringify({
        utterances: all.map((cue) => ({ ...cue, start: cue.start * 1000, end: cue.end * 1000 })),
      }),
    { speaker: true, end: true },
  ],
  [
    'bare utterances',
    'a.json',
    (all) =>
      JSON.stringify(all.map((cue) => ({ ...cue, start: cue.start * 1000, end: cue.end * 1000 }))),
    { speaker: true, end: true },
  ],
  [
    'Podcasting 2.0',
    'a.json',
    (all) =>
      JSON.stringify({
        version: '1.0.0',
        segments: all.map(({ start, end, speaker, text }) => ({
          startTime: start,
          endTime: end,
          speaker,
          body: text,
        })),
      }),
    { speaker: true, end: true },
  ],
  ['Podlove seconds', 'a.json', (all) => JSON.stringify(all), { speaker: true, end: true }],
  [
    'Podlove tenths',
    'a.json',
    (all) =>
      JSON.stringify(
        all.map((cue) => ({
          ...cue,
          start: `${stamp(cue.start).slice(0, 8)}.0`,
          end: `${stamp(cue.end).slice(0, 8)}.0`,
        })),
      ),
    { speaker: true, end: true },
  ],
  [
    'Podlove thousandths',
    'a.json',
    (all) =>
      JSON.stringify(all.map((cue) => ({ ...cue, start: stamp(cue.start), end: stamp(cue.end) }))),
    { speaker: true, end: true },
  ],
  [
    'Podlove with voices',
    'a.json',
    (all) =>
      JSON.stringify(
        all.map((cue) => ({
          ...{
            start: stamp(cue.start),
            start_ms: cue.start * 1000,
            end: stamp(cue.end),
            end_ms: cue.end * 1000,
          },
          ...{ speaker: '3', voice: cue.speaker, text: cue.text },
        })),
      ),
    { speaker: true, end: true },
  ],
  [
    'HTML',
    'a.html',
    (all) =>
      all
        .map(
          (cue) =>
            `<cite>${cue.speaker}:</cite>\n<time>${clock(cue.start)}</time>\n<p>${cue.text}</p>\n`,
        )
        .join(''),
    { speaker: true, end: false },
  ],
  [
    'Markdown, time first',
    'a.md',
    (all) =>
      `---\ntitle: Probe\n---\nVorspann.\n\n${all.map((cue) => `[${stamp(cue.start).slice(0, 8)}] ${cue.speaker}\n${cue.text}\n\n`).join('')}`,
    { speaker: true, end: false },
  ],
  [
    'Markdown, name first',
    'a.md',
    (all) =>
      all
        .map((cue) => `**${cue.speaker}** (${stamp(cue.start).slice(0, 8)}): ${cue.text}\n\n`)
        .join(''),
    { speaker: true, end: false },
  ],
  [
    'Transcriber',
    'a.trs',
    (all) =>
      `<?xml version="1.0"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans><Speakers><Speaker id="s1" name="Anna Berg"/><Speaker id="s2" name="Ben Kurz"/></Speakers><Episode><Section startTime="0" endTime="9">${all
        .map(
          (cue) =>
            `<Turn speaker="${cue.speaker === 'Anna Berg' ? 's1' : 's2'}" startTime="${cue.start}" endTime="${cue.end}">\n<Sync time="${cue.start}"/>\n${cue.text}\n</Turn>`,
        )
        .join('\n')}</Section></Episode></Trans>`,
    { speaker: true, end: true },
  ],
]
