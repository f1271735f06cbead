import { describe, expect, it } from 'vitest'
import { asked, day, hour, reply, sealed, stage, tamper } from './stage.ts'

describe('a thread', () => {
  it('is ours for 24 hours from its last message', () => {
    const { store, clock, reopen } = stage()
    expect(store.memory.isEngaged('t1')).toBe(false)
    store.memory.engage('t1')
    clock.advance(23 * hour)
    expect(store.memory.isEngaged('t1')).toBe(true)
    store.memory.engage('t1')
    clock.advance(23 * hour)
    const later = reopen()
    expect(later.store.memory.isEngaged('t1')).toBe(true)
    expect(later.store.memory.isEngaged('t2')).toBe(false)
    clock.advance(hour)
    expect(later.store.memory.isEngaged('t1')).toBe(false)
  })

  it('is ours no longer than that when the clock was put back', () => {
    const { store, clock } = stage()
    store.memory.engage('t1')
    clock.advance(-30 * day)
    store.sweep()
    clock.advance(day)
    expect(store.memory.isEngaged('t1')).toBe(false)
  })

  it('can be let go', () => {
    const { store } = stage()
    store.memory.engage('t1')
    store.memory.release('t1')
    store.memory.release('t2')
    expect(store.memory.isEngaged('t1')).toBe(false)
  })
})

describe('the questions of a thread', () => {
  it('come oldest first, the last ones of the last 24 hours', () => {
    const { store, clock } = stage()
    store.memory.remember(asked({ id: 'old', text: 'gestern' }))
    clock.advance(24 * hour)
    for (const text of ['eins', 'zwei', 'drei']) store.memory.remember(asked({ id: text, text }))
    store.memory.remember(asked({ id: 'x', conversation: 'another', text: 'woanders' }))
    expect(store.memory.earlier('slack:T1:C1:1.1', 9)).toEqual(['eins', 'zwei', 'drei'])
    expect(store.memory.earlier('slack:T1:C1:1.1', 2)).toEqual(['zwei', 'drei'])
    expect(store.memory.earlier('slack:T1:C1:1.1', 2, 'drei')).toEqual(['eins', 'zwei'])
    expect(store.memory.earlier('nowhere', 2)).toEqual([])
  })

  it('hold one question once, in its last words', () => {
    const { store } = stage()
    store.memory.remember(asked({ text: 'erst so' }))
    store.memory.remember(asked({ text: 'dann so' }))
    expect(store.memory.earlier('slack:T1:C1:1.1', 9)).toEqual(['dann so'])
  })
})

describe('the questions of a person', () => {
  it('come newest first, without those of others', () => {
    const { store, clock } = stage()
    store.memory.remember(asked({ id: 'q1', text: 'eins' }))
    store.memory.remember(asked({ id: 'q2', text: 'zwei' }))
    store.memory.remember(asked({ id: 'q3', text: 'fremd', person: 'slack:T1:U2' }))
    expect(store.memory.questionsOf('slack:T1:U1', 9)).toEqual([
      { id: 'q2', text: 'zwei', at: clock.now() },
      { id: 'q1', text: 'eins', at: clock.now() },
    ])
    expect(store.memory.questionsOf('slack:T1:U1', 1)).toHaveLength(1)
    expect(store.memory.questionsOf('slack:T1:U9', 9)).toEqual([])
  })
})

describe('an answer', () => {
  it('is found with its question, as it was given', () => {
    const { store, reopen } = stage()
    store.memory.remember(asked())
    store.memory.keepAnswer('a1', { question: 'q1', reply: reply() })
    expect(store.memory.findAnswer('a1')).toEqual({
      question: 'q1',
      reply: reply(),
      text: 'Wer ruft zuerst an?',
      conversation: asked().conversation,
    })
    store.memory.setRef('a1', 'C1:2.2')
    expect(reopen().store.memory.findAnswer('a1')?.ref).toBe('C1:2.2')
  })

  it('may be kept before its question is', () => {
    const { store } = stage()
    store.memory.keepAnswer('a1', { question: 'q1', reply: reply(), ref: 'r1' })
    expect(store.memory.findAnswer('a1')).toEqual({ question: 'q1', reply: reply(), ref: 'r1' })
    store.memory.remember(asked())
    expect(store.memory.answersTo(asked().message)).toEqual([{ id: 'a1', ref: 'r1' }])
  })

  it('is named among those to a message once it can be found again', () => {
    const { store } = stage()
    store.memory.remember(asked())
    for (const id of ['a1', 'a2', 'a3']) {
      store.memory.keepAnswer(id, { question: 'q1', reply: reply() })
    }
    store.memory.setRef('a1', 'r1')
    store.memory.setRef('a3', 'r3')
    expect(store.memory.answersTo(asked().message)).toEqual([
      { id: 'a1', ref: 'r1' },
      { id: 'a3', ref: 'r3' },
    ])
    expect(store.memory.answersTo('another')).toEqual([])
  })

  it('counts as none where another version wrote it in another form', () => {
    const { store, folder } = stage()
    store.memory.keepAnswer('a1', { question: 'q1', reply: reply() })
    for (const form of ['{"kind":"answered","lines":[]}', 'null', 'no JSON at all']) {
      tamper(folder, 'UPDATE answers SET reply = ?', sealed(form, 'a1 answer'))
      expect(store.memory.findAnswer('a1')).toBeUndefined()
    }
  })

  it('is not there when nobody gave it', () => {
    const { store } = stage()
    store.memory.setRef('a1', 'r1')
    expect(store.memory.findAnswer('a1')).toBeUndefined()
    expect(store.memory.findQuestion('q1')).toBeUndefined()
  })
})

