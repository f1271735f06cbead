import { TeamsActivityHandler, type TurnContext } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  cardAction,
  dialog,
  extensionFetch,
  extensionSubmit,
  feedback,
  feedbackForm,
  invoke,
  suggestion,
} from './invokes.ts'
import { malformed } from './oddities.ts'
import { GROUP, groupMention } from './payloads.ts'
import { openStage, type Stage } from './stage.ts'

const KIM = { id: '29:kim', name: 'Kim Beispiel' }
const ON = { messageId: '1763882901000' }

interface Asked {
  readonly data?: unknown
  readonly messagePayload?: { readonly body?: { readonly content?: string } }
}

let stage: Stage

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
  stage = await openStage()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await stage.close()
})

describe('invokes', () => {
  it('reach the extension and dialog handlers', async () => {
    const { teams } = stage
    const heard: unknown[] = []
    const task = { task: { type: 'message', value: 'Gut' } } as const
    const handler = Object.assign(new TeamsActivityHandler(), {
      handleTeamsMessagingExtensionFetchTask: async (_: TurnContext, { messagePayload }: Asked) => {
        heard.push(messagePayload?.body?.content)
        return task
      },
      handleTeamsMessagingExtensionSubmitAction: async (_: TurnContext, { data }: Asked) => {
        heard.push(data)
        return task
      },
      handleTeamsTaskModuleFetch: async (_: TurnContext, { data }: Asked) => {
        heard.push(data)
        return task
      },
      handleTeamsTaskModuleSubmit: async (_: TurnContext, { data }: Asked) => {
        heard.push(data)
        return task
      },
    })
    stage.onTurn((context) => handler.run(context))
    const html =
      '<p>Was <at id="0">Kim</at>?<script>alert(1)</script><img src="https://x.example"></p>'
    const picked = { html, mentions: [KIM] }
    for (const activity of [
      extensionFetch(teams, picked),
      extensionSubmit(teams, { ...picked, data: { tone: 'sachlich' } }),
      dialog(teams, { step: 'fetch', data: { ref: 'a' } }),
      dialog(teams, { step: 'submit', data: { ref: 'b' } }),
    ]) {
      const { status, body } = await teams.deliver(activity)
      expect([status, JSON.parse(body)]).toEqual([200, task])
    }
    expect(heard).toEqual([html, { tone: 'sachlich' }, { ref: 'a' }, { ref: 'b' }])
  })

  it('get 501 from the handler of the SDK where it knows nothing of them', async () => {
    const { teams } = stage
    const handler = new TeamsActivityHandler()
    stage.onTurn((context) => handler.run(context))
    for (const activity of [
      feedback(teams, { ...ON, reaction: 'like' }),
      feedbackForm(teams, { ...ON, reaction: 'dislike' }),
      suggestion(teams, { value: {} }),
      suggestion(teams, { value: {}, spelling: 'suggestedAction/submit' }),
      cardAction(teams, { ...ON, verb: 'step.done' }),
      invoke(teams, {}, { name: 'somethingNew', value: {} }),
    ]) {
      expect(await teams.deliver(activity)).toMatchObject({ status: 501 })
    }
  })

  it('carry what a person said about an answer as a text of JSON', () => {
    const { teams } = stage
    const { value, replyToId } = feedback(teams, { ...ON, reaction: 'dislike', text: 'Zu "kurz"' })
    expect(replyToId).toBe(ON.messageId)
    expect(value).toEqual({
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"Zu \\"kurz\\""}' },
    })
    const broken = feedback(teams, { ...ON, reaction: 'like', inner: '{' })
    expect(broken['value']).toMatchObject({ actionValue: { feedback: '{' } })
  })

  it('bring back what the card had, however old it is', async () => {
    const { teams } = stage
    const message = groupMention(teams, { text: 'a' })
    const old = { verb: 'step.done', data: { ref: 'inc_7:s2:v1' }, trigger: 'automatic' } as const
    const action = cardAction(teams, { ...ON, ...old, conversation: message.conversation })
    expect(action).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      conversation: { id: GROUP },
      replyToId: ON.messageId,
      value: { action: { verb: old.verb, data: old.data }, trigger: 'automatic' },
    })
  })
})

describe('what is no activity', () => {
  it('is refused, fails or slips through in the SDK, which our door must not let happen', async () => {
    const { teams } = stage
    let turns = 0
    stage.onTurn(async () => {
      turns += 1
    })
    const answers: Record<string, number> = {}
    for (const [name, rawBody] of Object.entries(malformed(teams))) {
      answers[name] = (await teams.deliver({}, { rawBody })).status
    }
    expect(answers).toEqual({
      'no conversation': 200,
      'no type': 500,
      'no id': 200,
      'no from': 200,
      'no serviceUrl': 200,
      'a type that is no text': 500,
      'an unknown type': 200,
      'a conversation without an id': 200,
      'a conversation that is no object': 200,
      'a text that is no text': 200,
      'entities that are no list': 200,
      'an invoke without a name': 501,
      'a list': 400,
      nothing: 400,
      'an empty object': 500,
      'not JSON': 400,
      empty: 500,
    })
    expect(turns).toBe(10)
  })
})
