import { headLines } from '../../src/crisis/report.ts'
import { levelName, roleName, type Sheet, titleOf } from '../../src/crisis/sheet.ts'
import type { Templates } from '../../src/crisis/templates.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Actor } from '../../src/domain/incident-events.ts'
import type { Manual } from '../../src/domain/playbook.ts'
import { button, choice, field, more } from './board-form.ts'
import {
  callPanel,
  closePanel,
  exercisePanel,
  levelPanel,
  notePanel,
  questionPanel,
  rolePanel,
} from './board-side.ts'
import { stepList, type View } from './board-steps.ts'
import { deadlinePanel } from './board-terms.ts'
import { textPanel } from './board-texts.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'

export function roleChoice({ common }: Manual, { role }: Actor): Markup {
  return choice({
    name: 'als',
    label: 'Ich handle als',
    options: Object.entries(common.roles),
    value: role,
  })
}

interface BoardView extends Omit<View, 'sending'> {
  readonly by: Actor
  readonly templates: Templates
  readonly trouble: string | undefined
}

/** One incident: what is asked for now, the steps, and everything beside them. */
export function boardPage({ incident, board, by, templates, trouble }: BoardView): Page {
  const view: View = { incident, board, sending: { id: incident.id, by } }
  const { severity, id } = incident
  const body = html`<main id="hauptteil" class="board" tabindex="-1">
<p><a href="/lage">Alle Lagen</a></p>
<h1>${levelBadge(incident.status === 'closed' ? 'ZU' : severity.level)} ${titleOf(incident)}</h1>
${alert(trouble)}<ul class="head-lines">${headLines(incident, board)
    .slice(1)
    .map((line) => html`<li>${line}</li>\n`)}</ul>
${more(`Ich handle als ${roleName(by.role, incident)}${by.person ? `, ${by.person}` : ''}`, html`<form class="who" method="get" action="/lage/${id}">${roleChoice(incident.manual, by)}${field({ name: 'kuerzel', label: 'Kürzel, wo mehrere diese Rolle tragen', value: by.person ?? '' })}${button('Übernehmen', 'plain')}</form>`)}
<nav class="reports jump" aria-label="Auf dieser Seite">Auf dieser Seite: ${parts.map(([id, text]) => html`<a href="#${id}">${text}</a> `)}</nav>
<nav class="reports" aria-label="Berichte">Berichte: ${reportLinks(incident)}</nav>
<div class="columns"><div>
${exercisePanel(view)}${callPanel(view)}${questionPanel(view)}${stepList(view)}</div><div>
${levelPanel(view)}${deadlinePanel(view)}${textPanel(view, templates)}${rolePanel(view)}${notePanel(view)}${closePanel(view)}</div></div>
<p class="meta">Ich handle als ${roleName(by.role, incident)}. Sturmlotse veröffentlicht nichts. Bei Gefahr: 110 oder 112.</p>
</main>`
  return { title: `${incident.exercise ? 'ÜBUNG · ' : ''}Lage ${id} · Sturmlotse`, body }
}

/** The panels, for whoever reads on a phone: there they stand far below each other. */
const parts = [
  ['schritte', 'Schritte'],
  ['stufe', 'Stufe'],
  ['fristen', 'Fristen'],
  ['texte', 'Texte'],
  ['rollen', 'Rollen'],
  ['protokoll', 'Protokoll'],
  ['ende', 'Abschluss'],
] as const

function reportLinks({ id }: Incident): readonly Markup[] {
  const kinds = [
    ['lage', 'Lagebericht'],
    ['einlesen', 'Einlesen'],
    ['schicht', 'Übergabe'],
    ['weiterreichen', 'Zum Weiterreichen'],
    ['belege', 'Belege'],
    ['kopf', 'Fünf Zeilen'],
    ['auswertung', 'Auswertung'],
  ]
  return kinds.map(([kind, text]) => html`<a href="/lage/${id}/bericht/${kind}">${text}</a> `)
}

/** Something that was not done, and why. */
export function alert(trouble: string | undefined): Markup | undefined {
  return trouble ? html`<p class="trouble" role="alert">${trouble}</p>\n` : undefined
}

const shown: Readonly<Record<string, string>> = { ZU: 'abgeschlossen' }

/** The word stands there; the colour only repeats it. */
export function levelBadge(level: string): Markup {
  const word = shown[level] ?? levelName(level as 'ROT')
  return html`<span class="level ${level.toLowerCase()}">${word}</span>`
}

/** A report to read, to print and to copy. */
export function sheetPage({ title, parts }: Sheet, back: string): Page {
  const body = html`<main id="hauptteil" class="board sheet" tabindex="-1">
<p class="back"><a href="${back}">Zurück zur Lage</a></p>
<h1>${title}</h1>
${parts.map(({ heading, lines }) => html`<section><h2>${heading}</h2>\n<ul>${lines.map((line) => html`<li>${line}</li>\n`)}</ul></section>\n`)}</main>`
  return { title: 'Bericht · Sturmlotse', body }
}
