import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/answer/verify.ts'
import { extractWriter } from '../../src/answer/write-extract.ts'
import type { DraftClaim } from '../../src/domain/answer.ts'
import { hits, question, spoken, written } from '../fakes.ts'

const said = [
  'Meldet die Panne binnen 72 Stunden nach Artikel 33 DSGVO der Aufsicht.',
  'Das Gericht hielt die Sperre am 24. September 2024 für zulässig.',
  'Den Strafantrag nach Paragraf 77b Strafgesetzbuch stellt die verletzte Person binnen drei Monaten.',
] as const
const heard = spoken(said.map((line) => `A: ${line}`))
const read = written('Der Bauhof ruft zurück. Die Leitung gibt jeden Text frei, auch am Samstag.')
const given = [heard, read]
const toLink = () => 'https://stadt.example'
const check = (claim: DraftClaim) => verify({ claims: [claim] }, given, toLink)
const claim = (text: string, quote: string): DraftClaim => ({
  text,
  evidence: [{ passage: heard.id, quote }],
})

/** What a lying model changes in a true sentence; each pair is what stands there and what it makes of it. */
const lies = [
  ['72 Stunden', '96 Stunden'],
  ['72 Stunden', '72 Tagen'],
  ['Artikel 33', 'Artikel 34'],
  ['DSGVO', 'StGB'],
  ['24. September', '24. Oktober'],
  ['24. September', '23. September'],
  ['2024', '2025'],
  ['für zulässig', 'für unzulässig'],
  ['zulässig', 'strafbar'],
  ['drei Monaten', 'drei Wochen'],
  ['77b', '77c'],
  ['Strafgesetzbuch', 'DSGVO'],
  ['Meldet die Panne', 'Meldet die Panne nicht'],
  ['stellt die verletzte', 'stellt niemals die verletzte'],
] as const

describe('a model that lies', () => {
  it('keeps what is true in its own words', () => {
    for (const [text, quote] of [
      ['Die Panne geht binnen 72 Stunden an die Aufsicht (Art. 33 DSGVO).', said[0]],
      ['Das Gericht hielt am 24. September 2024 die Sperre für zulässig.', said[1]],
      ['Die verletzte Person stellt den Strafantrag binnen drei Monaten (§ 77b StGB).', said[2]],
    ] as const) {
      expect(check(claim(text, quote)).dropped, text).toBe(0)
    }
  })

  it.each(lies)('cannot make of “%s” a “%s”', (true_, false_) => {
    for (const line of said.filter((one) => one.includes(true_))) {
      const turned = line.replace(true_, false_)
      for (const quote of [line, turned]) {
        const { claims } = check(claim(turned, quote))
        // A lie in the quote is corrected by the source; a lie in the statement costs the statement.
        for (const kept of claims) expect(kept.text).toBe(line)
      }
    }
  })

  it('shows nothing but words of the sources it was given, from whatever it writes', () => {
    const word = fc.constantFrom(
      ...said.join(' ').split(' '),
      ...['nicht', '96', '§ 188', 'Tagen', 'https://luege.example', '<!channel>', '„', '[1]', ''],
    )
    const text = fc.oneof(
      fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')),
      fc.string({ maxLength: 60 }),
      fc.constantFrom(...said),
    )
    const passage = fc.constantFrom(heard.id, read.id, '../../x' as typeof heard.id)
    const evidence = fc.array(fc.record({ passage, quote: text }), { maxLength: 3 })
    const draft = fc.record({ claims: fc.array(fc.record({ text, evidence }), { maxLength: 5 }) })
    fc.assert(
      fc.property(draft, (written_) => {
        const { claims, dropped } = verify(written_, given, toLink)
        expect(claims.length + dropped).toBe(written_.claims.length)
        for (const { citations } of claims) {
          for (const { passage: id, quote, url } of citations) {
            const source = given.find((one) => one.id === id)
            expect(source?.text).toContain(quote)
            expect(url).toBe(toLink())
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

it('quotes without a model only what stands there, whatever was said', async () => {
  const piece = fc.constantFrom(
    ...[
      'Ja',
      'also',
      'die Frist',
      'Das',
      'gilt',
      'nicht',
      'Nein.',
      'Warum?',
      '„Stopp',
      'Stopp“.',
      '72',
    ],
    ...['Stunden.', '…', 'Und', 'Artikel 33.', 'Da', 'war', 'der Bauhof.', '[Lachen]', '&', '<b>'],
  )
  const line = fc.array(piece, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), line, async (lines, asked) => {
      const passage = spoken(lines.map((one, at) => `${at % 2 ? 'A' : 'B'}: ${one}`))
      const { signal } = new AbortController()
      const draft = await extractWriter.write(question(asked), hits(passage), { signal })
      for (const { text } of draft.claims) expect(passage.text).toContain(text)
      for (const { text, citations } of verify(draft, [passage], toLink).claims) {
        expect(text).toBe(citations[0].quote)
      }
    }),
    { numRuns: 200 },
  )
})
