import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyPaths } from '../ingest/place.ts'
import { feedOf, openStage, vttOf } from '../ingest/stage.ts'
import { cli } from './run.ts'

describe('add and source', () => {
  it('bring a feed in with one command, list it, and take it out again', async () => {
    const stage = await openStage()
    const paths = emptyPaths()
    const env = { KNOWLEDGE_DIR: paths.knowledgeDir, DATA_DIR: paths.dataDir }
    stage.set(
      '/rss',
      feedOf([
        {
          guid: 'a',
          title: 'Eins',
          audio: `${stage.url}/1.mp3`,
          extra: `<pc:transcript url="${stage.url}/1.vtt" type="text/vtt"/>`,
        },
      ]),
    )
    stage.set('/1.vtt', vttOf('Die Frist beträgt zweiundsiebzig Stunden ab Kenntnis.'))
    const added = await cli(
      [
        'add',
        'feed',
        `${stage.url}/rss`,
        '--rights',
        'permitted',
        '--note',
        'E-Mail vom 3. März',
        '--local',
        '--id',
        'funk',
      ],
      env,
    )
    expect(added).toMatchObject({ code: 0, err: '' })
    const yaml = readFileSync(join(paths.knowledgeDir, 'sources.yaml'), 'utf8')
    expect(yaml).toContain('# Unsere Sendungen')
    expect(yaml).toContain('E-Mail vom 3. März')
    const ingested = await cli(['ingest'], env)
    expect(ingested.out).toMatch(/funk +geholt +1 +1/)
    expect((await cli(['search', 'Frist Kenntnis'], env)).out).toContain('zweiundsiebzig')
    const inspected = await cli(['inspect', 'funk-eins'], env)
    expect(inspected.out).toMatch(/Anna: 1 Textstellen[\s\S]*Verweise:\n {2}00:01 → http/)
    expect((await cli(['source', 'list'], env)).out).toMatch(/funk +aktiv +erlaubt +1 +1/)
    expect((await cli(['source', 'withdraw', 'funk'], env)).out).toMatch(/1 Einträge/)
    expect((await cli(['search', 'Frist Kenntnis'], env)).out).not.toContain('zweiundsiebzig')
    expect((await cli(['ingest'], env)).out).not.toContain('funk')
    await stage.close()
  })

  it.each([
    [['add', 'feed', 'https://example.org/rss', '--rights', 'permitted'], /--note/],
    [['add', 'feed', 'ordner', '--rights', 'own'], /Adresse/],
    [['add', 'feed', 'https://example.org/rss', '--rights', 'mine'], /own, permitted, unknown/],
    [['source', 'withdraw', 'nix'], /gibt es nicht/],
    [['source', 'erase', 'nix'], /withdraw NAME/],
  ])('say what is missing: %j', async (args, words) => {
    const paths = emptyPaths()
    const env = { KNOWLEDGE_DIR: paths.knowledgeDir, DATA_DIR: paths.dataDir }
    const { code, err } = await cli(args, env)
    expect(code).not.toBe(0)
    expect(err).toMatch(words)
  })
})
