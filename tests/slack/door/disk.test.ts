import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { appMention } from '../payloads.ts'
import { channel, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town | undefined
afterEach(() => town?.close())

/** A town whose disk takes the first writes at once, so many times, and the rest when it is let go. */
async function withSlowDisk(quick: number) {
  const disk = Promise.withResolvers<void>()
  let calls = 0
  const opened = await openTown({
    wrapStore: (store) => ({
      ...store,
      inbox: {
        ...store.inbox,
        onDisk: () => {
          calls += 1
          return calls > quick ? disk.promise : Promise.resolve()
        },
      },
    }),
  })
  town = opened
  const text = question
  const sent = opened.slack.deliver(appMention(opened.slack, { channel, user, text }))
  while (calls <= quick) await sleep(5)
  // What wrongly waits for no disk would happen now.
  await sleep(500)
  return { town: opened, sent, letGo: disk.resolve }
}

describe('a disk that is busy', () => {
  it('holds the acknowledgement back, so that a power cut loses nothing', async () => {
    const { town: slow, sent, letGo } = await withSlowDisk(0)
    expect(slow.store.inbox.waiting()).toHaveLength(1)
    let isAcknowledged = false
    const acknowledged = sent.then(() => {
      isAcknowledged = true
    })
    await sleep(50)
    expect(isAcknowledged).toBe(false)
    letGo()
    await acknowledged
    await slow.rest()
    expect(slow.said()).toHaveLength(1)
  })

  it('holds the answer back, so that it does not come twice after a power cut', async () => {
    const { town: slow, sent, letGo } = await withSlowDisk(1)
    expect((await sent).status).toBe(200)
    expect(slow.said()).toEqual([])
    letGo()
    await slow.rest()
    expect(slow.said()).toHaveLength(1)
  })
})
