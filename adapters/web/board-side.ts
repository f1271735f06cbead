import { exitCriteria } from '../../src/crisis/decide.ts'
import { cuesAt } from '../../src/crisis/exercise.ts'
import { evidenceLine } from '../../src/crisis/report.ts'
import { paceOf } from '../../src/crisis/review.ts'
import { marksOf, scales } from '../../src/crisis/scales.ts'
import { roleName, spanOf, timeIn } from '../../src/crisis/sheet.ts'
import { timeline } from '../../src/crisis/timeline.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { axes } from '../../src/domain/playbook.ts'
import { area, button, choice, deedForm, field, hidden, more, tick } from './board-form.ts'
import type { View } from './board-steps.ts'
import { html, type Markup } from './html.ts'

/** The four axes and what is known beside them; the highest counts. */
export function levelPanel({ incident, board, sending }: View): Markup {
  const { severity } = incident
  const selects = axes.map((axis) => {
    const { label } = scales[axis]
    const value = String(severity.axes[axis])
    return choice({ name: axis, label, options: marksOf(scales[axis]), value })
  })
  const form = deedForm(sending, 'stufe', [
    hidden('gesehen', severity.version),
    ...selects,
    tick(
      'dataExposed',
      'Personenbezogene Daten sind offen',
      severity.flags.includes('dataExposed'),
    ),
    tick('childAffected', 'Ein Kind ist betroffen', severity.flags.includes('childAffected')),
    field({ name: 'grund', label: 'Grund' }),
    button('Stufe setzen'),
  ])
  return html`<section class="panel" aria-labelledby="stufe"><h2 id="stufe">Stufe</h2>
<p>Neu einschätzen ${board.isRecheckDue ? 'jetzt' : `um ${timeIn(incident, board.recheck)}`}. Der höchste Wert zählt.</p>
${incident.status === 'open' ? more('Einschätzen', form) : ''}</section>
`
}

export function notePanel({ incident, sending }: View): Markup {
  const note = deedForm(sending, 'notiz', [
    field({ name: 'worte', label: 'Notiz (bitte keine Namen)', isNeeded: true }),
    button('Notieren', 'plain'),
  ])
  const evidence = deedForm(sending, 'beleg', [
    field({ name: 'was', label: 'Was wurde gesichert?', isNeeded: true }),
    field({ name: 'wo', label: 'Wo stand es?', isNeeded: true }),
    field({ name: 'wann', label: 'Wann stand es dort?', type: 'datetime-local', isNeeded: true }),
    field({ name: 'adresse', label: 'Adresse des Beitrags', type: 'url' }),
    field({ name: 'akte', label: 'Wo liegt die Datei im Vorgang?' }),
    button('Beleg eintragen', 'plain'),
  ])
  const proofs = incident.evidence.map((one) => html`<li>${evidenceLine(one)}</li>\n`)
  return html`<section class="panel" aria-labelledby="protokoll"><h2 id="protokoll">Protokoll</h2>
${incident.status === 'open' ? note : ''}${more(`Belege (${incident.evidence.length}); der Inhalt bleibt im Vorgang`, [html`<ul>${proofs}</ul>`, ...(incident.status === 'open' ? [evidence] : [])])}
<ol class="log">
${timeline(incident)
  .toReversed()
  .map((line) => html`<li>${line}</li>\n`)}</ol>
</section>
`
}

export function rolePanel({ incident, sending }: View): Markup {
  const { roles, manual } = incident
  const held = Object.entries(roles).map(
    ([role, { holder, deputy }]) =>
      html`<li>${roleName(role, incident)}: ${holder}${deputy ? `, Vertretung ${deputy}` : ''}</li>\n`,
  )
  const form = deedForm(sending, 'rolle', [
    choice({ name: 'rolle', label: 'Rolle', options: Object.entries(manual.common.roles) }),
    field({ name: 'wer', label: 'Wer (Kürzel oder Dienst)', isNeeded: true }),
    field({ name: 'vertretung', label: 'Vertretung' }),
    button('Besetzen', 'plain'),
  ])
  return html`<section class="panel" aria-labelledby="rollen"><h2 id="rollen">Wer führt</h2>
${held.length > 0 ? html`<ul class="plain-list">${held}</ul>` : html`<p>Noch keine Rolle besetzt.</p>`}
${incident.status === 'open' ? more('Rolle besetzen', form) : ''}</section>
`
}

