import { existsSync } from 'node:fs'
import process from 'node:process'
import { type Config, isLoopback } from '../../src/config.ts'
import { openEngine } from '../../src/engine.ts'
import { indexPath, indexState } from '../../src/refresh.ts'
import { table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { configFor, parseTyped } from './options.ts'

interface Check {
  readonly what: string
  readonly state: 'gut' | 'fehlt' | 'aus'
  readonly detail: string
}

export const command: Command = {
  help: `Sagt, was eingerichtet ist, was fehlt und wie es sich beheben lässt.

Aufruf: npm run -s cli -- doctor [--knowledge ORDNER]

Endet mit 1, wenn etwas fehlt, ohne das keine Antwort möglich ist.`,
  run: async (args) => {
    const checks = examine(configFor(parseTyped(args)))
    console.log(
      table([
        ['Was', 'Stand', 'Bemerkung'],
        ...checks.map((one) => [one.what, one.state, one.detail]),
      ]),
    )
    return checks.some((one) => one.state === 'fehlt') ? 1 : 0
  },
}

function examine(config: Config): readonly Check[] {
  return [node(), knowledge(config), index(config), door(config), model()]
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
  const size = `${episodes} Folgen, ${posts} Beiträge (davon ${examples} Beispiele), ${passages} Passagen in ${indexPath(config)}`
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

function door({ host, port, publicUrl, linkSecret }: Config): Check {
  const scope = isLoopback(host)
    ? 'nur von diesem Rechner'
    : 'Fundstellen über signierte Links, Fragen nur von diesem Rechner'
  const signature = linkSecret ? '; Links sind signiert' : ''
  return {
    what: 'Seite',
    state: 'gut',
    detail: `${host}:${port}, ${scope}; Links beginnen mit ${publicUrl}${signature}`,
  }
}

function model(): Check {
  return {
    what: 'Sprachmodell',
    state: 'aus',
    detail: 'Antworten kommen wörtlich aus den Quellen; kein Schlüssel, kein Netz nötig.',
  }
}
