import type { Address, Premise, Refusal } from './domain/answer.ts'
import type { Language } from './domain/documents.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Instant } from './domain/time.ts'

/** What the product itself says, in the language of the question. Sources keep theirs. */
export interface Phrases {
  readonly lead: string
  readonly question: string
  readonly sources: string
  readonly nearest: string
  readonly refusals: Readonly<Record<Refusal, string>>
  /** Whom to turn to, as the town has set it. */
  readonly route: (profile: TownProfile) => string
  readonly danger: Readonly<Record<'others' | 'oneself', string>>
  readonly removed: string
  readonly german: string
  readonly example: string
  readonly episode: string
  readonly post: string
  readonly section: string
  /** What is old, each with its date. */
  readonly old: (what: string) => string
  readonly madeOn: Readonly<Record<'episode' | 'post', (numbers: string, day: string) => string>>
  readonly day: (date: Instant) => string
  readonly newer: (newer: string, older: string) => string
  readonly machine: string
  /** What of the question the sources contradict: a figure, or all of it. */
  readonly premise: (wrong: Premise) => string
  /** Before the next steps of a playbook. */
  readonly nextSteps: (playbook: string) => string
  /** Questions of the message that were not answered, quoted. */
  readonly rest: (questions: string) => string
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
    weather:
      'Das Wetter kenne ich nicht: Vorhersagen und Warnungen gibt der Deutsche Wetterdienst (dwd.de), Warnungen auch die Warn-App NINA. Wird daraus eine Lage, helfe ich mit dem Playbook für Unwetter: Schreib mir dann, was los ist.',
    'fake-voices':
      'Solche Kommentare schreibe ich nicht: Wenn die Stadt als Bürgerin oder Bürger auftritt, täuscht sie, und das kostet Vertrauen, sobald es auffällt. Stattdessen helfe ich bei einer FAQ, einer Antwort im Namen der Stadt oder bei echten Stimmen, die zugestimmt haben.',
    verdict:
      'Ein Ja oder Nein gebe ich nicht: Das wäre Rechtsberatung. Füg den Kommentar zwischen >> und << ein, dann zeige ich die Prüfpunkte; entscheiden muss euer Rechtsamt.',
    'no-such-source': 'Diese Folge oder diesen Beitrag kenne ich nicht.',
  },
  route: ({ legalOffice, dataProtection }) =>
    `Nächster Mensch: bei Recht ${legalOffice ?? 'euer Rechtsamt'}; bei Daten ${dataProtection ?? 'eure Datenschutzbeauftragte oder euer Datenschutzbeauftragter'}. Bei Gefahr 110 oder 112.`,
  danger: {
    others: 'Ist jemand in Gefahr? Dann zuerst 110 oder 112 anrufen.',
    oneself:
      'Wenn es dir oder jemandem so geht: 112 oder TelefonSeelsorge 0800 111 0 111, rund um die Uhr. Du bist nicht allein.',
  },
  removed: 'Persönliche Angaben habe ich nach Möglichkeit entfernt, bevor ich gesucht habe.',
  german: '',
  example: 'BEISPIEL (fiktiv)',
  episode: 'Folge',
  post: 'Beitrag',
  section: 'Abschnitt',
  old: (what) => `Älter als zwölf Monate, bitte prüfen, ob es noch gilt: ${what}.`,
  madeOn: {
    episode: (numbers, day) => `${numbers} aufgenommen am ${day}`,
    post: (numbers, day) => `${numbers} veröffentlicht am ${day}`,
  },
  day: dayIn('de-DE'),
  newer: (newer, older) =>
    `${older} ist älter als ${newer}. Wo sie sich unterscheiden, zählt ${newer}.`,
  machine: 'automatisch transkribiert',
  nextSteps: (playbook) => `Jetzt, nach dem Playbook „${playbook}“:`,
  premise: (wrong) =>
    wrong.kind === 'figure'
      ? `Anders als in der Frage („${wrong.said}“) steht in meinen Quellen:`
      : 'Das sagen die Quellen anders:',
  rest: (questions) => `Noch ohne Antwort, bitte einzeln fragen: ${questions}`,
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
    weather:
      'I do not know the weather: forecasts and warnings come from the German Weather Service (dwd.de), warnings also from the NINA app. If it becomes a situation, I help with the severe weather playbook: tell me then what is going on.',
    'fake-voices':
      'I do not write such comments: a town that poses as its citizens deceives, and that costs trust once it shows. I can help instead with an FAQ, an answer in the name of the town, or real voices that agreed.',
    verdict:
      'I give no yes or no: that would be legal advice. Put the comment between >> and <<, then I show the points to check; your legal office must decide.',
    'no-such-source': 'I do not know this episode or post.',
  },
  route: ({ legalOffice, dataProtection }) =>
    `Next human: on law ${legalOffice ?? 'your legal office'}; on data ${dataProtection ?? 'your data protection officer'}. In danger call 110 or 112.`,
  danger: {
    others: 'Is anyone in danger? Then call 110 or 112 first.',
    oneself:
      'If you or somebody feels like that: 112, or TelefonSeelsorge 0800 111 0 111 at any hour. You are not alone.',
  },
  removed: 'I removed personal details as far as possible before searching.',
  german: 'The quotes are in the language of the source.',
  example: 'BEISPIEL (fiktiv)',
  episode: 'Episode',
  post: 'Post',
  section: 'section',
  old: (what) => `Older than twelve months, please check that it still holds: ${what}.`,
  madeOn: {
    episode: (numbers, day) => `${numbers} recorded on ${day}`,
    post: (numbers, day) => `${numbers} published on ${day}`,
  },
  day: dayIn('en-GB'),
  newer: (newer, older) => `${older} is older than ${newer}. Where they differ, ${newer} counts.`,
  machine: 'transcribed by machine',
  nextSteps: (playbook) => `Now, after the playbook “${playbook}”:`,
  premise: (wrong) =>
    wrong.kind === 'figure'
      ? `Other than in the question (“${wrong.said}”), my sources say:`
      : 'The sources say otherwise:',
  rest: (questions) => `Not answered yet, please ask one at a time: ${questions}`,
  extract: 'I am an AI. Without a language model: the sources’ own words.',
  model: 'I am an AI. Written with a language model, each statement checked against its source.',
  plain: 'I am an AI.',
  apology: (code) =>
    `Something went wrong on my side. Please try again. If it stays like that, your administrator can look into it (code ${code}). In danger call 110 or 112.`,
}

