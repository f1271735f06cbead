import { dateOf, endOfDay } from '../../src/berlin.ts'
import { inAdvance } from '../../src/crisis/advance.ts'
import { approvalLine } from '../../src/crisis/report.ts'
import { variants } from '../../src/crisis/scales.ts'
import { roleName } from '../../src/crisis/sheet.ts'
import { gapsIn } from '../../src/crisis/statement.ts'
import type { Templates } from '../../src/crisis/templates.ts'
import type { DraftState } from '../../src/domain/incident.ts'
import { gapField } from '../../src/incident-deeds.ts'
import { area, button, choice, deedForm, field, hidden, more } from './board-form.ts'
import type { View } from './board-steps.ts'
import { html, type Markup } from './html.ts'

/** The texts on their way out, and how a new one is made. */
export function textPanel(view: View, templates: Templates): Markup {
  const { incident, sending } = view
  const options = templates.all.map(({ id, title }) => [id, `${id} · ${title}`] as const)
  const fresh = deedForm(sending, 'text', [
    choice({ name: 'baustein', label: 'Baustein', options, value: 'hs-0' }),
    button('Entwurf anlegen', 'plain'),
  ])
  const own = deedForm(sending, 'text', [
    area({ name: 'worte', label: 'Eigener Text' }),
    button('Entwurf anlegen', 'plain'),
  ])
  const ways = html`${more('Neuer Text aus einem Baustein', fresh)}${more('Eigener Text', own)}${advanceForms(view, templates)}`
  return html`<section class="panel" aria-labelledby="texte"><h2 id="texte">Texte</h2>
${incident.drafts.map((one) => draftItem(one, { incident, sending }))}${incident.status === 'open' ? ways : ''}</section>
`
}

// What was approved before anything happened: only its gaps are filled.
function advanceForms({ incident, board, sending }: View, templates: Templates): readonly Markup[] {
  return inAdvance(templates, board.now).map(({ id, title, text, preapproved }) => {
    const gaps = gapsIn({ website: text }).map((gap, at) =>
      field({ name: gapField(at), label: gap.slice(1, -1), isNeeded: true }),
    )
    const until = dateOf(endOfDay(preapproved.until))
    const who = roleName(preapproved.by, incident)
    const form = deedForm(sending, 'vorab', [
      hidden('baustein', id),
      html`<p>Vorab freigegeben: ${who}, gültig bis ${until}</p><blockquote lang="de">${text}</blockquote>`,
      ...gaps,
      button('Vorab freigegebenen Text nehmen', 'plain'),
    ])
    return more(`Vorab freigegeben: ${title}`, form)
  })
}

function draftItem(draft: DraftState, view: Pick<View, 'incident' | 'sending'>): Markup {
  const { incident, sending } = view
  const { id, version, texts, approval, approvers, returned } = draft
  const gaps = gapsIn(texts)
  const who = approvers.map((role) => roleName(role, incident)).join(' oder ')
  const state = approval
    ? (approvalLine(draft, incident) ?? '')
    : `Wartet auf Freigabe: ${who}${returned ? ` · zurückgegeben: ${returned}` : ''}`
  const forms = variants(texts).map(
    ([name, text]) => html`<h4>${name}</h4><blockquote lang="de">${text}</blockquote>\n`,
  )
  const isOpen = incident.status === 'open'
  const main = texts.facebook ?? texts.website ?? ''
  const edit = deedForm(sending, 'text', [
    hidden('text', id),
    hidden('gesehen', version),
    area({ name: 'worte', label: 'Neue Fassung', value: main }),
    button('Fassung speichern', 'plain'),
  ])
  return html`<article class="draft" id="${id}"><h3>Text ${id}, Fassung ${version}</h3>
<p class="${approval ? 'approved' : 'waiting'}">${state}</p>
${gaps.length > 0 ? html`<p>Noch offen: ${gaps.join(', ')}</p>\n` : ''}${more('Lesen', forms)}${isOpen ? more('Ändern', edit) : ''}${isOpen && !approval ? approveForms(draft, view) : ''}</article>
`
}

function approveForms(
  { id, version, approvers }: DraftState,
  { incident, sending }: Pick<View, 'incident' | 'sending'>,
): Markup {
  const named = [hidden('text', id), hidden('fassung', version)]
  const options = approvers.map((role) => [role, roleName(role, incident)] as const)
  const phone = deedForm(sending, 'telefonisch', [
    ...named,
    choice({ name: 'rolle', label: 'Wer hat freigegeben?', options }),
    field({ name: 'um', label: 'Wann war das Telefonat?', type: 'datetime-local', isNeeded: true }),
    field({ name: 'wer', label: 'Kürzel, wenn es die Vertretung war' }),
    button('Telefonische Freigabe eintragen', 'plain'),
  ])
  const back = deedForm(sending, 'zurueck', [
    ...named,
    field({ name: 'grund', label: 'Was ist zu ändern?', isNeeded: true }),
    button('Zurückgeben', 'plain'),
  ])
  return html`<div class="row">${deedForm(sending, 'freigeben', [...named, button('Freigeben')])}${more('Telefonisch oder zurück', [phone, back])}</div>`
}
