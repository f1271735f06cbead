import { afterEach, expect, it } from 'vitest'
import { isSettled, slowDisk } from '../../slow-disk.ts'
import { appMention } from '../payloads.ts'
import { channel, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town | undefined
afterEach(() => town?.close())

it('acknowledges nothing before it is on the disk, so that a power cut loses nothing', async () => {
  const disk = slowDisk(0)
  town = await openTown(disk)
  const sent = town.slack.deliver(appMention(town.slack, { channel, user, text: question }))
  await disk.isWaitedFor()
  expect(town.store.inbox.waiting()).toHaveLength(1)
  expect(await isSettled(sent)).toBe(false)
  disk.letGo()
  await sent
  await town.rest()
  expect(town.said()).toHaveLength(1)
})

it('posts no answer before it is on the disk, so that none comes twice after a power cut', async () => {
  const disk = slowDisk(1)
  town = await openTown(disk)
  const sent = town.slack.deliver(appMention(town.slack, { channel, user, text: question }))
  await disk.isWaitedFor()
  expect((await sent).status).toBe(200)
  expect(town.said()).toEqual([])
  disk.letGo()
  await town.rest()
  expect(town.said()).toHaveLength(1)
})
