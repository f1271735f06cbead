import type { Posted, Room, Rooms } from '../ports-rooms.ts'
import { bytes, type Files, inTransaction, type Row } from './files.ts'

/** @see the port */
export function openRooms({ database, seal }: Files): Rooms {
  const of = (sql: string) => database.prepare(sql)
  const byId = of('SELECT * FROM rooms WHERE id = ?')
  const byThread = of('SELECT * FROM rooms WHERE conversation = ? ORDER BY rowid DESC LIMIT 1')
  const byDoor = of('SELECT * FROM rooms WHERE door = ? AND isEnded <= ? ORDER BY rowid DESC')
  const add = of(
    'INSERT OR IGNORE INTO rooms (id, door, incident, conversation, since, address) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const settle = of('UPDATE rooms SET conversation = ? WHERE id = ?')
  const end = of('UPDATE rooms SET isEnded = 1 WHERE id = ?')
  const posts = of('SELECT * FROM room_posts WHERE room = ?')
  const begin = of("INSERT OR IGNORE INTO room_posts (room, name, print) VALUES (?, ?, '')")
  const keep = of('INSERT OR REPLACE INTO room_posts (room, name, ref, print) VALUES (?, ?, ?, ?)')
  const toRoom = (row: Row): Room => {
    const id = String(row['id'])
    const conversation = row['conversation']
    return {
      id,
      door: String(row['door']),
      incident: String(row['incident']),
      since: Number(row['since']),
      address: seal.open(bytes(row['address']), `${id} room`) ?? '',
      ...(typeof conversation === 'string' ? { conversation } : {}),
    }
  }
  return {
    bind: (room) =>
      inTransaction(database, () => {
        const { id, door, incident, conversation = null, since, address } = room
        add.run(id, door, incident, conversation, since, seal.close(address, `${id} room`))
        const row = byId.get(id)
        return row ? toRoom(row) : room
      }),
    find: (conversation) => {
      const row = byThread.get(conversation)
      return row && toRoom(row)
    },
    list: (door, isEndedToo = false) => byDoor.all(door, isEndedToo ? 1 : 0).map(toRoom),
    settle: (id, conversation) => void settle.run(conversation, id),
    end: (id) => void end.run(id),
    posts: (id) => new Map(posts.all(id).map((row) => [String(row['name']), toPosted(row)])),
    begin: (id, name) => void begin.run(id, name),
    keep: (id, { name, ref = null, print }) => void keep.run(id, name, ref, print),
  }
}

function toPosted(row: Row): Posted {
  const ref = row['ref']
  return {
    name: String(row['name']),
    print: String(row['print']),
    ...(typeof ref === 'string' ? { ref } : {}),
  }
}
