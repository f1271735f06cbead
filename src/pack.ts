import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { SourceError } from './domain/errors.ts'
import { changeInYaml } from './front-matter.ts'
import { writeWhole } from './ingest/kept.ts'
import type { SourceEntry } from './ingest/sources.ts'
import { homeOf, type Paths, sourceFolder } from './places.ts'
import { indexPath, refresh } from './refresh.ts'
import { readSources } from './sources.ts'
import { type Files, unzip, zip } from './zip.ts'

/** What went into a pack. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly files: number
  /** Sources that stay here, because nobody knows whether they may be passed on. */
  readonly left: readonly string[]
}

const manifest = 'sturmlotse.json'
const parts = ['episodes', 'posts'] as const
const limits = { mostFiles: 200_000, mostBytes: 2 * 1024 ** 3 } as const

/**
 * All that another town needs: the knowledge folder, what was fetched, corrections and an index of just
 * that. Sources whose rights are unknown stay here.
 *
 * @throws SourceError (`bad-source`), IndexError (`bad-index`)
 */
export async function pack(paths: Paths): Promise<Packed> {
  const root = await mkdtemp(join(tmpdir(), 'sturmlotse-pack-'))
  const copy: Paths = { knowledgeDir: join(root, 'knowledge'), dataDir: join(root, 'data') }
  try {
    const left = await stage(paths, copy)
    await refresh(copy)
    const files: Record<string, Uint8Array> = {
      [manifest]: new TextEncoder().encode(JSON.stringify({ format: 1 })),
      ...(await read(copy.knowledgeDir, 'knowledge')),
      ...(await read(homeOf(copy), 'data')),
    }
    return { bytes: zip(files), files: Object.keys(files).length, left }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function stage(paths: Paths, copy: Paths): Promise<readonly string[]> {
  const own = join(paths.knowledgeDir, 'sources.yaml')
  await mkdir(copy.knowledgeDir, { recursive: true })
  for (const part of parts)
    await copyIf(join(paths.knowledgeDir, part), join(copy.knowledgeDir, part))
  const sources = readSources(paths)
  const isKept = ({ status, rights }: SourceEntry) => status === 'active' && rights !== 'unknown'
  if (existsSync(own)) {
    // What may not go along is not fetched there by itself, either.
    const text = sources
      .filter((entry) => !isKept(entry))
      .reduce(
        (yaml, { id }) => changeInYaml(yaml, 'sources', { id, status: 'withdrawn' }),
        await readFile(own, 'utf8'),
      )
    await writeWhole(join(copy.knowledgeDir, 'sources.yaml'), text)
  }
  for (const { id } of sources.filter(isKept))
    await copyIf(sourceFolder(paths, id), sourceFolder(copy, id))
  await copyIf(join(homeOf(paths), 'corrections.json'), join(homeOf(copy), 'corrections.json'))
  return sources
    .filter((entry) => entry.status === 'active' && entry.rights === 'unknown')
    .map(({ id }) => id)
}

async function copyIf(from: string, to: string): Promise<void> {
  if (existsSync(from)) await cp(from, to, { recursive: true })
}

async function read(folder: string, prefix: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  const found = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return [
        `${prefix}/${relative(folder, path).replaceAll('\\', '/')}`,
        new Uint8Array(await readFile(path)),
      ] as const
    }),
  )
  return Object.fromEntries(found)
}

/**
 * Lays out a pack where there is no knowledge yet. The index of the pack is used as it is.
 *
 * @throws SourceError (`bad-source`) for what is no pack, or where the folder is not empty
 */
export async function unpack(paths: Paths, bytes: Uint8Array, file: string): Promise<number> {
  const files = unzip(bytes, { file, ...limits })
  if (!files[manifest]) throw noPack(file)
  const present = await readdir(paths.knowledgeDir).catch(() => [])
  if (present.length > 0 || existsSync(indexPath(paths))) throw notEmpty(paths.knowledgeDir)
  const wanted = Object.entries(files).filter(([name]) => name !== manifest)
  for (const [name, content] of wanted) {
    const [top, ...rest] = name.split('/')
    const base =
      top === 'knowledge' ? paths.knowledgeDir : top === 'data' ? homeOf(paths) : undefined
    if (base && rest.length > 0) await writeWhole(join(base, ...rest), content)
  }
  // Times of files are part of what an index knows of its folder.
  await refresh(paths)
  return wanted.length
}

function noPack(file: string): SourceError {
  return new SourceError('Das ist kein Paket von Sturmlotse.', {
    file,
    fix: 'Ein Paket entsteht mit `npm run -s cli -- pack DATEI`.',
  })
}

function notEmpty(file: string): SourceError {
  return new SourceError('Der Wissensordner ist nicht leer.', {
    file,
    fix: 'Bitte mit `--knowledge ORDNER` einen neuen Ordner angeben; vorhandenes Wissen wird nie überschrieben.',
  })
}
