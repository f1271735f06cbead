import type { Cue } from '../domain/documents.ts'

/** Cues as WebVTT that `parseVtt` reads back; `notes` stand at the top, a comment each. */
export function writeVtt(cues: readonly Cue[], notes: readonly string[] = []): string {
  const comments = notes.map((note) => `NOTE ${oneLine(note).replaceAll('-->', '→')}`)
  return `${['WEBVTT', ...comments, ...cues.map(block)].join('\n\n')}\n`
}

function block({ start, end, speaker, text }: Cue): string {
  const voice = speaker ? `<v ${escaped(oneLine(speaker))}>` : ''
  return `${stamp(start)} --> ${stamp(end)}\n${voice}${escaped(oneLine(text))}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const pad = (value: number, length: number) => String(Math.floor(value)).padStart(length, '0')
  return `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`
}
