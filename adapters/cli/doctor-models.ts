import type { Config } from '../../src/config.ts'
import { explain } from '../../src/domain/errors.ts'
import { counted } from '../../src/table.ts'

/** One line of what `doctor` says. */
export interface Check {
  readonly what: string
  /** `gestört`: answers come without it, only less good. */
  readonly state: 'gut' | 'fehlt' | 'gestört' | 'aus'
  readonly detail: string
}

/** How long one call of a model may take here. */
const patience = 60_000

/** Model and vectors: one small call each, and what lies on the disk. */
export async function examineModels(config: Config): Promise<readonly Check[]> {
  const both = [await model(config), await vectors(config)]
  return config.embeddings ? [...both, await stored(config), await graph()] : both
}

async function model({ model: settings }: Config): Promise<Check> {
  const what = 'Sprachmodell'
  if (!settings) {
    const detail = 'Antworten kommen wörtlich aus den Quellen; kein Schlüssel, kein Netz nötig.'
    return { what, state: 'aus', detail }
  }
  const { tryChat, openChat } = await import('../../src/openai.ts')
  const target = `Fragen (geschwärzt) und Passagen gehen an ${new URL(settings.url).host}`
  return await attempt(what, target, (signal) => tryChat(openChat(settings), signal))
}

async function vectors({ embeddings: settings, fusionWeight }: Config): Promise<Check> {
  const what = 'Vektoren'
  if (!settings || fusionWeight === 0)
    return { what, state: 'aus', detail: 'Gesucht wird nach Worten.' }
  const { tryEmbedder, openEmbedder } = await import('../../src/openai.ts')
  const target = `Passagen und Fragen (geschwärzt) gehen an ${new URL(settings.url).host}`
  return await attempt(what, target, (signal) => tryEmbedder(openEmbedder(settings), signal))
}

async function stored(config: Config): Promise<Check> {
  const what = 'Eingebettet'
  try {
    const { countEmbedded } = await import('../../src/dense.ts')
    const { passages, embedded } = await countEmbedded(config)
    const share = `${embedded} von ${counted(passages, 'Passage', 'Passagen')}`
    if (embedded === passages) return { what, state: 'gut', detail: share }
    return { what, state: 'gestört', detail: `${share}; \`npm run ingest\` holt den Rest nach.` }
  } catch (error) {
    return { what, state: 'gestört', detail: explain(error).text }
  }
}

/** The graph saves time from 20,000 passages on; without its addon every vector is compared. */
async function graph(): Promise<Check> {
  const { loadHnsw } = await import('../../src/search/hnsw.ts')
  const what = 'Vektorindex'
  if (await loadHnsw()) return { what, state: 'gut', detail: 'hnswlib-node ist da.' }
  const detail =
    'hnswlib-node fehlt: jeder Vektor wird verglichen, das reicht bis etwa 20.000 Passagen.'
  return { what, state: 'aus', detail }
}

// One call each, as small as can be: whether it works, how fast, and where the data goes.
async function attempt(
  what: string,
  target: string,
  call: (signal: AbortSignal) => Promise<{ readonly ms: number; readonly detail: string }>,
): Promise<Check> {
  try {
    const { ms, detail } = await call(AbortSignal.timeout(patience))
    return { what, state: 'gut', detail: `${detail} nach ${Math.round(ms)} ms; ${target}` }
  } catch (error) {
    return { what, state: 'gestört', detail: `${explain(error).text} (${target})` }
  }
}
