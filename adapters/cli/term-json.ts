import { berlinTime } from '../../src/berlin.ts'
import type { Term } from '../../src/domain/deadline.ts'

/** A term for other programs: every key is there, times in German time with their offset. */
export function termToJson({ due, basis, readings, notes }: Term): object {
  return {
    due: due ? berlinTime(due) : null,
    basis,
    readings: readings.map((one) => ({ ...one, due: berlinTime(one.due) })),
    notes,
  }
}
