import { afterAll, describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/documents.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import type { PassageIndex } from '../../src/ports.ts'
import { episode, post } from '../fakes.ts'

const lines = [
  'Zuerst stoppen wir alle geplanten Beiträge.',
  'Dann sichern wir die Kommentare mit Uhrzeit und Adresse.',
  'Nachts gibt es einen freigegebenen Text und keine Debatte.',
  'Die Meldung an die Aufsicht geht binnen 72 Stunden hinaus.',
]

/** What an index under this contract holds. */
export const contractDocuments: readonly Document[] = [
  {
    about: episode({ id: toSourceId('Übung-1'), title: 'Die erste Stunde' }),
    cues: lines.map((text, at) => ({ start: at * 50, end: at * 50 + 40, speaker: 'A', text })),
  },
  {
    about: post({ title: 'Aufgaben im Rathaus' }),
    sections: [
      {
        anchor: 'telefon',
        number: 1,
        heading: 'Telefon',
        text: 'Das Telefon übernimmt die Zentrale.',
      },
    ],
  },
]

/** What every passage index keeps: see `PassageIndex` in `src/ports.ts`. */
export function describeIndex(
  name: string,
  open: () => Promise<{ index: PassageIndex; close(): void }>,
): void {
  const { signal } = new AbortController()

  describe(`the index ${name}`, async () => {
    const { index, close } = await open()
    afterAll(close)
    const search = (text: string, limit = 10) => index.search({ text, earlier: [] }, limit, signal)

    it('puts the passage that says it first', async () => {
      expect((await search('Was schreiben wir nachts?'))[0]?.passage.text).toContain(
        'keine Debatte',
      )
      expect((await search('wer geht ans Telefon'))[0]?.passage.about.kind).toBe('post')
    })

    it('gives at most what was asked for, each passage once, best first', async () => {
      const found = await search('Beiträge Kommentare Text Meldung Telefon')
      expect((await search('Beiträge Kommentare Text Meldung Telefon', 2)).length).toBe(2)
      expect(new Set(found.map((hit) => hit.passage.id)).size).toBe(found.length)
      expect(found.map((hit) => hit.score)).toEqual(
        found.map((hit) => hit.score).toSorted((a, b) => b - a),
      )
    })

    it('finds nothing for an empty query, marks and symbols', async () => {
      for (const text of [
        '',
        '  ',
        '?!',
        '🔥',
        '"',
        '\'; DROP TABLE passages; --"',
        '*',
        'NEAR(',
      ]) {
        await expect(search(text)).resolves.toBeInstanceOf(Array)
      }
      expect(await search('')).toEqual([])
      expect(await search('🔥')).toEqual([])
    })

    it('lets the thread decide where the message leaves it open', async () => {
      const found = await index.search(
        { text: 'und dann?', earlier: ['Was schreiben wir nachts?'] },
        1,
        signal,
      )
      expect(found[0]?.passage.text).toContain('Nachts')
    })

    it('gives the same list for the same question', async () => {
      expect(await search('Kommentare sichern')).toEqual(await search('Kommentare sichern'))
    })
  })
}
