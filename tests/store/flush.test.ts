import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFlush, share } from '../../src/store/flush.ts'
import { dataDir } from './stage.ts'

/** Work that ends when it is told to. */
function held() {
  const runs: PromiseWithResolvers<void>[] = []
  const ask = share(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  return { ask, runs }
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

describe('work that is shared', () => {
  it('is done once for all who ask before it begins', async () => {
    const { ask, runs } = held()
    const all = Promise.all([ask(), ask(), ask()])
    await turn()
    expect(runs).toHaveLength(1)
    runs[0]?.resolve()
    await all
  })

  it('is done once more for those who ask while it runs', async () => {
    const { ask, runs } = held()
    const first = ask()
    await turn()
    let isLate = true
    const late = Promise.all([ask(), ask()]).then(() => {
      isLate = false
    })
    runs[0]?.resolve()
    await first
    await turn()
    expect(isLate).toBe(true)
    expect(runs).toHaveLength(2)
    runs[1]?.resolve()
    await late
  })

  it('tells those it failed for, and nobody after them', async () => {
    const { ask, runs } = held()
    const [first, same] = [ask(), ask()]
    await turn()
    const next = ask()
    runs[0]?.reject(new Error('EIO'))
    await expect(first).rejects.toThrow('EIO')
    await expect(same).rejects.toThrow('EIO')
    await turn()
    runs[1]?.resolve()
    await expect(next).resolves.toBeUndefined()
  })

  it('began after everybody it is done for had asked', async () => {
    const steps = fc.array(fc.constantFrom('ask', 'end', 'turn'), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let [asked, covered] = [0, 0]
        const ends: (() => void)[] = []
        const ask = share(() => {
          const seen = asked
          return new Promise((resolve) => {
            ends.push(() => {
              covered = seen
              resolve()
            })
          })
        })
        const waits: Promise<void>[] = []
        for (const step of all) {
          if (step === 'turn') await turn()
          if (step === 'end') ends.shift()?.()
          if (step !== 'ask') continue
          asked += 1
          const mine = asked
          waits.push(ask().then(() => expect(covered).toBeGreaterThanOrEqual(mine)))
        }
        for (let at = 0; at < all.length + 1; at += 1) {
          await turn()
          ends.shift()?.()
        }
        await Promise.all(waits)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a file', () => {
  it('is brought to the disk as often as somebody asks, and may be closed twice', async () => {
    const path = join(dataDir(), 'log')
    writeSync(openSync(path, 'w'), 'Zeile')
    const { flush, close } = openFlush(path)
    await Promise.all([flush(), flush()])
    const last = flush()
    close()
    close()
    await expect(last).resolves.toBeUndefined()
    await expect(flush()).resolves.toBeUndefined()
  })
})
