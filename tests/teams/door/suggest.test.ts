import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../check-card.ts'
import { dialog, extensionFetch, extensionSubmit, invoke } from '../invokes.ts'
import { handsIn, pushed } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  // Whatever somebody picks: nothing is posted.
  expect(town.teams.calls).toEqual([])
  await town.close()
})

async function suggest(html: string, more: { locale?: string; commandId?: string } = {}) {
  return pushed(await send(extensionFetch(town.teams, { html, ...more })))
}

describe('"Antwort vorschlagen"', () => {
  it('shows a draft to change and copy, with sources, and posts nothing', async () => {
    const { words, card } = await suggest(
      '<p>Warum löscht ihr meinen Kommentar? Das ist <b>Zensur</b>!</p>',
    )
    expect(words.match(/veröffentlicht/g)).toHaveLength(1)
    expect(new Set(words.split('\n')).size).toBe(words.split('\n').length)
    expect(words).toContain('BEISPIEL (fiktiv)')
    expect(JSON.stringify(card)).toContain('"type":"Input.Text"')
    expect(checkCard(card)).toEqual([])
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024)
  })

  it('opens its sources, where others can open them', async () => {
    const post = '<p>Warum löscht ihr meinen Kommentar? Das ist <b>Zensur</b>!</p>'
    expect(JSON.stringify((await suggest(post)).card)).not.toContain('Action.OpenUrl')
    await town.close()
    const env = { PUBLIC_URL: 'https://lotse.stadt.example', LINK_SECRET: 'x'.repeat(32) }
    town = await openTown({ env })
    const { words, card } = await suggest(post)
    const numbers = new Set(words.match(/\[\d+\]/g))
    const opened = JSON.stringify(card).match(
      /"text":"\[\d+\][^}]*"Action.OpenUrl","title":"[^"]+","url":"https:\/\/lotse/g,
    )
    expect(opened).toHaveLength(numbers.size)
    expect(checkCard(card)).toEqual([])
  })

  it('is made of a very long post', async () => {
    const { words, card } = await suggest(`<p>${'Ihr seid alle unfähig! '.repeat(800)}</p>`)
    expect(words).toContain('Anpassen und kopieren')
    expect(checkCard(card)).toEqual([])
  })

  it('does not wait for a search that would never end: the client would give up', async () => {
    await town.close()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        ask: (_question, _earlier, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
          }),
      }),
    })
    const { words, card } = await suggest('<p>Warum löscht ihr meinen Kommentar?</p>')
    expect(words).toContain('Anpassen und kopieren')
    expect(checkCard(card)).toEqual([])
  })

  it('repeats nothing of the post: no name, no markup, no script', async () => {
    const html =
      '<div><script>steal()</script><style>p{}</style><p onclick="x()">Sagt <at>Erika</at>: <a href="javascript:alert(1)">Kaninchenzuchtverein</a> <img src=x onerror=alert(1)></p><span itemtype="http://schema.skype.com/Mention" itemid="0">Max Mustermann</span><!-- geheim --></div>'
    const { words, card } = await suggest(html)
    expect(JSON.stringify(card)).not.toMatch(
      /Kaninchen|Erika|Mustermann|steal|onerror|javascript:|geheim/,
    )
    expect(words).not.toBe('')
  })

  it.each([
    ['empty', ''],
    ['spaces', '<p>&nbsp; <br/></p>'],
    [
      'pictures only',
      '<div><img src="https://bild.example/x"><attachment id="1"></attachment></div>',
    ],
    ['a script only', '<script>alert(1)</script>'],
  ])('says what it cannot read, and whom to call (%s)', async (_, html) => {
    const { words } = await suggest(html)
    expect(words).toContain('Bilder und Dateien lese ich nicht')
    expect(words).toContain('Polizei 110')
  })

  it.each([
    ['no message', { commandId: 'reply.suggest' }],
    ['a message without a body', { commandId: 'reply.suggest', messagePayload: { body: null } }],
    ['another command', { commandId: 'x', messagePayload: { body: { content: 'Hallo' } } }],
    ['nothing', undefined],
    ['a list', []],
  ])('gets a calm sentence (%s)', async (_, value) => {
    const activity = invoke(town.teams, {}, { name: 'composeExtension/fetchTask', value })
    const { status, words } = pushed(await send(activity))
    expect(status).toBe(200)
    expect(words).toContain('im Menü (…) der Nachricht')
  })

  it('speaks the language of the person who asks', async () => {
    const { words } = await suggest('<p>Warum löscht ihr meinen Kommentar?</p>', {
      locale: 'en-GB',
    })
    expect(words).toContain('None of it is stored.')
  })

  it('is a draft all the same where the search fails', async () => {
    await town.close()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        ask: async () => {
          throw new Error('disk')
        },
      }),
    })
    const { words } = await suggest('<p>Warum löscht ihr meinen Kommentar?</p>')
    expect(words).toContain('Anpassen und kopieren')
    expect(words).not.toMatch(/npm|disk|`/)
  })

  it('ends when the dialog is closed or sent', async () => {
    const sent = extensionSubmit(town.teams, { html: '<p>x</p>', data: {} })
    expect(await send(sent)).toMatchObject({ status: 200, body: '{}' })
    expect((await send(dialog(town.teams, { step: 'submit', data: {} }))).status).toBe(200)
  })
})
