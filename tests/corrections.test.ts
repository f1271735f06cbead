import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { correct, undo } from '../src/corrections.ts'
import type { Paths } from '../src/places.ts'
import { indexPath, indexState, refresh } from '../src/refresh.ts'
import { openShelf } from '../src/search/shelf.ts'
import { bytesHold, emptyPaths } from './ingest/place.ts'
import { vttOf } from './ingest/stage.ts'

let paths: Paths
let file = ''

beforeEach(async () => {
  paths = emptyPaths()
  mkdirSync(join(paths.knowledgeDir, 'episodes'))
  file = join(paths.knowledgeDir, 'episodes/e1.vtt')
  write('Die Friist ist kurz.')
  await refresh(paths)
})

function write(sentence: string, at = '00:01:00'): void {
  writeFileSync(
    file,
    vttOf(sentence, at).replace('WEBVTT\n', 'WEBVTT\n\nNOTE transcribed: machine\n'),
  )
}

function document() {
  const shelf = openShelf(indexPath(paths))
  try {
    return JSON.stringify(shelf.findDocument('e1'))
  } finally {
    shelf.close()
  }
}

const correction = {
  start: 60,
  from: 'Die Friist ist kurz.',
  to: 'Die Frist ist kurz.',
  at: '2026-03-01T10:00:00.000Z',
}

describe('a correction', () => {
  it('counts from the next run on, leaves the file alone, and nothing of the wrong word stays', async () => {
    const before = readFileSync(file)
    await correct(paths, 'e1', correction)
    expect(indexState(paths)).toBe('stale')
    await refresh(paths)
    expect(indexState(paths)).toBe('fresh')
    expect(document()).toContain('Die Frist ist kurz.')
    expect(document()).not.toContain('isMachineMade')
    expect(readFileSync(file)).toEqual(before)
    const index = readFileSync(indexPath(paths))
    for (const word of ['Friist', 'friist']) expect(index.includes(word)).toBe(false)
  })

  it('survives a transcript that was made anew, and gives way to one that says something else', async () => {
    await correct(paths, 'e1', correction)
    write('Die Friist ist kurz.', '00:01:01')
    await refresh(paths)
    expect(document()).toContain('Die Frist ist kurz.')
    write('Die Frist ist lang.')
    await refresh(paths)
    expect(document()).toContain('Die Frist ist lang.')
    expect(document()).toContain('isMachineMade')
  })

  it('can be taken back', async () => {
    await correct(paths, 'e1', correction)
    await refresh(paths)
    expect(await undo(paths, 'e1')).toEqual(correction)
    expect(await undo(paths, 'e1')).toBeUndefined()
    await refresh(paths)
    expect(document()).toContain('Die Friist ist kurz.')
    expect(bytesHold(paths, 'Die Frist ist kurz.')).toBe(false)
  })
})
