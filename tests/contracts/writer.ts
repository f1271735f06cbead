import { describe, expect, it } from 'vitest'
import { verify } from '../../src/answer/verify.ts'
import type { AnswerWriter } from '../../src/ports.ts'
import { hits, question, spoken, written } from '../fakes.ts'

const passages = [
  spoken(['A: Zuerst stoppen wir alles Geplante.', 'B: Dann sichern wir die Kommentare.']),
  written('Ruft die zweite Person an. Schreibt die Uhrzeit auf.'),
]

/** What every writer keeps: see `AnswerWriter` in `src/ports.ts`. */
export function describeWriter(name: string, open: () => AnswerWriter): void {
  const writing = { signal: new AbortController().signal }

  describe(`the writer ${name}`, () => {
    it('has a name that stays', () => {
      expect(open().id).toBe(open().id)
      expect(open().id).not.toBe('')
    })

    it('answers from the passages it is given, in words that stand there', async () => {
      const draft = await open().write(
        question('Was machen wir zuerst mit den Kommentaren?'),
        hits(...passages),
        writing,
      )
      const { claims, dropped } = verify(draft, passages, () => 'https://x.example')
      expect(claims.length).toBeGreaterThan(0)
      expect(dropped).toBe(0)
    })

    it('says nothing without passages', async () => {
      const draft = await open().write(question('Was machen wir zuerst?'), [], writing)
      expect(draft.claims).toEqual([])
    })
  })
}
