import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { toClient, toError } from './stage.ts'

const USER = 'U0FRAGE01'
const MODAL = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Antwort' },
  blocks: [],
}

let slack: FakeSlack

beforeEach(async () => {
  slack = await openFakeSlack()
})

afterEach(async () => {
  await slack.close()
})

it('needs a trigger that is fresh and unused', async () => {
  const { views } = toClient(slack)
  const [used, old] = [slack.newTrigger(), slack.newTrigger()]
  expect(await toError(views.open({ trigger_id: used, view: MODAL }))).toBe('ok')
  expect(await toError(views.open({ trigger_id: used, view: MODAL }))).toBe('exchanged_trigger_id')
  slack.expireTriggers()
  expect(await toError(views.open({ trigger_id: old, view: MODAL }))).toBe('expired_trigger_id')
  expect(await toError(views.open({ trigger_id: 'x', view: MODAL }))).toBe('invalid_trigger_id')
})

it('is updated by its own or its external id', async () => {
  const { views } = toClient(slack)
  const view = { ...MODAL, external_id: 'draft-1' }
  const opened = await views.open({ trigger_id: slack.newTrigger(), view })
  await views.update({ view_id: String(opened.view?.id), view })
  await views.update({ external_id: 'draft-1', view: MODAL })
  await views.push({ trigger_id: slack.newTrigger(), view: MODAL })
  expect(slack.views.map(({ kind }) => kind)).toEqual(['open', 'update', 'update', 'push'])
  expect(new Set(slack.views.slice(0, 3).map(({ viewId }) => viewId)).size).toBe(1)
  expect(await toError(views.update({ view_id: 'V0', view: MODAL }))).toBe('not_found')
})

it('is published as a home tab for one person', async () => {
  const { views } = toClient(slack)
  const home = { type: 'home' as const, blocks: [] }
  await views.publish({ user_id: USER, view: home })
  expect(slack.views).toMatchObject([{ kind: 'publish', userId: USER, view: home }])
  expect(await toError(views.publish({ user_id: USER, view: MODAL }))).toBe('invalid_arguments')
  const long = { ...MODAL, title: { ...MODAL.title, text: 'a'.repeat(25) } }
  const call = views.open({ trigger_id: slack.newTrigger(), view: long })
  expect(await toError(call)).toBe('invalid_arguments')
})
