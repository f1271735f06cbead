import type { Reply } from '../../src/domain/reply.ts'
import { phrases } from '../../src/phrases.ts'
import type { Settings } from '../../src/ports-store.ts'
import { type Address, targetOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import type { TeamsMeans } from './surface.ts'

/** Whom "Mensch holen" calls, as Teams names the person to this bot; kept with the name it is shown by. */
export function helperId(settings: Pick<Settings, 'helper'>): string | undefined {
  return settings.helper('teams')?.split(' ')[0]
}

export function helperName(settings: Pick<Settings, 'helper'>): string | undefined {
  const [, ...name] = settings.helper('teams')?.split(' ') ?? []
  return plain(name.join(' ')) || undefined
}

/** A mention's name is read as markup. */
export function plain(name: string): string {
  return name
    .replace(/[<>*_~`[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Who is called, for what, from where. */
interface Call {
  readonly address: Address
  readonly settings: Pick<Settings, 'helper'>
  readonly reply: Reply | undefined
  readonly signal: AbortSignal
}

const occasions: Readonly<Partial<Record<Reply['kind'], string>>> = {
  'first-steps': 'Es brennt; die ersten Schritte sind angezeigt.',
  answered: 'Es geht um eine Frage, zu der ich hier etwas gefunden habe.',
  refused: 'Es geht um eine Frage, zu der in meinen Quellen nichts steht.',
}

/**
 * Names the person where everybody can read along. What is said holds no word of anybody's question, so
 * it can hold no name either. False when it could not be said in time.
 */
export async function callHuman({ bot, outbox }: TeamsMeans, call: Call): Promise<boolean> {
  const { address, signal } = call
  const work = () => bot.send(targetOf(address), toMessage(call))
  try {
    return (await outbox.call(address.conversation, work, signal)).ok
  } catch {
    return false
  }
}

function toMessage({ settings, reply }: Call): Outgoing {
  const [id = '', name = 'Hilfe'] = [helperId(settings), helperName(settings)]
  const mark = `<at>${name}</at>`
  const occasion =
    occasions[reply?.kind ?? 'failed'] ?? 'Es geht um etwas, bei dem ich nicht weiterkomme.'
  const lines = [
    `${mark}, hier wird ein Mensch gebraucht. ${occasion} Antworte bitte hier.`,
    `_${phrases('de').plain} Ich veröffentliche nichts und entscheide nichts._`,
  ]
  return {
    type: 'message',
    textFormat: 'markdown',
    locale: 'de-DE',
    text: lines.join('\n\n'),
    entities: [{ type: 'mention', text: mark, mentioned: { id, name } }],
  }
}
