import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Paths } from '../../src/places.ts'
import { indexPath } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { addSource } from '../../src/sources.ts'
import { cli, start } from '../cli/run.ts'
import { emptyPaths } from './place.ts'
import { feedOf, openStage, type Stage, vttOf } from './stage.ts'

let stage: Stage
let paths: Paths

beforeEach(async () => {
  stage = await openStage()
  paths = emptyPaths()
})

afterEach(() => stage.close())

const episodes = 12

// Every run meets another feed, so that there is always something to write.
function publish(round: number): void {
  const entries = Array.from({ length: episodes }, (_, index) => ({
    guid: `g${index}`,
    title: `Folge ${index}`,
    date: 'Mon, 02 Mar 2026 04:00:00 +0000',
    audio: `${stage.url}/${index}.mp3`,
    extra: `<description>Runde ${round}</description><pc:transcript url="${stage.url}/t${index}.vtt" type="text/vtt"/>`,
  }))
  stage.set('/feed', feedOf(entries))
  for (let index = 0; index < episodes; index += 1) {
    stage.set(`/t${index}.vtt`, vttOf(`Runde ${round} sagt in Folge ${index} etwas Eigenes.`))
  }
}

describe('ingest', () => {
  it('leaves a usable index behind wherever it is killed, fifty times', {
    timeout: 240_000,
  }, async () => {
    const env = { KNOWLEDGE_DIR: paths.knowledgeDir, DATA_DIR: paths.dataDir }
    publish(0)
    await addSource(paths, {
      kind: 'feed',
      url: `${stage.url}/feed`,
      rights: 'own',
      local: true,
      id: 'f',
    })
    expect((await cli(['ingest'], env)).code).toBe(0)
    let killed = 0
    for (let round = 1; round <= 50; round += 1) {
      publish(round)
      const run = start(['ingest'], env)
      const over = new Promise((resolve) => run.once('close', resolve))
      // Between its start and the time it needs: reading the code takes the first third.
      await Promise.race([over, wait(200 + Math.random() * 500)])
      if (run.exitCode === null && run.kill('SIGKILL')) killed += 1
      await over
      expect(existsSync(indexPath(paths))).toBe(true)
      const shelf = openShelf(indexPath(paths))
      expect(shelf.stock).toMatchObject({ episodes, posts: 0 })
      shelf.close()
    }
    expect(killed).toBeGreaterThan(25)
    expect((await cli(['ingest'], env)).code).toBe(0)
    const shelf = openShelf(indexPath(paths))
    const texts = Array.from({ length: episodes }, (_, index) =>
      shelf.findDocument(`f-folge-${index}`),
    )
    expect(JSON.stringify(texts).match(/Runde 50 sagt/g)).toHaveLength(episodes)
    shelf.close()
  })
})
