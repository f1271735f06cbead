import { afterEach, expect, it } from 'vitest'
import { folderWith, vtt } from '../fakes.ts'
import { honest, synonymEmbedder } from '../openai/models.ts'
import {
  answers,
  fails,
  type Model,
  openServer,
  type Script,
  type Server,
} from '../openai/server.ts'
import { cli, dataDir } from './run.ts'

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function setUp(script: Script) {
  const server = await openServer(script)
  open.push(server)
  const knowledge = folderWith({
    'episodes/f1.vtt': vtt(['<v A>Nachts gibt es nur einen freigegebenen Text und keine Debatte.']),
  })
  const env = {
    KNOWLEDGE_DIR: knowledge,
    DATA_DIR: dataDir(),
    MODEL_URL: server.url,
    MODEL_NAME: 'modell',
    EMBEDDINGS_URL: server.url,
    EMBEDDINGS_MODEL: 'vektor',
  }
  return { server, run: (...args: readonly string[]) => cli(args, env) }
}

const embeddings = synonymEmbedder([])
// Answers whatever small thing `doctor` asks for, in the form it asks for.
const agreeable: Model = answers(() => ({ ok: true, answer: 'ok', word: 'ok', text: 'ok' }))

it('embeds after reading, once, and says how much', async () => {
  const { run, server } = await setUp({ chat: honest, embeddings })
  expect((await run('ingest')).out).toContain('Vektoren: 1 neu, 1 Passagen insgesamt.')
  expect((await run('ingest')).out).toContain('Vektoren: 0 neu')
  expect(server.requests.length).toBe(1)
  expect(JSON.parse((await run('ingest', '--json')).out).vectors).toMatchObject({ isWhole: true })
})

it('says what became of the vectors when the endpoint is down, and keeps the index', async () => {
  const { run } = await setUp({ chat: fails(503), embeddings: fails(401) })
  const { code, out } = await run('ingest')
  expect(code).toBe(1)
  expect(out).toMatch(/1 gelesen/)
  expect(out).toMatch(/EMBEDDINGS_KEY|OPENAI_API_KEY/)
  const { out: answer, err } = await run('ask', 'Was gibt es nachts für einen Text?')
  expect(answer).toContain('Ohne Sprachmodell')
  expect(err).not.toMatch(/"level"/)
})

it('answers with the model, and says so', async () => {
  const { run } = await setUp({ chat: honest, embeddings })
  const { out } = await run('ask', 'Was gibt es nachts für einen Text?', '--json')
  expect(JSON.parse(out)).toMatchObject({ status: 'answered', writer: 'model:modell' })
})

it('lets doctor call both once and say what works, how fast and where the data goes', async () => {
  const { run, server } = await setUp({ chat: agreeable, embeddings: fails(401) })
  await run('ingest')
  const { code, out } = await run('doctor')
  const host = new URL(server.url).host
  expect(code).toBe(0)
  expect(out).toMatch(new RegExp(`Sprachmodell.*${host}`))
  expect(out).toMatch(/Vektoren\s+gestört/)
  expect(out).toMatch(/Vektorindex\s+gut/)
  expect(out).toMatch(/Eingebettet\s+gestört\s+0 von 1 Passage; `npm run ingest`/)
  expect(out).toMatch(/nach \d+ ms|EMBEDDINGS_KEY/)
})
