import type { TeamsSettings } from '../../src/config-chats.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { notice } from '../../src/notices.ts'
import type { Store } from '../../src/ports.ts'
import type { Address } from './address.ts'
import type { Body } from './inbound.ts'
import { labels, languageOfLocale } from './labels.ts'
import { profileMessage } from './profile.ts'
import type { Shown } from './surface.ts'

interface Parts {
  readonly settings: TeamsSettings
  readonly store: Store
  readonly keepDays: number
}

/** What the door shows itself: the town form, what is kept of people's words, that it cannot whisper. */
export function showFor({ settings, store, keepDays }: Parts) {
  return ({ show }: Body, address: Address): Shown => {
    const say = labels(languageOfLocale(address.locale))
    switch (show) {
      case 'profile':
        return [profileMessage({ address, name: '', desk: { settings, store } })]
      case 'welcome':
        return (reply: Reply) => ({ ...reply, notes: [...reply.notes, say.keeps(keepDays)] })
      case 'targeted':
        return () => notice(say.targeted, say.language)
      case undefined:
        return (reply: Reply) => reply
    }
  }
}
