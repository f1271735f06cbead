import process from 'node:process'
import { counted } from '../../src/table.ts'
import { openRange, readAttacks } from './attacks.ts'

const [given] = process.argv.slice(2)
const attacks = readAttacks(given)
const range = await openRange(attacks)
const through = new Set<string>()
for (const attack of attacks) {
  for (const { id, way, want, reply } of await range.attack(attack)) {
    through.add(id)
    console.log(`${id} (${attack.place}, ${attack.form}) through ${way}: „${want}“\n${reply}\n`)
  }
}
await range.close()
console.log(`${counted(attacks.length, 'attack', 'attacks')}, got through: ${through.size}`)
process.exitCode = through.size > 0 ? 1 : 0
