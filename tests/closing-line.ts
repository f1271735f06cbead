import process from 'node:process'
import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with `142 passed, 0 failed, 0 skipped`, alone on the last line. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      Array.from(module.children.allTests(), (test) => test.result().state),
    )
    const count = (state: string) => states.filter((one) => one === state).length
    // A file that does not even load has no tests to count, yet has failed.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const line = `${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`
    process.on('exit', () => process.stdout.write(`${line}\n`))
  }
}
