import { clockOf, dateOf } from '../berlin.ts'
import type { Incident } from '../domain/incident.ts'
import type { Level, Role } from '../domain/playbook.ts'
import type { Instant } from '../domain/time.ts'

/** A page of plain words: every door and every file is made from it. */
export interface Sheet {
  readonly title: string
  readonly parts: readonly SheetPart[]
}

export interface SheetPart {
  readonly heading: string
  readonly lines: readonly string[]
}

const names: Readonly<Record<Level, string>> = { GRUEN: 'GRÜN', GELB: 'GELB', ROT: 'ROT' }

export function levelName(level: Level): string {
  return names[level]
}

/** An incident's title as it must stand everywhere: an exercise says so first. */
export function titleOf({ exercise, title }: Pick<Incident, 'exercise' | 'title'>): string {
  return exercise ? `ÜBUNG · ${title}` : title
}

export function roleName(role: Role, { manual }: Pick<Incident, 'manual'>): string {
  return manual.common.roles[role] ?? role
}

/** `22:41`, with its day where that is not the day of the start. */
export function timeIn({ started }: Pick<Incident, 'started'>, at: Instant): string {
  return dateOf(at) === dateOf(started) ? `${clockOf(at)} Uhr` : `${dateOf(at)}, ${clockOf(at)} Uhr`
}

/** Minutes as people say them: `45 Minuten`, `3 Std. 5 Min.`, `2 Tage 4 Std.`. */
export function spanOf(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const [days, hours] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60)]
  if (days > 0) return `${days} ${days === 1 ? 'Tag' : 'Tage'} ${hours} Std.`
  if (hours > 0) return `${hours} Std. ${whole % 60} Min.`
  return `${whole} ${whole === 1 ? 'Minute' : 'Minuten'}`
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

export function sheetToText({ title, parts }: Sheet): string {
  const blocks = parts.map(({ heading, lines }) => [heading, ...lines].join('\n'))
  return [title, ...blocks].join('\n\n')
}

/** Words of people never become markup. */
export function sheetToMarkdown({ title, parts }: Sheet): string {
  const blocks = parts.map(({ heading, lines }) => {
    const list = lines.map((line) => `- ${escaped(line).replaceAll('\n', '  \n  ')}`)
    return [`## ${escaped(heading)}`, '', ...list].join('\n')
  })
  return `${[`# ${escaped(title)}`, ...blocks].join('\n\n')}\n`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
}
