import { existsSync } from 'node:fs'
import type { Config } from '../../src/config.ts'
import type { Store } from '../../src/ports-store.ts'
import { openStore, storePath } from '../../src/store/store.ts'

/** Whether anything was ever stored; only looking must not make an empty file. */
export function hasStore(config: Config): boolean {
  return existsSync(storePath(config))
}

/**
 * Work on the store, also while a server works on it.
 *
 * @throws StoreError (`bad-store`), ConfigError (`bad-config`) where the key cannot be had
 */
export async function withStore<T>(
  config: Config,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const store = openStore(config, { now: () => new Date().toISOString() })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}
