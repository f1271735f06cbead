import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseConfig } from '../src/config.ts'
import { sourceKey } from '../src/domain/documents.ts'
import type { Passage, PassageId } from '../src/domain/passage.ts'
import { indexPath, refresh } from '../src/refresh.ts'
import { allPassages, openShelf, type Shelf } from '../src/search/shelf.ts'
import { isRelevant, type Label, readLabels } from './labels.ts'
import { prepareReal } from './prepare-real.ts'

/** Labels with the index they are asked of. */
export interface LabelSet {
  readonly name: string
  readonly shelf: Shelf
  readonly passages: readonly Passage[]
  /** Questions whose answer is in the index, and where. */
  readonly asked: readonly Asked[]
  /** Questions without an answer there. */
  readonly unanswerable: readonly Label[]
}

export interface Asked {
  readonly label: Label
  readonly relevant: ReadonlySet<PassageId>
}

/** Which labels are asked of which knowledge. */
interface Pairing {
  readonly name: string
  readonly file: string
  readonly folder: string
}

interface Choice {
  /** Where the real episodes lie; without them their labels are left out. */
  readonly data?: string
  /** More labels on the real episodes. */
  readonly more?: readonly string[]
}

const here = import.meta.dirname
const shipped = resolve(here, '../knowledge')
const usual = resolve(here, '../../shared/data')

/** Opens every set of labels that is there; `close` removes the indexes that were made for it. */
export async function openLabelSets({ data = usual, more = [] }: Choice = {}): Promise<{
  readonly sets: readonly LabelSet[]
  close(): void
}> {
  const scratch = mkdtempSync(join(tmpdir(), 'sturmlotse-labels-'))
  const shelves = new Map<string, Shelf>()
  const sets: LabelSet[] = []
  for (const pairing of [...pairShipped(scratch), ...pairReal(scratch, data, more)]) {
    const shelf = shelves.get(pairing.folder) ?? (await indexOf(pairing.folder, scratch))
    shelves.set(pairing.folder, shelf)
    sets.push(toSet(pairing, shelf))
  }
  return {
    sets,
    close: () => {
      for (const shelf of shelves.values()) shelf.close()
      rmSync(scratch, { recursive: true })
    },
  }
}

// The two oldest files mark nothing in the sources that came after them, so these are left out.
function pairShipped(scratch: string): readonly Pairing[] {
  const old = ['first', 'second'].map((name) => ({ name, file: join(here, `${name}.jsonl`) }))
  const sources = old.flatMap(({ file }) => readLabels(file).flatMap(({ expect }) => expect))
  const folder = join(scratch, 'old')
  copySources(folder, new Set(sources.map(({ source }) => sourceKey(source))))
  const newer = ['corpus', 'situations'].map((name) => {
    return { name, file: join(here, `${name}.jsonl`), folder: shipped }
  })
  return [...old.map((set) => ({ ...set, folder })), ...newer]
}

function copySources(folder: string, ids: ReadonlySet<string>): void {
  cpSync(join(shipped, 'sources.yaml'), join(folder, 'sources.yaml'))
  for (const kind of ['episodes', 'posts']) {
    mkdirSync(join(folder, kind), { recursive: true })
    for (const name of readdirSync(join(shipped, kind))) {
      const isMeant = ids.has(sourceKey(name.replace(/\.\w+$/, '')))
      if (isMeant) cpSync(join(shipped, kind, name), join(folder, kind, name))
    }
  }
}

function pairReal(scratch: string, data: string, more: readonly string[]): readonly Pairing[] {
  if (!existsSync(join(data, 'podcast/assemblyai'))) return []
  const folder = join(scratch, 'real')
  mkdirSync(folder)
  prepareReal(data, folder)
  const own = readdirSync(here).filter((name) => /^real(?!-heldback).*\.jsonl$/.test(name))
  const files = [...own.map((name) => join(here, name)), ...more]
  return files.map((file) => ({ name: file.replace(/^.*\/|\.jsonl$/g, ''), file, folder }))
}

async function indexOf(knowledge: string, scratch: string): Promise<Shelf> {
  const config = parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: scratch, LOG_LEVEL: 'silent' })
  await refresh(config)
  return openShelf(indexPath(config))
}

function toSet({ name, file }: Pairing, shelf: Shelf): LabelSet {
  const passages = allPassages(shelf)
  const labels = readLabels(file)
  const asked = labels
    .filter(({ answerable }) => answerable)
    .map((label) => {
      const found = passages.filter((passage) => isRelevant(passage, label))
      return { label, relevant: new Set(found.map(({ id }) => id)) }
    })
    .filter(({ relevant }) => relevant.size > 0)
  const unanswerable = labels.filter(({ answerable }) => answerable === false)
  return { name, shelf, passages, asked, unanswerable }
}
