import { SourceError } from '../../src/domain/errors.ts'

/** The SourceError that a call throws. */
export function sourceErrorOf(run: () => unknown): SourceError {
  try {
    run()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
