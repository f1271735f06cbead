/** Before the name of every button of the crisis desk that does something at once. */
export const deedMark = 'lage.'
