import { join } from 'node:path'
import process from 'node:process'
import { makeClusters } from '../../evals/bench-clusters.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { openVectorStore } from '../../src/search/vector-store.ts'
import { openVectors } from '../../src/search/vectors.ts'
import { clustered, crowd } from './shelves.ts'

// A process that a test may kill, or starve of room on the disk, while it builds a graph.

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2)
  const shelf = openShelf(join(folder, 'index.sqlite'))
  const store = openVectorStore(join(folder, 'vectors.sqlite'))
  const embedder = clustered(makeClusters(crowd.count, crowd.dimension))
  const index = await openVectors({ folder, shelf, store, embedder, exactBelow: 1 })
  const { search, trouble } = await index.settled
  const hits = await index.search(
    { text: 'Stelle 17', earlier: [] },
    1,
    new AbortController().signal,
  )
  const text = hits[0]?.passage.text
  process.stdout.write(JSON.stringify({ search, code: trouble?.code, fix: trouble?.fix, text }))
}
