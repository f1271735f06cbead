import { existsSync } from 'node:fs'
import { shown } from '../../src/ingest/web-trouble.ts'
import { indexPath, refresh } from '../../src/refresh.ts'
import { readSources, setStatus, stockOf } from '../../src/sources.ts'
import { table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { embedMissing } from './embed.ts'
import { configFor, parseTyped, usageError } from './options.ts'

const actions = { disable: 'disabled', withdraw: 'withdrawn', enable: 'active' } as const

const states = { active: 'aktiv', disabled: 'ausgeschaltet', withdrawn: 'zurückgezogen' } as const
const allowed = { own: 'eigen', permitted: 'erlaubt', unknown: 'unklar' } as const

export const command: Command = {
  help: `Zeigt die Quellen, oder nimmt eine aus dem Gebrauch.

Aufruf: npm run -s cli -- source list [--json]
        npm run -s cli -- source disable NAME   nicht mehr durchsuchen; was geholt ist, bleibt liegen
        npm run -s cli -- source withdraw NAME  überall löschen und nicht mehr holen
        npm run -s cli -- source enable NAME    wieder benutzen`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' } })
    const config = configFor(typed)
    const [action, id] = typed.words
    const rows = () => readSources(config).map((entry) => ({ ...entry, ...stockOf(config, entry) }))
    if (action === 'list' && id === undefined) {
      console.log(typed.flags.has('json') ? JSON.stringify(rows()) : toText(rows()))
      return 0
    }
    const status = Object.entries(actions).find(([name]) => name === action)?.[1]
    if (!status || id === undefined)
      throw usageError('Bitte `source list`, `disable NAME`, `withdraw NAME` oder `enable NAME`.')
    await setStatus(config, id, status)
    if (existsSync(indexPath(config))) {
      const { removed } = await refresh(config)
      const vectors = await embedMissing(config)
      console.log(
        `„${id}“ ist jetzt ${states[status]}; ${removed} Einträge aus dem Index entfernt.`,
      )
      if (vectors) console.log(vectors.text)
    } else {
      console.log(`„${id}“ ist jetzt ${states[status]}.`)
    }
    return 0
  },
}

type Row = ReturnType<typeof readSources>[number] & ReturnType<typeof stockOf>

function toText(rows: readonly Row[]): string {
  if (rows.length === 0)
    return 'Noch keine Quelle. `npm run -s cli -- add feed https://…` trägt eine ein.'
  const head = [
    'Name',
    'Zustand',
    'Rechte',
    'Folgen',
    'mit Transkript',
    'Beiträge',
    'nicht mehr im Feed',
    'Adresse',
  ]
  const lines = rows.map((row) => [
    row.id,
    states[row.status],
    allowed[row.rights],
    ...[row.episodes, row.transcripts, row.posts, row.vanished].map(String),
    shown(row.feed ?? row.blog ?? ''),
  ])
  return table([head, ...lines])
}
