import { type Board, isLate } from '../../src/crisis/board.ts'
import { roleName, timeIn } from '../../src/crisis/sheet.ts'
import type { Incident, StepState } from '../../src/domain/incident.ts'
import type { StepSource } from '../../src/domain/playbook.ts'
import { clock } from '../../src/domain/time.ts'
import { button, deedForm, field, hidden, more, type Sending } from './board-form.ts'
import { html, type Markup } from './html.ts'

export interface View {
  readonly incident: Incident
  readonly board: Board
  readonly sending: Sending
}

/** The checklist, in order of its due times. */
export function stepList(view: View): Markup {
  const { steps } = view.incident
  const shown = steps.filter(({ status }) => status !== 'asleep')
  const asleep = steps.filter(({ status }) => status === 'asleep')
  const ended = shown.filter(({ status }) => status === 'done' || status === 'skipped').length
  return html`<section class="panel" aria-labelledby="schritte"><h2 id="schritte">Schritte <span class="count">${ended} von ${shown.length} erledigt</span></h2>
<ol class="steps-board">
${shown.map((one) => stepItem(one, view))}</ol>
${
  asleep.length > 0
    ? more(
        `Nur wenn nötig (${asleep.length})`,
        asleep.map((one) => sleeping(one, view)),
      )
    : ''
}</section>
`
}

const said = { open: 'offen', done: 'erledigt', skipped: 'ausgelassen', blocked: 'hängt' } as const

function stepItem(one: StepState, view: View): Markup {
  const { step, status, owner, reason } = one
  const { incident, board } = view
  const late = isLate(one, incident, board.now)
  const isEnded = status === 'done' || status === 'skipped'
  const who = owner ? `${roleName(step.role, incident)}, ${owner}` : roleName(step.role, incident)
  return html`<li id="${step.id}" class="step ${status}${late ? ' late' : ''}">
<p class="what"><span class="status">${late ? 'überfällig' : said[status === 'asleep' ? 'open' : status]}</span> ${step.do}</p>
<p class="meta">${who} · ${whenOf(one, view)}${step.doneWhen && !isEnded ? ` · Fertig, wenn: ${step.doneWhen}` : ''}</p>
${reason ? html`<p class="meta">${reason}</p>\n` : ''}${isEnded ? '' : html`<p class="cites-board">${step.cite.map(citeLink)}</p>\n`}${incident.status === 'open' ? stepForms(one, view) : ''}</li>
`
}

function whenOf({ status, due, at, by }: StepState, { incident }: View): string {
  if (status === 'open' || status === 'asleep') return `bis ${timeIn(incident, due)}`
  const who = by ? `, ${roleName(by, incident)}` : ''
  return `${said[status]} um ${at ? timeIn(incident, at) : ''}${who}`
}

/** A place in an episode opens at its second, one in a post at the post. */
export function citeLink({ source, start, heading }: StepSource): Markup {
  if (start === undefined)
    return html`<a href="/beitrag/${source}">Beitrag ${source}${heading ? `: ${heading}` : ''}</a> `
  return html`<a href="/folge/${source}?t=${Math.floor(start)}#stelle">Folge ${source} · ${clock(start)}</a> `
}

function stepForms({ step, status, version }: StepState, { sending }: View): Markup {
  const named = [hidden('schritt', step.id), hidden('gesehen', version)]
  if (status === 'done' || status === 'skipped')
    return more(
      'Wieder öffnen',
      deedForm(sending, 'schritt', [
        ...named,
        hidden('zu', 'open'),
        button('Wieder offen', 'plain'),
      ]),
    )
  const reasoned = (to: string, text: string) =>
    deedForm(sending, 'schritt', [
      ...named,
      hidden('zu', to),
      field({ name: 'grund', label: 'Grund', isNeeded: true }),
      button(text, 'plain'),
    ])
  const taken = deedForm(sending, 'schritt', [
    ...named,
    hidden('zu', 'taken'),
    field({ name: 'grund', label: 'Wer übernimmt?', isNeeded: true }),
    button('Übernehmen', 'plain'),
  ])
  const forms = [taken, reasoned('skipped', 'Auslassen'), reasoned('blocked', 'Hängt')]
  return html`<div class="row">${deedForm(sending, 'schritt', [...named, hidden('zu', 'done'), button('Erledigt')])}${more('Anders', forms)}</div>`
}

function sleeping({ step }: StepState, { sending, incident }: View): Markup {
  const wake = deedForm(sending, 'signal', [
    hidden('signal', step.when ?? ''),
    button('Trifft zu', 'plain'),
  ])
  return html`<div class="asleep"><p>${step.do} (${roleName(step.role, incident)})</p>
${incident.status === 'open' ? wake : ''}</div>
`
}