export function closePanel({ incident, sending }: View): Markup {
  if (incident.status === 'closed') return reviewPanel({ incident, sending })
  const criteria = exitCriteria(incident).map(
    (one, at) =>
      html`${tick(`met-${at}`, one, false)}${field({ name: `grund-${at}`, label: 'sonst: Grund' })}`,
  )
  const form = deedForm(sending, 'abschliessen', [...criteria, button('Lage abschließen')])
  return html`<section class="panel" aria-labelledby="ende"><h2 id="ende">Abschluss</h2>
${more('Kriterien prüfen und abschließen', form)}</section>
`
}

function reviewPanel({ incident, sending }: Pick<View, 'incident' | 'sending'>): Markup {
  const forms = incident.manual.common.review.questions.map((question, at) =>
    deedForm(sending, 'auswertung', [
      hidden('frage', at),
      area({ name: 'worte', label: question, value: incident.review[at] ?? '' }),
      button('Speichern', 'plain'),
    ]),
  )
  return html`<section class="panel" aria-labelledby="ende"><h2 id="ende">Auswertung</h2>
<p>${incident.manual.common.review.rule}</p>
${forms}<p><a href="/lage/${incident.id}/auswertung.docx">Als Word-Dokument</a> · <a href="/lage/${incident.id}/auswertung.md">Als Markdown</a></p></section>
`
}

/** What came in during an exercise, and how long things took. */
export function exercisePanel({ incident, board }: View): Markup | undefined {
  if (!incident.exercise) return undefined
  const { secondPerson, level, statement } = paceOf(incident)
  const took = (minutes: number | undefined) =>
    minutes === undefined ? 'noch nicht' : spanOf(minutes)
  return html`<section class="panel exercise" aria-labelledby="uebung"><h2 id="uebung">ÜBUNG – nichts davon ist echt</h2>
<ul>${cuesAt(incident, board.now).map(({ minute, from, text }) => html`<li>Minute ${minute} · ${from}: ${text}</li>\n`)}</ul>
<p>Zweite Person: ${took(secondPerson)} · Stufe: ${took(level)} · Erststatement: ${took(statement)}</p></section>
`
}

/** What must be asked of somebody now. */
export function callPanel({ incident, board, sending }: View): Markup | undefined {
  const open = board.called.filter(({ isNoted }) => !isNoted)
  if (open.length === 0) return undefined
  const items = open.map(({ id, say, start }) => {
    const begin = start
      ? deedForm(sending, 'playbook', [
          hidden('playbook', start),
          button(`${titleIn(incident, start)} starten`),
        ])
      : ''
    const noted = deedForm(sending, 'vermerkt', [hidden('regel', id), button('Gesehen', 'plain')])
    return html`<li><p>${say}</p><div class="row">${begin}${noted}</div></li>\n`
  })
  return html`<section class="panel calls" role="alert" aria-labelledby="jetzt"><h2 id="jetzt">Jetzt</h2>
<ul class="plain-list">
${items}</ul></section>
`
}

/** What is to be found out before anybody sets the level. */
export function questionPanel({ board }: View): Markup | undefined {
  if (board.askFirst.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="klaeren"><h2 id="klaeren">Zuerst klären</h2>
${questionList(board.askFirst)}<p class="meta">Danach die <a href="#stufe">Stufe</a> einschätzen.</p></section>
`
}

export function questionList(questions: readonly string[]): Markup {
  return html`<ul>${questions.map((one) => html`<li>${one}</li>\n`)}</ul>\n`
}

function titleIn({ manual }: Incident, id: string): string {
  return manual.playbooks.find((one) => one.id === id)?.title ?? id
}
