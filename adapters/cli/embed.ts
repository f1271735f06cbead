import process from 'node:process'
import type { Config } from '../../src/config.ts'
import { embedIndex } from '../../src/dense.ts'
import { explain } from '../../src/domain/errors.ts'

/** What became of the vectors, in a sentence. Words alone are searched where there are none. */
export interface Embedding {
  readonly isWhole: boolean
  readonly text: string
}

/**
 * Embeds what is missing, with a line on a terminal that counts passages. `undefined` when no endpoint
 * is configured. Never throws for the endpoint: the index works without it.
 */
export async function embedMissing(config: Config): Promise<Embedding | undefined> {
  const show = process.stderr.isTTY ? step : () => undefined
  try {
    const report = await embedIndex(config, show, new AbortController().signal)
    if (!report) return undefined
    const { passages, embedded } = report
    return { isWhole: true, text: `Vektoren: ${embedded} neu, ${passages} Passagen insgesamt.` }
  } catch (error) {
    const text = `Vektoren: ${explain(error).text} Gesucht wird bis dahin nach Worten; ein neuer Lauf macht dort weiter.`
    return { isWhole: false, text }
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
}

function step(done: number, total: number): void {
  process.stderr.write(`\r\u001b[K${done} von ${total} Passagen eingebettet …`)
}
