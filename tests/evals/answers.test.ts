import { describe, expect, it } from 'vitest'
import { isFounded, scoreAnswers, type Trial } from '../../evals/answers.ts'
import type { Label } from '../../evals/labels.ts'
import { findQuote } from '../../src/answer/quote.ts'
import type { Answered } from '../../src/domain/answer.ts'
import type { Citation } from '../../src/domain/citation.ts'
import type { Transcript } from '../../src/domain/documents.ts'
import { shownText } from '../../src/domain/reply.ts'
import { toReply } from '../../src/to-reply.ts'
import { question, spoken } from '../fakes.ts'

const passage = spoken([
  'A: Erst sichern wir alles.',
  'A: Dann moderieren wir in Ruhe.',
  'B: Und dann gehen wir heim.',
])
const transcript: Transcript = { about: passage.about, cues: passage.cues }
const find = () => transcript

function citing(quote: string, different: Partial<{ start: number; end: number }> = {}): Citation {
  const finding = findQuote(passage, quote)
  if (finding?.kind !== 'episode') throw new Error('the quote is not there')
  return { ...finding, ...different, url: 'https://x.example' }
}

function trial(citation: Citation, label: Partial<Label> = {}): Trial {
  const answer: Answered = {
    status: 'answered',
    question: { ...question('Was zuerst?'), urgency: 'acute' },
    claims: [{ text: citation.quote, citations: [citation] }],
    dropped: 0,
    writer: 'extract',
    ms: { search: 1, write: 1, total: 2 },
  }
  const expect = [{ source: 'x1', start: 0, end: 10 }]
  const whole = {
    id: 'L1',
    question: 'Was zuerst?',
    earlier: [],
    kind: 'x',
    answerable: true,
    expect,
  }
  return { label: { ...whole, ...label }, answer, reply: toReply(answer) }
}

describe('measuring answers', () => {
  it('finds a quote between its start and its end, and nowhere else', () => {
    const citation = citing('Dann moderieren wir in Ruhe.')
    expect(isFounded(citation, transcript)).toBe(true)
    expect(isFounded({ ...citation, quote: 'Dann moderieren wir mit Ruhe.' }, transcript)).toBe(
      false,
    )
    expect(
      isFounded(citing('Dann moderieren wir in Ruhe.', { start: 0, end: 10 }), transcript),
    ).toBe(false)
    expect(isFounded(citation, undefined)).toBe(false)
  })

  it('counts what stands in a labelled span and how far off its start is', () => {
    const good = scoreAnswers([trial(citing('Erst sichern wir alles.'))], find)
    expect([good.onSpot.first, good.startErrors, good.unfounded]).toEqual([1, [0], []])
    const off = scoreAnswers([trial(citing('Und dann gehen wir heim.'))], find)
    expect([off.onSpot.any, off.startErrors]).toEqual([0, [20]])
  })

  it('tells answers that are too long for a phone in an emergency', () => {
    const short = trial(citing('Erst sichern wir alles.'))
    const long = { ...short, reply: { ...short.reply, lead: 'x'.repeat(900) } }
    expect(scoreAnswers([short], find).tooLong).toEqual([])
    const report = scoreAnswers([long], find)
    expect([report.tooLong, report.longFirstLine]).toEqual([['L1'], ['L1']])
    expect(shownText(short.reply)).not.toContain('https://')
  })

  it('tells a statement whose source is not shown', () => {
    const one = trial(citing('Erst sichern wir alles.'))
    expect(scoreAnswers([one], find).uncited).toEqual([])
    const bare = { ...one, reply: { ...one.reply, sources: [] } }
    expect(scoreAnswers([bare], find).uncited).toEqual(['L1'])
  })

  it('keeps refusals of the answerable and of the unanswerable apart', () => {
    const refused: Trial['answer'] = {
      status: 'refused',
      question: question('Apfelkuchen?'),
      why: 'not-in-sources',
      nearest: [],
    }
    const wrong = { ...trial(citing('Erst sichern wir alles.')), answer: refused }
    const right = { ...wrong, label: { ...wrong.label, answerable: false } }
    const { refused: rates } = scoreAnswers([wrong, right, right], find)
    expect(rates).toEqual({ answerable: { count: 1, n: 1 }, unanswerable: { count: 2, n: 2 } })
  })
})
