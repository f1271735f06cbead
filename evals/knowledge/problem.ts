/** Something in the example knowledge that breaks a rule, and what to do about it. */
export interface Problem {
  readonly file: string
  /** Counted from 1; missing where the whole file is meant. */
  readonly line?: number
  readonly what: string
  readonly fix: string
}

/** A problem as an editor jumps to it: `file:line: what. fix`. */
export function toLine({ file, line, what, fix }: Problem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${what} ${fix}`
}
