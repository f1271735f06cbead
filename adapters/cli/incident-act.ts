import { parseMoment } from '../../src/berlin.ts'
import { hardRules } from '../../src/crisis/board.ts'
import type { Command as Deed } from '../../src/crisis/commands.ts'
import type { Desk } from '../../src/crisis/desk.ts'
import { deadlineLine } from '../../src/crisis/report.ts'
import { levelName } from '../../src/crisis/sheet.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Command } from './command.ts'
import { atDesk, findTyped, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { axesIn, flagsIn, severityHelp, severityOptions } from './incident-severity.ts'
import { type Options, type Typed, usageError } from './options.ts'

interface Act {
  readonly help: string
  readonly options?: Options
  deed(typed: Typed, incident: Incident, desk: Desk): Deed
  say(incident: Incident, deed: Deed): string
}

/** A word that names an incident, does one thing in it and says what came of it. */
export function acting({ help, options = {}, deed, say }: Act): Command {
  return {
    help: `${help}\n${writingHelp}`,
    run: async (args) => {
      const typed = parseWriting(args, options)
      return await atDesk(typed, ({ desk }) => {
        const incident = findTyped(typed, desk)
        const what = deed(typed, incident, desk)
        const outcome = desk.run(incident.id, what, senderOf(typed, desk))
        return settle(outcome, { typed, desk, say: (after) => say(after, what) })
      })
    },
  }
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const step = acting({
  help: `Hakt einen Schritt ab oder sagt, warum nicht.

Aufruf: npm run -s cli -- incident step L1 c1 [--done | --skip GRUND | --block GRUND | --reopen | --owner WER]

  --done          erledigt (auch ohne Angabe)
  --note TEXT     eine Notiz dazu
  --skip GRUND    ausgelassen
  --block GRUND   hängt
  --reopen        wieder offen
  --owner WER     übernimmt`,
  options: {
    done: flag,
    note: text,
    skip: text,
    block: text,
    reopen: flag,
    owner: text,
    seen: text,
  },
  deed: (typed) => {
    const [, id] = typed.words
    if (id === undefined) throw usageError('Es fehlt, welcher Schritt: incident step L1 c1.')
    const seen = typed.value('seen')
    const base = { type: 'step', step: id, ...(seen ? { seen: Number(seen) } : {}) } as const
    const [skip, block, owner] = [typed.value('skip'), typed.value('block'), typed.value('owner')]
    if (skip !== undefined) return { ...base, to: 'skipped', text: skip }
    if (block !== undefined) return { ...base, to: 'blocked', text: block }
    if (owner !== undefined) return { ...base, to: 'taken', text: owner }
    if (typed.flags.has('reopen')) return { ...base, to: 'open' }
    return { ...base, to: 'done', text: typed.value('note') ?? '' }
  },
  say: ({ steps }) => {
    const open = steps.filter(({ status }) => status === 'open').length
    return `Vermerkt. Noch offen: ${open} ${open === 1 ? 'Schritt' : 'Schritte'}.`
  },
})

export const level = acting({
  help: `Setzt die Stufe über die vier Achsen; harte Regeln gelten immer.

Aufruf: npm run -s cli -- incident level L1 --W 2 --B 3 [--flags dataExposed] [--reason GRUND]

${severityHelp}
  --reason GRUND    warum`,
  options: { ...severityOptions, reason: text, seen: text },
  deed: (typed) => {
    const [axes, flags, reason] = [axesIn(typed), flagsIn(typed), typed.value('reason')]
    const seen = typed.value('seen')
    return {
      type: 'level',
      ...(axes ? { axes } : {}),
      ...(flags ? { flags } : {}),
      ...(reason ? { reason } : {}),
      ...(seen ? { seen: Number(seen) } : {}),
    }
  },
  say: (incident) => {
    const { level: found } = incident.severity
    return [`Stufe ${levelName(found)}.`, ...hardRules(incident).map((rule) => rule.say)].join(' ')
  },
})

export const role = acting({
  help: `Besetzt eine Rolle, auch mit Vertretung.

Aufruf: npm run -s cli -- incident role L1 BM "Verwaltungsspitze, Rufbereitschaft" [--deputy "Vertretung"]

  --deputy WER   wer vertritt`,
  options: { deputy: text },
  deed: (typed) => {
    const [, name, ...holder] = typed.words
    if (name === undefined || holder.length === 0)
      throw usageError('Es fehlt Rolle oder Person: incident role L1 BM "wer".')
    const deputy = typed.value('deputy')
    return {
      type: 'role',
      role: name.toUpperCase(),
      holder: holder.join(' '),
      ...(deputy ? { deputy } : {}),
    }
  },
  say: (_, deed) => (deed.type === 'role' ? `${deed.role} ist besetzt.` : ''),
})

export const note = acting({
  help: `Schreibt eine Notiz ins Protokoll; Namen und Nummern werden nach Möglichkeit entfernt.

Aufruf: npm run -s cli -- incident note L1 "Feuerwehr ist vor Ort"
        npm run -s cli -- incident note L1 --question 1 "Antwort für die Auswertung"

  --question ZAHL   beantwortet eine Frage der Auswertung (ab 1)`,
  options: { question: text },
  deed: (typed) => {
    const words = typed.words.slice(1).join(' ')
    const question = typed.value('question')
    if (question === undefined) return { type: 'note', text: words }
    if (!/^\d{1,2}$/.test(question)) throw usageError(`--question ${question}: eine Zahl ab 1.`)
    return { type: 'review', question: Number(question) - 1, text: words }
  },
  say: () => 'Notiert.',
})

export const playbook = acting({
  help: `Startet ein weiteres Playbook neben dem ersten; gemeinsame Schritte zählen einmal.

Aufruf: npm run -s cli -- incident playbook L1 pb3`,
  deed: ({ words }) => ({ type: 'playbook', playbook: words[1] ?? '' }),
  say: ({ playbooks }) => `Läuft: ${playbooks.map(({ title }) => title).join('; ')}.`,
})

export const signal = acting({
  help: `Vermerkt, was zutrifft (ein Auslöser); bedingte Schritte werden dann fällig.

Aufruf: npm run -s cli -- incident signal L1 privatpost_beschaeftigte`,
  deed: ({ words }) => ({ type: 'signal', signal: words[1] ?? '' }),
  say: () => 'Vermerkt.',
})

export const evidence = acting({
  help: `Trägt ein, was gesichert wurde. Der Inhalt selbst bleibt im geschützten Vorgang.

Aufruf: npm run -s cli -- incident evidence L1 "Kommentar mit Drohung" --where Facebook --at 2026-10-23T22:30 [--url ADRESSE] [--ref "Vorgang 12, Blatt 3"]

  --where ORT     wo es stand
  --at ZEIT       wann es dort stand (sonst jetzt)
  --url ADRESSE   Adresse des Beitrags
  --ref ZEICHEN   wo die Datei im Vorgang liegt`,
  options: { where: text, at: text, url: text, ref: text },
  deed: (typed) => {
    const [url, reference, at] = [typed.value('url'), typed.value('ref'), typed.value('at')]
    const seen = at === undefined ? new Date().toISOString() : parseMoment(at)?.at
    if (seen === undefined)
      throw usageError(`--at ${at}: erwartet wird eine Zeit wie 2026-10-23T22:30.`)
    return {
      type: 'evidence',
      what: typed.words.slice(1).join(' '),
      where: typed.value('where') ?? '',
      seen,
      ...(url ? { url } : {}),
      ...(reference ? { reference } : {}),
    }
  },
  say: (incident) => `Eingetragen als Beleg ${incident.evidence.length}.`,
})

export const met = acting({
  help: `Vermerkt, dass eine Frist gehalten ist.

Aufruf: npm run -s cli -- incident met L1 art33`,
  deed: ({ words }) => ({ type: 'deadline-met', deadline: words[1] ?? '' }),
  say: ({ deadlines }) => {
    const running = deadlines.filter((one) => one.met === undefined)
    return running.length > 0
      ? ['Es laufen noch:', ...running.map((one) => `- ${one.id}: ${deadlineLine(one)}`)].join('\n')
      : 'Keine Frist läuft mehr.'
  },
})
