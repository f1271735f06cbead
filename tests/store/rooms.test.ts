import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { done, type Office, opened, openOffice, pr } from '../crisis/stage.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.close())

const room = {
  id: 'r1',
  door: 'slack',
  incident: 'L1',
  conversation: 'slack:T1:C1:1.1',
  since: 1,
  address: '{"channel":"Kaninchenzuchtverein"}',
}

it('binds a room once, the first one counts', () => {
  const { rooms } = office.store
  expect(rooms.bind(room)).toEqual(room)
  expect(rooms.bind({ ...room, since: 9 })).toEqual(room)
  expect(rooms.find(room.conversation)).toEqual(room)
  expect(rooms.find('slack:T1:C1:2.2')).toBeUndefined()
})

it('knows a room before its thread, and lists only what goes on', () => {
  const { rooms } = office.store
  const { conversation: _, ...fresh } = room
  rooms.bind(fresh)
  expect(rooms.list('slack')).toEqual([fresh])
  expect(rooms.list('teams')).toEqual([])
  rooms.settle('r1', 'slack:T1:C1:3.3')
  expect(rooms.find('slack:T1:C1:3.3')?.id).toBe('r1')
  rooms.end('r1')
  expect(rooms.list('slack')).toEqual([])
  expect(rooms.list('slack', true)).toHaveLength(1)
  expect(rooms.find('slack:T1:C1:3.3')?.id).toBe('r1')
})

it('keeps that a message was begun, until it is known where it stands', () => {
  const { rooms } = office.store
  rooms.begin('r1', 'card')
  expect(rooms.posts('r1').get('card')).toEqual({ name: 'card', print: '' })
  rooms.keep('r1', { name: 'card', ref: 'C1:1.1', print: 'p' })
  rooms.begin('r1', 'card')
  expect(rooms.posts('r1').get('card')).toEqual({ name: 'card', ref: 'C1:1.1', print: 'p' })
})

it('writes no address in plain', () => {
  office.store.rooms.bind(room)
  const files = readdirSync(office.dataDir).map((name) => readFileSync(join(office.dataDir, name)))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect(file.includes('Kaninchenzuchtverein')).toBe(false)
})

it('forgets a room with the words of its incident', () => {
  const { id } = opened(office)
  office.store.rooms.bind({ ...room, incident: id })
  office.store.rooms.begin('r1', 'card')
  const met = Array.from({ length: 40 }, () => true)
  done(office.desk.run(id, { type: 'close', met, reasons: [] }, pr))
  office.wait(179 * 24 * 60)
  office.store.sweep()
  expect(office.store.rooms.find(room.conversation)).toBeDefined()
  office.wait(2 * 24 * 60)
  office.store.sweep()
  expect(office.store.rooms.find(room.conversation)).toBeUndefined()
  expect(office.store.rooms.posts('r1').size).toBe(0)
})
