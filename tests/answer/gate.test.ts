import { expect, it } from 'vitest'
import { likelihoodOf, passes } from '../../src/answer/gate.ts'
import type { Evidence } from '../../src/ports.ts'
import { hits, spoken } from '../fakes.ts'

const some: Evidence = { coverage: 0.5, lead: 0.1, asked: 4 }

function judge(...all: readonly (Evidence | undefined)[]) {
  return all.flatMap((evidence) =>
    hits(spoken(['Das steht hier.'])).map(({ passage: own, score }) => ({
      passage: own,
      score,
      ...(evidence ? { evidence } : {}),
    })),
  )
}

it('is the more hopeful the more of the question is there, and nowhere else', () => {
  const middle = likelihoodOf(judge(some))
  for (const name of ['coverage', 'lead', 'asked'] as const) {
    expect(likelihoodOf(judge({ ...some, [name]: some[name] * 1.5 }))).toBeGreaterThan(middle)
    expect(likelihoodOf(judge({ ...some, [name]: 0 }))).toBeLessThan(middle)
  }
})

it('goes by the most hopeful of the first three', () => {
  const none = { coverage: 0, lead: 0, asked: 4 }
  expect(likelihoodOf(judge(none, none, some))).toBe(likelihoodOf(judge(some)))
  expect(likelihoodOf(judge(none, none, none, some))).toBe(likelihoodOf(judge(none)))
})

it('takes nothing, and what only vectors found, for no answer', () => {
  expect(likelihoodOf([])).toBe(0)
  expect(passes(judge(undefined), { least: 0.01 })).toBe(false)
  expect(passes(judge(undefined, some), { least: 0.1 })).toBe(true)
})

it('turns away what is of no subject of the sources, unless a passage surely answers', () => {
  const likely: Evidence = { coverage: 0.8, lead: 0.05, asked: 3 }
  const gate = { least: 0.3 }
  // So many as an index of some size always finds.
  const among = (one: Evidence) => judge(...Array.from({ length: 10 }, () => one))
  expect(passes(among(likely), gate)).toBe(true)
  expect(passes(among({ ...likely, isAside: true }), gate)).toBe(false)
  expect(passes(among({ ...likely, strange: 0.75 }), gate)).toBe(false)
  expect(passes(among({ ...likely, isAside: true, asked: 6 }), gate)).toBe(true)
  expect(passes(among({ ...likely, isAside: true, lead: 0.4 }), gate)).toBe(true)
  expect(passes(judge({ ...likely, isAside: true }), gate)).toBe(true)
})
