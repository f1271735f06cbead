import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/domain/reply.ts'
import type { SurfaceLimits } from '../../src/ports-chats.ts'
import { answered, replies } from '../replies.ts'

/** A message as a platform would get it, seen from outside. */
export interface Rendered {
  /** What counts against the platform's limit of characters. */
  readonly characters: number
  readonly blocks: number
  /** All words a person can read. */
  readonly words: string
  /** What a notification or a screen reader takes where blocks are not shown. */
  readonly fallback: string
  readonly links: readonly string[]
  /** What the platform would complain about. */
  readonly problems: readonly string[]
  /** Everything that is sent, for what must not be in it. */
  readonly wire: string
}

export interface Surface {
  readonly limits: SurfaceLimits
  render(reply: Reply): readonly Rendered[]
}

/** What every chat product's rendering must keep. */
export function describeSurface(name: string, { limits, render }: Surface): void {
  const words = (reply: Reply) =>
    render(reply)
      .map((one) => one.words)
      .join('\n')

  describe(`${name} shows`, () => {
    it.each(Object.entries(replies))('%s within its limits', (_, reply) => {
      const messages = render(reply)
      expect(messages.length).toBeGreaterThan(0)
      expect(messages.length).toBeLessThanOrEqual(limits.messages)
      for (const message of messages) {
        expect(message.problems).toEqual([])
        expect(message.characters).toBeLessThanOrEqual(limits.characters)
        expect(message.blocks).toBeLessThanOrEqual(limits.blocks)
        expect(message.fallback.trim()).not.toBe('')
      }
    })

    it('any number of statements of any length within its limits, each with its source', () => {
      const any = fc.record({
        count: fc.integer({ min: 1, max: 45 }),
        words: fc.integer({ min: 1, max: 400 }),
      })
      fc.assert(
        fc.property(any, ({ count, words: long }) => {
          const messages = render(answered(count, 'Wort '.repeat(long)))
          expect(messages.flatMap((one) => one.problems)).toEqual([])
          for (const { characters, words: shown } of messages) {
            expect(characters).toBeLessThanOrEqual(limits.characters)
            for (const [mark] of shown.matchAll(/\[\d+\](?! Amtsfunk)/g)) {
              expect(shown).toContain(`${mark} Amtsfunk`)
            }
          }
        }),
        { numRuns: 40 },
      )
    })

    it('the whole short answer in its fallback', () => {
      const [message] = render(answered(2))
      expect(message?.fallback).toContain('binnen 72 Stunden')
      expect(message?.fallback).toContain('BEISPIEL (fiktiv)')
      expect(message?.fallback).toContain('Ich bin eine KI.')
    })

    it('every statement, source and small print', () => {
      const shown = words(answered(3))
      for (const part of [
        'binnen 72 Stunden',
        '[3] Amtsfunk',
        'BEISPIEL (fiktiv)',
        'Ich bin eine KI.',
        'nach Möglichkeit entfernt',
      ]) {
        expect(shown).toContain(part)
      }
    })

    it('that something is left out where it leaves something out', () => {
      const reply = answered(60, 'Wort '.repeat(300))
      expect(render(reply)).toHaveLength(limits.messages)
      expect(words(reply)).toMatch(/zu lang|too long/)
    })

    it('steps and the text to copy', () => {
      const card = replies['first steps']
      const shown = card ? words(card) : ''
      for (const part of [
        'Zuerst prüfen',
        '110 oder 112',
        'Text zum Anpassen',
        'Wir melden uns bis [Uhrzeit].',
      ]) {
        expect(shown).toContain(part)
      }
    })

    it('no word of a source as a mention, a link, a picture or markup', () => {
      const reply = replies['words that want to be more']
      const messages = reply ? render(reply) : []
      for (const { wire, links, problems } of messages) {
        expect(problems).toEqual([])
        expect(wire).not.toMatch(/<!channel>|<@U0CHEF001>|<https:|@here/)
        expect(links.filter((link) => !link.startsWith('https://show.example/'))).toEqual([])
      }
    })

    it('no link that only this machine can open', () => {
      const reply = replies['a link only this machine can open']
      for (const { wire, words: shown } of reply ? render(reply) : []) {
        expect(wire).not.toContain('localhost')
        expect(shown).toContain('06:41')
      }
    })
  })
}
