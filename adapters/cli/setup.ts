import process from 'node:process'
import type { Command } from './command.ts'
import { configFor, parseTyped, type Typed, usageError } from './options.ts'
import {
  type Changes,
  fieldNames,
  fields,
  parseField,
  parseSeat,
  readTown,
  saveSeats,
  saveTown,
  seatsToText,
  townToJson,
  townToText,
} from './town.ts'
import { withStore } from './with-store.ts'

export const command: Command = {
  help: `Trägt ein, was in Karten und Antworten über die eigene Kommune steht.

Aufruf: npm run -s cli -- setup            fragt der Reihe nach
        npm run -s cli -- setup --show [--json]
        npm run -s cli -- setup --state NW --legal-office "Rechtsamt, 0000 12-34" …

  --state            Land, als Kürzel oder Name
  --second-person    wer als Zweite oder Zweiter dazukommt: Rolle und Nummer
  --data-protection  die oder der Datenschutzbeauftragte
  --legal-office     das Rechtsamt
  --approver         wer Texte freigibt
  --approver-deputy  wer freigibt, wenn die oder der Erste nicht abhebt
  --police           Dienststelle und Onlinewache; bei Gefahr immer 110
  --control-centre   Leitstelle für Rückfragen; bei Gefahr immer 112
  --supervisory      Adresse des Meldeformulars der Datenschutzaufsicht
  --citizen-phone    Bürgertelefon
  --situation-page   die Seite, auf der alles Gesicherte steht
  --channels         die eigenen Kanäle
  --baseline         Kommentare an einem gewöhnlichen Tag, je Kanal
  --netiquette       Adresse der Netiquette
  --slack-helper     wen „Mensch holen“ in Slack ruft: Mitglieds-ID, etwa U012AB3CD
  --seat             wer aus einem Chat in welcher Rolle handelt: BM=slack:T012AB3CD:U012AB3CD=MK;
                     mehrmals möglich, BM=- leert die Rolle
  --show, --json     zeigt, was eingetragen ist

„-“ nimmt eine Angabe weg. Das geht auch, während der Server läuft.`,
  run: async (args) => {
    const typed = parseTyped(args, options())
    const [stray] = typed.words
    if (stray !== undefined) {
      throw usageError(
        `„${stray}“ steht allein; Angaben mit Leerzeichen brauchen Anführungszeichen.`,
      )
    }
    const given = changesFrom(typed)
    const seats = typed.values('seat').map(parseSeat)
    const isShown = typed.flags.has('show') || typed.flags.has('json') || seats.length > 0
    if (given.size === 0 && !isShown && !process.stdin.isTTY) {
      throw usageError('Es fehlt, was eingetragen werden soll.')
    }
    return await withStore(configFor(typed), async ({ settings }) => {
      const changes = given.size > 0 || isShown ? given : await ask(readTown(settings))
      if (!changes) {
        console.log('\nNichts geändert.')
        return 1
      }
      if (changes.size > 0) saveTown(settings, changes)
      if (seats.length > 0) saveSeats(settings, seats)
      const town = readTown(settings)
      const text = [townToText(town), seatsToText(settings)].filter(Boolean).join('\n')
      const { seats: entered = [] } = settings.profile()
      const json = { ...townToJson(town), ...(entered.length > 0 ? { seats: entered } : {}) }
      console.log(typed.flags.has('json') ? JSON.stringify(json) : text)
      return 0
    })
  },
}

function options() {
  const texts = fieldNames.map((name) => [fields[name].option, { type: 'string' as const }])
  return {
    ...Object.fromEntries(texts),
    seat: { type: 'string' as const, multiple: true },
    show: { type: 'boolean' as const },
    json: { type: 'boolean' as const },
  }
}

function changesFrom(typed: Typed): Changes {
  return new Map(
    fieldNames.flatMap((name) => {
      const value = typed.value(fields[name].option)
      return value === undefined ? [] : [[name, parseField(name, value)] as const]
    }),
  )
}

async function ask(present: ReturnType<typeof readTown>): Promise<Changes | undefined> {
  const { askTownHere } = await import('./ask-town.ts')
  return await askTownHere(present)
}
