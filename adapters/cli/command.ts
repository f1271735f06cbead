/** One word behind `cli --`. `run` gives the exit code and throws errors that `explain` knows. */
export interface Command {
  readonly help: string
  run(args: readonly string[]): Promise<number>
  /** The command behind a word of its own, where this one has such words. */
  part?(word: string | undefined): Promise<Command | undefined>
}
