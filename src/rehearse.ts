import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answer } from './domain/answer.ts'
import { commentIn } from './light-reply.ts'
import { needsCard } from './opening.ts'
import { toReply } from './to-reply.ts'

/** One for each way a message takes: what is asked, pasted, misspelt, in English, on fire, off the subject. */
const lines: readonly string[] = [
  'Wer giebt bei einer Störrung der Internetseite die erste Meldung frei, und wie schnell?',
  'Darf der Kommentar stehen bleiben: „Ihr seid doch alle unfähig, man sollte euch absetzen!“',
  'Who approves a statement when residents complain about us online?',
  'Frau Muster (Tel. 0000 123456, muster@example.org) wohnt Musterstraße 1 in 00000 Musterstadt, Az. 1 C 2/24, Kennzeichen XX-YY 1, und droht uns. Was nun?',
  'Hilfe, unter unserem Beitrag explodieren gerade die Kommentare, was sollen wir tun?',
  'Wie backt man einen Apfelkuchen?',
]

/**
 * Goes through all that is done with a message, with lines of ours. Patterns are compiled and lists read
 * at their first use, which takes ten times as long as an answer: nobody who writes should wait for it.
 */
export async function rehearse(ask: (text: string) => Promise<Answer>): Promise<void> {
  for (const line of lines) {
    commentIn(line)
    needsCard(line, [])
    toReply(await ask(line))
    await nextTurn()
  }
}
