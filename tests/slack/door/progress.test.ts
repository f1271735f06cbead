import { expect, it } from 'vitest'
import type { Address } from '../../../adapters/slack/address.ts'
import type { Outcome } from '../../../adapters/slack/api.ts'
import { labels } from '../../../adapters/slack/labels.ts'
import { openProgress } from '../../../adapters/slack/progress.ts'
import { channel, user } from './hands.ts'

const address = { team: 'T0STADT01', channel, thread: '1.000001', user, isExternal: false }
const message = { text: 'Antwort', blocks: [] }
const never = new Promise<Outcome>(() => undefined)

it.each(['channel', 'dm'] satisfies Address['place'][])(
  'signs of life that hang for ever hold up neither the answer nor its end (%s)',
  async (place) => {
    const progress = openProgress(() => never, { ...address, place }, labels('de'))
    progress.show('search')
    progress.show('write')
    expect(await progress.finish(message, 'a')).toEqual({ state: 'post', mayBeThere: false })
    await progress.end()
  },
)
