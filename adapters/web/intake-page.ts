import type { Understood } from '../../src/intake.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'

const kinds: Readonly<Record<Understood['what'], string>> = {
  transcript: 'Transkript',
  post: 'Beitrag',
  feed: 'Feed; bitte mit `add feed` eintragen',
  chapters: 'Kapitel ohne Text',
  player: 'Angaben zu einer Folge ohne Text',
  refused: 'nicht lesbar',
  ignored: 'übergangen',
}

function frame(title: string, content: Markup): Page {
  return {
    title: `${title} · Sturmlotse`,
    body: html`<main id="hauptteil" class="reading intake" tabindex="-1">
<h1>${title}</h1>
${content}</main>`,
  }
}

interface Doubts {
  readonly troubles: readonly string[]
  /** Places readers reported, with where to correct them. */
  readonly reported: readonly { readonly href: string; readonly text: string }[]
}

export function intakePage({ troubles, reported }: Doubts, said?: string): Page {
  return frame(
    'Einlesen',
    html`${said ? html`<p role="status"><strong>${said}</strong></p>\n` : ''}<form class="ask" method="post" action="/einlesen" enctype="multipart/form-data">
<label for="files">Dateien</label>
<p id="hint">Transkripte (VTT, SRT, JSON), Beiträge (Markdown, HTML) oder ein ZIP damit. Erst wird gezeigt, was darin steht.</p>
<p><input id="files" name="files" type="file" multiple required aria-describedby="hint" accept=".vtt,.srt,.json,.tsv,.trs,.md,.html,.txt,.zip"></p>
<p><button>Ansehen</button></p>
</form>
<section><h2>Nicht lesbar</h2>
${troubles.length === 0 ? html`<p>Beim letzten Einlesen war alles lesbar.</p>` : list(troubles.map((text) => html`${text}`))}</section>
<section><h2>Als falsch gemeldet</h2>
${reported.length === 0 ? html`<p>Niemand hat eine Stelle gemeldet.</p>` : list(reported.map(({ href, text }) => html`<a href="${href}">${text}</a>`))}</section>
`,
  )
}

function list(items: readonly Markup[]): Markup {
  return html`<ul>\n${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`
}

export function previewPage(id: string, found: readonly Understood[]): Page {
  const taken = found.filter(({ target }) => target !== undefined)
  return frame(
    'Das habe ich verstanden',
    html`${list(found.map(entry))}
${taken.length === 0 ? html`<p>Davon kann ich nichts aufnehmen.</p>` : html`<form method="post" action="/einlesen/${id}"><p><button>${taken.length === 1 ? 'Datei' : `${taken.length} Dateien`} aufnehmen</button></p></form>`}
<form method="post" action="/einlesen/${id}/zurueck"><p><button>Verwerfen</button></p></form>
`,
  )
}

function entry({
  file,
  what,
  format,
  cues,
  repaired,
  marked,
  problems,
  sample,
  replaces,
}: Understood): Markup {
  const facts =
    what === 'transcript'
      ? ` (${format}, ${cues} Textstellen, ${repaired} repariert, ${marked} markiert)`
      : ''
  return html`<strong>${file}</strong>: ${kinds[what]}${facts}${replaces ? ' – ersetzt die vorhandene Datei' : ''}
${sample.map((line) => html`<p class="sample">„${line}“</p>`)}${problems.map((problem) => html`<p class="problem">${problem}</p>`)}`
}

export function takenPage(id: string, problems: readonly string[]): Page {
  return frame(
    'Aufgenommen',
    html`<p role="status">Die Dateien sind eingelesen und werden ab jetzt durchsucht.</p>
${problems.length > 0 ? html`<h2>Nicht lesbar</h2>${list(problems.map((text) => html`${text}`))}` : ''}
<form method="post" action="/einlesen/${id}/zurueck"><p><button>Rückgängig machen</button></p></form>
<p><a href="/einlesen">Weitere Dateien</a></p>
`,
  )
}
