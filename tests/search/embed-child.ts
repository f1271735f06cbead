import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { explain } from '../../src/domain/errors.ts'
import { embedPassages } from '../../src/search/embed.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { openVectorStore } from '../../src/search/vector-store.ts'
import { synonyms } from './synonyms.ts'

// A process that embeds slowly and says how far it is, so that a test may kill it on the way
// or give it no room on the disk.

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2)
  const shelf = openShelf(join(folder, 'index.sqlite'))
  const store = openVectorStore(join(folder, 'vectors.sqlite'))
  const quick = synonyms()
  const embedder = synonyms({
    embed: async (...asked) => {
      await setTimeout(20)
      return quick.embed(...asked)
    },
  })
  const onProgress = (done: number) => process.stdout.write(`${done}\n`)
  const { signal } = new AbortController()
  try {
    await embedPassages(shelf, { embedder, store }, { signal, onProgress })
  } catch (error) {
    process.stdout.write(explain(error).text)
  }
}
