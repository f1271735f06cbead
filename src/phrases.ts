import type { Refusal } from './domain/answer.ts'
import type { Language } from './domain/documents.ts'

/** What the product itself says, in the language of the question. Sources keep theirs. */
export interface Phrases {
  readonly lead: string
  readonly question: string
  readonly sources: string
  readonly nearest: string
  readonly refusals: Readonly<Record<Refusal, string>>
  readonly route: string
  readonly danger: Readonly<Record<'others' | 'oneself', string>>
  readonly removed: string
  readonly german: string
  readonly example: string
  readonly episode: string
  readonly post: string
  readonly section: string
  readonly old: (numbers: string, dates: string) => string
  readonly extract: string
  readonly model: string
  readonly plain: string
  /** What went wrong, as its code: for whoever can do something about it. */
  readonly apology: (code: string) => string
}

const de: Phrases = {
  lead: 'Das sagen meine Quellen dazu:',
  question: 'Worum geht es genau? Nenn mir bitte das Thema in einem Satz, dann suche ich.',
  sources: 'Quellen',
  nearest: 'Am nächsten kommt',
  refusals: {
    'not-in-sources': 'Dazu steht nichts in meinen Quellen.',
    'off-topic':
      'Dabei kann ich nicht helfen. Ich kenne Social Media, Krise und Datenschutz im Rathaus.',
    'false-premise': 'Das stimmt so nicht mit meinen Quellen überein.',
    empty: 'Ich habe keine Frage gefunden. Schreib mir bitte in einem Satz, worum es geht.',
    'too-long':
      'Das ist zu lang für mich. Bitte kürze auf höchstens 4.000 Zeichen, die Frage zuerst.',
    unsafe:
      'Darauf lasse ich mich nicht ein. Frag mich gern zu Social Media, Krise und Datenschutz im Rathaus.',
  },
  route:
    'Nächster Mensch: bei Recht euer Rechtsamt, bei Daten eure Datenschutzbeauftragte oder euer Datenschutzbeauftragter. Bei Gefahr 110 oder 112.',
  danger: {
    others: 'Ist jemand in Gefahr? Dann zuerst 110 oder 112 anrufen.',
    oneself:
      'Wenn es dir oder jemandem gerade so geht: 112, oder rund um die Uhr die TelefonSeelsorge, 0800 111 0 111. Du musst da nicht allein durch.',
  },
  removed: 'Persönliche Angaben habe ich nach Möglichkeit entfernt, bevor ich gesucht habe.',
  german: '',
  example: 'BEISPIEL (fiktiv)',
  episode: 'Folge',
  post: 'Beitrag',
  section: 'Abschnitt',
  old: (numbers, dates) =>
    `Älter als zwölf Monate: ${numbers}, vom ${dates}. Bitte prüfen, ob es noch gilt.`,
  extract: 'Ich bin eine KI. Ohne Sprachmodell: wörtlich aus den Quellen.',
  model: 'Ich bin eine KI. Mit Sprachmodell formuliert, jede Aussage an ihrer Quelle geprüft.',
  plain: 'Ich bin eine KI.',
  apology: (code) =>
    `Das ist bei mir schiefgegangen. Bitte versuch es noch einmal. Bleibt es so, kann eure Administration nachsehen (Kennung ${code}). Bei Gefahr 110 oder 112.`,
}

const en: Phrases = {
  lead: 'This is what my sources say:',
  question: 'What is it about? Please name the topic in one sentence, then I will search.',
  sources: 'Sources',
  nearest: 'What comes nearest',
  refusals: {
    'not-in-sources': 'My sources say nothing about this.',
    'off-topic':
      'I cannot help with that. I know social media, crisis and data protection in town halls.',
    'false-premise': 'That does not agree with my sources.',
    empty: 'I found no question. Please write in one sentence what it is about.',
    'too-long': 'That is too long for me. Please cut it to 4,000 characters, the question first.',
    unsafe:
      'I will not do that. Ask me about social media, crisis and data protection in town halls.',
  },
  route:
    'Next human: your legal office on law, your data protection officer on data. In danger call 110 or 112.',
  danger: {
    others: 'Is anyone in danger? Then call 110 or 112 first.',
    oneself:
      'If you or somebody feels like that now: call 112, or at any hour the TelefonSeelsorge, 0800 111 0 111. You need not go through this alone.',
  },
  removed: 'I removed personal details as far as possible before searching.',
  german: 'The quotes are in the language of the source.',
  example: 'BEISPIEL (fiktiv)',
  episode: 'Episode',
  post: 'Post',
  section: 'section',
  old: (numbers, dates) =>
    `Older than twelve months: ${numbers}, of ${dates}. Please check that it still holds.`,
  extract: 'I am an AI. Without a language model: the sources’ own words.',
  model: 'I am an AI. Written with a language model, each statement checked against its source.',
  plain: 'I am an AI.',
  apology: (code) =>
    `Something went wrong on my side. Please try again. If it stays like that, your administrator can look into it (code ${code}). In danger call 110 or 112.`,
}

export function phrases(language: Language): Phrases {
  return language === 'en' ? en : de
}
