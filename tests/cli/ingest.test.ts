import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Config, parseConfig } from '../../src/config.ts'
import { openEngine } from '../../src/engine.ts'
import { indexPath, indexState } from '../../src/refresh.ts'
import { folderWith, vtt } from '../fakes.ts'
import { cli, dataDir, start, withLimit } from './run.ts'

const good = vtt(['<v A>Nachts gibt es nur einen freigegebenen Text und keine Debatte.'])
const other = vtt(['<v A>Am Wochenende übernimmt die Leitung das Telefon selbst.'])

function setUp(files: Readonly<Record<string, string | Buffer>>) {
  const knowledge = folderWith(files)
  const env = { KNOWLEDGE_DIR: knowledge, DATA_DIR: dataDir() }
  const ask = async (question: string) =>
    JSON.parse((await cli(['ask', question, '--json'], env)).out)
  return { knowledge, env, ask, ingest: () => cli(['ingest'], env) }
}

describe('ingest', () => {
  it('names every broken file with its line and keeps the others searchable', async () => {
    const { ingest, ask } = setUp({
      'episodes/gut.vtt': good,
      'episodes/cut.vtt': `${other}\n00:00:05.000 --> 00:0`,
      'episodes/bin.vtt': Buffer.from([0, 159, 146, 150, 0]),
      'episodes/yaml.vtt': other,
      'episodes/yaml.md': '---\ntitle: "offen\n---\n',
      'episodes/Doppelt.vtt': other,
      'posts/doppelt.md': '---\ntitle: Doppelt\n---\nText eines Beitrags.',
    })
    const { code, out } = await ingest()
    expect(code).toBe(1)
    expect(out).toMatch(/cut\.vtt:6/)
    expect(out).toMatch(/bin\.vtt/)
    expect(out).toMatch(/yaml\.md:\d/)
    expect(out).toMatch(/doppelt/i)
    expect(await ask('Was gibt es nachts für einen Text?')).toMatchObject({ status: 'answered' })
  })

  it('keeps the former version of a file that broke', async () => {
    const { knowledge, ingest, ask } = setUp({ 'episodes/a.vtt': good })
    await ingest()
    writeFileSync(join(knowledge, 'episodes/a.vtt'), 'kein Transkript')
    const { code, out } = await ingest()
    expect(code).toBe(1)
    expect(out).toContain('frühere Fassung bleibt')
    expect(await ask('Was gibt es nachts für einen Text?')).toMatchObject({ status: 'answered' })
  })

  it('forgets what is gone and reads only what changed', async () => {
    const { knowledge, ingest, ask } = setUp({ 'episodes/a.vtt': good, 'episodes/b.vtt': other })
    await ingest()
    rmSync(join(knowledge, 'episodes/a.vtt'))
    const { out } = await ingest()
    expect(out).toMatch(/b\.vtt\s+unverändert/)
    expect(out).toContain('entfernt')
    expect(await ask('Was gibt es nachts für einen Text?')).toMatchObject({ status: 'refused' })
  })

  it('says what to do with an empty folder, and asking says it too', async () => {
    const { ingest, ask } = setUp({ 'episodes/.keep': '' })
    expect((await ingest()).out).toContain('episodes/')
    expect(await ask('Was gibt es nachts?')).toMatchObject({
      status: 'failed',
      code: 'bad-index',
      text: expect.stringContaining('npm run ingest'),
    })
  })

  it('leaves the former index whole when it is killed, and cleans up next time', async () => {
    const { knowledge, env, ask, ingest } = setUp({ 'episodes/a.vtt': good })
    await ingest()
    const long = vtt(
      Array.from(
        { length: 9000 },
        (_, at) => `<v A>Satz Nummer ${at} über Wartezeiten, Bänke und Brunnen am Markt.`,
      ),
    )
    for (let number = 0; number < 12; number += 1)
      writeFileSync(join(knowledge, `episodes/z${number}.vtt`), long)
    const folder = join(indexPath(parseConfig(env)), '..')
    const child = start(['ingest'], env)
    await new Promise<void>((resolve) => {
      const watch = setInterval(() => {
        if (!readdirSync(folder).some((name) => name.includes('.tmp'))) return
        clearInterval(watch)
        resolve()
      }, 5)
    })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    expect(child.signalCode).toBe('SIGKILL')
    expect(readdirSync(folder).some((name) => name.includes('.tmp'))).toBe(true)
    expect(await ask('Was gibt es nachts für einen Text?')).toMatchObject({ status: 'answered' })
    for (let number = 0; number < 12; number += 1)
      rmSync(join(knowledge, `episodes/z${number}.vtt`))
    expect((await ingest()).code).toBe(0)
    expect(readdirSync(folder)).toEqual(['index.sqlite'])
  })
})

