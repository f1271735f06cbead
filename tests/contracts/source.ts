import { afterEach, describe, expect, it } from 'vitest'
import { sourceKey } from '../../src/domain/documents.ts'
import type { KnowledgeSource, SourceItem } from '../../src/ports.ts'

/** A source of at least two readable items, and what a test may do to it. */
export interface OpenedSource {
  readonly source: KnowledgeSource
  /** Changes what one item is made of, and says which. */
  change(): Promise<SourceItem['id']>
  close(): Promise<void>
}

export async function itemsOf(source: KnowledgeSource): Promise<readonly SourceItem[]> {
  return collect(source, new AbortController().signal)
}

async function collect(
  source: KnowledgeSource,
  signal: AbortSignal,
): Promise<readonly SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of source.items(signal)) items.push(item)
  return items
}

/** What every knowledge source promises; see `KnowledgeSource` in `src/ports.ts`. */
export function describeSource(open: () => Promise<OpenedSource>): void {
  describe('as a knowledge source', () => {
    let opened: OpenedSource | undefined

    async function start(): Promise<OpenedSource> {
      opened = await open()
      return opened
    }

    afterEach(async () => {
      await opened?.close()
      opened = undefined
    })

    it('gives its items in the same order, with the same fingerprints, each time', async () => {
      const { source } = await start()
      const [first, second] = [await itemsOf(source), await itemsOf(source)]
      const plain = (items: readonly SourceItem[]) =>
        items.map(({ id, file, fingerprint }) => ({ id, file, fingerprint }))
      expect(plain(first)).toEqual(plain(second))
      expect(first.length).toBeGreaterThanOrEqual(2)
    })

    it('gives each id once, whatever the case of its letters', async () => {
      const { source } = await start()
      const keys = (await itemsOf(source)).map(({ id }) => sourceKey(id))
      expect(new Set(keys).size).toBe(keys.length)
    })

    it('changes the fingerprint of what changed, and of nothing else', async () => {
      const { source, change } = await start()
      const before = new Map((await itemsOf(source)).map((item) => [item.id, item.fingerprint]))
      const changed = await change()
      const after = await itemsOf(source)
      const differing = after.filter((item) => before.get(item.id) !== item.fingerprint)
      expect(differing.map(({ id }) => id)).toEqual([changed])
    })

    it('reads a document with the id of its item', async () => {
      const { source } = await start()
      for (const item of await itemsOf(source)) {
        const { document } = await item.read()
        expect(document.about.id).toBe(item.id)
      }
    })

    it('stops when it is told to', async () => {
      const { source } = await start()
      const stopped = AbortSignal.abort()
      await expect(collect(source, stopped)).rejects.toThrow()
    })
  })
}
