import type { Front } from '../../src/attend.ts'
import type { Engine } from '../../src/engine.ts'
import type { Store } from '../../src/ports-store.ts'
import type { Pump } from '../../src/pump.ts'
import type { House } from '../../src/reply.ts'
import type { SlackMeans } from './surface.ts'

/** All that buttons, dialogs and tabs need. */
export interface Desk {
  readonly means: SlackMeans
  readonly house: House
  readonly engine: Pick<Engine, 'ask' | 'more' | 'findDocument' | 'stock'>
  readonly store: Store
  readonly pump: Pick<Pump, 'nudge'>
  /** Where incidents are led. */
  readonly front: Front
  readonly keepDays: number
  readonly hasModel: boolean
  /** Told what went wrong, for the log. */
  onTrouble(error: unknown): void
}

/** The roles of the crisis desk by their short names; none where the town's rules cannot be read. */
export function rolesIn({ house }: Pick<Desk, 'house'>): Readonly<Record<string, string>> {
  try {
    return house.desk?.manual().common.roles ?? {}
  } catch {
    return {}
  }
}
