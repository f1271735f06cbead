import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { type Config, isExposed, isProxied } from '../../src/config.ts'
import { openEngine } from '../../src/engine.ts'
import { indexPath, indexState } from '../../src/refresh.ts'
import { counted, table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { type Check, examineModels } from './doctor-models.ts'
import { examineSlack } from './doctor-slack.ts'
import { examineStore } from './doctor-store.ts'
import { examineTeams } from './doctor-teams.ts'
import { configFor, parseTyped, usageError } from './options.ts'

export const command: Command = {
  help: `Sagt, was eingerichtet ist, was fehlt und wie es sich beheben lässt.

Aufruf: npm run -s cli -- doctor [slack | teams] [--knowledge ORDNER]

Mit slack oder teams geht es nur darum. Endet mit 1, wenn etwas fehlt, ohne das keine Antwort möglich ist.`,
  run: async (args) => {
    const typed = parseTyped(args)
    const checks = await partOf(typed.words)(configFor(typed))
    console.log(
      table([
        ['Was', 'Stand', 'Bemerkung'],
        ...checks.map((one) => [one.what, one.state, one.detail]),
      ]),
    )
    return checks.some((one) => one.state === 'fehlt') ? 1 : 0
  },
}

/** What can be looked at alone; the rest of the house takes longer. */
const parts: Readonly<Record<string, (config: Config) => Promise<readonly Check[]>>> = {
  slack: examineSlack,
  teams: examineTeams,
}

function partOf(words: readonly string[]) {
  const [name, ...more] = words
  if (name === undefined) return examine
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  if (part && more.length === 0) return part
  throw usageError(`„doctor ${words.join(' ')}“ gibt es nicht.`)
}

async function examine(config: Config): Promise<readonly Check[]> {
  const local = [node(), knowledge(config), data(config), index(config), door(config)]
  const models = await examineModels(config)
  const store = await examineStore(config)
  const chats = await Promise.all([examineSlack(config), examineTeams(config)])
  return [...local, ...models, ...store, ...chats.flat()]
}

function node(): Check {
  const state = Number(process.versions.node.split('.')[0]) >= 24 ? 'gut' : 'fehlt'
  const detail =
    state === 'gut'
      ? process.version
      : `${process.version}; gebraucht wird 24: \`npm ci\` bringt es mit, \`npm run\` nimmt es.`
  return { what: 'Node', state, detail }
}

function knowledge({ knowledgeDir }: Config): Check {
  return existsSync(knowledgeDir)
    ? { what: 'Wissensordner', state: 'gut', detail: knowledgeDir }
    : {
        what: 'Wissensordner',
        state: 'fehlt',
        detail: `${knowledgeDir} gibt es nicht: --knowledge ORDNER oder KNOWLEDGE_DIR setzen.`,
      }
}

/** Indexes are written there; a folder that is not there yet is made at the first run. */
function data({ dataDir }: Config): Check {
  const what = 'Datenordner'
  try {
    const nearest = existsSync(dataDir) ? dataDir : dirname(resolve(dataDir))
    accessSync(nearest, constants.W_OK)
    return { what, state: 'gut', detail: dataDir }
  } catch {
    const detail = `${dataDir} lässt sich nicht beschreiben: Rechte ändern oder DATA_DIR setzen.`
    return { what, state: 'fehlt', detail }
  }
}

function index(config: Config): Check {
  const state = indexState(config)
  const what = 'Index'
  if (state === 'missing')
    return {
      what,
      state: 'fehlt',
      detail: 'noch nicht da oder beschädigt: `npm run ingest` baut ihn auf.',
    }
  const engine = openEngine(config)
  const { episodes, posts, passages, examples } = engine.stock()
  engine.close()
  const size = `${counted(episodes, 'Folge', 'Folgen')}, ${counted(posts, 'Beitrag', 'Beiträge')} (davon ${counted(examples, 'Beispiel', 'Beispiele')}), ${counted(passages, 'Passage', 'Passagen')} in ${indexPath(config)}`
  if (passages === 0)
    return {
      what,
      state: 'fehlt',
      detail: 'leer: Dateien in den Wissensordner legen, dann `npm run ingest`.',
    }
  return {
    what,
    state: 'gut',
    detail: state === 'stale' ? `${size}; älter als der Ordner: \`npm run ingest\`` : size,
  }
}

function door(config: Config): Check {
  const { host, port, publicUrl, linkSecret } = config
  const scope = scopeOf(config)
  const signature = linkSecret ? '; Links sind signiert' : ''
  return {
    what: 'Seite',
    state: 'gut',
    detail: `${host}:${port}, ${scope}; Links beginnen mit ${publicUrl}${signature}`,
  }
}

function scopeOf(config: Config): string {
  if (!isExposed(config)) return 'nur von diesem Rechner'
  const pages = config.linkSecret
    ? 'Fundstellen über signierte Links'
    : 'Fundstellen geschlossen, bis LINK_SECRET gesetzt ist'
  const closed = 'Fragen geschlossen, weil PUBLIC_URL nach außen zeigt'
  return `${pages}, ${isProxied(config) ? closed : 'Fragen nur von diesem Rechner'}`
}
