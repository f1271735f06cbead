import type { Engine } from '../../src/engine.ts'
import { type Exchange, exchangePart } from './answer.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'
import { exampleMark } from './source-head.ts'

type Stock = ReturnType<Engine['stock']>

/** What the page shows below its frame; without an exchange it is the first visit. */
export interface Desk {
  readonly stock: Stock
  readonly secret: string | undefined
  /** What was asked before, oldest first: the form carries it, nothing else keeps it. */
  readonly earlier: readonly string[]
  readonly exchange?: Exchange
  /** What stays in the box, because it was not answered. */
  readonly draft?: string
}

const examples = [
  'Wie schnell muss ich eine Datenpanne melden?',
  'Was gehört ins erste Statement?',
  'Dürfen wir einen Nutzer sperren?',
]

/** The question box, and above it the thread so far. */
export function questionPage(desk: Desk): Page {
  const { stock, secret, earlier, exchange, draft } = desk
  const body = html`<main id="hauptteil" class="desk${exchange ? ' asked' : ''}" tabindex="-1">
<div class="intro">
<h1>Was ist los?</h1>
<p>Ich bin eine KI. Ich suche in Podcast-Folgen und Beiträgen; jede Aussage öffnet die Stelle, an der sie steht.</p>
</div>
${exchange ? before(draft === undefined ? earlier.slice(0, -1) : earlier) : ''}<div id="thread">
${exchange ? exchangePart(exchange, secret) : ''}</div>
${form(desk)}
${exampleForm()}
<footer>
<p>Wenn es brennt: <a href="/sofort">Sofort-Karte</a> · <a href="/lage">Lagen führen</a></p>
<p>Ich bin eine KI und kann irren. Ich ersetze weder Rechtsamt noch Datenschutzbeauftragte und poste nichts. Bitte keine Namen einfügen. Bei Gefahr: 110 oder 112.</p>
<p>${stockLine(stock)} Fragen werden nicht gespeichert.</p>
<p class="links"><a href="/einlesen">Folgen und Beiträge einlesen</a></p>
</footer>
</main>`
  // Not the question: titles stay in the browser's history.
  const title = exchange ? 'Antwort · Sturmlotse' : 'Sturmlotse'
  return { title, body }
}

function before(questions: readonly string[]): Markup | undefined {
  if (questions.length === 0) return undefined
  return html`<section class="before"><h2>Bisher gefragt</h2>
<ol>${questions.map((question) => html`<li>${question}</li>`)}</ol></section>
`
}

function form({ earlier, exchange, draft }: Desk): Markup {
  const isAsked = exchange !== undefined
  return html`<form class="ask" method="post" action="/ask">
<label for="question">${isAsked ? 'Nachfrage' : 'Deine Frage'}</label>
<textarea id="question" name="question" rows="3" autocomplete="off" enterkeyhint="send" aria-describedby="keys">${draft}</textarea>
<p id="keys" class="keys" hidden>Enter sendet, Umschalt und Enter macht eine neue Zeile.</p>
${earlier.map((question) => html`<input type="hidden" name="earlier" value="${question}">\n`)}<div class="row"><button type="submit">Fragen</button>
<a class="new" href="/"${isAsked ? '' : html` hidden`}>Neue Frage</a></div>
<p class="state" role="status"></p>
<div class="problem" role="alert"><p></p><button type="button" hidden>Noch einmal versuchen</button></div>
</form>`
}

// A form of its own: without the script, one of these buttons must not send the empty box as well.
function exampleForm(): Markup {
  return html`<form class="examples" method="post" action="/ask">
<h2>Zum Beispiel</h2>
${examples.map((text) => html`<button type="submit" name="question" value="${text}">${text}</button>\n`)}</form>`
}

function stockLine({ episodes, posts, examples }: Stock): string {
  const sum = episodes + posts
  if (sum === 0) return 'Noch habe ich keine Quellen: npm run ingest liest sie ein.'
  const held = `Im Bestand: ${count(episodes, 'Folge', 'Folgen')} und ${count(posts, 'Beitrag', 'Beiträge')}.`
  if (examples === 0) return held
  const share = examples === sum ? 'Alle davon' : `${examples} davon`
  return `${held} ${share}: ${exampleMark}.`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
