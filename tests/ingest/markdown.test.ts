import { describe, expect, it } from 'vitest'
import { parseSections, toPlainText } from '../../src/ingest/markdown.ts'

function textOf(body: string): string {
  return parseSections(body, 'Titel')
    .map(({ text }) => text)
    .join('\n\n')
}

describe('parseSections', () => {
  it('cuts at headings of any level, with anchors as GitHub makes them', () => {
    const body =
      'Vorweg.\n\n# Große Überschrift: Teil 1\n\nEins.\n\n#### Klein\nZwei.\n\n## Leer\n\n## Klein\n\nDrei.'
    expect(parseSections(body, 'Mein Beitrag')).toEqual([
      { anchor: 'anfang', number: 1, heading: 'Mein Beitrag', text: 'Vorweg.' },
      {
        anchor: 'große-überschrift-teil-1',
        number: 2,
        heading: 'Große Überschrift: Teil 1',
        text: 'Eins.',
      },
      { anchor: 'klein', number: 3, heading: 'Klein', text: 'Zwei.' },
      { anchor: 'klein-1', number: 4, heading: 'Klein', text: 'Drei.' },
    ])
  })

  it("keeps anchors unique, also beside the first and the author's own", () => {
    const anchors = parseSections('a\n\n## Anfang\n\nb\n\n## Fristen {#Frist-72}\n\nc', 'T')
    expect(anchors.map(({ anchor }) => anchor)).toEqual(['anfang', 'anfang-1', 'Frist-72'])
    expect(anchors.at(-1)?.heading).toBe('Fristen')
  })

  it('shows links, lists, code and tables as a reader sees them', () => {
    const body =
      '**Der** [Leitfaden\n*Krise*](https://example.org "Titel") und `npm ci`.\n\n- eins\n- zwei\n\n  noch zwei\n\n1. drei\n\n| Frist | Stelle |\n|---|---|\n| 72 h | Aufsicht |\n\n```sh\necho  hallo\n\nls\n```\n\n> Zitat'
    expect(textOf(body)).toBe(
      'Der Leitfaden Krise und npm ci.\neins\nzwei\nnoch zwei\ndrei\nFrist | Stelle\n72 h | Aufsicht\necho hallo\nls\nZitat',
    )
  })

  it('drops tags but not their text, and what is not text at all', () => {
    const body =
      '<div class="x">\n<p>Im Kasten &amp; so</p><ul><li>a</li><li>b</li></ul>\n</div>\n\nMit <b>fett</b><br>und ![Bild](x.png)<span>mehr</span>.\n\n<!-- overview -->\n<iframe src="https://example.org">alt</iframe>\n<noscript>\n\nBitte *einschalten*\n\n</noscript>\n<script>\n\nlet a = 1\n\n</script>\n\nEnde.'
    expect(textOf(body)).toBe('Im Kasten & so\na\nb\nMit fett und mehr.\nEnde.')
  })

  it('drops short-codes of Hugo, Liquid and kramdown, but not from code', () => {
    const body =
      '1. TOC\n{:toc}\n\nVor {{< figure src="a.jpg" caption="Bild" >}} nach.\n{% include image.html url="x" description="y" %}\n[Hier]({{ site.baseurl }}/da){:target="_blank"} und `{{< x >}}`.'
    expect(textOf(body)).toBe('Vor nach.\nHier und {{< x >}}.')
  })

  it('decodes entities, composes, and removes soft hyphens', () => {
    expect(
      textOf('Daten&shy;schutz\u00AD&nbsp;f\u00FC\u0072 M&uuml;ller, u\u0308ber &#34;alles&#34;'),
    ).toBe('Datenschutz für Müller, über "alles"')
  })

  it('survives CRLF', () => {
    expect(parseSections('a\r\n\r\n## B\r\n\r\nc\r\nd\r\n', 'T').map(({ text }) => text)).toEqual([
      'a',
      'c d',
    ])
  })

  it('has no section where there is nothing to read', () => {
    expect(parseSections('\n![](a.png)\n\n## Leer\n', 'T')).toEqual([])
  })
})

describe('toPlainText', () => {
  it('gives headings and text as lines', () => {
    expect(toPlainText('## Links\n\n- [Eins](https://example.org)\n<p>Zwei</p>')).toBe(
      'Links\nEins\nZwei',
    )
  })
})
