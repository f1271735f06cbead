import { type Axes, axes, type Flag, flags } from '../../src/domain/playbook.ts'
import { type Typed, usageError } from './options.ts'

/** How bad it is, as options: one for each axis, and what is known beside them. */
export const severityOptions = {
  W: { type: 'string' },
  B: { type: 'string' },
  G: { type: 'string' },
  F: { type: 'string' },
  flags: { type: 'string' },
} as const

export const severityHelp = `  --W --B --G --F   Welle, Berechtigung, Gefahr, Frist und Recht, je 0 bis 3; der höchste Wert zählt
  --flags LISTE     dataExposed (Daten sind offen), childAffected (ein Kind ist betroffen); "-" für keine`

/** The axes that were typed; `undefined` where none was. @throws ConfigError for another value */
export function axesIn(typed: Typed): Partial<Axes> | undefined {
  const given = axes.flatMap((axis) => {
    const value = typed.value(axis)
    if (value === undefined) return []
    if (!/^[0-3]$/.test(value))
      throw usageError(`--${axis} ${value}: erwartet wird 0, 1, 2 oder 3.`)
    return [[axis, Number(value)] as const]
  })
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

export function flagsIn(typed: Typed): readonly Flag[] | undefined {
  const given = typed.value('flags')
  if (given === undefined) return undefined
  return given
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== '-')
    .map((one) => {
      const flag = flags.find((known) => known === one)
      if (flag) return flag
      throw usageError(`--flags ${one}: Es gibt ${flags.join(', ')}.`)
    })
}
