import { z } from 'zod'
import { findWritable } from '../conversation.ts'
import { type Answer, type Method, method, no, Ts, yes } from '../method.ts'
import { words } from '../shapes/composition.ts'
import type { State } from '../state.ts'

const Place = z.object({ channel_id: z.string(), thread_ts: Ts })
const Status = Place.extend({
  /** Empty takes the status away. */
  status: z.string(),
  loading_messages: z.array(z.string().min(1)).max(10).optional(),
})
const Prompts = z.object({
  channel_id: z.string(),
  thread_ts: Ts.optional(),
  title: z.string().optional(),
  prompts: z
    .array(z.strictObject({ title: words(255), message: words(3_000) }))
    .min(1)
    .max(4),
})
const Title = Place.extend({ title: words(200) })
const Session = Place.extend({
  status: z.enum(['active', 'processing', 'suspended', 'closed']),
  title: words(200).optional(),
})

const ASSISTS = ['assistant:write']

export const AGENTS: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': method(['chat:write', ...ASSISTS], Status, accept),
  'assistant.threads.setSuggestedPrompts': method(ASSISTS, Prompts, accept),
  'assistant.threads.setTitle': method(ASSISTS, Title, accept),
  'agents.sessions.setStatus': method(['chat:write'], Session, setSession),
  'agents.sessions.rename': method(['chat:write'], Title, accept),
}

function accept(state: State, args: { readonly channel_id: string }): Answer {
  const channel = findWritable(state, args.channel_id)
  return typeof channel === 'string' ? no(channel) : yes()
}

function setSession(state: State, args: z.output<typeof Session>): Answer {
  const answer = accept(state, args)
  return answer.ok ? yes({ status: args.status, agent_status: args.status }) : answer
}
