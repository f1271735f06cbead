import type { Memory } from '../ports-store.ts'
import { type Files, soon } from './files.ts'

/** How long a thread stays ours after its last message. */
export const threadMs = 24 * 3_600_000

/** @see the port */
export function openThreads(files: Files): Pick<Memory, 'engage' | 'isEngaged' | 'release'> {
  const { database, now } = files
  const engage = database.prepare(
    'INSERT OR REPLACE INTO threads (conversation, until) VALUES (?, ?)',
  )
  const find = database.prepare('SELECT 1 FROM threads WHERE conversation = ? AND until > ?')
  const release = database.prepare('DELETE FROM threads WHERE conversation = ?')
  return {
    engage: (conversation) => void soon(files, () => engage.run(conversation, now() + threadMs)),
    isEngaged: (conversation) => find.get(conversation, now()) !== undefined,
    release: (conversation) => void soon(files, () => release.run(conversation)),
  }
}
