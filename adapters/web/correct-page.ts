import { heardAt, type Transcript } from '../../src/domain/documents.ts'
import { clock } from '../../src/domain/time.ts'
import { html, webAddress } from './html.ts'
import type { Page } from './layout.ts'

// As many cues before and after the one in question as give it sense.
const around = 2

/** A few cues to be corrected while the recording plays from there. */
export function correctPage({ about, cues }: Transcript, second: number, isChanged: boolean): Page {
  const last = cues.findLastIndex(({ start }) => start <= second)
  const middle = Math.max(0, last)
  const shown = cues.slice(Math.max(0, middle - around), middle + around + 1)
  const audio = webAddress(about.audio)
  if (audio)
    audio.hash = `t=${Math.floor(heardAt(about, Math.max(0, (shown[0]?.start ?? second) - 1)))}`
  const path = `/korrektur/${encodeURIComponent(about.id)}`
  const body = html`<main id="hauptteil" class="reading intake" tabindex="-1">
<h1>Stelle berichtigen</h1>
<p lang="${about.language}">${about.title}</p>
${audio ? html`<audio controls preload="none" src="${audio.href}" aria-label="Ab dieser Stelle anhören"></audio>\n` : ''}
${shown.map(
  ({ start, text, speaker }, index) => html`<form method="post" action="${path}">
<input type="hidden" name="start" value="${start}"><input type="hidden" name="from" value="${text}">
<label for="text${index}">${clock(start)}${speaker ? ` · ${speaker}` : ''}</label>
<textarea id="text${index}" name="to" rows="3" lang="${about.language}" required>${text}</textarea>
<p><button>Speichern</button></p>
</form>
`,
)}${isChanged ? html`<form method="post" action="${path}/zurueck"><p><button>Letzte Berichtigung dieser Folge zurücknehmen</button></p></form>\n` : ''}
<p>Die Datei selbst bleibt, wie sie ist; die Berichtigung gilt auch nach dem nächsten Einlesen.</p>
<p><a href="/folge/${encodeURIComponent(about.id)}?t=${Math.floor(second)}#stelle">Zurück zur Folge</a></p>
</main>`
  return { title: `Berichtigen: ${about.title} · Sturmlotse`, body }
}
