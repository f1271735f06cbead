import { writeFileSync } from 'node:fs'
import { ConfigError } from '../../src/domain/errors.ts'
import type { Command } from './command.ts'
import { parseTyped, type Typed, usageError } from './options.ts'
import { obstacleAt } from './public-address.ts'

const help = `Schreibt das Paket, aus dem Teams die App anlegt: Manifest, zwei Bilder, englische Worte.

Aufruf: npm run -s cli -- teams manifest --url https://bot.stadt.example --app-id KENNUNG [Optionen]

  --url          die https-Adresse dieses Servers, ohne Pfad (PUBLIC_URL)
  --app-id       die Anwendungs-ID (Client) des Bots aus Entra (TEAMS_APP_ID)
  --out DATEI    wohin; sonst sturmlotse-teams.zip
  --app-version  sonst 1.0.0; wer ein Paket ersetzt, zählt hoch, etwa 1.0.1
  --website, --privacy, --terms
                 wohin die Karte der App in Teams führt: eure Seite, eure Datenschutzhinweise, eure
                 Nutzungsbedingungen; sonst zu --url
  --rsc          bittet um das Recht, in Kanälen auch Nachrichten ohne Erwähnung zu bekommen

Ohne --rsc bekommt der Bot in Kanälen und Gruppenchats nur, was ihn erwähnt: so wenig wie möglich.
Mit --rsc versteht er Nachfragen im Thread ohne Erwähnung; dafür schickt Teams ihm jede Nachricht der
Kanäle. Was ihn nichts angeht, vergisst er sofort.

Den Weg zur ersten Antwort beschreibt adapters/README.md.`

const options = {
  url: { type: 'string' },
  'app-id': { type: 'string' },
  out: { type: 'string' },
  'app-version': { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  rsc: { type: 'boolean' },
} as const

export const command: Command = {
  help,
  run: async (args) => {
    const typed = parseTyped(args, options)
    const [name, ...more] = typed.words
    if (name !== 'manifest' || more.length > 0) {
      const given = typed.words.join(' ')
      const problem =
        given === '' ? 'Was geschrieben werden soll, fehlt.' : `„teams ${given}“ gibt es nicht.`
      console.error(`${problem}\n\n${help}`)
      return 2
    }
    const wanted = wantedFrom(typed)
    const { appPackage } = await import('../teams/package.ts')
    const file = typed.value('out') ?? 'sturmlotse-teams.zip'
    save(file, appPackage(wanted))
    console.log(
      `${file} ist geschrieben. In Teams: Apps → Apps verwalten → App hochladen. Der Bot bekommt seine Nachrichten unter ${wanted.url}/api/messages.`,
    )
    return 0
  },
}

function wantedFrom(typed: Typed) {
  const version = typed.value('app-version')
  return {
    url: parseUrl(typed.value('url')),
    appId: parseId(typed.value('app-id')),
    hasRsc: typed.flags.has('rsc'),
    links: { ...link(typed, 'website'), ...link(typed, 'privacy'), ...link(typed, 'terms') },
    ...(version === undefined ? {} : { version: parseVersion(version) }),
  }
}

function parseUrl(given: string | undefined): string {
  const example = 'Erwartet wird etwas wie https://bot.stadt.example, ohne Pfad.'
  if (given === undefined) throw usageError(`--url fehlt. ${example}`)
  const obstacle = obstacleAt(given)
  if (obstacle === undefined) return new URL(given).origin
  throw usageError(`--url ${given} ${obstacle}. ${example}`)
}

function parseId(given: string | undefined): string {
  const where =
    'In Entra unter „App-Registrierungen“ → „Übersicht“ steht sie als „Anwendungs-ID (Client)“.'
  if (given === undefined) throw usageError(`--app-id fehlt. ${where}`)
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)) return given.toLowerCase()
  const form = 'ist keine Kennung der Form 00000000-0000-0000-0000-000000000000'
  throw usageError(`--app-id ${given} ${form}. ${where}`)
}

function parseVersion(given: string): string {
  if (/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(given)) return given
  throw usageError(`--app-version ${given} ist keine Version der Form 1.0.1.`)
}

/** People click on it in Teams: a page of the town, with a path as may be. */
function link(typed: Typed, name: 'website' | 'privacy' | 'terms') {
  const given = typed.value(name)
  if (given === undefined) return {}
  if (URL.parse(given)?.protocol === 'https:') return { [name]: given }
  throw usageError(`--${name} ${given} ist keine Adresse, die mit https:// beginnt.`)
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes)
  } catch (cause) {
    const fix = 'Bitte mit --out eine Datei nennen, die sich schreiben lässt.'
    throw new ConfigError([`${file} lässt sich nicht schreiben.`], { cause, fix })
  }
}
