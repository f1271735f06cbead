import { describe, expect, it } from 'vitest'
import { parseAssemblyai } from '../../src/ingest/assemblyai.ts'
import { sourceErrorOf } from './errors.ts'

const utterance = { speaker: 'A', start: 1500, end: 4000, text: ' Guten\u00AD  Tag. ', words: [] }

function errorOf(text: string) {
  return sourceErrorOf(() => parseAssemblyai(text, 'episodes/a.json'))
}

describe('parseAssemblyai', () => {
  it('reads utterances in milliseconds, and the language', () => {
    const text = JSON.stringify({ language_code: 'de', utterances: [utterance], confidence: 1 })
    expect(parseAssemblyai(text, 'a.json')).toEqual({
      cues: [{ start: 1.5, end: 4, speaker: 'A', text: 'Guten Tag.' }],
      language: 'de',
      warnings: [],
    })
  })

  it('reads a bare array, speakers missing and empty', () => {
    const text = JSON.stringify([
      { start: 0, end: 10, text: '[Werbung]', speaker: '' },
      { start: 10, end: 20, text: 'Ja', speaker: null },
      { start: 20, end: 30, text: '', speaker: 'B' },
    ])
    expect(parseAssemblyai(text, 'a.json').cues).toEqual([{ start: 0.01, end: 0.02, text: 'Ja' }])
  })

  it('sorts utterances and says so', () => {
    const { cues, warnings } = parseAssemblyai(
      JSON.stringify([{ ...utterance, start: 9000, end: 9500, text: 'zwei' }, utterance]),
      'a.json',
    )
    expect(cues.map((cue) => cue.text)).toEqual(['Guten Tag.', 'zwei'])
    expect(warnings).toEqual([expect.stringContaining('sortiert')])
  })

  it('names the line of invalid JSON', () => {
    const pretty = JSON.stringify({ utterances: [utterance, utterance] }, null, 2)
    expect(errorOf(pretty.replace('"end": 4000', '"end": oops'))).toMatchObject({ line: 6 })
    expect(errorOf(pretty.replace('"end": 4000,', '"end": 4000'))).toMatchObject({ line: 7 })
    expect(errorOf(`${pretty.split('\n').slice(0, 9).join('\n')}\n`).line).toBeGreaterThanOrEqual(9)
    expect(errorOf('{"a": x}')).toMatchObject({ line: 1, file: 'episodes/a.json' })
    expect(errorOf('')).toMatchObject({ line: 1 })
  })

  it('refuses another schema and names what is missing', () => {
    expect(errorOf('{"text": "…", "segments": []}').message).toContain('„utterances“')
    expect(errorOf('{"utterances": [{"start": "00:01", "end": 2, "text": ""}]}').message).toContain(
      'utterances.0.start',
    )
    expect(errorOf('17').fix).toContain('AssemblyAI')
    expect(errorOf('{"utterances": []}').message).toMatch(/kein gesprochener Text/)
  })
})
