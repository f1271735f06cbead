import { describe, expect, it } from 'vitest'
import { verify } from '../../src/answer/verify.ts'
import { extractWriter } from '../../src/answer/write-extract.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import { describeWriter } from '../contracts/writer.ts'
import { episode, hits, question, spoken, written } from '../fakes.ts'

describeWriter('extract', () => extractWriter)

async function first(text: string, ...lines: readonly string[]): Promise<string | undefined> {
  const draft = await extractWriter.write(question(text), hits(spoken(lines)), {
    signal: new AbortController().signal,
  })
  return draft.claims[0]?.text
}

describe('extractWriter', () => {
  it('quotes the sentence that speaks about the question', async () => {
    const text = await first(
      'Wer gibt den Text frei?',
      'A: Das Wetter war schön. Den Text gibt bei uns die Leitung frei. Danach gab es Kuchen für alle im Haus.',
    )
    expect(text).toContain('Den Text gibt bei uns die Leitung frei.')
  })

  it('quotes what answers a question in the transcript, not the question', async () => {
    const text = await first(
      'Wie lange dauert die Freigabe?',
      'A: Wie lange dauert bei euch die Freigabe?',
      'B: Zwanzig Minuten, länger nie.',
    )
    expect(text).toBe('Zwanzig Minuten, länger nie.')
  })

  it('prefers a span of time when asked how fast', async () => {
    const text = await first(
      'Wie schnell müssen wir die Panne melden?',
      'A: Die Panne melden wir mit dem Formular der Aufsicht. Die Panne melden wir binnen 72 Stunden.',
    )
    expect(text).toMatch(/72 Stunden/)
  })

  it('never quotes hearsay without what follows it', async () => {
    const text = await first(
      'Haben wir 96 Stunden?',
      'A: Vielleicht sagt jemand im Haus, ihr hättet 96 Stunden. Das stimmt nicht.',
    )
    expect(text).toMatch(/Das stimmt nicht\.$/)
  })

  it('never quotes what the next speaker takes back', async () => {
    const lines = [
      'A: Da macht die Uhr am Wochenende doch Pause. Sag bitte ja.',
      'B: Nein. Das Wochenende zählt mit.',
    ]
    expect(await first('Macht die Uhr am Wochenende Pause?', ...lines)).toMatch(
      /^(?:Nein\. )?Das Wochenende zählt mit\.$/,
    )
    const cut = spoken([lines[0] ?? ''])
    const next = { start: 10, end: 20, speaker: 'B', text: 'Nein, leider nicht.' }
    const { claims } = await extractWriter.write(
      question('Macht die Uhr am Wochenende Pause?'),
      hits({ ...cut, next }),
      { signal: new AbortController().signal },
    )
    expect(claims).toEqual([])
  })

  it('leaves texts to copy alone', async () => {
    const draft = await extractWriter.write(
      question('Was sagen wir zur Sperrung?'),
      hits(
        written('Die Sperrung dauert bis [Datum].\nZur Sperrung sagen wir den Grund und das Ende.'),
      ),
      { signal: new AbortController().signal },
    )
    expect(draft.claims.map((claim) => claim.text)).toEqual([
      'Zur Sperrung sagen wir den Grund und das Ende.',
    ])
  })

  it('leaves a template of several sentences alone, and what stands around a noise apart', async () => {
    const draft = await extractWriter.write(
      question('Was prüfen wir bei der Panne?'),
      hits(
        written('[Wir prüfen die Panne. Die Aufsicht ist informiert.]'),
        spoken([
          'A: Bei der Panne prüfen wir das Risiko. [Lachen] Ja, bei der Panne prüfen wir auch die Zahl.',
        ]),
      ),
      { signal: new AbortController().signal },
    )
    const text = draft.claims.map((claim) => claim.text).join(' | ')
    expect(text).toContain('Bei der Panne prüfen wir das Risiko.')
    expect(text).not.toMatch(/informiert|Lachen/)
  })

  it('cuts a sentence without end so that the pieces still stand in the source', async () => {
    const endless = `A: Also die Freigabe ${'und noch ein Wort '.repeat(60)}, die Freigabe macht die Leitung`
    const passage = spoken([endless])
    const draft = await extractWriter.write(question('Wer macht die Freigabe?'), hits(passage), {
      signal: new AbortController().signal,
    })
    const { claims, dropped } = verify(draft, [passage], () => 'https://x.example')
    expect(claims.length).toBeGreaterThan(0)
    expect(dropped).toBe(0)
    for (const claim of claims) expect(claim.text.length).toBeLessThanOrEqual(320)
  })

  it('brings along the sentence that another leans on', async () => {
    const text = await first(
      'Was machen wir mit Beleidigungen?',
      'A: Alle Kommentare mit Beleidigungen auf einmal löschen. Das machen wir nie mit Beleidigungen.',
    )
    expect(text).toMatch(/^Alle Kommentare .* löschen\. Das machen wir nie/)
  })

  it('leaves out what a speaker says before saying something, and nothing else', async () => {
    const text = await first(
      'Wie lange ist die Frist?',
      'A: Ja, genau, also die Frist beträgt 72 Stunden ab Kenntnis.',
    )
    expect(text).toBe('die Frist beträgt 72 Stunden ab Kenntnis.')
  })

  it('puts a rule before a story about the same', async () => {
    const text = await first(
      'Was tun mit einem Kommentar mit Adresse?',
      'A: Neulich stand bei uns ein Kommentar mit einer Adresse.',
      'B: Einen Kommentar mit Adresse müsst ihr sofort verbergen.',
    )
    expect(text).toBe('Einen Kommentar mit Adresse müsst ihr sofort verbergen.')
  })

  it('never quotes a question that nobody answers', async () => {
    const draft = await extractWriter.write(
      question('Wie lange dauert die Freigabe?'),
      hits(spoken(['A: Wie lange dauert die Freigabe? Habt ihr eine Freigabe?'])),
      { signal: new AbortController().signal },
    )
    expect(draft.claims).toEqual([])
  })
})

