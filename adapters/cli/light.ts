import { askedAbout } from '../../src/crisis/pasted.ts'
import { languageOf } from '../../src/german/language.ts'
import { plainLight } from '../../src/light-reply.ts'
import type { Command } from './command.ts'
import { lightToJson } from './json.ts'
import { parseTyped, usageError } from './options.ts'
import { toText } from './text.ts'

export const command: Command = {
  help: `Sagt zu einem Kommentar, ob er stehen bleibt: grün, gelb oder rot, warum, was zuerst zu tun ist und
wer als Nächstes entscheidet. Nach Regeln und gelernten Beispielen, ohne Sprachmodell; nichts davon wird gespeichert.

Aufruf: npm run -s cli -- light "Kommentar" [--json]

  --json   ein JSON-Objekt: {"colour","grounds","first","next"}`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' } })
    const text = typed.words.join(' ')
    if (text.trim() === '') throw usageError('Der Kommentar fehlt: light "Kommentar".')
    const asked = askedAbout(text)
    const { light, advice, reply } = plainLight(asked?.comment ?? text, {
      profile: {},
      language: asked ? languageOf(asked.own) : 'de',
    })
    console.log(
      typed.flags.has('json') ? JSON.stringify(lightToJson(light, advice)) : toText(reply),
    )
    return 0
  },
}
