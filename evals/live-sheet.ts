import { shownText } from '../src/domain/reply.ts'
import type { Case, Ground } from './live-cases.ts'

/** A case as a judge reads it: never the kind of question, the rank of a passage or who wrote. */
export function toText({ question, earlier, replies, statements, must, must_not }: Case): string {
  return [
    ...(earlier.length > 0 ? [heading('Vorher im Gespräch'), ...earlier] : []),
    heading('Frage'),
    question,
    heading('Was die Person sieht'),
    replies.map(shownText).join('\n\n'),
    heading('Aussagen und ihre Belege'),
    ...(statements.length > 0 ? statements.flatMap(toLines) : ['Keine Aussage aus den Quellen.']),
    ...listed('Muss gesagt sein', must),
    ...listed('Darf nicht gesagt sein', must_not),
  ].join('\n')
}

function heading(text: string): string {
  return `\n### ${text}\n`
}

function toLines({ text, grounds }: Case['statements'][number], at: number): readonly string[] {
  return [
    `Aussage ${at + 1}: ${text}`,
    ...grounds.flatMap((ground, step) => groundOf(ground, step)),
  ]
}

function groundOf({ line, quote, around }: Ground, at: number): readonly string[] {
  const shown = around.map(({ at: when, speaker, text, isCited }) => {
    const words = [when, speaker, text].filter(Boolean).join(' · ')
    return `    ${isCited ? '»' : ' '} ${words}`
  })
  return [`  Beleg ${at + 1}: ${line}`, ...(shown.length > 0 ? shown : [`    » ${quote}`]), '']
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return [heading(title), ...lines.map((line, at) => `${at + 1}. ${line}`)]
}

const open = '?'

/** The line a judge fills in: as many places as there are citations and lines to judge. */
function blank({ id, statements, must, must_not }: Case): string {
  const each = statements.map(({ grounds }) => grounds.map(() => open))
  return JSON.stringify({
    id,
    support: each,
    needed: each,
    uncited: open,
    answers: open,
    must: must.map(() => open),
    mustNot: must_not.map(() => open),
    premise: open,
    order: open,
    alone: open,
  })
}

const howTo = `# Antworten zum Bewerten

Bitte für jede Antwort die Zeile mit den geschweiften Klammern ausfüllen und die Datei so zurückgeben; alles andere
darf stehen bleiben. Wer bewertet, spricht vorher mit niemandem darüber.

- support, je Beleg: Sagt die belegte Stelle das, mit denselben Zahlen, Daten, Paragrafen, Bedingungen und
  Verneinungen? "full", "part", "no"
- needed, je Beleg: Würde der Aussage ohne diesen Beleg etwas fehlen? "yes", "no"
- uncited: Wie viele Aussagen der Antwort deckt kein Beleg? Hausregeln, Texte zum Kopieren, Rufnummern und Hinweise
  auf das Alter zählen nicht. Eine Zahl ohne Anführungszeichen.
- answers: Beantwortet sie die Frage für jemanden, der handeln muss? "yes", "part", "no"
- must, je Zeile: gesagt, in welchen Worten auch immer? "met", "part", "missing"
- mustNot, je Zeile: gesagt oder so zu lesen? "clean", "broken"
- premise: Die Frage nimmt etwas Falsches an? "corrected", "refused", "taken"; sonst "none"
- order: Ist die erste Zeile die Handlung oder das Ja oder Nein mit seiner Bedingung; steht Neueres vor Älterem?
  "yes", "no"
- alone: Ist jedes Zitat ohne das Vorangehende zu verstehen? "yes", "no"
`

/** All cases on one sheet, each with the line to fill in. */
export function toSheet(cases: readonly Case[]): string {
  const parts = cases.map(
    (one) => `## ${one.id}\n${toText(one)}\n\n### Bewertung\n\n${blank(one)}\n`,
  )
  return [howTo, ...parts].join('\n')
}
