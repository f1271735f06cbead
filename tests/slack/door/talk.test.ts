import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  appMention,
  directMessage,
  fileShare,
  messageInChannel,
  messageInGroup,
  type Written,
} from '../payloads.ts'
import { channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** Somebody writes into a thread without naming the bot. */
async function say(text: string, threadTs: string, more: Partial<Written> = {}): Promise<void> {
  await town.slack.deliver(messageInChannel(town.slack, { channel, user, text, threadTs, ...more }))
  await town.rest()
}

describe('a thread that the bot is in', () => {
  it.each([
    ['nothing but an emoji', ':+1::skin-tone-2:'],
    ['nothing but a sign', '…'],
    ['nothing but the name of a colleague', '<@U0BERT001>'],
    ['words for a colleague', '<@U0BERT001> kannst du das übernehmen?'],
    ['words for a group of colleagues', '<!subteam^S0PRESSE1> schaut ihr mal?'],
  ])('is left to people where one of them writes %s', async (_, text) => {
    const { ts } = await ask()
    await say(text, ts)
    expect(town.said()).toHaveLength(1)
    expect(town.store.inbox.waiting()).toEqual([])
  })

  it.each([
    'danke',
    'Danke!',
    'danke :slightly_smiling_face:',
    'vielen dank',
    'ok, danke',
    'super, danke dir',
    'alles klar, danke!',
    'danke für die hilfe',
    'danke, das hilft',
    'Thanks!',
    'stopp',
    'Stop :raised_hand:',
  ])('ends with "%s"', async (text) => {
    const { ts } = await ask()
    await say(text, ts)
    await say('Dürfen wir Kommentare löschen?', ts)
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]?.text).toContain('lese hier nicht weiter mit')
  })

  it.each([
    'danke, aber was ist am Wochenende?',
    'danke. Und wie lange haben wir dafür Zeit?',
    'Stoppt das die Frist?',
    'Wie stoppen wir einen Shitstorm?',
  ])('goes on with "%s"', async (text) => {
    const { ts } = await ask()
    await say(text, ts)
    await say('Dürfen wir Kommentare löschen?', ts)
    expect(town.said()).toHaveLength(3)
  })

  it('hears a file without words and says that it does not open it', async () => {
    const { ts } = await ask()
    const file = { channel, user, text: '', threadTs: ts, fileName: 'bild.png' }
    await town.slack.deliver(fileShare(town.slack, file))
    await town.rest()
    expect(town.said().at(-1)?.text).toContain('Bilder und Dateien lese ich nicht')
  })

  it('hears what is shown to the channel as well', async () => {
    const { ts } = await ask()
    const { event, ...envelope } = messageInChannel(town.slack, {
      channel,
      user,
      text: 'und am wochenende?',
      threadTs: ts,
    })
    await town.slack.deliver({ ...envelope, event: { ...event, subtype: 'thread_broadcast' } })
    await town.rest()
    expect(town.said()).toHaveLength(2)
  })

  it('is one in a private channel too', async () => {
    const group = 'G0INTERN1'
    const root = appMention(town.slack, { channel: group, user, text: question })
    await town.slack.deliver(root)
    await town.rest()
    const threadTs = String(root.event['ts'])
    const follow = { channel: group, user, text: 'und am wochenende?', threadTs }
    await town.slack.deliver(messageInGroup(town.slack, follow))
    await town.rest()
    expect(town.said()).toHaveLength(2)
  })

  it('hears what is written while the first question is still waiting', async () => {
    town.slack.fault('users.info', { slowMs: 300 })
    const root = appMention(town.slack, { channel, user, text: question })
    await town.slack.deliver(root)
    await say('und am wochenende?', String(root.event['ts']))
    expect(town.said()).toHaveLength(2)
  })

  it('is left alone after 24 hours', async () => {
    let now = Date.now()
    await town.close()
    town = await openTown({ now: () => now })
    const { ts } = await ask()
    now += 23 * 3_600_000
    await say('und am wochenende?', ts)
    expect(town.said()).toHaveLength(2)
    now += 25 * 3_600_000
    await say('und am wochenende?', ts)
    expect(town.said()).toHaveLength(2)
  })

  it('does not answer a guest who joins, and tells them alone', async () => {
    town.slack.addUser({ id: 'U0GAST001', isGuest: true })
    const { ts } = await ask()
    await say('und am wochenende?', ts, { user: 'U0GAST001' })
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]).toMatchObject({ ephemeralTo: 'U0GAST001' })
  })
})

