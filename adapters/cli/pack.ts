import { readFile } from 'node:fs/promises'
import { writeWhole } from '../../src/ingest/kept.ts'
import { pack, unpack } from '../../src/pack.ts'
import { counted } from '../../src/table.ts'
import type { Command } from './command.ts'
import { configFor, parseTyped, usageError } from './options.ts'

export const command: Command = {
  help: `Packt Quellen und Index in eine Datei, die eine andere Kommune laden kann, oder lädt eine.

Aufruf: npm run -s cli -- pack DATEI.zip
        npm run -s cli -- pack --load DATEI.zip --knowledge NEUER_ORDNER

Quellen mit unklaren Rechten bleiben hier. Geladen wird nur in einen leeren Ordner.`,
  run: async (args) => {
    const typed = parseTyped(args, { load: { type: 'boolean' } })
    const config = configFor(typed)
    const [path, ...more] = typed.words
    if (path === undefined || more.length > 0) throw usageError('Bitte genau eine Datei nennen.')
    if (typed.flags.has('load')) {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw usageError(`„${path}“ lässt sich nicht öffnen.`, cause)
      })
      const files = await unpack(config, bytes, path)
      console.log(`${counted(files, 'Datei', 'Dateien')} geladen nach ${config.knowledgeDir}.`)
      return 0
    }
    const { bytes, files, left } = await pack(config)
    await writeWhole(path, bytes)
    console.log(
      `${path}: ${counted(files, 'Datei', 'Dateien')}, ${(bytes.length / 1024 ** 2).toFixed(1)} MB.`,
    )
    if (left.length > 0)
      console.log(`Nicht dabei, weil die Rechte unklar sind: ${left.join(', ')}.`)
    return 0
  },
}
