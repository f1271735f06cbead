import type { Command } from './command.ts'
import { configFor, parseTyped } from './options.ts'

export const command: Command = {
  help: `Startet die Seite mit dem Fragefeld; beendet wird sie mit Strg+C.

Aufruf: npm run -s cli -- serve [--knowledge ORDNER]

Adresse und Anschluss kommen aus HOST und PORT (sonst 127.0.0.1 und 3978), siehe .env.example.`,
  run: async (args) => {
    const typed = parseTyped(args)
    const config = configFor(typed, 'info')
    const { serve } = await import('../serve.ts')
    await serve(config)
    return 0
  },
}
