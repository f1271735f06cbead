import {
  type Axes,
  axes,
  type Flag,
  type HardRule,
  type Level,
  levels,
} from '../domain/playbook.ts'

/** How bad it is, and which hard rules say so. */
export interface Severity {
  readonly level: Level
  readonly rules: readonly HardRule[]
}

interface Given {
  readonly axes: Axes
  readonly flags: readonly Flag[]
  /** What a person or a playbook wants at least; never lowers anything. */
  readonly atLeast?: Level | undefined
}

/** The highest axis counts, not the sum; hard rules and `atLeast` may only raise it. */
export function severityOf(given: Given, rules: readonly HardRule[]): Severity {
  const spoken = rules.filter(({ when }) => holds(when, given))
  const wanted = spoken.map(({ level, atLeast }) => level ?? atLeast ?? 'GRUEN')
  return {
    level: highest([levelOf(given.axes), given.atLeast ?? 'GRUEN', ...wanted]),
    rules: spoken,
  }
}

function levelOf(given: Axes): Level {
  const most = Math.max(...axes.map((axis) => given[axis]))
  if (most >= 3) return 'ROT'
  return most >= 2 ? 'GELB' : 'GRUEN'
}

function holds(when: HardRule['when'], { axes: { G }, flags }: Given): boolean {
  return when === 'danger3' ? G === 3 : flags.includes(when)
}

export function highest(all: readonly Level[]): Level {
  return levels[Math.max(0, ...all.map((one) => levels.indexOf(one)))] ?? 'GRUEN'
}
