import { mkdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const Seen = z.object({ etag: z.string().optional(), modified: z.string().optional() })
const Link = z.object({ url: z.string(), type: z.string(), language: z.string().optional() })

const Item = z.object({
  id: z.string(),
  title: z.string(),
  published: z.string().optional(),
  audio: z.string().optional(),
  /** Of the entry as the source writes it. */
  hash: z.string(),
  transcripts: z.array(Link),
  /** The one in use, and the file it lies in. */
  transcript: z.object({ url: z.string(), seen: Seen, file: z.string() }).optional(),
  /** Where the audio was transcribed by a machine. */
  machine: z.string().optional(),
  /** The feed does not list it any more, because it is short. */
  isVanished: z.boolean().optional(),
})

const State = z.object({
  version: z.literal(1),
  seen: Seen,
  name: z.string().optional(),
  /** Of what is written into every file: rights, language. */
  frame: z.string(),
  items: z.record(z.string(), Item),
})

/** An entry of a source and where it lies. */
export type KeptItem = z.infer<typeof Item>
/** What is kept of a source between two runs. */
export type State = z.infer<typeof State>

const blank: State = { version: 1, seen: {}, frame: '', items: {} }
const stateFile = 'state.json'

/** What is kept in a folder; nothing where there is none, or it is damaged: then all is fetched anew. */
export function readState(folder: string): State {
  try {
    const parsed = State.safeParse(JSON.parse(readFileSync(join(folder, stateFile), 'utf8')))
    return parsed.success ? parsed.data : blank
  } catch {
    return blank
  }
}

export async function writeState(folder: string, state: State): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await writeWhole(join(folder, stateFile), JSON.stringify(state))
}

/** Writes a file so that whoever reads it finds the former or the new one, whole, whatever happens. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = join(dirname(path), `.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`)
  await writeFile(aside, content, { flush: true })
  await rename(aside, path)
}

/** The same, unless the file is so already; says whether it was written. */
export async function writeChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const former = await readFile(path).catch(() => undefined)
  if (former && Buffer.compare(former, Buffer.from(content)) === 0) return false
  await writeWhole(path, content)
  return true
}

/** Removes every file of a source's folder that is not named; returns how many. */
export async function sweep(folder: string, kept: ReadonlySet<string>): Promise<number> {
  let removed = 0
  for (const part of ['episodes', 'posts']) {
    const names = await readdir(join(folder, part)).catch(() => [])
    for (const name of names) {
      if (kept.has(`${part}/${name}`)) continue
      await rm(join(folder, part, name), { force: true })
      removed += 1
    }
  }
  return removed
}
