import { describe, expect, it } from 'vitest'
import { rooted } from '../../src/answer/grow.ts'
import { widened } from '../../src/answer/widen.ts'
import { candidatesFor, extractWriter } from '../../src/answer/write-extract.ts'
import { passageId } from '../../src/domain/passage.ts'
import { episode, hits, question, spoken, written } from '../fakes.ts'

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

  it('takes questions as the list that was announced, or leaves the announcement out', async () => {
    const rule = 'Die Auswertung leitet niemand, der entschieden hat.'
    const asked = question('Wer leitet die Auswertung?')
    const [first] = (
      await extractWriter.write(
        asked,
        hits(written(`${rule}\nSie hat zwei Fragen:\nWas war geplant?\nWas ist geschehen?`)),
        { signal },
      )
    ).claims
    expect(first?.text).toMatch(/zwei Fragen: Was war geplant\? Was ist geschehen\?$/)
    const [second] = (
      await extractWriter.write(asked, hits(written(`${rule}\nSie hat eine Frage:`)), {
        signal,
      })
    ).claims
    expect(second?.text).toBe(rule)
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

describe('a quote that points back', () => {
  const asked = 'Wann verfällt die Netiquette?'
  const rule = 'Deshalb verfällt die Netiquette nach zwei Jahren.'

  it('begins with what it points back to', async () => {
    const text = await quoteFor(asked, `A: Regeln altern schneller als Möbel. ${rule}`)
    expect(text).toBe(`Regeln altern schneller als Möbel. ${rule}`)
  })

  it('stands alone where somebody else said that', async () => {
    expect(await quoteFor(asked, 'B: Regeln altern schneller als Möbel.', `A: ${rule}`)).toBe(rule)
  })

  it('never loses the sentence that answers to the one it points back to', () => {
    const lines = [
      'Regeln altern schneller.',
      'Deshalb reden alle darüber.',
      'Die Netiquette verfällt.',
    ]
    const found = candidatesFor(question(asked), hits(spoken([`A: ${lines.join(' ')}`])))
    const two = found.find(({ from, to }) => from === 1 && to === 2)
    if (!two) throw new Error('no such stretch')
    expect(rooted(two, 200).text).toBe(lines.join(' '))
    expect(rooted(two, 60).text).toBe(lines.slice(1).join(' '))
  })

  it('is not dragged along without such a word', async () => {
    const plain = 'Die Netiquette verfällt nach zwei Jahren.'
    expect(await quoteFor(asked, `A: Regeln altern schneller als Möbel. ${plain}`)).toBe(plain)
  })
})

describe('passages that go on in the next', () => {
  it('are read as one, in an episode and under one heading', () => {
    const [one, two] = [spoken(['A: Erst sichern.']), spoken(['A: Dann verbergen.'])]
    const next = { ...two, id: passageId(one.about.id, 1) }
    const first = { ...one, id: passageId(one.about.id, 0) }
    expect(widened([first, next])[0]?.text).toBe('Erst sichern. Dann verbergen.')
  })

  it('are two after a silence, in a new chapter and out of order', () => {
    const about = episode({ chapters: [{ start: 40, title: 'Neues' }] })
    const one = spoken(['A: Erst sichern.'], about, 0)
    const at = (start: number, ordinal: number) => {
      const { cues, ...two } = spoken(['A: Dann verbergen.'], about, ordinal)
      return { ...two, cues: [{ ...cues[0], start, end: start + 10 }] as const }
    }
    expect(widened([one, at(39, 1)])[0]?.text).toContain('Dann')
    expect(widened([one, at(40, 1)])[0]?.text).toBe('Erst sichern.')
    expect(widened([one, at(20, 2)])[0]?.text).toBe('Erst sichern.')
    const quiet = { ...one, about: episode() }
    expect(widened([quiet, { ...at(40, 1), about: episode() }])[0]?.text).toContain('Dann')
    expect(widened([quiet, { ...at(41, 1), about: episode() }])[0]?.text).toBe('Erst sichern.')
  })
})
