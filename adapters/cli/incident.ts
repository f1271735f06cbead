import type { Command } from './command.ts'
import { usageError } from './options.ts'

/** Loaded when called: a deadline needs no store. */
const parts: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  deadline: () => import('./incident-deadline.ts'),
}

export const command: Command = {
  help: `Führt eine Lage. Sturmlotse schlägt vor, Menschen entscheiden; veröffentlicht wird nichts.

Aufruf: npm run -s cli -- incident <Wort> …

  deadline art33         rechnet die 72 Stunden nach Art. 33 DSGVO
  deadline strafantrag   rechnet die drei Monate nach § 77b StGB

Jedes Wort erklärt sich mit --help und kennt --json.`,
  part: async (word) => {
    const load = word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined
    return load && (await load()).command
  },
  run: async ([word]) => {
    const words = Object.keys(parts).join(', ')
    throw usageError(
      word === undefined
        ? `Es fehlt, was zu tun ist: ${words}.`
        : `„incident ${word}“ gibt es nicht. Es gibt: ${words}.`,
    )
  },
}