describe('a mention', () => {
  it('may stand in the middle of a sentence, in a thread somebody else began', async () => {
    const text = `Wir fragen uns: <@${town.slack.botUser}> Wie lange haben wir Zeit, eine Datenpanne zu melden?`
    const threadTs = town.slack.nextTs()
    await town.slack.deliver(appMention(town.slack, { channel, user, text, threadTs }))
    await town.rest()
    expect(town.said()[0]).toMatchObject({ threadTs })
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('may carry the name Slack shows for it', async () => {
    const { ts } = await ask()
    const text = `<@${town.slack.botUser}|sturmlotse> ${question}`
    await say(text, ts)
    expect(town.said()).toHaveLength(1)
  })

  it.each([
    ['first the message', [1, 0]],
    ['first the mention', [0, 1]],
  ])('comes twice at once, %s, and is answered once', async (_, order) => {
    const { mentionTwice } = await import('../payloads.ts')
    const { ts } = await ask()
    const written = { channel, user, text: 'und am wochenende?', threadTs: ts }
    const both = mentionTwice(town.slack, written)
    await Promise.all(order.map((at) => town.slack.deliver(both[at as 0 | 1])))
    await town.rest()
    expect(town.said()).toHaveLength(2)
  })

  it('to the bot itself that comes as mention and as message is answered once', async () => {
    const written = { channel: 'D0ANNA001', user, text: question, ts: town.slack.nextTs() }
    const text = `<@${town.slack.botUser}> ${question}`
    await Promise.all([
      town.slack.deliver(directMessage(town.slack, { ...written, text })),
      town.slack.deliver(appMention(town.slack, written)),
    ])
    await town.rest()
    expect(town.said().filter(({ deleted }) => !deleted)).toHaveLength(1)
  })

  it('is understood where Slack sends null for what is missing', async () => {
    const { event, ...envelope } = appMention(town.slack, { channel, user, text: question })
    const nothing = { subtype: null, bot_id: null, thread_ts: null, user_team: null, files: null }
    const bare = { ...envelope, authorizations: null, event: { ...event, ...nothing } }
    expect((await town.slack.deliver(bare)).status).toBe(200)
    await town.rest()
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('comes from a workspace that shares a channel with ours', async () => {
    const { team_id: _, ...envelope } = appMention(town.slack, { channel, user, text: question })
    const { status } = await town.slack.deliver({ ...envelope, team_id: 'T0FREMD01' })
    expect(status).toBe(200)
    await town.rest()
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('by a workflow is not answered', async () => {
    const { event, ...envelope } = appMention(town.slack, { channel, user, text: question })
    const { user: _, ...rest } = event
    for (const who of [{ bot_id: 'B0WORK001' }, { user, bot_id: 'B0WORK001' }, {}]) {
      const event_id = town.slack.nextId('Ev')
      await town.slack.deliver({ ...envelope, event_id, event: { ...rest, ...who } })
    }
    await town.rest()
    expect(town.said()).toEqual([])
  })

  it('of 40,000 characters, of signs alone or of broken ones ends in one sentence', async () => {
    const texts = [
      'Kommentar '.repeat(4000),
      '!'.repeat(39_000),
      'x'.repeat(40_000),
      `${'ü'.repeat(20_000)} a`,
      `${'! '.repeat(20_000)}a`,
      `Datenpanne \u0000\u0007 \ud83d melden? \udc00`,
      '<!channel> <@U0BERT001> *_~`> &amp;lt;',
    ]
    for (const text of texts) {
      await town.slack.deliver(appMention(town.slack, { channel, user, text }))
      await town.rest()
    }
    expect(town.said().length).toBeGreaterThanOrEqual(texts.length)
    expect(JSON.stringify(town.said())).not.toMatch(/<!channel>|<@U0BERT001>/)
  })
})

describe('a direct message', () => {
  const dm = 'D0ANNA001'

  it('that says thanks is not told to mention the bot', async () => {
    await town.slack.deliver(directMessage(town.slack, { channel: dm, user, text: 'danke' }))
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(JSON.stringify(town.said())).not.toContain('Erwähne mich')
  })

  it('and another one right after it are both answered', async () => {
    const texts = [question, 'Dürfen wir Kommentare löschen?']
    await Promise.all(
      texts.map((text) =>
        town.slack.deliver(directMessage(town.slack, { channel: dm, user, text })),
      ),
    )
    await town.rest()
    expect(town.said().filter(({ deleted }) => !deleted)).toHaveLength(2)
    expect(new Set(town.said().map(({ threadTs }) => threadTs)).size).toBe(2)
  })
})
