import { firstSteps } from '../../src/crisis/first-steps.ts'
import type { Templates } from '../../src/crisis/templates.ts'
import type { Manual } from '../../src/domain/playbook.ts'
import type { TownProfile } from '../../src/domain/profile.ts'
import { cardOrigins, placesFor } from '../../src/step-sources.ts'
import { citeLink } from './board-steps.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'

interface Card {
  readonly profile: TownProfile
  readonly templates: Templates
  readonly manual: Manual
}

const missing = '________________'

/** The first three minutes on a sheet of paper, for the day on which the chat is down. */
export function cardPage({ profile, templates, manual }: Card): Page {
  const { holding } = templates
  const { lead, steps } = firstSteps({ profile, template: holding, language: 'de', isAlone: true })
  const numbers = [
    ['Zweite Person', profile.secondPerson],
    ['Freigabe', profile.approver],
    ['Vertretung', profile.approverDeputy],
    ['Datenschutz', profile.dataProtection],
    ['Rechtsamt', profile.legalOffice],
    ['Polizei', profile.police],
    ['Leitstelle', profile.controlCentre],
    ['Meldeformular der Aufsicht', profile.supervisory],
  ] as const
  const body = html`<main id="hauptteil" class="board card" tabindex="-1">
<h1>Sofort-Karte</h1>
<p class="lead">${lead} <span class="meta">${placeOf(cardOrigins.lead[0], manual)}</span></p>
${steps.map(({ title, items }, at) => html`<section><h2>${title}</h2>\n<ul class="boxes">${items.map((item, line) => box(item, placeOf(origins[at]?.[line], manual)))}</ul></section>\n`)}<section><h2>Die ersten 90 Minuten</h2>
<ul class="boxes">${manual.common.steps.map((step) => commonStep(step, manual))}</ul></section>
<section><h2>Wen anrufen</h2>
<p>Bei Gefahr 110 oder 112.</p>
<dl>${numbers.map(([name, value]) => html`<dt>${name}</dt><dd>${value ?? missing}</dd>\n`)}</dl></section>
<section><h2>${holding.title}</h2><blockquote lang="de">${holding.text}</blockquote></section>
<p class="no-print"><a href="/lage">Lage eröffnen</a> · Zum Drucken Strg+P</p>
<p class="meta">Hausregel, keine Rechtsberatung. Beginn: ${missing} Uhr · Wer führt: ${missing}</p>
</main>`
  return { title: 'Sofort-Karte · Sturmlotse', body }
}

const origins = [cardOrigins.check, cardOrigins.steps]
let boxes = 0

// A box to tick on the screen as on paper; what was ticked is kept nowhere.
function box(text: string, ...about: readonly (Markup | string)[]): Markup {
  boxes = (boxes + 1) % 1_000_000
  const id = `kasten-${boxes}`
  const rest = about.filter((one) => one !== '')
  const small = rest.map((one, at) => html`${at > 0 ? ' · ' : ''}${one}`)
  return html`<li><input type="checkbox" id="${id}"><div><label for="${id}">${text}</label>${rest.length > 0 ? html` <span class="meta">${small}</span>` : ''}</div></li>
`
}

function commonStep(step: Manual['common']['steps'][number], { common }: Manual): Markup {
  const who = common.roles[step.role] ?? step.role
  const [first] = step.cite
  return box(step.do, `bis Minute ${step.minute}, ${who}`, first ? citeLink(first) : '')
}

function placeOf(
  origin: Parameters<typeof placesFor>[0] | undefined,
  manual: Manual,
): Markup | string {
  const [first] = origin ? placesFor(origin, manual) : []
  return first ? citeLink(first) : ''
}
