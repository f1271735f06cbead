import { button, channel, question, user } from '../door/hands.ts'
import { blockActions, messageShortcut, slashCommand } from '../interactions.ts'
import { appHomeOpened, appMention, directMessage } from '../payloads.ts'
import type { Shown } from './shape.ts'
import type { Stage } from './stage.ts'
import type { Play, Scene } from './talk.ts'

const roadworks = 'Diese Idioten sperren schon wieder die Bahnhofstraße! Wer plant so einen Mist?'
const leak =
  'Warum steht meine Adresse und meine IBAN DE02120300000000202051 auf eurer Seite?? Datenleck!!'
const rude = 'Ihr seid doch alle komplett unfähig. Zurücktreten, sofort!'
const threat = 'Der Bürgermeister gehört aufgehängt, wir wissen wo er wohnt.'

/** Dialogs, the Home tab and what is said to one person alone. */
export const views: readonly Scene[] = [
  ['place', '„Stelle lesen“', pressing('place.1', 'Stelle 1 lesen')],
  ['place-post', '„Stelle lesen“ eines Beitrags', postPlace],
  ['feedback', '„Nicht hilfreich“', badAnswer],
  ['draft-roadworks', '„Antwort vorschlagen“: Baustelle', suggested(roadworks)],
  ['draft-leak', '„Antwort vorschlagen“: Datenpanne', suggested(leak)],
  ['draft-rude', '„Antwort vorschlagen“: grobe Kritik ohne Thema', suggested(rude)],
  ['draft-threat', '„Antwort vorschlagen“: Drohung', suggested(threat)],
  ['copy', '„Text kopieren“ unter der Karte', copied],
  ['nobody', '„Mensch holen“, niemand hinterlegt', pressing('human', 'Mensch holen')],
  ['human', '„Mensch holen“ im Kanal', called],
  ['human-direct', '„Mensch holen“ in einer Direktnachricht', calledDirectly],
  ['shared', '„Für alle zeigen“', shared],
  ['guest', 'Ein Gast fragt', guest],
  ['home', 'Startseite', home('U0GERD001')],
  ['home-admin', 'Startseite der Verwaltung, mit Stadtprofil', admin],
  ['home-english', 'Startseite auf Englisch', english],
  ['form', 'Stadtprofil', form],
  ['prompts', 'Vorschläge unter „Nachrichten“', prompts],
]

function pressing(action: string, label: string): Play {
  return async ({ hands, watch }) => {
    const asked = await hands.ask()
    return await watch(`(drückt „${label}“)`, () => hands.press(asked, action))
  }
}

async function copied({ town, hands, watch }: Stage): Promise<readonly Shown[]> {
  const fields = { command: '/sturm', text: 'start', user, channel }
  await town.slack.deliverForm(slashCommand(town.slack, fields))
  await town.rest()
  const answer = town.said().at(-1)
  if (!answer) throw new Error('no card')
  const asked = { ts: answer.ts, answer }
  return await watch('(drückt „Text kopieren“)', () => hands.press(asked, 'copy'))
}

// Which number is a post's depends on the knowledge.
async function postPlace({ hands, watch }: Stage): Promise<readonly Shown[]> {
  const asked = await hands.ask('Können wir einen Nutzer blockieren, der dauernd schreibt?')
  const [, number = '1'] = /^\[(\d)\] Beitrag/m.exec(asked.answer.text) ?? []
  return await watch(`(drückt „Stelle ${number}“)`, () => hands.press(asked, `place.${number}`))
}

async function badAnswer({ hands, watch }: Stage): Promise<readonly Shown[]> {
  const asked = await hands.ask()
  const value = `${button(asked.answer, 'more').value}:down`
  return await watch('(drückt „Nicht hilfreich“)', () => hands.press(asked, 'feedback', { value }))
}

function suggested(text: string): Play {
  return ({ town, hands, watch }) =>
    watch(`(„Antwort vorschlagen“ auf: ${text})`, async () => {
      const message = { ts: town.slack.nextTs(), text, user }
      const how = { callbackId: 'reply.suggest', message, channel, user }
      await hands.send(messageShortcut(town.slack, how))
    })
}