describe('what was shown for the same words', () => {
  const shown = (passage: string) => {
    const [source] = reply().sources
    if (!source) throw new Error('no source')
    const citation = { ...source.citation, passage: passage as typeof source.citation.passage }
    return { ...reply(), sources: [{ ...source, citation }] }
  }

  it('is found from any of its answers, in that conversation alone', () => {
    const { store } = stage()
    const { memory } = store
    memory.remember(asked())
    memory.keepAnswer('a1', { question: 'q1', reply: shown('x#1') })
    memory.remember(asked({ id: 'q2' }))
    memory.keepAnswer('a2', { question: 'q2', reply: shown('x#2') })
    memory.remember(asked({ id: 'q3', text: 'Etwas anderes?' }))
    memory.keepAnswer('a3', { question: 'q3', reply: shown('x#3') })
    memory.remember(asked({ id: 'q4', conversation: 'anderswo' }))
    memory.keepAnswer('a4', { question: 'q4', reply: shown('x#4') })
    expect(new Set(memory.shownWith('a1'))).toEqual(new Set(['x#1', 'x#2']))
    expect(new Set(memory.shownWith('a2'))).toEqual(new Set(['x#1', 'x#2']))
    expect(memory.shownWith('a1', 'q2')).not.toContain('x#2')
    expect(memory.shownWith('nobody')).toEqual([])
  })
})

describe('forgetting', () => {
  it('takes a question with its answers and notes, for whoever asked it', () => {
    const { store } = stage()
    store.memory.remember(asked())
    store.memory.remember(asked({ id: 'q2', text: 'bleibt' }))
    store.memory.keepAnswer('a1', { question: 'q1', reply: reply() })
    const note = 'zu lang'
    store.feedback.record({ answer: 'a1', person: 'slack:T1:U2', verdict: 'down', note })
    expect(store.memory.findQuestion('q1')?.text).toBe('Wer ruft zuerst an?')
    expect(store.memory.forget('q1', 'slack:T1:U1')).toBe(true)
    expect(store.memory.findQuestion('q1')).toBeUndefined()
    expect(store.memory.findAnswer('a1')).toBeUndefined()
    expect(store.memory.earlier('slack:T1:C1:1.1', 9)).toEqual(['bleibt'])
    expect(store.feedback.list(9)).toEqual([expect.not.objectContaining({ note })])
    expect(store.memory.forget('q1', 'slack:T1:U1')).toBe(false)
  })

  it('is refused to everybody else', () => {
    const { store } = stage()
    store.memory.remember(asked())
    expect(store.memory.forget('q1', 'slack:T1:U2')).toBe(false)
    expect(store.memory.findQuestion('q1')?.text).toBe('Wer ruft zuerst an?')
  })

  it('takes all that was asked in a message', () => {
    const { store } = stage()
    store.memory.remember(asked({ id: 'q1' }))
    store.memory.remember(asked({ id: 'q2' }))
    store.memory.remember(asked({ id: 'q3', message: 'another', text: 'bleibt' }))
    store.memory.keepAnswer('a2', { question: 'q2', reply: reply(), ref: 'r2' })
    store.memory.forgetMessage(asked().message)
    store.memory.forgetMessage('never seen')
    expect(store.memory.findAnswer('a2')).toBeUndefined()
    expect(store.memory.questionsOf('slack:T1:U1', 9).map(({ id }) => id)).toEqual(['q3'])
  })
})

describe('with another key', () => {
  it('nothing is remembered, and nothing fails', () => {
    const { store, reopen } = stage()
    store.memory.remember(asked())
    store.memory.keepAnswer('a1', { question: 'q1', reply: reply(), ref: 'r1' })
    const { memory } = reopen('ein ganz anderer Schlüssel als zuvor').store
    expect(memory.earlier('slack:T1:C1:1.1', 9)).toEqual([])
    expect(memory.questionsOf('slack:T1:U1', 9)).toEqual([])
    expect(memory.findAnswer('a1')).toBeUndefined()
    expect(memory.findQuestion('q1')).toBeUndefined()
    expect(memory.forget('q1', 'slack:T1:U1')).toBe(false)
    memory.forgetMessage(asked().message)
    expect(memory.answersTo(asked().message)).toEqual([])
  })
})
