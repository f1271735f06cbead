import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Question } from '../src/domain/answer.ts'
import { type Cue, type Episode, type Post, toSourceId } from '../src/domain/documents.ts'
import { type EpisodePassage, type PostPassage, passageId } from '../src/domain/passage.ts'
import type { AnswerWriter, Clock, Hit } from '../src/ports.ts'

/** An episode of nobody's show, with whatever a test needs to be different. */
export function episode(different: Partial<Episode> = {}): Episode {
  return {
    kind: 'episode',
    id: toSourceId('x1'),
    show: 'Probesendung (fiktiv)',
    number: 1,
    title: 'Probe',
    published: '2026-06-01',
    duration: 600,
    language: 'de',
    speakers: [
      { id: 'A', role: 'Pressestelle' },
      { id: 'B', name: 'Stimme B' },
    ],
    chapters: [],
    example: true,
    notes: '',
    ...different,
  }
}

export function post(different: Partial<Post> = {}): Post {
  return {
    kind: 'post',
    id: toSourceId('y1'),
    title: 'Probebeitrag',
    published: '2026-05-01',
    language: 'de',
    example: true,
    ...different,
  }
}

/** A passage whose cues last ten seconds each; `A: text` names the speaker. */
export function spoken(lines: readonly string[], about = episode(), ordinal = 0): EpisodePassage {
  const cues = lines.map((line, at): Cue => {
    const [, speaker, text = line] = /^([A-Z]): (.*)$/s.exec(line) ?? []
    const times = { start: at * 10, end: at * 10 + 10 }
    return speaker ? { ...times, speaker, text } : { ...times, text: line }
  })
  const [first, ...rest] = cues
  if (!first) throw new Error('a passage needs a cue')
  const text = cues.map((cue) => cue.text).join(' ')
  return { id: passageId(about.id, ordinal), text, about, cues: [first, ...rest] }
}

export function written(text: string, about = post(), ordinal = 0): PostPassage {
  const section = { anchor: 'schritt-1', number: 1, heading: 'Schritt 1', text }
  return { id: passageId(about.id, ordinal), text, about, section }
}

export function question(text: string, earlier: readonly string[] = []): Question {
  return { text, asked: fixedClock.now(), language: 'de', earlier, removed: 0 }
}

export function hits(...passages: readonly Hit['passage'][]): readonly Hit[] {
  const evidence = { coverage: 1, lead: 0.3, asked: 3 }
  return passages.map((passage, at) => ({ passage, score: 10 - at, evidence }))
}

/** The same found by chance: hardly a word of the question is in it. */
export function weakened(found: readonly Hit[]): readonly Hit[] {
  const evidence = { coverage: 0.1, lead: 0.01, asked: 3 }
  return found.map((hit) => ({ ...hit, evidence }))
}

const fixedClock: Clock = { now: () => '2026-11-23T21:30:00.000Z' }

/** A writer that returns what the test says, whatever it was asked. */
export function scriptedWriter(draft: Awaited<ReturnType<AnswerWriter['write']>>): AnswerWriter {
  return { id: 'scripted', write: async () => draft }
}

/** A fresh folder with these files in it; the system removes it some day. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}

/** A transcript of these lines, five seconds each. */
export function vtt(lines: readonly string[]): string {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23)
  const cues = lines.map((line, at) => `${time(at * 5)} --> ${time(at * 5 + 5)}\n${line}\n`)
  return `WEBVTT\n\n${cues.join('\n')}`
}
