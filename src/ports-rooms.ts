/** A place in a chat where an incident is led: a thread whose first lines show its live card. */
export interface Room {
  readonly id: string
  /** The door it belongs to, as a surface is named. */
  readonly door: string
  readonly incident: string
  /** The thread; missing until its first message stands. */
  readonly conversation?: string
  /** The version of the incident when it came here: what happened before is not told again. */
  readonly since: number
  /** What the door needs to write there. */
  readonly address: string
}

/** A message that stands in a room, or was begun there. */
export interface Posted {
  readonly name: string
  /** Where it is; missing while nobody knows whether it arrived. */
  readonly ref?: string
  /** Of what it shows. */
  readonly print: string
}

/**
 * Where incidents are led in chats, and what was posted there: once each, also after a kill.
 *
 * What was written is on the disk when a call returns.
 *
 * @throws StoreError (`bad-store`) from every member
 */
export interface Rooms {
  /** Of the same id there is one, the first; gives that one. */
  bind(room: Room): Room
  find(conversation: string): Room | undefined
  /** Of one door, the newest first; ended ones only where they are asked for. */
  list(door: string, isEndedToo?: boolean): readonly Room[]
  /** Its thread is known now. */
  settle(id: string, conversation: string): void
  /** Nothing more comes into it by itself. */
  end(id: string): void
  posts(id: string): ReadonlyMap<string, Posted>
  /** Before a message is sent: from now on it may be there. */
  begin(id: string, name: string): void
  keep(id: string, post: Posted): void
}
