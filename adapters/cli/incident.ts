import type { Command } from './command.ts'
import { usageError } from './options.ts'

/** Loaded when called: a deadline needs no store. */
const parts: Readonly<Record<string, () => Promise<Command>>> = {
  open: async () => (await import('./incident-open.ts')).command,
  list: async () => (await import('./incident-show.ts')).list,
  show: async () => (await import('./incident-show.ts')).show,
  step: async () => (await import('./incident-act.ts')).step,
  level: async () => (await import('./incident-act.ts')).level,
  role: async () => (await import('./incident-act.ts')).role,
  note: async () => (await import('./incident-act.ts')).note,
  playbook: async () => (await import('./incident-act.ts')).playbook,
  signal: async () => (await import('./incident-act.ts')).signal,
  evidence: async () => (await import('./incident-act.ts')).evidence,
  draft: async () => (await import('./incident-texts.ts')).draft,
  approve: async () => (await import('./incident-texts.ts')).approve,
  advance: async () => (await import('./incident-texts.ts')).advance,
  deadline: async () => (await import('./incident-deadline.ts')).command,
  met: async () => (await import('./incident-act.ts')).met,
  report: async () => (await import('./incident-report.ts')).report,
  close: async () => (await import('./incident-close.ts')).command,
  export: async () => (await import('./incident-report.ts')).exporting,
  exercise: async () => (await import('./incident-exercise.ts')).command,
}

export const command: Command = {
  help: `Führt eine Lage. Sturmlotse schlägt vor, Menschen entscheiden; veröffentlicht wird nichts.

Aufruf: npm run -s cli -- incident <Wort> …

  open       eröffnet eine Lage                  list       zeigt alle
  show L1    zeigt eine                          step       hakt einen Schritt ab
  level      setzt die Stufe über vier Achsen    role       besetzt eine Rolle
  note       schreibt ins Protokoll              playbook   startet ein weiteres Playbook
  signal     vermerkt, was zutrifft              evidence   trägt ein, was gesichert wurde
  draft      legt einen Text vor                 approve    gibt ihn frei, auch telefonisch
  advance    nutzt einen vorab freigegebenen     met        vermerkt eine gehaltene Frist
  deadline art33         rechnet die 72 Stunden nach Art. 33 DSGVO, auch ohne Lage
  deadline strafantrag   rechnet die drei Monate nach § 77b StGB, auch ohne Lage
  report     Lagebericht, Einlesen, Übergabe     close      schließt ab, mit Kriterien
  export     Auswertung, Kalender, alles         exercise   spielt einen Sturm zur Übung

Jedes Wort erklärt sich mit --help und kennt --json.`,
  part: async (word) => {
    const load = word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined
    return await load?.()
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