describe('a further quote', () => {
  const rule = 'A: Die Freigabe am Wochenende macht die Leitung.'
  const other = 'Die Freigabe am Wochenende braucht zwei Namen und einen Stempel.'
  const between = Array.from({ length: 6 }, (_, at) => `B: Zum Punkt ${at} gab es Kaffee für alle.`)
  const asked = question('Wer macht die Freigabe am Wochenende?')
  const { signal } = new AbortController()

  it('comes from beside the first, never from elsewhere in the same source', async () => {
    const beside = await extractWriter.write(asked, hits(spoken([rule, `B: ${other}`])), { signal })
    expect(beside.claims.map(({ text }) => text)).toContain(other)
    const far = hits(spoken([rule, ...between, `A: ${other}`]))
    const { claims } = await extractWriter.write(asked, far, { signal })
    const texts = claims.map(({ text }) => text).join(' ')
    expect(texts.includes(other) && texts.includes(rule.slice(3))).toBe(false)
  })

  it('comes from another source that is nearly as likely', async () => {
    const one =
      'Die Freigabe am Wochenende macht die Leitung oder ihre Stellvertretung telefonisch.'
    const two = 'Die Freigabe am Wochenende macht das Vorzimmer mit Kollegen vom Ordnungsamt.'
    const another = episode({ id: toSourceId('x2') })
    const found = hits(spoken([`A: ${one}`]), spoken([`A: ${two}`], another))
    const { claims } = await extractWriter.write(asked, found, { signal })
    expect(claims.map(({ text }) => text)).toEqual([one, two])
  })
})

it('never quotes alone what somebody is said to say', async () => {
  const draft = await extractWriter.write(
    question('Darf der Bürgermeister auf seinem Profil schreiben, was er will?'),
    hits(spoken(['A: Ein Bürgermeister sagt, auf meinem Profil schreibe ich, was ich will.'])),
    { signal: new AbortController().signal },
  )
  expect(draft.claims).toEqual([])
})

it('cuts a long sentence where a clause begins', async () => {
  const rule = `Die Freigabe macht bei uns die Leitung, ${'auch am Abend, auch am Morgen, '.repeat(5)}und die Vertretung macht die Freigabe, ${'wenn niemand da ist, '.repeat(6)}mit Namen.`
  const draft = await extractWriter.write(
    question('Wer macht die Freigabe?'),
    hits(spoken([`A: ${rule}`])),
    { signal: new AbortController().signal },
  )
  expect(draft.claims[0]?.text).toMatch(/^die Vertretung macht die Freigabe, .*mit Namen\.$/)
})
