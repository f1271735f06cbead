import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Paths } from '../../src/places.ts'
import { refresh } from '../../src/refresh.ts'
import { addSource } from '../../src/sources.ts'
import { emptyPaths, gatherFirst } from './place.ts'
import { openStage, type Stage, vttOf } from './stage.ts'

const feeds = join(import.meta.dirname, '../../../shared/data/podcast/feeds')
const isHere = existsSync(feeds)

let stage: Stage
let paths: Paths

beforeEach(async () => {
  stage = await openStage()
  paths = emptyPaths()
})

afterEach(() => stage.close())

function read(name: string): string {
  return readFileSync(join(feeds, name), 'utf8').replace(
    /url="https:\/\/[^"]*\/([^"/]+\.vtt)"/g,
    (_, file: string) => {
      stage.set(`/${file}`, vttOf(`In ${file} geht es um etwas.`))
      return `url="${stage.url}/${file}"`
    },
  )
}

describe.skipIf(!isHere)(
  isHere ? 'two real feeds of one show' : `two real feeds (skipped: no ${feeds})`,
  () => {
    it('make 149 and then 276 episodes, none twice, none lost, and then nothing more', async () => {
      stage.set('/feed', read('redcircle-2024-10-29.xml'))
      await addSource(paths, {
        kind: 'feed',
        url: `${stage.url}/feed`,
        rights: 'permitted',
        note: 'Probe',
        local: true,
        id: 'kiosk',
      })
      expect(await gatherFirst(paths)).toMatchObject({
        episodes: 149,
        added: 149,
        transcripts: 0,
        problems: [],
      })
      const first = await refresh(paths)
      expect(first.files).toHaveLength(149)
      stage.set('/feed', read('redcircle-2026-07-01.xml'))
      expect(await gatherFirst(paths)).toMatchObject({
        ...{ episodes: 276, added: 127, removed: 0, vanished: 0 },
        ...{ transcripts: 59, problems: [] },
      })
      const second = await refresh(paths)
      expect(second.files).toHaveLength(276)
      expect(second.removed).toBe(0)
      expect(second.files.filter(({ outcome }) => outcome === 'failed')).toEqual([])
      expect(await gatherFirst(paths)).toMatchObject({ outcome: 'unchanged' })
      expect((await refresh(paths)).files.every(({ outcome }) => outcome === 'unchanged')).toBe(
        true,
      )
    })
  },
)
