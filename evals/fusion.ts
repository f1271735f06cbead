import http from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Config, parseConfig, readConfig } from '../src/config.ts'
import { foldedWords } from '../src/german/words.ts'
import { table } from '../src/table.ts'
import { evaluate } from './run.ts'

const usage = `Measures what vectors add to words: the same labels with different weights of fusion.

  npm run eval:fusion -- --dataset FILE [--knowledge DIR] [--stand-in]

It asks the endpoint that EMBEDDINGS_URL names. With --stand-in it asks one on this machine that knows
nothing but words, thrown together by a hash: the worst leg there can be, to see what a weight risks.`

const weights = [0, 0.2, 0.35, 0.5, 0.7]
const dimensions = 64
const Body = z.object({ input: z.array(z.string()) })

/** A vector that knows which words a text has and nothing of what they mean; same text, same vector. */
function toVector(text: string): readonly number[] {
  const vector = Array.from({ length: dimensions }, () => 0.001)
  for (const word of foldedWords(text)) {
    let hash = 7
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
    const at = hash % dimensions
    vector[at] = (vector[at] ?? 0) + 1
  }
  return vector
}

/** An endpoint on this machine that speaks the embeddings half of the OpenAI protocol. */
async function openStandIn(): Promise<{ readonly url: string; close(): void }> {
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { input } = Body.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    const data = input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: toVector(text),
    }))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ object: 'list', model: 'stand-in', data }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/v1`, close: () => server.close() }
}

function withStandIn(config: Config, url: string): Config {
  const { embeddings } = parseConfig({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'stand-in' })
  return embeddings ? { ...config, embeddings, dataDir: `${config.dataDir}/stand-in` } : config
}

async function measure(config: Config, dataset: string): Promise<void> {
  const rows: string[][] = []
  for (const fusionWeight of weights) {
    const { report } = await evaluate({ ...config, fusionWeight }, dataset)
    const { answerable } = report
    const figures = [
      answerable['hit@1'],
      answerable['hit@5'],
      answerable['mrr@10'],
      answerable['ndcg@10'],
    ]
    rows.push([String(fusionWeight), ...figures.map((figure) => figure.toFixed(3))])
  }
  console.log(table([['FUSION_WEIGHT', 'hit@1', 'hit@5', 'mrr@10', 'ndcg@10'], ...rows]))
}

const { values } = parseArgs({
  options: {
    dataset: { type: 'string' },
    knowledge: { type: 'string' },
    'stand-in': { type: 'boolean' },
  },
})
const config = readConfig({ KNOWLEDGE_DIR: values.knowledge }, { LOG_LEVEL: 'silent' })
if (!values.dataset || (!config.embeddings && !values['stand-in'])) {
  console.error(usage)
  process.exitCode = 2
} else if (values['stand-in']) {
  const standIn = await openStandIn()
  await measure(withStandIn(config, standIn.url), values.dataset)
  standIn.close()
} else {
  await measure(config, values.dataset)
}
