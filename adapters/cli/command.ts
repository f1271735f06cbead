/** One word behind `cli --`. `run` gives the exit code and throws errors that `explain` knows. */
export interface Command {
  readonly help: string
  run(args: readonly string[]): Promise<number>
}
