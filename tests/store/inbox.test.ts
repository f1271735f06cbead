import { describe, expect, it } from 'vitest'
import { arrival, bodies, hour, minute, stage } from './stage.ts'

describe('an event that is accepted', () => {
  it('waits with all that was handed in', () => {
    const { store, clock } = stage()
    const id = store.inbox.accept(arrival())
    expect(store.inbox.waiting()).toEqual([
      {
        id,
        conversation: 'slack:T1:C1:1.1',
        received: clock.now(),
        step: 0,
        address: '{"channel":"C1"}',
        body: 'Wer ruft zuerst an?',
      },
    ])
  })

  it('waits after a restart, as far as it was answered', () => {
    const { store, reopen } = stage()
    const id = store.inbox.accept(arrival()) ?? ''
    store.inbox.advance(id, 1)
    expect(reopen().store.inbox.waiting()).toMatchObject([
      { id, step: 1, body: 'Wer ruft zuerst an?' },
    ])
  })

  it('may be long, empty or in any script', () => {
    const texts = ['ä🚒\u0000\n'.repeat(20_000), '', 'שלום']
    const { store } = stage()
    for (const body of texts) store.inbox.accept(arrival({ keys: [`k${body.length}`], body }))
    expect(bodies(store)).toEqual(texts)
  })

  it('is new only when none of its names was seen', () => {
    const { store } = stage()
    expect(store.inbox.accept(arrival({ keys: ['e1', 'm1'] }))).toBeTypeOf('string')
    expect(store.inbox.accept(arrival({ keys: ['e2', 'm1'] }))).toBeUndefined()
    expect(store.inbox.accept(arrival({ keys: ['e1'] }))).toBeUndefined()
    expect(store.inbox.see(['m1', 'e3'])).toBe(false)
    expect(store.inbox.waiting()).toHaveLength(1)
  })

  it('is known by the names its repeats came with', () => {
    const { store } = stage()
    const id = store.inbox.accept(arrival({ keys: ['e1', 'm1'] }))
    store.inbox.accept(arrival({ keys: ['e2', 'm1'] }))
    expect(store.inbox.accept(arrival({ keys: ['e2'] }))).toBeUndefined()
    expect(store.inbox.withdraw('e2')).toBe(id)
  })

  it('is told apart after it was answered', () => {
    const { store } = stage()
    store.inbox.close([store.inbox.accept(arrival()) ?? ''])
    expect(store.inbox.waiting()).toEqual([])
    expect(store.inbox.accept(arrival())).toBeUndefined()
  })
})

describe('what waits', () => {
  it('comes oldest first, of one conversation or of all', () => {
    const { store } = stage()
    for (const [key, conversation] of ['a', 'b', 'a'].entries()) {
      store.inbox.accept(arrival({ keys: [`k${key}`], conversation, body: `${key}` }))
    }
    expect(bodies(store)).toEqual(['0', '1', '2'])
    expect(store.inbox.waiting('a').map(({ body }) => body)).toEqual(['0', '2'])
    expect(store.inbox.waiting('c')).toEqual([])
  })

  it('keeps its order when the clock is put back', () => {
    const { store, clock } = stage()
    for (const body of ['erst', 'dann', 'zuletzt']) {
      store.inbox.accept(arrival({ keys: [body], body }))
      clock.advance(-hour)
    }
    expect(bodies(store)).toEqual(['erst', 'dann', 'zuletzt'])
  })

  it('keeps its order when the file is written anew', () => {
    const { store } = stage()
    const texts = ['a', 'b', 'c', 'd', 'e']
    const ids = texts.map((body) => store.inbox.accept(arrival({ keys: [body], body })) ?? '')
    store.inbox.close([ids[0] ?? '', ids[3] ?? ''])
    store.sweep()
    store.inbox.accept(arrival({ keys: ['f'], body: 'f' }))
    expect(bodies(store)).toEqual(['b', 'c', 'e', 'f'])
  })

  it('has neither body nor address where the key was lost', () => {
    const { store, reopen } = stage()
    const id = store.inbox.accept(arrival())
    const other = reopen('ein ganz anderer Schlüssel als zuvor').store
    expect(other.inbox.waiting()).toEqual([expect.objectContaining({ id, address: '' })])
    expect(bodies(other)).toEqual([undefined])
    expect(other.inbox.accept(arrival())).toBeUndefined()
  })
})

describe('names alone', () => {
  it('are remembered once', () => {
    const { store, reopen } = stage()
    expect(store.inbox.see(['n1', 'n2'])).toBe(true)
    expect(store.inbox.see(['n2'])).toBe(false)
    expect(reopen().store.inbox.accept(arrival({ keys: ['n1'] }))).toBeUndefined()
  })

  it('lead to no event', () => {
    const { store } = stage()
    store.inbox.see(['n1'])
    store.inbox.accept(arrival())
    expect(store.inbox.withdraw('n1')).toBeUndefined()
    expect(store.inbox.withdraw('never seen')).toBeUndefined()
    expect(store.inbox.waiting()).toHaveLength(1)
  })
})

