import type { Message } from './state.ts'

/** Groups of messages in one place that say the same in answer to the same message. */
export function findDuplicates(
  messages: readonly Message[],
  conversation?: string,
): readonly (readonly Message[])[] {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const isUnfinished = message.stream !== undefined && message.stream !== 'final'
    if (message.deleted || isUnfinished) continue
    if (conversation !== undefined && message.conversation !== conversation) continue
    const key = toKey(message)
    groups.set(key, [...(groups.get(key) ?? []), message])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Only ids of messages count as what is answered: botbuilder makes one up for proactive ones. */
function toKey({ conversation, replyTo = '', targetedTo, activity }: Message): string {
  const { text, entities, attachments } = activity
  const answered = /^\d+$/.test(replyTo) ? replyTo : ''
  return JSON.stringify([conversation, answered, targetedTo, text, entities, attachments])
}
