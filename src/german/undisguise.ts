/** Letters of other scripts, each with the Latin one it looks like. */
const lookalikes =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd ԛq ԝw һh ոn ցg ӏl кk мm нh тt вb АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ' +
  'αa οo ρp νv ιi κk τt υu εe ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ıi ɑa ɡg ɩi ʟl'

const latin = new Map(lookalikes.split(' ').map(([letter = '', twin = '']) => [letter, twin]))

const invisible = /[\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu

const isLatin = /\p{Script=Latin}/u

/** Nothing of this can be disguised: most of what is read is nothing else. */
const plain = /^[\t\n\r -~ÄÖÜäöüß§–„“”‚‘’€]*$/

/**
 * A text as a person reads it: nothing invisible, one form for letters of all widths, and the Latin
 * letter where another that looks the same stands in a Latin word. Whole words of other scripts stay.
 */
export function undisguise(text: string): string {
  if (plain.test(text)) return text
  return text
    .toWellFormed()
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\p{L}\p{M}]+/gu, (word) =>
      isLatin.test(word) ? word.replace(/\P{Script=Common}/gu, toLatin) : word,
    )
}

function toLatin(letter: string): string {
  return latin.get(letter) ?? letter
}