describe('an event that is withdrawn', () => {
  it('is gone, and does not come back as a repeat', () => {
    const { store } = stage()
    const id = store.inbox.accept(arrival({ keys: ['e1', 'm1'] }))
    expect(store.inbox.withdraw('m1')).toBe(id)
    expect(store.inbox.withdraw('m1')).toBeUndefined()
    expect(store.inbox.accept(arrival({ keys: ['e1'] }))).toBeUndefined()
    expect(store.inbox.waiting()).toEqual([])
  })

  it('may be withdrawn after its body was erased', () => {
    const { store, clock } = stage()
    const id = store.inbox.accept(arrival({ keys: ['m1'] }))
    clock.advance(11 * minute)
    store.inbox.eraseLate()
    expect(store.inbox.withdraw('m1')).toBe(id)
  })
})

describe('an event in the place of another', () => {
  it('waits in its stead, and the old names lead to it', () => {
    const { store } = stage()
    store.inbox.accept(arrival({ keys: ['e1', 'm1'], body: 'alt' }))
    const id = store.inbox.replace('m1', arrival({ keys: ['e2'], body: 'neu' }))
    expect(store.inbox.waiting()).toMatchObject([{ id, body: 'neu', step: 0 }])
    expect(store.inbox.accept(arrival({ keys: ['m1'] }))).toBeUndefined()
    const last = store.inbox.replace('m1', arrival({ keys: ['e3'], body: 'neuer' }))
    expect(bodies(store)).toEqual(['neuer'])
    expect(store.inbox.withdraw('e1')).toBe(last)
  })

  it('is put there once, whatever is repeated', () => {
    const { store } = stage()
    store.inbox.accept(arrival({ keys: ['m1'], body: 'alt' }))
    const id = store.inbox.replace('m1', arrival({ keys: ['e2'], body: 'neu' }))
    expect(store.inbox.replace('m1', arrival({ keys: ['e2'], body: 'neu' }))).toBeUndefined()
    expect(store.inbox.waiting()).toMatchObject([{ id, body: 'neu' }])
  })

  it('is not taken, nor remembered, where the other waits no more', () => {
    const { store } = stage()
    store.inbox.close([store.inbox.accept(arrival({ keys: ['m1'] })) ?? ''])
    expect(store.inbox.replace('m1', arrival({ keys: ['e2'] }))).toBeUndefined()
    expect(store.inbox.replace('m0', arrival({ keys: ['e2'] }))).toBeUndefined()
    expect(store.inbox.see(['e2'])).toBe(true)
  })
})

describe('what waited too long', () => {
  it('loses its body after ten minutes and stays to be told of', () => {
    const { store, clock } = stage()
    const id = store.inbox.accept(arrival())
    clock.advance(10 * minute)
    expect(store.inbox.eraseLate()).toBe(0)
    clock.advance(1)
    expect(store.inbox.eraseLate()).toBe(1)
    expect(store.inbox.eraseLate()).toBe(0)
    expect(store.inbox.waiting()).toMatchObject([{ id, address: '{"channel":"C1"}' }])
    expect(bodies(store)).toEqual([undefined])
  })

  it('is forgotten after 26 hours, its names and all', () => {
    const { store, clock } = stage()
    store.inbox.accept(arrival())
    clock.advance(26 * hour)
    store.inbox.eraseLate()
    expect(store.inbox.waiting()).toHaveLength(1)
    expect(store.inbox.accept(arrival())).toBeUndefined()
    clock.advance(1)
    store.inbox.eraseLate()
    expect(store.inbox.waiting()).toEqual([])
    expect(store.inbox.accept(arrival())).toBeTypeOf('string')
  })

  it('lies no longer than that when the clock was put back', () => {
    const { store, clock } = stage()
    store.inbox.accept(arrival())
    clock.advance(-365 * 24 * hour)
    expect(store.inbox.eraseLate()).toBe(0)
    clock.advance(10 * minute + 1)
    expect(store.inbox.eraseLate()).toBe(1)
    clock.advance(26 * hour)
    store.inbox.eraseLate()
    expect(store.inbox.accept(arrival())).toBeTypeOf('string')
  })
})

it('forgets keys of what did not happen, and no others', () => {
  const { store } = stage()
  store.inbox.see(['a', 'b'])
  store.inbox.unsee(['a', 'nie gesehen'])
  expect(store.inbox.see(['a'])).toBe(true)
  expect(store.inbox.see(['b'])).toBe(false)
})
