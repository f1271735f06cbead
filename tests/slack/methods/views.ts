import { z } from 'zod'
import { isFields } from '../body.ts'
import { checkBlocks } from '../check-blocks.ts'
import { checkView } from '../check-view.ts'
import { findUser } from '../conversation.ts'
import { type Answer, type Method, method, no, yes } from '../method.ts'
import { type Fields, nextId, type State, type ViewCall } from '../state.ts'

const Open = z.object({ trigger_id: z.string(), view: z.unknown() })
const Update = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  view: z.unknown(),
})
const Publish = z.object({ user_id: z.string(), view: z.unknown() })
const Validate = z.object({
  blocks: z.unknown().optional(),
  message: z.unknown().optional(),
  view: z.unknown().optional(),
})

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': method([], Open, (state, args) => show(state, args, 'open')),
  'views.push': method([], Open, (state, args) => show(state, args, 'push')),
  'views.update': method([], Update, update),
  'views.publish': method([], Publish, publish),
  'blocks.validate': method([], Validate, validate),
}

function show(state: State, args: z.output<typeof Open>, kind: 'open' | 'push'): Answer {
  const refusal = refuse(args.view, 'modal') ?? useTrigger(state, args.trigger_id)
  if (refusal) return refusal
  return keep(state, args.view, { kind, triggerId: args.trigger_id, viewId: nextId(state, 'V') })
}

/** A trigger is good for one view within three seconds; a view that is refused leaves it so. */
function useTrigger(state: State, id: string): Answer | undefined {
  const trigger = state.triggers.get(id)
  if (!trigger) return no('invalid_trigger_id')
  if (trigger.used) return no('exchanged_trigger_id')
  if (trigger.until < Date.now()) return no('expired_trigger_id')
  trigger.used = true
  return undefined
}

function update(state: State, args: z.output<typeof Update>): Answer {
  const known =
    state.viewsById.get(args.view_id ?? '') ??
    [...state.viewsById.values()].find(
      (view) => args.external_id && view['external_id'] === args.external_id,
    )
  if (!known) return no('not_found')
  const refusal = refuse(args.view, known['type'] === 'home' ? 'home' : 'modal')
  if (refusal) return refusal
  return keep(state, args.view, { kind: 'update', viewId: String(known['id']) })
}

function publish(state: State, args: z.output<typeof Publish>): Answer {
  const refusal = refuse(args.view, 'home')
  if (refusal) return refusal
  if (!findUser(state, args.user_id)) return no('user_not_found')
  const viewId = `VHOME${args.user_id}`
  return keep(state, args.view, { kind: 'publish', userId: args.user_id, viewId })
}

function refuse(view: unknown, type: 'modal' | 'home'): Answer | undefined {
  const problems = checkView(view)
  if (problems.length > 0) return no('invalid_arguments', problems)
  if (isFields(view) && view['type'] !== type) {
    return no('invalid_arguments', [`must be of type ${type} [json-pointer:/view/type]`])
  }
  return JSON.stringify(view).length > 250_000 ? no('view_too_large') : undefined
}

function keep(state: State, view: unknown, call: Omit<ViewCall, 'view'>): Answer {
  const given: Fields = isFields(view) ? view : {}
  const { identity } = state
  state.views.push({ ...call, view: given })
  const kept = {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...given,
    id: call.viewId,
    root_view_id: call.viewId,
    team_id: identity.team,
    app_id: identity.appId,
    bot_id: identity.botId,
    state: { values: {} },
    hash: nextId(state, ''),
  }
  state.viewsById.set(call.viewId, kept)
  return yes({ view: kept })
}

function validate(_: State, args: z.output<typeof Validate>): Answer {
  const blocks = args.blocks ?? (isFields(args.message) ? args.message['blocks'] : undefined)
  const problems = args.view === undefined ? checkBlocks(blocks, 'message') : checkView(args.view)
  return problems.length > 0 ? no('invalid_blocks', problems) : yes()
}
