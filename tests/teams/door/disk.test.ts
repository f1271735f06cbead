import { afterEach, expect, it } from 'vitest'
import { isSettled, slowDisk } from '../../slow-disk.ts'
import { groupMention } from '../payloads.ts'
import { question } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town | undefined
afterEach(() => town?.close())

const answersOf = ({ said }: Town) =>
  said().filter(({ activity }) => String(activity['text']).includes('[1]'))

it('ends no request before its message is on the disk, so that a power cut loses nothing', async () => {
  const disk = slowDisk(0)
  town = await openTown(disk)
  const sent = town.teams.deliver(groupMention(town.teams, { text: question }))
  await disk.isWaitedFor()
  expect(town.store.inbox.waiting()).toHaveLength(1)
  expect(await isSettled(sent)).toBe(false)
  disk.letGo()
  await sent
  await town.rest()
  expect(answersOf(town)).toHaveLength(1)
})

it('shows no answer before it is on the disk, so that none comes twice after a power cut', async () => {
  const disk = slowDisk(1)
  town = await openTown(disk)
  const sent = town.teams.deliver(groupMention(town.teams, { text: question }))
  await disk.isWaitedFor()
  expect((await sent).status).toBe(200)
  expect(answersOf(town)).toEqual([])
  disk.letGo()
  await town.rest()
  expect(answersOf(town)).toHaveLength(1)
})