async function called({ town, hands, watch }: Stage): Promise<readonly Shown[]> {
  town.store.settings.saveHelper('slack', 'U0CHEF001')
  const asked = await hands.ask()
  return await watch('(drückt „Mensch holen“)', () => hands.press(asked, 'human'))
}

async function calledDirectly({ town, hands, watch }: Stage): Promise<readonly Shown[]> {
  const [by, place] = ['U0JULE001', 'D0JULE001']
  const written = { channel: place, user: by, text: question }
  await town.slack.deliver(directMessage(town.slack, written))
  await town.rest()
  const answer = town.said().at(-1)
  if (!answer) throw new Error('no answer')
  const { value } = button(answer, 'human')
  const where = { channel: place, messageTs: answer.ts, threadTs: answer.threadTs ?? answer.ts }
  const press = { actionId: 'human', value, user: by, ...where }
  return await watch('(drückt „Mensch holen“)', () => hands.send(blockActions(town.slack, press)))
}

async function shared({ town, hands, watch }: Stage): Promise<readonly Shown[]> {
  const asked = await hands.ask()
  const { value } = button(asked.answer, 'more')
  return await watch('(drückt „Für alle zeigen“ unter der Antwort auf /sturm)', async () => {
    const press = { actionId: 'share', value, user, channel, messageTs: asked.answer.ts }
    await hands.send(blockActions(town.slack, press))
  })
}

async function guest({ town, watch }: Stage): Promise<readonly Shown[]> {
  const by = 'U0GAST001'
  town.slack.addUser({ id: by, isGuest: true })
  return await watch(`@Sturmlotse ${question}`, async () => {
    await town.slack.deliver(appMention(town.slack, { channel, user: by, text: question }))
    await town.rest()
  })
}

function home(by: string): Play {
  return async ({ town, hands, watch }) => {
    for (const text of [question, 'Wann dürfen wir einen Kommentar löschen oder verbergen?']) {
      await town.slack.deliver(appMention(town.slack, { channel, user: by, text }))
      await town.rest()
    }
    return await watch('(öffnet die Startseite)', async () => {
      await town.slack.deliver(appHomeOpened(town.slack, { user: by, tab: 'home' }))
      await hands.settle()
    })
  }
}

async function admin(stage: Stage): Promise<readonly Shown[]> {
  const by = 'U0HANNA01'
  stage.town.slack.addUser({ id: by, isAdmin: true })
  stage.town.store.settings.saveProfile({
    state: 'NW',
    secondPerson: 'Hauptamt, Bereitschaft, 0000 12',
    dataProtection: 'Datenschutz der Stadt, 0000 11',
    legalOffice: 'Rechtsamt, 0000 55',
  })
  return await home(by)(stage)
}

async function english(stage: Stage): Promise<readonly Shown[]> {
  const by = 'U0IAN0001'
  stage.town.slack.addUser({ id: by, locale: 'en-GB' })
  return await home(by)(stage)
}

async function form({ town, hands, watch }: Stage): Promise<readonly Shown[]> {
  const press = { actionId: 'home.profile', value: 'edit', user: 'U0HANNA01', view: { id: 'V1' } }
  return await watch('(drückt „Stadtprofil bearbeiten“)', () =>
    hands.send(blockActions(town.slack, press)),
  )
}

async function prompts({ town, hands }: Stage): Promise<readonly Shown[]> {
  await town.slack.deliver(appHomeOpened(town.slack, { user, tab: 'messages' }))
  await hands.settle()
  const { args } = town.slack.callsOf('assistant.threads.setSuggestedPrompts').at(-1) ?? {}
  const offered = args?.['prompts']
  const all = Array.isArray(offered) ? offered : []
  return [
    {
      kind: 'prompts',
      title: String(args?.['title']),
      prompts: all.map(({ title, message }) => `${title}: ${message}`),
    },
  ]
}
