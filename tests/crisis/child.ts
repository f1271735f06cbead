import process from 'node:process'
import { openOffice, sm } from './stage.ts'

// Writes notes until it is killed; says after each one how long the log is.
const [, , dataDir = '', id = ''] = process.argv
const { desk } = openOffice({ dataDir })
for (;;) {
  const outcome = desk.run(id, { type: 'note', text: 'Noch ein Anruf.' }, sm)
  if (outcome.status === 'refused') throw new Error(outcome.text)
  process.stdout.write(`${outcome.incident.version}\n`)
}
