import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/answer/verify.ts'
import type { Draft, DraftClaim } from '../../src/domain/answer.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import { passageId } from '../../src/domain/passage.ts'
import { spoken } from '../fakes.ts'

const passage = spoken([
  'A: Meldet die Panne binnen 72 Stunden der Aufsicht.',
  'A: Danach ruft ihr die Leitung an.',
])
const toLink = () => 'https://stadt.example/folge'

function check(...claims: readonly DraftClaim[]) {
  return verify({ claims }, [passage], toLink)
}

function claim(text: string, quote: string, id = passage.id): DraftClaim {
  return { text, evidence: [{ passage: id, quote }] }
}

describe('verify', () => {
  it('keeps a claim whose quote stands in the passage it names', () => {
    const { claims, dropped } = check(
      claim('Die Frist sind 72 Stunden.', 'binnen 72 Stunden der Aufsicht'),
    )
    expect(dropped).toBe(0)
    expect(claims[0]?.citations[0]).toMatchObject({
      start: 0,
      end: 10,
      quote: 'binnen 72 Stunden der Aufsicht.',
      url: toLink(),
    })
  })

  it('drops a claim whose quote nobody said', () => {
    expect(check(claim('Das reicht.', 'Montag reicht völlig aus'))).toEqual({
      claims: [],
      dropped: 1,
    })
  })

  it('drops a claim on a passage the writer was not given', () => {
    const foreign = passageId(toSourceId('x2'), 0)
    expect(check(claim('Ja.', 'binnen 72 Stunden der Aufsicht', foreign)).dropped).toBe(1)
  })

  it('drops a claim with a number its passage does not have', () => {
    expect(
      check(claim('Die Frist sind 96 Stunden.', 'binnen 72 Stunden der Aufsicht')).dropped,
    ).toBe(1)
  })

  it('drops a claim that turns its source round', () => {
    const reversed = 'Meldet die Panne nicht binnen 72 Stunden der Aufsicht im Land'
    const long = spoken([
      'A: Meldet die Panne binnen 72 Stunden der Aufsicht im Land und der Leitung im Haus.',
    ])
    const turned = { claims: [claim(reversed, reversed)] }
    expect(verify(turned, [long], toLink)).toEqual({ claims: [], dropped: 1 })
    expect(
      check(claim('Das müsst ihr nie melden.', 'Meldet die Panne binnen 72 Stunden')).dropped,
    ).toBe(1)
  })

  it('drops a quote that was cut off from what denies it', () => {
    const source = spoken([
      'A: Wir raten nicht dazu, das Lösegeld sofort zu zahlen. Die Stadt meldet die Panne der Aufsicht binnen 72 Stunden.',
    ])
    const id = source.id
    for (const [text, quote] of [
      ['Ihr sollt das Lösegeld sofort zahlen.', 'das Lösegeld sofort zu zahlen'],
      ['das Lösegeld sofort zu zahlen', 'das Lösegeld sofort zu zahlen'],
      ['Ihr müsst die Panne nicht der Aufsicht melden.', 'Die Stadt meldet die Panne der Aufsicht'],
      ["You don't have to report this.", 'Die Stadt meldet die Panne der Aufsicht'],
      ['Die Stadt meldet die Panne in drei Wochen.', 'Die Stadt meldet die Panne der Aufsicht'],
    ] as const) {
      expect(verify({ claims: [claim(text, quote, id)] }, [source], toLink).dropped, text).toBe(1)
    }
    const right = claim(
      'Die Panne meldet die Stadt der Aufsicht.',
      'Die Stadt meldet die Panne der Aufsicht',
      id,
    )
    expect(verify({ claims: [right] }, [source], toLink).dropped).toBe(0)
  })

  it('drops what is asked, told by hearsay or taken back by the next speaker', () => {
    const source = spoken([
      'A: Dann müssen wir die Panne der Presse verschweigen.',
      'B: Nein, das stimmt nicht. Wer meldet sie denn sonst?',
    ])
    for (const quote of ['wir die Panne der Presse verschweigen', 'Wer meldet sie denn sonst?']) {
      expect(verify({ claims: [claim(quote, quote, source.id)] }, [source], toLink).dropped).toBe(1)
    }
  })

  it('drops a claim that affirms what its quote denies', () => {
    const denying = spoken(['A: Ein Vorschlag ist kein Gesetz, die 96 Stunden gelten nicht.'])
    const affirmed = { claims: [claim('Die 96 Stunden gelten.', 'die 96 Stunden gelten nicht')] }
    expect(verify(affirmed, [denying], toLink).dropped).toBe(1)
  })

  it('does not count passages whose quote was not found as evidence', () => {
    const other = {
      ...spoken(['A: Der Vorschlag nennt 96 Stunden als Frist.']),
      id: passageId(toSourceId('x9'), 0),
    }
    const mixed: DraftClaim = {
      text: 'Die Frist sind 96 Stunden.',
      evidence: [
        { passage: passage.id, quote: 'binnen 72 Stunden der Aufsicht' },
        { passage: other.id, quote: 'das hat dort niemand gesagt' },
      ],
    }
    expect(verify({ claims: [mixed] }, [passage, other], toLink).dropped).toBe(1)
  })

  it('drops a claim that speaks of something else than what it cites', () => {
    expect(
      check(claim('Kauft alle Bitcoin beim Bürgermeister.', 'Danach ruft ihr die Leitung an'))
        .dropped,
    ).toBe(1)
    expect(
      check(claim('Die Leitung wird danach angerufen.', 'Danach ruft ihr die Leitung an')).dropped,
    ).toBe(0)
    expect(
      check(claim('Then you should call the head of the office.', 'Danach ruft ihr die Leitung an'))
        .dropped,
    ).toBe(0)
  })

  it('prints what repeats the source as the source has it', () => {
    const loud = claim('MELDET die panne – binnen 72 stunden', 'meldet die panne binnen 72 stunden')
    expect(check(loud).claims[0]?.text).toBe('Meldet die Panne binnen 72 Stunden')
  })

  it('drops claims without text or evidence and keeps the rest', () => {
    const good = claim('Ruft die Leitung an.', 'Danach ruft ihr die Leitung an')
    const { claims, dropped } = check(
      { text: 'Ja.', evidence: [] },
      claim('  ', 'Danach ruft ihr die Leitung an'),
      good,
    )
    expect([claims.length, dropped]).toEqual([1, 2])
  })

  it('never lets an invented quote through, whatever the draft says', () => {
    const text = fc.string({ maxLength: 80 })
    const evidence = fc.array(
      fc.record({
        passage: fc.constantFrom(passage.id, passageId(toSourceId('z'), 3)),
        quote: text,
      }),
      { maxLength: 3 },
    )
    const drafts: fc.Arbitrary<Draft> = fc.record({
      claims: fc.array(fc.record({ text, evidence }), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(drafts, (draft) => {
        for (const kept of verify(draft, [passage], toLink).claims) {
          for (const { quote } of kept.citations) expect(passage.text).toContain(quote)
        }
      }),
    )
  })
})
