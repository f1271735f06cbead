import { describe, expect, it } from 'vitest'
import { toText } from '../adapters/cli/text.ts'
import { findQuote } from '../src/answer/quote.ts'
import type { Answer, Claim } from '../src/domain/answer.ts'
import { IndexError } from '../src/domain/errors.ts'
import type { Passage } from '../src/domain/passage.ts'
import { toApology, toFailure, toReply } from '../src/to-reply.ts'
import { episode, post, question, spoken, written } from './fakes.ts'

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
      'Probesendung, Folge 11: Die erste Stunde · 00:00–00:10 · Rolle Pressestelle · 2026-06-01 · BEISPIEL (fiktiv)',
      'Beitrag: Probebeitrag · Abschnitt 1: Schritt 1 · 2026-05-01 · BEISPIEL (fiktiv)',
    ])
  })

  it('numbers sources in the order of the claims and shares numbers of the same words', () => {
    const same = claim(heard, 'Erst sichern, dann moderieren.')
    const reply = toReply(answered(same, claim(read, 'eine Mail reicht nicht.'), same))
    expect(reply.claims.map((shown) => shown.numbers)).toEqual([[1], [2], [1]])
    expect(reply.sources.length).toBe(2)
  })

  it('gives one number to a section of a post, whatever of it is quoted', () => {
    const both = written('Ruft die IT an, eine Mail reicht nicht. Danach ändert das Passwort.')
    const [one, two] = ['Ruft die IT an', 'Danach ändert das Passwort.']
    const reply = toReply(answered(claim(both, one ?? ''), claim(both, two ?? '')))
    expect(reply.claims.map((shown) => shown.numbers)).toEqual([[1], [1]])
    expect(reply.sources.length).toBe(1)
  })

  it('says when a source is older than a year, each date once and as people write it', () => {
    const old = episode({ published: '2025-10-07' })
    const first = claim(spoken(['A: Das galt schon damals immer.'], old), 'Das galt schon damals')
    const second = claim(
      spoken(['A: Und morgen gilt es auch noch.'], old, 1),
      'morgen gilt es auch',
    )
    const third = claim(
      written('Seither hat sich nichts geändert.', post({ published: '2025-11-04' })),
      'Seither hat sich nichts geändert.',
    )
    expect(toReply(answered(first, second, third)).notes).toEqual([
      'Älter als zwölf Monate, bitte prüfen, ob es noch gilt: [1], [2] aufgenommen am 7. Oktober 2025; [3] veröffentlicht am 4. November 2025.',
    ])
    expect(toReply(answered(claim(heard, 'Erst sichern, dann'))).notes).toEqual([])
  })

  it('says which of two sources on the same is older', () => {
    const text = 'Die Sperre eines Nutzers braucht eine gesetzliche Grundlage im Haus.'
    const older = claim(spoken([`A: ${text}`], episode({ published: '2026-01-10' })), text)
    const newer = claim(written(text, post({ published: '2026-06-10' })), text)
    expect(toReply(answered(newer, older)).notes).toEqual([
      '[2] ist älter als [1]. Wo sie sich unterscheiden, zählt [1].',
    ])
    const other = claim(heard, 'Erst sichern, dann moderieren.')
    expect(toReply(answered(other, older)).notes).toEqual([])
  })

  it('marks what a machine wrote down and nobody corrected', () => {
    const about = episode({ isMachineMade: true })
    const { sources } = toReply(
      answered(claim(spoken(['A: Erst sichern wir alles.'], about), 'Erst sichern wir')),
    )
    expect(sources[0]?.line).toContain(' · automatisch transkribiert · ')
  })

  it('cuts a title that fills a screen', () => {
    const about = episode({ title: `Was ${'sehr '.repeat(30)}lange dauert` })
    const { sources } = toReply(
      answered(claim(spoken(['A: Erst sichern wir alles.'], about), 'Erst sichern wir')),
    )
    expect(sources[0]?.line.length).toBeLessThan(160)
    expect(sources[0]?.line).toContain('sehr …')
  })

  it('opens with a short statement itself and leads up to a long one', () => {
    const long = `Zuerst ${'sichern wir wirklich alles '.repeat(6)}und dann moderieren wir.`
    expect(toReply(answered(claim(heard, 'Erst sichern, dann moderieren.'))).lead).toBe('')
    expect(toReply(answered(claim(written(long), long))).lead).toBe('Das sagen meine Quellen dazu:')
  })

  it('shows where a quote was cut at its front', () => {
    const one = spoken(['A: Ja, also die Frist läuft weiter.'])
    const reply = toReply(answered(claim(one, 'die Frist läuft weiter.')))
    expect(reply.claims[0]?.text).toBe('„… die Frist läuft weiter.“')
  })

  it('shows in a refusal what the nearest sources say and whom the town calls', () => {
    const citation = claim(heard, 'Erst sichern, dann moderieren.').citations[0]
    const refusal: Answer = {
      status: 'refused',
      question: question('Was jetzt?'),
      why: 'not-in-sources',
      nearest: [citation],
    }
    const reply = toReply(refusal, { legalOffice: 'Frau Muster, 0000 12' })
    expect(reply.sources[0]?.line).toMatch(
      /^„Erst sichern, dann moderieren\.“ Probesendung, Folge 11/,
    )
    expect(reply.notes[0]).toContain('bei Recht Frau Muster, 0000 12')
    expect(toReply(refusal).notes[0]).toContain('euer Rechtsamt')
  })

  it('says Sie where people do', () => {
    const asked = { ...question('Was?'), address: 'sie' as const }
    expect(toReply({ status: 'question', question: asked }).lead).toContain('Nennen Sie')
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
    expect(reply.disclosure).toContain('I am an AI')
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

it('leaves the title of a playbook out where it keeps people from the number', () => {
  const asked = question('Da droht jemand mit einem Messer')
  const acute = { ...answered(claim(heard, 'Erst sichern, dann moderieren.')), question: asked }
  const lead = (playbook: string) => toReply({ ...acute, playbook } as Answer).lead
  expect(lead('Brand')).toContain('„Brand“')
  expect(lead('Drohung oder Hass gegen Menschen in Amt, Mandat oder Verwaltung')).not.toContain('„')
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

describe('toApology', () => {
  it.each(['de', 'en'] as const)('names no command, no path and no cause (%s)', (language) => {
    const error = new IndexError('/srv/daten ist kaputt.', {
      path: '/srv/daten',
      fix: '`npm run ingest` baut ihn auf.',
    })
    const { lead, kind } = toApology(error, language)
    expect(kind).toBe('failed')
    expect(lead).not.toMatch(/npm|`|\/srv/)
    expect(lead).toMatch(/bad-index/)
    expect(lead).toMatch(/Administration|administrator/)
  })
})

it('reads well as plain text', () => {
  expect(
    toText(toReply(answered(claim(heard, 'Erst sichern, dann moderieren.')))),
  ).toBe(`1. „Erst sichern, dann moderieren.“ [1]

Quellen
[1] Probesendung, Folge 11: Die erste Stunde · 00:00–00:10 · Rolle Pressestelle · 2026-06-01 · BEISPIEL (fiktiv)
    https://x.example/1

Ich bin eine KI. Ohne Sprachmodell: wörtlich aus den Quellen.`)
})
