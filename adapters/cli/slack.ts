import type { Command } from './command.ts'
import { parseTyped, usageError } from './options.ts'
import { obstacleAt } from './public-address.ts'

const help = `Druckt das Manifest, aus dem Slack die App anlegt.

Aufruf: npm run -s cli -- slack manifest [--url https://bot.stadt.example]

  --url   die https-Adresse, unter der Slack diesen Server erreicht; ohne sie kommt alles über
          Socket Mode, und nichts muss von außen erreichbar sein

Den Weg zur ersten Antwort beschreibt adapters/README.md.`

export const command: Command = {
  help,
  run: async (args) => {
    const typed = parseTyped(args, { url: { type: 'string' } })
    const [name, ...more] = typed.words
    if (name !== 'manifest' || more.length > 0) {
      const given = typed.words.join(' ')
      const problem =
        given === '' ? 'Was gedruckt werden soll, fehlt.' : `„slack ${given}“ gibt es nicht.`
      console.error(`${problem}\n\n${help}`)
      return 2
    }
    const given = typed.value('url')
    const url = given === undefined ? {} : { url: parseUrl(given) }
    const { manifestFor } = await import('../slack/manifest.ts')
    console.log(JSON.stringify(manifestFor(url), null, 2))
    return 0
  },
}

function parseUrl(given: string): string {
  const obstacle = obstacleAt(given)
  if (obstacle === undefined) return new URL(given).origin
  const example = 'Erwartet wird etwas wie https://bot.stadt.example, ohne Pfad'
  throw usageError(`--url ${given} ${obstacle}. ${example}; ohne --url geht es über Socket Mode.`)
}
