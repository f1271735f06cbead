import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/domain/errors.ts'
import { format, stampFolder } from '../../src/ingest/stamp.ts'
import { folderWith } from '../fakes.ts'
import { sourceErrorOf } from './errors.ts'

describe('stampFolder', () => {
  it('changes with the format, so that an importer that reads otherwise is used at the next start', () => {
    const dir = folderWith({ 'episodes/a.vtt': 'x' })
    expect(stampFolder(dir)).toBe(stampFolder(dir, format))
    expect(stampFolder(dir)).not.toBe(stampFolder(dir, format + 1))
  })

  it('changes with a file and is the same without a change', () => {
    const dir = folderWith({ 'episodes/a.vtt': 'x' })
    const before = stampFolder(dir)
    expect(stampFolder(dir)).toBe(before)
    writeFileSync(join(dir, 'episodes/a.vtt'), 'longer')
    expect(stampFolder(dir)).not.toBe(before)
  })

  it('takes a folder that cannot be read for trouble, not for an empty one', () => {
    const dir = folderWith({ 'sources.yaml': '' })
    const without = stampFolder(dir)
    mkdirSync(join(dir, 'episodes'))
    expect(stampFolder(dir)).toBe(without)
    symlinkSync('posts', join(dir, 'posts'))
    expect(sourceErrorOf(() => stampFolder(dir))).toMatchObject({ file: 'posts' })
    expect(sourceErrorOf(() => stampFolder(dir))).toBeInstanceOf(SourceError)
  })

  it('survives a link that leads to itself', () => {
    const dir = folderWith({ 'episodes/a.vtt': 'x' })
    symlinkSync('kreis.vtt', join(dir, 'episodes/kreis.vtt'))
    expect(() => stampFolder(dir)).not.toThrow()
  })
})
