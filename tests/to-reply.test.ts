import { describe, expect, it } from 'vitest'
import { toText } from '../adapters/cli/text.ts'
import { findQuote } from '../src/answer/quote.ts'
import type { Answer, Claim } from '../src/domain/answer.ts'
import { IndexError } from '../src/domain/errors.ts'
import type { Passage } from '../src/domain/passage.ts'
import { toFailure, toReply } from '../src/to-reply.ts'
import { episode, question, spoken, written } from './fakes.ts'

function claim(passage: Passage, quote: string): Claim {
  const finding = findQuote(passage, quote)
  if (!finding) throw new Error('the quote is not there')
  return { text: quote, citations: [{ ...finding, url: 'https://x.example/1' }] }
}

function answered(...claims: readonly [Claim, ...Claim[]]): Answer {
  const ms = { search: 1, write: 1, total: 2 }
  return {
    status: 'answered',
    question: question('Was jetzt?'),
    claims,
    dropped: 0,
    writer: 'extract',
    ms,
  }
}

const heard = spoken(
  ['A: Erst sichern, dann moderieren.'],
  episode({ number: 11, title: '#11 Die erste Stunde' }),
)
const read = written('Ruft die IT an, eine Mail reicht nicht.')

describe('toReply', () => {
  it('quotes a source shortly whose rights nobody knows', () => {
    const words = Array.from({ length: 40 }, (_, index) => `Wort${index}`).join(' ')
    const unknown = spoken([`A: ${words}.`], { ...episode({}), rights: 'unknown' })
    const [short] = toReply(answered(claim(unknown, `${words}.`))).claims
    expect(short?.text).toBe(`„${words.split(' ').slice(0, 25).join(' ')} …“`)
    const [whole] = toReply(answered(claim(spoken([`A: ${words}.`]), `${words}.`))).claims
    expect(whole?.text).toContain('Wort39')
  })

  it('writes a source the way people read it', () => {
    const { sources } = toReply(
      answered(
        claim(heard, 'Erst sichern, dann moderieren.'),
        claim(read, 'eine Mail reicht nicht.'),
      ),
    )
    expect(sources.map((source) => source.line)).toEqual([
      'Probesendung (fiktiv), Folge 11: Die erste Stunde · 00:00–00:10 · Rolle Pressestelle · 2026-06-01 · BEISPIEL (fiktiv)',
      'Beitrag: Probebeitrag · Abschnitt 1: Schritt 1 · 2026-05-01 · BEISPIEL (fiktiv)',
    ])
  })

  it('numbers sources in the order of the claims and shares numbers of the same words', () => {
    const same = claim(heard, 'Erst sichern, dann moderieren.')
    const reply = toReply(answered(same, claim(read, 'eine Mail reicht nicht.'), same))
    expect(reply.claims.map((shown) => shown.numbers)).toEqual([[1], [2], [1]])
    expect(reply.sources.length).toBe(2)
  })

  it('says when a source is older than a year', () => {
    const old = spoken(['A: Das galt schon damals immer.'], episode({ published: '2025-10-07' }))
    expect(toReply(answered(claim(old, 'Das galt schon damals'))).notes.join()).toContain(
      '2025-10-07',
    )
    expect(toReply(answered(claim(heard, 'Erst sichern, dann'))).notes).toEqual([])
  })

  it('says that it is an AI and that personal details were removed', () => {
    const asked = { ...question('Was sagt [E-Mail]?'), removed: 1 }
    const reply = toReply({
      status: 'refused',
      question: asked,
      why: 'not-in-sources',
      nearest: [],
    })
    expect(reply.disclosure).toContain('KI')
    expect(reply.notes[0]).toContain('nach Möglichkeit entfernt')
    expect(reply.notes[1]).toContain('110 oder 112')
  })

  it('frames an English question in English around the German words', () => {
    const asked = { ...question('What first?'), language: 'en' as const }
    const answer = answered(claim(read, 'eine Mail reicht nicht.'))
    const reply = toReply({ ...answer, question: asked } as Answer)
    expect(reply.lead).toBe('This is what my sources say:')
    expect(reply.claims[0]?.text).toContain('eine Mail reicht nicht.')
    expect(reply.notes.join()).toContain('language of the source')
  })
})

it.each([
  ['Da droht jemand mit einem Messer', '110 oder 112'],
  ['Kommentar mit Morddrohung gegen die Bürgermeisterin', '110 oder 112'],
  ['Ich will mich umbringen', '0800 111 0 111'],
])('puts help for people before everything else: %s', (text, help) => {
  const asked = { ...question(text) }
  const reply = toReply({ status: 'refused', question: asked, why: 'not-in-sources', nearest: [] })
  expect(reply.lead.slice(0, 160)).toContain(help)
})

it('sees no danger in ordinary questions', () => {
  for (const text of [
    'Wie schnell muss ich eine Panne melden?',
    'Wer löscht den Brandbrief?',
    'Was ist ein Shitstorm?',
  ]) {
    const asked = question(text)
    const reply = toReply({
      status: 'refused',
      question: asked,
      why: 'not-in-sources',
      nearest: [],
    })
    expect(reply.lead).toBe('Dazu steht nichts in meinen Quellen.')
  }
})

it('shows where a quote was cut, and keeps quotes within quotes apart', () => {
  const cut = spoken(['A: Er sagte „stopp“ und dann, dass alles warten muss'])
  const reply = toReply(answered(claim(cut, 'Er sagte „stopp“ und dann')))
  expect(reply.claims[0]?.text).toBe('„Er sagte ‚stopp‘ und dann …“')
})

it('says how an answer was written, and quotes only what was said', () => {
  const model = { ...answered(claim(heard, 'Erst sichern, dann moderieren.')), writer: 'model:x' }
  const reply = toReply(model as Answer)
  expect(reply.claims[0]?.text).toBe('Erst sichern, dann moderieren.')
  expect(reply.disclosure).toContain('Mit Sprachmodell')
  expect(toReply(answered(claim(heard, 'Erst sichern, dann'))).disclosure).toContain(
    'Ohne Sprachmodell',
  )
})

describe('toFailure', () => {
  it('says what failed and what to do', () => {
    const error = new IndexError('Es gibt noch keinen Index.', {
      path: '/x',
      fix: '`npm run ingest` baut ihn auf.',
    })
    expect(toFailure(error, 'de').lead).toBe(
      'Es gibt noch keinen Index. `npm run ingest` baut ihn auf.',
    )
  })

  it('gives nothing away of an error it does not know', () => {
    expect(toFailure(new Error('Geheimnis von @anton'), 'de').lead).not.toContain('anton')
  })
})

it('reads well as plain text', () => {
  expect(
    toText(toReply(answered(claim(heard, 'Erst sichern, dann moderieren.')))),
  ).toBe(`Das sagen meine Quellen dazu:

1. „Erst sichern, dann moderieren.“ [1]

Quellen
[1] Probesendung (fiktiv), Folge 11: Die erste Stunde · 00:00–00:10 · Rolle Pressestelle · 2026-06-01 · BEISPIEL (fiktiv)
    https://x.example/1

Ich bin eine KI. Ohne Sprachmodell: wörtlich aus den Quellen.`)
})
