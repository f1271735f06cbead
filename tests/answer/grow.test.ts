import { describe, expect, it } from 'vitest'
import { widened } from '../../src/answer/widen.ts'
import { extractWriter } from '../../src/answer/write-extract.ts'
import { passageId } from '../../src/domain/passage.ts'
import { hits, question, spoken, written } from '../fakes.ts'

const { signal } = new AbortController()

async function quoteFor(text: string, ...lines: readonly string[]): Promise<string | undefined> {
  const draft = await extractWriter.write(question(text), hits(spoken(lines)), { signal })
  return draft.claims[0]?.text
}

describe('a quote', () => {
  it('goes on to the condition that the same voice adds', async () => {
    const text = await quoteFor(
      'Gibt es einen Straftatbestand für Deepfakes?',
      'A: Einen eigenen Straftatbestand für Deepfakes gibt es nicht. Ein Entwurf liegt im Bundestag. Andere Vorschriften können trotzdem greifen.',
    )
    expect(text).toContain('Andere Vorschriften können trotzdem greifen.')
  })

  it('ends where somebody else speaks or asks', async () => {
    const asked = 'Wer darf die Netiquette ändern?'
    const rule = 'Die Netiquette darf nur die Leitung ändern.'
    expect(await quoteFor(asked, `A: ${rule}`, 'B: Die Leitung hat dafür viel Zeit.')).toBe(rule)
    expect(await quoteFor(asked, `A: ${rule} Wer denn sonst von uns allen?`)).toBe(rule)
  })

  it('takes the lines of a list with the sentence that announces them', async () => {
    const post = written(
      'Ein brauchbarer Screenshot zeigt diese Dinge:\nden Kommentar mit Verlauf\nDatum und Uhrzeit ausgeschrieben',
    )
    const draft = await extractWriter.write(
      question('Was zeigt ein brauchbarer Screenshot?'),
      hits(post),
      { signal },
    )
    expect(draft.claims[0]?.text).toContain('Datum und Uhrzeit ausgeschrieben')
  })
})

describe('passages that go on in the next', () => {
  it('are read as one, in an episode and under one heading', () => {
    const [one, two] = [spoken(['A: Erst sichern.']), spoken(['A: Dann verbergen.'])]
    const next = { ...two, id: passageId(one.about.id, 1) }
    const first = { ...one, id: passageId(one.about.id, 0) }
    expect(widened([first, next])[0]?.text).toBe('Erst sichern. Dann verbergen.')
  })
})
