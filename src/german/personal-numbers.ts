import { inGroup, type Stretch } from './identifiers.ts'

const patterns: readonly RegExp[] = [
  // Of the pension insurance: area, day of birth, first letter of the name.
  /(?<![\p{L}\d])(?<it>\d{2}[ ]?(?:[0-2]\d|3[01])(?:0\d|1[0-2])\d{2}[ ]?[A-Z][ ]?\d{3})(?![\p{L}\d])/dgu,
  // Of a taxpayer as it is printed.
  /(?<![\p{L}\d.,+]|\d[ /-])(?<it>[1-9]\d[ ]\d{3}[ ]\d{3}[ ]\d{3})(?![\p{L}\d]|[ ]?(?:€|Euro|\d))/dgu,
  // Of a health insurance card.
  /(?<![\p{L}\d-])(?<it>[A-Z]\d{9})(?![\p{L}\d])/dgu,
  // Of an identity card or a passport: no vowels, digits between letters.
  /(?<![\p{L}\d-])(?=[A-Z\d]*\d[A-Z\d]*\d[A-Z\d]*\d)(?=[A-Z][A-Z\d]*[A-Z])(?<it>[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8})(?![\p{L}\d])/dgu,
]

const card =
  /(?<![\p{L}\d]|\d[ -])(?<it>[3-6]\d{3}(?<gap>[ -]?)\d{4}\k<gap>\d{4}\k<gap>\d{4})(?![\p{L}\d])/dgu

/** Numbers that are told as somebody's by how they are made, without a word before them. */
export function personalNumbers(text: string): readonly Stretch[] {
  return [
    ...patterns.flatMap((pattern) => inGroup(text, pattern)),
    ...inGroup(text, card).filter(({ start, end }) => isCard(text.slice(start, end))),
  ]
}

/** @see ISO/IEC 7812: every second digit doubled, the sum ends in 0 */
function isCard(run: string): boolean {
  const digits = Array.from(run.replace(/\D/g, ''), Number).toReversed()
  const sum = digits
    .map((digit, at) => (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0)
  return sum % 10 === 0
}
