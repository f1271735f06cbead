import { randomUUID } from 'node:crypto'
import { dateAndClock } from '../../src/berlin.ts'
import type { Outlook } from '../../src/crisis/match-playbooks.ts'
import { levelName } from '../../src/crisis/sheet.ts'
import type { Manual } from '../../src/domain/playbook.ts'
import type { Sent } from '../../src/incident-deeds.ts'
import type { Listed } from '../../src/ports-incidents.ts'
import { button, choice, field, hidden } from './board-form.ts'
import { alert, levelBadge, roleChoice } from './board-page.ts'
import { questionList } from './board-side.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'

/** The incidents, and how far somebody came who opens one. */
export interface Choosing {
  readonly all: readonly Listed[]
  readonly manual: Manual
  /** What was typed so far. */
  readonly sent?: Sent
  /** Which playbooks fit what was typed. */
  readonly outlook?: Outlook
  /** Something that was not done, and why. */
  readonly trouble?: string
}

/** All incidents, and the form that opens one. */
export function listPage({ all, manual, sent = {}, outlook, trouble }: Choosing): Page {
  const rows = all.map(
    ({ id, title, level, isClosed, isExercise, opened }) =>
      html`<li><a href="/lage/${id}">${levelBadge(isClosed ? 'ZU' : level)} <span>${isExercise ? 'ÜBUNG · ' : ''}${title}</span></a> <span class="meta">${id}, eröffnet ${dateAndClock(opened)}${isClosed ? ', abgeschlossen' : ''}</span></li>\n`,
  )
  const list =
    rows.length > 0
      ? html`<ul class="plain-list incidents">\n${rows}</ul>`
      : html`<p>Noch keine Lage.</p>`
  const body = html`<main id="hauptteil" class="board" tabindex="-1">
<h1>Lagen</h1>
${alert(trouble)}<p><a href="/sofort">Sofort-Karte für die ersten drei Minuten</a></p>
${outlook ? proposals(outlook, sent) : ''}${list}
${openForm(manual, sent)}
</main>`
  return { title: 'Lagen · Sturmlotse', body }
}

function openForm(manual: Manual, sent: Sent): Markup {
  const known = manual.playbooks.map(({ id, title }) => [id, title] as const)
  const options = [['', 'weiß ich nicht: zwei vorschlagen'] as const, ...known]
  return html`<section class="panel" aria-labelledby="neu"><h2 id="neu">Lage eröffnen</h2>
<form class="deed" method="post" action="/lage">${hidden('befehl', randomUUID())}
${field({ name: 'titel', label: 'Worum geht es? (bitte keine Namen)', value: sent['titel'] ?? '', isNeeded: true })}${choice({ name: 'playbook', label: 'Playbook', options, value: '' })}${field({ name: 'beginn', label: 'Beginn, wenn nicht jetzt', type: 'datetime-local', value: sent['beginn'] ?? '' })}${roleChoice(manual, { role: sent['als'] ?? 'SM' })}${button('Weiter')}</form>
</section>`
}

/** The two playbooks that fit best, each with what spoke for it. */
function proposals({ playbooks, level, acute }: Outlook, sent: Sent): Markup {
  const items = playbooks.map(
    ({ id, title, signals, askFirst }) => html`<li><p><strong>${title}</strong></p>
${signals.length > 0 ? html`<p class="meta">Dafür spricht: ${signals.join(', ')}</p>\n` : ''}${askFirst.length > 0 ? html`<p>Zuerst klären:</p>\n${questionList(askFirst)}` : ''}<form class="deed" method="post" action="/lage">
${['titel', 'beginn', 'als'].map((name) => hidden(name, sent[name] ?? ''))}${hidden('befehl', randomUUID())}${hidden('playbook', id)}${button('Damit eröffnen')}</form></li>
`,
  )
  const none = html`<p>Die Worte verraten keins. Bitte unten eines wählen.</p>`
  return html`<section class="panel calls" aria-labelledby="vorschlag"><h2 id="vorschlag">Welches Playbook?</h2>
<p>${acute ? `Stufe (Vorschlag): ${levelName(level)}. Die Stufe setzen Menschen.` : 'Das klingt ruhig. Die Stufe setzen Menschen.'}</p>
${items.length > 0 ? html`<ul class="plain-list">\n${items}</ul>` : none}</section>
`
}
