import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { type Rights, rights } from '../../src/ingest/sources.ts'
import { addSource } from '../../src/sources.ts'
import type { Command } from './command.ts'
import { configFor, parseTyped, type Typed, usageError } from './options.ts'

const meanings: Readonly<Record<Rights, string>> = {
  own: 'eigene Inhalte',
  permitted: 'mit Erlaubnis, die als Notiz dabeisteht',
  unknown: 'unklar: nur kurze Zitate und der Verweis, keine Abschrift',
}

export const command: Command = {
  help: `Trägt einen Podcast-Feed oder ein Blog in sources.yaml ein; geholt wird mit \`ingest\`.

Aufruf: npm run -s cli -- add feed https://… [--rights own|permitted|unknown] [--note TEXT]
        npm run -s cli -- add blog https://… oder ORDNER oder EXPORT.xml

Ein Blog ist eine Seite mit WordPress oder einem Feed, eine Exportdatei von WordPress, eine einzelne
Seite oder ein Ordner mit Markdown (der Pfad zählt ab dem Wissensordner).
Ohne --rights wird gefragt, was die Kommune darf:
${rights.map((name) => `  ${name.padEnd(10)} ${meanings[name]}`).join('\n')}
--id NAME und --name TEXT benennen die Quelle. --local erlaubt Adressen im eigenen Netz.`,
  run: async (args) => {
    const typed = parseTyped(args, {
      ...{ rights: { type: 'string' }, note: { type: 'string' }, id: { type: 'string' } },
      ...{ name: { type: 'string' }, local: { type: 'boolean' } },
    })
    const [kind, url, ...more] = typed.words
    if ((kind !== 'feed' && kind !== 'blog') || url === undefined || more.length > 0) {
      throw usageError('Bitte `add feed ADRESSE` oder `add blog ADRESSE`.')
    }
    if (kind === 'feed' && !/^https?:\/\//i.test(url)) {
      throw usageError('Ein Feed braucht eine Adresse mit http:// oder https://.')
    }
    const allowed = await rightsFor(typed)
    const [id, name] = [typed.value('id'), typed.value('name')]
    const added = await addSource(configFor(typed), {
      ...{ kind, url, ...allowed, local: typed.flags.has('local') },
      ...(id ? { id } : {}),
      ...(name ? { name } : {}),
    })
    console.log(
      `Eingetragen als „${added}“ (${meanings[allowed.rights]}). \`npm run ingest\` holt die Inhalte.`,
    )
    return 0
  },
}

async function rightsFor(typed: Typed): Promise<{ rights: Rights; note?: string }> {
  const given = typed.value('rights') ?? (process.stdin.isTTY ? await ask(question) : 'unknown')
  const found = rights.find(
    (name, index) => given.trim() === name || given.trim() === String(index + 1),
  )
  if (!found) throw usageError(`--rights ist ${rights.join(', ')}; „${given}“ gibt es nicht.`)
  const isMissing = found === 'permitted' && !typed.value('note')
  const note = isMissing && process.stdin.isTTY ? await ask(noteQuestion) : typed.value('note')
  if (found === 'permitted' && !note?.trim()) {
    throw usageError('Zu „permitted“ gehört --note: wer es wann wie erlaubt hat.')
  }
  return { rights: found, ...(note?.trim() ? { note: note.trim() } : {}) }
}

const question = `Was darf die Kommune mit diesen Inhalten?
${rights.map((name, index) => `  ${index + 1} ${name.padEnd(10)} ${meanings[name]}`).join('\n')}
> `
const noteQuestion = 'Wer hat es wann und wie erlaubt?\n> '

async function ask(text: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(text)) || 'unknown'
  } finally {
    terminal.close()
  }
}
