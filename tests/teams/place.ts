import { createHash } from 'node:crypto'

/** The personal chat of the bot with this person. */
export function toPersonal(person: string): string {
  return `a:1${createHash('sha256').update(person).digest('base64url')}`
}

/** The same object id of the directory for the same person. */
export function toObjectId(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
