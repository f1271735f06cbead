import { expect, it } from 'vitest'
import { UpstreamError } from '../src/domain/errors.ts'
import type { Inbox, Task, Waiting } from '../src/ports.ts'
import { openPump, pumpLimits, type Worker } from '../src/pump.ts'

type Item = {
  id: string
  conversation: string
  received: string
  step: number
  address: string
  body?: string
}

/** An inbox in memory: what the pump asks of one. */
function inboxOf(items: Item[]): Inbox {
  return {
    accept: () => undefined,
    replace: () => undefined,
    see: () => true,
    unsee: () => undefined,
    waiting: (conversation) =>
      items.filter((item) => conversation === undefined || item.conversation === conversation),
    advance: () => undefined,
    close: (ids) => {
      for (const id of ids)
        items.splice(
          items.findIndex((item) => item.id === id),
          1,
        )
    },
    withdraw: () => undefined,
    eraseLate: () => 0,
  }
}

function item(id: string, conversation = 'c', body: string | undefined = id): Item {
  const fields = { id, conversation, received: '2026-11-23T21:30:00.000Z', step: 0, address: 'a' }
  return body === undefined ? fields : { ...fields, body }
}

function workerWith(different: Partial<Worker>): Worker {
  return {
    owns: () => true,
    mayDrop: () => true,
    answer: async () => undefined,
    tell: async () => undefined,
    isFinal: () => false,
    onTrouble: () => undefined,
    ...different,
  }
}

async function drained(items: readonly Item[]): Promise<void> {
  while (items.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

it('answers one conversation in order and others meanwhile', async () => {
  const items = [item('a1', 'a'), item('a2', 'a'), item('b1', 'b')]
  const seen: string[] = []
  const worker = workerWith({
    answer: async ({ id }) => {
      if (id === 'a1') await new Promise((resolve) => setTimeout(resolve, 30))
      seen.push(id)
    },
  })
  openPump(inboxOf(items), worker).resume()
  await drained(items)
  expect(seen).toEqual(['b1', 'a1', 'a2'])
})

it('answers the last of a crowd and tells the rest', async () => {
  const items = Array.from({ length: pumpLimits.burst + 3 }, (_, at) => item(`m${at}`))
  const seen: string[] = []
  const worker = workerWith({
    answer: async ({ id }) => void seen.push(id),
    tell: async (left: readonly Waiting[], why) => void seen.push(`${why} ${left.length}`),
  })
  openPump(inboxOf(items), worker).resume()
  await drained(items)
  expect(seen).toEqual([`crowded ${pumpLimits.burst + 2}`, `m${pumpLimits.burst + 2}`])
})

it('tells what is too old before anything else', async () => {
  const old = item('old', 'c', undefined)
  const items = [old, item('new')]
  delete old.body
  const seen: string[] = []
  const worker = workerWith({
    answer: async ({ id }) => void seen.push(id),
    tell: async (_, why) => void seen.push(why),
  })
  openPump(inboxOf(items), worker).resume()
  await drained(items)
  expect(seen).toEqual(['late', 'new'])
})

it('tries again what failed, and says that it may be out already', async () => {
  const items = [item('a1')]
  const tries: boolean[] = []
  const worker = workerWith({
    answer: async ({ isResumed }: Task) => {
      tries.push(isResumed)
      if (tries.length < 2)
        throw new UpstreamError('weg', { provider: 'x', fix: '', retryable: true })
    },
  })
  openPump(inboxOf(items), worker).nudge('c')
  await drained(items)
  expect(tries).toEqual([false, true])
})

it('gives up what cannot be answered and goes on with the next', async () => {
  const items = [item('a1'), item('a2')]
  const seen: string[] = []
  const worker = workerWith({
    answer: async ({ id }) => {
      if (id === 'a1') throw new Error('nobody there')
      seen.push(id)
    },
    isFinal: () => true,
  })
  openPump(inboxOf(items), worker).nudge('c')
  await drained(items)
  expect(seen).toEqual(['a2'])
})

it('closes what a person stopped, and leaves what the program’s end stopped', async () => {
  const items = [item('a1', 'a'), item('b1', 'b')]
  const worker = workerWith({
    answer: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  })
  const pump = openPump(inboxOf(items), worker)
  pump.resume()
  pump.halt('a')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(items.map(({ id }) => id)).toEqual(['b1'])
  await pump.close(0)
  expect(items.map(({ id }) => id)).toEqual(['b1'])
})

it('stops only what was named', async () => {
  const items = [item('a1', 'a'), item('a2', 'a')]
  const seen: string[] = []
  const worker = workerWith({
    answer: async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      seen.push(id)
    },
  })
  const pump = openPump(inboxOf(items), worker)
  pump.resume()
  await new Promise((resolve) => setTimeout(resolve, 10))
  pump.halt('a', ['a2'])
  await drained(items)
  expect(seen).toEqual(['a1', 'a2'])
})

it('lets in what comes between the starts of two answers', async () => {
  const items = Array.from({ length: 12 }, (_, at) => item(`m${at}`, `c${at}`))
  const order: string[] = []
  const worker = workerWith({ answer: async () => void order.push('answer') })
  const tick = () => {
    order.push('turn')
    if (items.length > 0) setImmediate(tick)
  }
  openPump(inboxOf(items), worker).resume()
  setImmediate(tick)
  await drained(items)
  expect(order.join(' ')).not.toContain('answer answer')
})
