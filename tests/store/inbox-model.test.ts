import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Arrival, Waiting } from '../../src/ports-store.ts'
import { hour, minute, type Stage, stage } from './stage.ts'

// The inbox as a child would write it: two lists in memory, and the clock.

interface Item {
  readonly id: string
  readonly arrival: Arrival
  received: number
  step: number
  isErased: boolean
}

interface Model {
  items: Item[]
  readonly seen: Map<string, { at: number; item: string | undefined }>
}

function knownTo({ seen }: Model, keys: readonly string[]) {
  return keys.map((key) => seen.get(key)).find((entry) => entry !== undefined)
}

function learn(model: Model, keys: readonly string[], entry: { at: number; item?: string }): void {
  const item = (knownTo(model, keys) ?? entry).item
  for (const key of keys) if (!model.seen.has(key)) model.seen.set(key, { at: entry.at, item })
}

function put(model: Model, arrival: Arrival, { id, at }: { id: string; at: number }): void {
  learn(model, arrival.keys, { at, item: id })
  model.items.push({ id, arrival, received: at, step: 0, isErased: false })
}

function takeOut(model: Model, key: string): string | undefined {
  const id = model.seen.get(key)?.item
  if (!model.items.some((item) => item.id === id)) return undefined
  model.items = model.items.filter((item) => item.id !== id)
  return id
}

function pullBack(model: Model, now: number): void {
  for (const item of model.items) item.received = Math.min(item.received, now)
  for (const entry of model.seen.values()) entry.at = Math.min(entry.at, now)
}

function eraseLate(model: Model, now: number): number {
  pullBack(model, now)
  model.items = model.items.filter(({ received }) => received >= now - 26 * hour)
  for (const [key, { at }] of model.seen) if (at < now - 26 * hour) model.seen.delete(key)
  const isLate = ({ received, isErased }: Item) => !isErased && received < now - 10 * minute
  const late = model.items.filter(isLate)
  for (const item of late) item.isErased = true
  return late.length
}

function shown({ items }: Model): readonly Waiting[] {
  return items.map(({ id, arrival, received, step, isErased }) => ({
    id,
    conversation: arrival.conversation,
    received: new Date(received).toISOString(),
    step,
    address: arrival.address,
    ...(isErased ? {} : { body: arrival.body }),
  }))
}

const key = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6')
const keys = fc.tuple(key, key, key).chain((three) => {
  const [first, ...rest] = three
  return fc.integer({ min: 0, max: 2 }).map((more) => [first, ...rest.slice(0, more)] as const)
})
const arrivals = fc
  .record({ keys, conversation: fc.constantFrom('c1', 'c2'), body: fc.string() })
  .map(({ keys: [first, ...more], ...rest }): Arrival => {
    return { keys: [first, ...more], address: `to ${rest.body}`, ...rest }
  })

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('accept'), arrival: arrivals }) },
  fc.record({ act: fc.constant('see'), keys }),
  fc.record({ act: fc.constant('withdraw'), key }),
  fc.record({ act: fc.constant('replace'), key, arrival: arrivals }),
  fc.record({ act: fc.constant('close'), which: fc.array(fc.nat(9), { maxLength: 3 }) }),
  fc.record({ act: fc.constant('advance'), which: fc.nat(9), to: fc.nat(3) }),
  fc.record({ act: fc.constant('wait'), ms: fc.integer({ min: -3 * hour, max: 14 * hour }) }),
  fc.record({ act: fc.constant('wait'), ms: fc.integer({ min: -minute, max: 6 * minute }) }),
  fc.record({ act: fc.constantFrom('erase', 'sweep', 'restart') }),
)

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never

/** Does one step to both; they must say the same. Gives the stage, which a restart changes. */
function take(one: Step, model: Model, on: Stage): Stage {
  const { inbox, sweep } = on.store
  const now = Date.parse(on.clock.now())
  const idOf = (which: number) => model.items[which % model.items.length]?.id ?? 'nothing'
  switch (one.act) {
    case 'accept': {
      const id = inbox.accept(one.arrival)
      expect(id === undefined).toBe(knownTo(model, one.arrival.keys) !== undefined)
      if (id === undefined) learn(model, one.arrival.keys, { at: now })
      else put(model, one.arrival, { id, at: now })
      return on
    }
    case 'see':
      expect(inbox.see(one.keys)).toBe(knownTo(model, one.keys) === undefined)
      learn(model, one.keys, { at: now })
      return on
    case 'withdraw':
      expect(inbox.withdraw(one.key)).toBe(takeOut(model, one.key))
      return on
    case 'replace': {
      const id = inbox.replace(one.key, one.arrival)
      const old = knownTo(model, one.arrival.keys) ? undefined : takeOut(model, one.key)
      expect(id === undefined).toBe(old === undefined)
      if (id === undefined) return on
      for (const entry of model.seen.values()) if (entry.item === old) entry.item = id
      put(model, one.arrival, { id, at: now })
      return on
    }
    case 'close': {
      const ids = one.which.map(idOf)
      inbox.close(ids)
      model.items = model.items.filter(({ id }) => !ids.includes(id))
      return on
    }
    case 'advance': {
      const id = idOf(one.which)
      inbox.advance(id, one.to)
      for (const item of model.items) if (item.id === id) item.step = one.to
      return on
    }
    case 'wait':
      on.clock.advance(one.ms)
      return on
    case 'erase':
      expect(inbox.eraseLate()).toBe(eraseLate(model, now))
      return on
    case 'sweep':
      sweep()
      eraseLate(model, now)
      return on
    case 'restart':
      return on.reopen()
  }
}

it('behaves like two lists in memory, whatever is done to it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const model: Model = { items: [], seen: new Map() }
      let on = stage()
      for (const one of steps) {
        on = take(one, model, on)
        const all = shown(model)
        expect(on.store.inbox.waiting()).toEqual(all)
        const ofOne = all.filter(({ conversation }) => conversation === 'c1')
        expect(on.store.inbox.waiting('c1')).toEqual(ofOne)
      }
      on.store.close()
    }),
    { numRuns: 150 },
  )
})
