/** Rounding to 16 bits and back moves a length by less than this. */
const tolerance = 0.01

/** Whether a vector can be compared by its dot product: numbers throughout, and of length one. */
export function isUnit(vector: Float32Array): boolean {
  let sum = 0
  for (const value of vector) sum += value * value
  // Not a number is never near anything, so this catches it too.
  return Math.abs(Math.sqrt(sum) - 1) < tolerance
}
