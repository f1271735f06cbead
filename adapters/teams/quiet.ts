import { AsyncLocalStorage } from 'node:async_hooks'

const hushed = new AsyncLocalStorage<true>()

/**
 * Runs what would print to the terminal without its printing. The SDK writes keys, tokens' flaws and
 * whole errors there; what anything else prints meanwhile is not touched.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  install()
  return await hushed.run(true, work)
}

const mark = Symbol.for('sturmlotse.quiet')

// Once for the process: from then on it is decided by who prints.
function install(): void {
  const terminal: object = globalThis.console
  if (Reflect.has(terminal, mark)) return
  Reflect.set(terminal, mark, true)
  for (const name of ['error', 'warn']) {
    const print = Reflect.get(terminal, name)
    const guarded = (...args: unknown[]) => {
      if (!hushed.getStore()) Reflect.apply(print, terminal, args)
    }
    Reflect.set(terminal, name, guarded)
  }
}
