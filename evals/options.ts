import process from 'node:process'
import { parseArgs } from 'node:util'
import { openLabelSets } from './label-sets.ts'

/**
 * Opens the sets of labels that an evaluation is asked to use on its command line: those there are, with
 * `--data` and `--more` as its usage says. `flags` are what else it knows; `--help` ends with its usage.
 */
export async function openAskedSets(usage: string, flags: readonly string[] = []) {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      data: { type: 'string' },
      more: { type: 'string', multiple: true },
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' } as const])),
    },
  })
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  const { data, more } = values
  const opened = await openLabelSets({ ...(data ? { data } : {}), ...(more ? { more } : {}) })
  return { ...opened, given: new Set(Object.keys(values)) }
}