describe('two ingests at once', () => {
  it('both end well and leave one whole index', async () => {
    const files = Array.from({ length: 30 }, (_, at) => [`episodes/a${at}.vtt`, good])
    const { env, ingest } = setUp(Object.fromEntries(files))
    const runs = await Promise.all([ingest(), ingest(), ingest()])
    expect(runs.map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']))
    expect(readdirSync(join(indexPath(parseConfig(env)), '..'))).toEqual(['index.sqlite'])
    expect((await ingest()).out).toContain('30 Dateien: 0 gelesen, 30 unverändert, 0 mit Fehler')
  })
})

describe('an ingest that cannot write', () => {
  it('says what to set, without a stack trace', async () => {
    const { env } = setUp({ 'episodes/a.vtt': good, data: 'a file' })
    const { code, out, err } = await cli(['ingest'], {
      ...env,
      DATA_DIR: join(env.KNOWLEDGE_DIR, 'data'),
    })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('DATA_DIR')
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('keeps the former index on a full disk and leaves nothing behind', async () => {
    const { knowledge, env, ingest } = setUp({ 'episodes/a.vtt': good })
    await ingest()
    const lines = Array.from({ length: 2000 }, (_, at) => `<v A>Satz ${at} über Bänke am Markt.`)
    writeFileSync(join(knowledge, 'episodes/z.vtt'), vtt(lines))
    // No file may grow beyond this: to a program that is a disk with no room left.
    const { code, err } = await withLimit(['ingest'], env)
    expect(code).toBe(1)
    expect(err).toContain('Platz')
    expect(err).not.toMatch(/\n\s+at /)
    expect(readdirSync(join(indexPath(parseConfig(env)), '..'))).toEqual(['index.sqlite'])
    expect((await ingest()).out).toMatch(/a\.vtt\s+unverändert/)
  })
})

describe('an index damaged in the middle', () => {
  it('is named as such and never breaks a command, and ingest mends it', async () => {
    const { env, ingest } = setUp({ 'episodes/a.vtt': good, 'episodes/b.vtt': other })
    await ingest()
    const config = parseConfig(env)
    const whole = readFileSync(indexPath(config))
    // Some pages are only met by a search: where the list of documents is hit, the index is built anew.
    for (let page = 1; page < whole.length / 4096; page += 1) {
      writeFileSync(
        indexPath(config),
        Buffer.from(whole).fill(0xff, page * 4096, page * 4096 + 4096),
      )
      if (indexState(config) === 'fresh' && (await failsToSearch(config))) break
    }
    const { code, out } = await cli(['search', 'Telefon', '--json'], env)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      code: 'bad-index',
      text: expect.stringContaining('npm run ingest'),
    })
    expect((await ingest()).code).toBe(0)
    const found = JSON.parse((await cli(['search', 'Telefon', '--json'], env)).out)
    expect(found.hits[0].source).toBe('b')
  })
})

async function failsToSearch(config: Config): Promise<boolean> {
  const engine = openEngine(config)
  const query = { text: 'Telefon', earlier: [] }
  const error: unknown = await engine
    .search(query, 1, new AbortController().signal)
    .then(() => undefined)
    .catch((thrown: unknown) => thrown)
  engine.close()
  if (error !== undefined) expect(error).toMatchObject({ code: 'bad-index' })
  return error !== undefined
}

it('prints no character of a transcript that a terminal obeys', async () => {
  const { ingest, env } = setUp({
    'episodes/a.vtt': vtt(['<v A>Das Telefon \u001b]0;x\u0007\u202eübernimmt die Leitung.']),
    'episodes/a.md': '---\ntitle: "Titel \\e[2J"\n---\n',
  })
  await ingest()
  for (const args of [['search', 'Telefon'], ['ask', 'Wer übernimmt das Telefon?'], ['ingest']]) {
    const { out, err } = await cli(args, env)
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  }
})

describe('a running engine', () => {
  it('takes up a new index without a restart', async () => {
    const { knowledge, env, ingest } = setUp({ 'episodes/a.vtt': good })
    await ingest()
    const engine = openEngine(parseConfig(env))
    const find = async () =>
      (
        await engine.search(
          { text: 'Wochenende Telefon', earlier: [] },
          1,
          new AbortController().signal,
        )
      ).map((hit) => hit.passage.about.id)
    expect(await find()).toEqual(['a'])
    writeFileSync(join(knowledge, 'episodes/b.vtt'), other)
    await ingest()
    expect(await find()).toEqual(['b'])
    engine.close()
  })

  it('says what to do while there is no index, and answers as soon as there is one', async () => {
    const { env, ingest } = setUp({ 'episodes/a.vtt': good })
    const engine = openEngine(parseConfig(env))
    const ask = () =>
      engine.ask('Was gibt es nachts für einen Text?', [], { signal: new AbortController().signal })
    await expect(ask()).rejects.toMatchObject({
      code: 'bad-index',
      fix: expect.stringContaining('npm run ingest'),
    })
    expect(engine.stock()).toMatchObject({ episodes: 0, passages: 0 })
    await ingest()
    expect(await ask()).toMatchObject({ status: 'answered' })
    engine.close()
  })
})

it('builds a missing index before the first answer and hints at an old one', async () => {
  const { knowledge, env } = setUp({ 'episodes/a.vtt': good })
  const first = await cli(['ask', 'Was gibt es nachts für einen Text?'], env)
  expect(first.err).toContain('zum ersten Mal')
  expect(existsSync(indexPath(parseConfig(env)))).toBe(true)
  utimesSync(join(knowledge, 'episodes/a.vtt'), new Date(), new Date(Date.now() + 5000))
  expect((await cli(['ask', 'Was gibt es nachts?'], env)).err).toContain('npm run ingest')
})
