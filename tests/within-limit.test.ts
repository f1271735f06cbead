import { expect, it } from 'vitest'
import { findQuote } from '../src/answer/quote.ts'
import type { Answer, Claim, Urgency } from '../src/domain/answer.ts'
import { longest, shownText } from '../src/domain/reply.ts'
import { toReply } from '../src/to-reply.ts'
import { withinLimit } from '../src/within-limit.ts'
import { question, spoken } from './fakes.ts'

const sentence = `Wir sichern ${'zuerst alles '.repeat(20)}und rufen dann an.`

function said(ordinal: number): Claim {
  const passage = spoken([`A: ${sentence}`], undefined, ordinal)
  const finding = findQuote(passage, sentence)
  if (!finding) throw new Error('the quote is not there')
  return { text: sentence, citations: [{ ...finding, url: `https://x.example/${ordinal}` }] }
}

function answered(urgency: Urgency, count = 3): Extract<Answer, { status: 'answered' }> {
  const [first, ...more] = Array.from({ length: count }, (_, at) => said(at))
  if (!first) throw new Error('an answer has a claim')
  return {
    status: 'answered',
    question: { ...question('Was jetzt?'), urgency },
    claims: [first, ...more],
    dropped: 0,
    writer: 'extract',
    ms: { search: 1, write: 1, total: 2 },
  }
}

function shownOf(answer: Answer) {
  return { claims: toReply(answer).claims.length, length: shownText(toReply(answer)).length }
}

it('leaves as many statements as fit the urgency, the first in any case', () => {
  const [acute, planning] = [withinLimit(answered('acute')), withinLimit(answered('planning'))]
  expect(shownOf(acute).length).toBeLessThanOrEqual(longest.acute)
  expect(shownOf(planning).length).toBeLessThanOrEqual(longest.planning)
  expect(shownOf(acute).claims).toBeLessThan(shownOf(planning).claims)
  expect(shownOf(answered('acute')).length).toBeGreaterThan(longest.acute)
  expect(withinLimit(answered('acute', 1))).toEqual(answered('acute', 1))
})

it('cuts no comparison somebody asked for', () => {
  const voices = { ...answered('acute', 5), shape: { kind: 'voices' } } as const
  expect(withinLimit(voices)).toBe(voices)
})
