import { lookAt, type Outlook } from '../../src/crisis/match-playbooks.ts'
import { readManual } from '../../src/crisis/playbooks.ts'
import { readTemplates } from '../../src/crisis/templates.ts'
import type { Command } from './command.ts'
import { configFor, parseTyped, usageError } from './options.ts'

export const command: Command = {
  help: `Sagt, wonach eine Nachricht aussieht: welche zwei Playbooks passen, welche Stufe, und warum.

Aufruf: npm run -s cli -- crisis "Nachricht" [--json] [--knowledge ORDNER]

  --json   ein JSON-Objekt statt Text

Das ist ein Vorschlag ohne Sprachmodell; die Stufe setzen Menschen.`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' } })
    const text = typed.words.join(' ').trim()
    if (text === '') throw usageError('Die Nachricht fehlt: crisis "Nachricht".')
    const { knowledgeDir } = configFor(typed)
    const templates = new Set(readTemplates(knowledgeDir).all.map(({ id }) => id))
    const outlook = lookAt(text, readManual(templates, knowledgeDir))
    console.log(typed.flags.has('json') ? JSON.stringify(outlook) : outlookToText(outlook))
    return 0
  },
}

function outlookToText({ playbooks, signals, level, acute }: Outlook): string {
  const why = (reasons: readonly string[]) => (reasons.length > 0 ? `: ${reasons.join(', ')}` : '')
  const first = (asked: readonly string[]) =>
    acute && asked.length > 0 ? `\n   Zuerst klären: ${asked.join(' ')}` : ''
  const lines = playbooks.map(
    ({ title, score, signals: reasons, askFirst }, at) =>
      `${at + 1}. ${title} (${Math.round(score * 100)} %)${why(reasons)}${first(askFirst)}`,
  )
  return [
    acute
      ? `Das brennt. Stufe (Vorschlag): ${level}`
      : 'Das klingt ruhig. Stufe (Vorschlag): GRUEN',
    signals.length > 0 ? `Zeichen: ${signals.join(', ')}` : '',
    lines.length > 0
      ? `Passende Playbooks:\n${lines.join('\n')}`
      : 'Kein Playbook drängt sich auf.',
    acute ? 'Mensch in Gefahr? Zuerst 110 oder 112.' : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
