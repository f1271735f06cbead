import { type Moment, parseMoment } from '../../src/berlin.ts'
import { type Typed, usageError } from './options.ts'

/** The time behind an option; `undefined` where it was not typed. @throws ConfigError for another form */
export function momentIn(typed: Typed, option: string): Moment | undefined {
  const given = typed.value(option)
  if (given === undefined) return undefined
  const moment = parseMoment(given)
  if (moment) return moment
  throw usageError(
    `--${option} ${given}: erwartet wird eine Zeit wie 2026-10-23T22:30 (deutsche Uhrzeit) oder mit Zeitzone wie 2026-10-23T20:30Z.`,
  )
}

/** The same where it must be there. */
export function neededMoment(typed: Typed, option: string): Moment {
  const moment = momentIn(typed, option)
  if (moment) return moment
  throw usageError(`--${option} fehlt: eine Zeit wie 2026-10-23T22:30.`)
}
