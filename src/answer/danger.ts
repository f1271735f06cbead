const people =
  /(?<!\p{L})(?:\p{L}*droh(?:t|en|ung\p{L}*|e)?|bedroh\p{L}*|messer|waffen?|pistole|bombe\p{L}*|sprengsatz|amok\p{L}*|anschlag\p{L}*|mord\p{L}*|umbringen|tot ?schlagen|töten|geisel\p{L}*|brennt|feuer gelegt|anzünden|verletzte?n?|threat\w*|knife|weapon|gun|bomb\w*|kill\w*|murder\w*)(?!\p{L})/iu

const oneself =
  /(?<!\p{L})(?:(?:mich|sich) (?:selbst )?(?:umbringen|umzubringen|töten|erhängen)|bring(?:e|t)? (?:ich )?(?:mich|sich) (?:selbst )?um|(?:mir|sich) (?:das leben nehmen|etwas antun|was antun)|suizid\p{L}*|selbstmord\p{L}*|nicht mehr leben|suicid\w*|kill myself)(?!\p{L})/iu

/** Whether a message may be about people in danger: then the emergency number comes before all else. */
export function dangerIn(text: string): 'others' | 'oneself' | undefined {
  if (oneself.test(text)) return 'oneself'
  return people.test(text) ? 'others' : undefined
}
