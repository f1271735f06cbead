import { describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { ingestOnce, untilTime } from '../src/nightly.ts'
import { indexPath } from '../src/refresh.ts'
import { openShelf } from '../src/search/shelf.ts'
import { addSource } from '../src/sources.ts'
import { emptyPaths } from './ingest/place.ts'
import { feedOf, openStage, vttOf } from './ingest/stage.ts'

describe('nightly', () => {
  it('waits until the clock shows the time again', () => {
    const at = (text: string) => new Date(`2026-03-10T${text}`)
    expect(untilTime('03:30', at('03:00:00'))).toBe(30 * 60_000)
    expect(untilTime('03:30', at('03:30:00'))).toBe(24 * 3_600_000)
    expect(untilTime('00:00', at('23:59:59'))).toBe(1000)
  })

  it('fetches and reads what is new', async () => {
    const stage = await openStage()
    const paths = emptyPaths()
    stage.set(
      '/feed',
      feedOf([
        {
          guid: 'a',
          title: 'Eins',
          audio: `${stage.url}/1.mp3`,
          extra: `<pc:transcript url="${stage.url}/1.vtt" type="text/vtt"/>`,
        },
      ]),
    )
    stage.set('/1.vtt', vttOf('Heute reden wir über Fristen.'))
    await addSource(paths, { kind: 'feed', url: `${stage.url}/feed`, rights: 'own', local: true })
    const config = parseConfig({
      KNOWLEDGE_DIR: paths.knowledgeDir,
      DATA_DIR: paths.dataDir,
      INGEST_AT: '03:30',
    })
    expect(config.ingestAt).toBe('03:30')
    await ingestOnce(config, createLog('silent'), new AbortController().signal)
    const shelf = openShelf(indexPath(paths))
    expect(shelf.stock).toMatchObject({ episodes: 1 })
    shelf.close()
    await stage.close()
  })

  it('refuses a time that is none', () => {
    expect(() => parseConfig({ INGEST_AT: '25:00' })).toThrow(/INGEST_AT/)
  })
})
