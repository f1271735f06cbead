import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { messageShortcut, slashCommand, viewSubmission } from '../interactions.ts'
import { appMention, directMessage, messageChanged, messageDeleted } from '../payloads.ts'
import type { Fields } from '../state.ts'
import { button, channel, handsIn, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, send, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** Words that only people wrote or are called, and what opens doors. */
const word = 'Kaninchenzuchtverein'
const name = 'Friedegunde'
const text = `Wie lange haben wir Zeit, eine Datenpanne beim ${word} zu melden?`
const secrets = () => [word, name, 'xoxb-', 'xapp-', town.slack.signingSecret]

/** Everything that goes wrong in one afternoon. */
async function afternoon(): Promise<void> {
  const { slack } = town
  slack.addUser({ id: user, name, isAdmin: true })
  const asked = await ask(text)
  for (const error of ['invalid_blocks', 'restricted_action', 'fatal_error', word]) {
    slack.fault('chat.postMessage', { error })
    await ask(text)
  }
  slack.fault('chat.postMessage', { garbage: `<p>${word}</p>` })
  await ask(text)
  await slack.deliver(directMessage(slack, { channel: 'D0ANNA001', user, text }))
  await slack.deliverForm(slashCommand(slack, { command: '/sturm', text, user, channel }))
  const message = { ts: '1.000001', text: `${word}!`, user: 'U0X' }
  await send(messageShortcut(slack, { callbackId: 'reply.suggest', message, channel, user }))
  for (const action of ['place.1', 'more', 'human']) await press(asked, action)
  const note = { note: { note: { type: 'plain_text_input', value: `${word} fehlt` } } }
  const about = {
    callbackId: 'feedback',
    user,
    privateMetadata: button(asked.answer, 'human').value,
  }
  await send(viewSubmission(slack, { ...about, values: note }))
  const contact = { legalOffice: { legalOffice: { type: 'plain_text_input', value: name } } }
  await send(viewSubmission(slack, { callbackId: 'profile', user, values: contact }))
  const changed = { channel, user, ts: asked.ts, before: text, text: `${text} ${word}` }
  await slack.deliver(messageChanged(slack, changed))
  await slack.deliver(messageDeleted(slack, { channel, user, ts: asked.ts, text }))
  await slack.deliver(appMention(slack, { channel, user, text }), { secret: 'falsch' })
  await slack.deliverRaw(`{"text":"${word}`)
  await settle()
}

describe('what people write and are called', () => {
  it('is in no line of the log, whatever goes wrong', async () => {
    await afternoon()
    expect(town.log.length).toBeGreaterThan(2)
    for (const secret of secrets()) expect(town.log.join('\n')).not.toContain(secret)
  })

  it('is in no file, while it is kept and while it waits', async () => {
    await afternoon()
    town.slack.fault('users.info', { hang: true })
    await town.slack.deliver(appMention(town.slack, { channel, user: 'U0NEU0001', text }))
    expect(town.store.inbox.waiting()).toHaveLength(1)
    const files = readdirSync(town.config.dataDir, { recursive: true, withFileTypes: true })
    for (const file of files.filter((one) => one.isFile())) {
      const bytes = readFileSync(join(file.parentPath, file.name))
      for (const secret of secrets()) expect(bytes.includes(secret), file.name).toBe(false)
    }
  })

  it('is in nothing that buttons, forms and messages carry along', async () => {
    await afternoon()
    const carried = JSON.stringify([
      ...town.said().map(({ blocks, metadata }) => [carriedBy(blocks), metadata]),
      ...town.slack.views.map(({ view }) => carriedBy(view)),
      ...town.slack.responses.map(({ body }) => carriedBy(body)),
    ])
    expect(carried.length).toBeGreaterThan(1000)
    for (const secret of secrets()) expect(carried).not.toContain(secret)
  })
})

const hidden = new Set([
  'value',
  'action_id',
  'block_id',
  'private_metadata',
  'callback_id',
  'metadata',
  'url',
])

function carriedBy(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part.flatMap(carriedBy)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part as Fields).flatMap(([key, value]) =>
    hidden.has(key) && typeof value === 'string' ? [value] : carriedBy(value),
  )
}