/** For people who do not say du to each other; what is said to nobody in particular stays. */
const formal: Phrases = {
  ...de,
  question: 'Worum geht es genau? Nennen Sie mir bitte das Thema in einem Satz, dann suche ich.',
  refusals: {
    ...de.refusals,
    empty: 'Ich habe keine Frage gefunden. Schreiben Sie mir bitte in einem Satz, worum es geht.',
    'too-long':
      'Das ist zu lang für mich. Bitte kürzen Sie auf höchstens 4.000 Zeichen, die Frage zuerst.',
    unsafe:
      'Darauf lasse ich mich nicht ein. Fragen Sie mich gern zu Social Media, Krise und Datenschutz im Rathaus.',
    weather: de.refusals.weather.replace('Schreib mir', 'Schreiben Sie mir'),
    verdict: de.refusals.verdict
      .replace('Füg den', 'Fügen Sie den')
      .replace('euer Rechtsamt', 'Ihr Rechtsamt'),
  },
  route: ({ legalOffice, dataProtection }) =>
    `Nächster Mensch: bei Recht ${legalOffice ?? 'Ihr Rechtsamt'}; bei Daten ${dataProtection ?? 'Ihre Datenschutzbeauftragte oder Ihr Datenschutzbeauftragter'}. Bei Gefahr 110 oder 112.`,
  danger: {
    ...de.danger,
    oneself:
      'Wenn es Ihnen oder jemandem so geht: 112 oder TelefonSeelsorge 0800 111 0 111, rund um die Uhr. Sie sind nicht allein.',
  },
}

export function phrases(language: Language, address: Address = 'du'): Phrases {
  if (language === 'en') return en
  return address === 'sie' ? formal : de
}

function dayIn(locale: string): (date: Instant) => string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (date) => {
    const moment = Date.parse(date)
    return Number.isNaN(moment) ? date : format.format(moment)
  }
}
