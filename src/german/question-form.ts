const numerals =
  '(?:\\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dreißig|hundert|tausend)'

/** What a question asks for by its opening words, and how answers to it look. */
export interface QuestionForm {
  /** Words that answers of this form use, for a search that would miss them. */
  readonly words: readonly string[]
  /** Whether a sentence has the form. */
  isToldBy(sentence: string): boolean
}

interface Form {
  readonly asked: RegExp
  readonly told: RegExp
  readonly words: readonly string[]
}

const time: Form = {
  asked:
    /(?<!\p{L})(?:wie (?:schnell|lange?|bald)|bis wann|ab wann|wann|frist(?:en)?|how (?:fast|quick(?:ly)?|long|soon)|when|deadline)(?!\p{L})/iu,
  told: new RegExp(
    `(?<!\\p{L})(?:${numerals}|ein(?:en|em|er|e)?)[\\s-]*(?:stunden?|h|tagen?|tage|minuten?|wochen?|monaten?|monate|jahren?|jahre|uhr)(?!\\p{L})|(?<!\\p{L})(?:sofort|unverzüglich|binnen|innerhalb|umgehend)(?!\\p{L})`,
    'iu',
  ),
  words: ['Frist', 'Stunden', 'Tage', 'binnen', 'innerhalb', 'unverzüglich', 'sofort'],
}

const amount: Form = {
  asked:
    /(?<!\p{L})(?:wie ?viele?|wie (?:hoch|groß|teuer|oft)|how (?:many|much|often|big|high))(?!\p{L})/iu,
  told: new RegExp(`(?<!\\p{L})${numerals}(?!\\p{L})`, 'iu'),
  words: [],
}

/** The form of answer a question asks for: a span of time for "wie schnell", a number for "wie viele". */
export function questionForm(question: string): QuestionForm | undefined {
  const form = [time, amount].find(({ asked }) => asked.test(question))
  return form && { words: form.words, isToldBy: (sentence) => form.told.test(sentence) }
}
