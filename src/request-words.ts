import type { Address, SelfTopic } from './domain/answer.ts'
import type { Language } from './domain/documents.ts'

/** What is said around a list, a summary, and about the assistant itself. */
export interface RequestWords {
  readonly list: (count: number) => string
  /** That a list was found by words. */
  readonly whole: string
  readonly more: (count: number) => string
  /** `day` is missing where nobody wrote it down. */
  readonly summary: (name: string, count: number, day: string | undefined) => string
  readonly fewer: string
  readonly voices: string
  readonly alone: string
  readonly verdict: string
  readonly checks: readonly string[]
  readonly checksTitle: string
  readonly approval: (role: string, deputy: string) => string
  readonly missing: string
  readonly stock: string
  readonly alsoThere: (count: number) => string
  /** "Folge 99" where there is no such episode. */
  readonly noSuch: (called: string) => string
  readonly numbers: (spans: string) => string
  readonly titles: (titles: string) => string
  readonly about: Readonly<Record<SelfTopic, (facts: SelfWords) => readonly string[]>>
  readonly ofMyself: string
}

/** What holds here, ready to be said. */
interface SelfWords {
  readonly keepDays: number
  readonly incidentKeepDays: number
  readonly hasModel: boolean
  readonly isSent: boolean
  readonly dataProtection: string
}

const de: RequestWords = {
  list: (count) =>
    count === 1
      ? 'Eine Quelle habe ich dazu gefunden, mit der besten Stelle:'
      : `${count} Quellen habe ich dazu gefunden, je mit der besten Stelle:`,
  whole:
    'Das ist alles, was ich nach Stichworten gefunden habe; die Liste kann unvollständig sein.',
  more: (count) =>
    `${count === 1 ? 'Eine weitere Quelle spricht' : `${count} weitere Quellen sprechen`} auch davon. Nach Stichworten gefunden, die Liste kann unvollständig sein.`,
  summary: (name, count, day) =>
    `${name}${day ? ` vom ${day}` : ''}, wörtlich in ${count === 1 ? 'einem Punkt' : `${count} Punkten`}:`,
  fewer: 'Mehr Sätze, die für sich stehen können, gibt diese Quelle nicht her.',
  voices:
    'Ob sie sich widersprechen, musst du selbst beurteilen. Das sagen die Quellen je für sich, die neueste zuerst:',
  alone: 'Nur eine Quelle sagt dazu etwas; zum Vergleichen habe ich nichts gefunden.',
  verdict:
    'Ein Ja oder Nein gebe ich nicht: Das wäre Rechtsberatung, entscheiden muss euer Rechtsamt.',
  checksTitle: 'Das prüft ihr',
  checks: [
    'Trifft es einen bestimmten Menschen oder eine Gruppe, oder die Sache und die Stadt?',
    'Ist es eine Tatsache, die sich prüfen lässt, oder eine Meinung? In welchem Zusammenhang?',
    'Drohung, Aufruf zu Gewalt oder Hetze dabei? Dann sichern und 110 oder das Rechtsamt anrufen.',
  ],
  approval: (role, deputy) => `Freigabe: ${role}. Vertretung: ${deputy}.`,
  missing: 'nicht hinterlegt',
  stock: 'Diese Folgen und Beiträge kenne ich, die neuesten zuerst:',
  alsoThere: (count) =>
    `Dazu ${count === 1 ? 'eine weitere' : `${count} weitere`}. Mit einem Thema finde ich, was dazu passt: „alle Folgen zu …“.`,
  noSuch: (called) => `${called} kenne ich nicht.`,
  numbers: (spans) => `Ich habe Folge ${spans}.`,
  titles: (titles) => `Die neuesten Beiträge: ${titles}.`,
  ofMyself: 'Das ist eine Auskunft über mich selbst, keine Aussage aus Folgen oder Beiträgen.',
  about: {
    storage: ({ keepDays, incidentKeepDays, isSent, dataProtection }) => [
      `In Slack und Teams speichere ich Fragen und Antworten ${days(keepDays)} lang: geschwärzt und verschlüsselt. Die Nachricht selbst behalte ich nur, bis sie beantwortet ist, höchstens zehn Minuten. Im Browser und im Terminal speichere ich nichts.`,
      'Einen Befehl /löschen gibt es nicht: Lösch deine Nachricht, dann lösche ich Frage und Antwort dazu. In Slack geht das auch auf meiner Startseite mit „Vergessen“. Slack und Microsoft behalten eigene Kopien.',
      'Namen, Adressen und Nummern entferne ich nach Möglichkeit, aber nie sicher: Bitte füg keine ein.',
      `Was ihr in einer Lage festhaltet, bleibt bis ${incidentKeepDays} Tage nach ihrem Ende. Aus euren Fragen lerne ich nicht.`,
      away(isSent),
      `Fragen dazu: ${dataProtection}.`,
    ],
    readers: ({ keepDays, isSent, dataProtection }) => [
      'Durch mich liest kein Mensch mit. In einem Kanal sehen alle, die dort sind, was du schreibst; im Einzelchat nur du und ich.',
      `Was ich ${days(keepDays)} aufbewahre, ist geschwärzt und verschlüsselt; den Schlüssel hat, wer mich betreibt. Im Protokoll stehen nur Zahlen. Was Slack oder Microsoft sehen, regelt euer Vertrag mit ihnen.`,
      away(isSent),
      `Fragen dazu: ${dataProtection}.`,
    ],
    nature: ({ hasModel }) => [
      'Ich bin eine KI, kein Mensch, und heiße Sturmlotse.',
      `Ich suche in Folgen und Beiträgen und nenne zu jeder Aussage die Stelle. ${hasModel ? 'Ein Sprachmodell formuliert, und jede Aussage wird an ihrer Quelle geprüft.' : 'Ein Sprachmodell ist hier nicht eingerichtet: Ich zitiere wörtlich.'} Ich kann irren, entscheide nichts und veröffentliche nichts.`,
    ],
    skills: () => [
      'Ich finde, was Folgen und Beiträge zu Social Media, Krise und Datenschutz im Rathaus sagen, mit Stelle zum Nachhören. Frag auch „in welcher Folge ging es um …“ oder „fass Folge 3 zusammen“.',
      'Brennt es, schreib, was los ist: Dann kommen zuerst die ersten Schritte. Einen Kommentar zwischen >> und << ordne ich mit der Ampel ein.',
      'Ich ersetze weder Rechtsamt noch Datenschutzbeauftragte, sage kein Wetter voraus und veröffentliche nichts. Bei Gefahr 110 oder 112.',
    ],
  },
}

const en: RequestWords = {
  list: (count) =>
    count === 1
      ? 'I found one source on this, with its best place:'
      : `I found ${count} sources on this, each with its best place:`,
  whole: 'This is all I found by keywords; the list may be incomplete.',
  more: (count) =>
    `${count === 1 ? 'One more source speaks' : `${count} more sources speak`} of it. Found by keywords, the list may be incomplete.`,
  summary: (name, count, day) =>
    `${name}${day ? ` of ${day}` : ''}, word for word in ${count === 1 ? 'one point' : `${count} points`}:`,
  fewer: 'This source has no more sentences that can stand alone.',
  voices:
    'Whether they contradict each other is for you to judge. This is what each source says, the newest first:',
  alone: 'Only one source speaks of it; I found nothing to compare it with.',
  verdict: 'I give no yes or no: that would be legal advice, and your legal office must decide.',
  checksTitle: 'What to check',
  checks: [
    'Is it aimed at a certain person or group, or at the matter and the town?',
    'Is it a fact that can be checked, or an opinion? In which context?',
    'Is there a threat, a call to violence or incitement? Then keep evidence and call 110 or the legal office.',
  ],
  approval: (role, deputy) => `Approval: ${role}. Deputy: ${deputy}.`,
  missing: 'not on file',
  stock: 'These are the episodes and posts I know, the newest first:',
  alsoThere: (count) =>
    `And ${count} more. Name a subject and I find what fits: “all episodes about …”.`,
  noSuch: (called) =>
    `I do not know ${called.replace('Folge', 'episode').replace('Beitrag', 'post')}.`,
  numbers: (spans) => `I have episode ${spans}.`,
  titles: (titles) => `The newest posts: ${titles}.`,
  ofMyself: 'This is about myself; it is no statement from episodes or posts.',
  about: {
    storage: ({ keepDays, incidentKeepDays, isSent, dataProtection }) => [
      `From Slack and Teams I keep questions and answers for ${keepDays} ${keepDays === 1 ? 'day' : 'days'}, redacted and encrypted. The message itself I keep only until it is answered, ten minutes at most. From the browser and the terminal I keep nothing.`,
      'There is no command to delete: delete your message, then I delete the question and its answer. In Slack, “Forget” on my home tab does the same. Slack and Microsoft keep copies of their own.',
      'I remove names, addresses and numbers as far as possible, but never for certain: please paste none.',
      `What you record in an incident stays until ${incidentKeepDays} days after its end. I do not learn from your questions.`,
      awayEn(isSent),
      `Questions about this: ${dataProtection}.`,
    ],
    readers: ({ keepDays, isSent, dataProtection }) => [
      'No human reads along through me. In a channel everybody there sees what you write; in a direct message only you and I.',
      `What I keep for ${keepDays} ${keepDays === 1 ? 'day' : 'days'} is redacted and encrypted; whoever runs me has the key. The log has figures only. What Slack or Microsoft see is settled in your contract with them.`,
      awayEn(isSent),
      `Questions about this: ${dataProtection}.`,
    ],
    nature: ({ hasModel }) => [
      'I am an AI, not a human, and my name is Sturmlotse.',
      `I search episodes and posts and name the place for every statement. ${hasModel ? 'A language model does the wording, and every statement is checked against its source.' : 'No language model is set up here: I quote word for word.'} I can be wrong, I decide nothing and publish nothing.`,
    ],
    skills: () => [
      'I find what episodes and posts say about social media, crisis and data protection in town halls, with the place to listen to. Ask me also “which episode was about …” or “summarise episode 3”.',
      'If something burns, tell me what is going on: then the first steps come first. A comment between >> and << gets the traffic light.',
      'I replace neither legal office nor data protection officer, forecast no weather and publish nothing. In danger call 110 or 112.',
    ],
  },
}

/** For people who do not say du to each other. */
const formal: RequestWords = {
  ...de,
  voices: de.voices.replace('musst du', 'müssen Sie'),
  verdict: de.verdict.replace('euer Rechtsamt', 'Ihr Rechtsamt'),
  checksTitle: 'Das prüfen Sie',
  about: {
    storage: (facts) => de.about.storage(facts).map(politely),
    readers: (facts) => de.about.readers(facts).map(politely),
    nature: (facts) => de.about.nature(facts).map(politely),
    skills: (facts) => de.about.skills(facts).map(politely),
  },
}

export function requestWords(language: Language, address: Address = 'du'): RequestWords {
  if (language === 'en') return en
  return address === 'sie' ? formal : de
}

function politely(text: string): string {
  return text
    .replace('Lösch deine', 'Löschen Sie Ihre')
    .replace('füg keine', 'fügen Sie keine')
    .replace('was du schreibst', 'was Sie schreiben')
    .replace('nur du und', 'nur Sie und')
    .replace('Was ihr in einer Lage festhaltet', 'Was Sie in einer Lage festhalten')
    .replace('euer Vertrag', 'Ihr Vertrag')
    .replace('Frag auch', 'Fragen Sie auch')
    .replace('schreib, was', 'schreiben Sie, was')
}

function days(count: number): string {
  return count === 1 ? 'einen Tag' : `${count} Tage`
}

function away(isSent: boolean): string {
  return isSent
    ? 'Geschwärzte Frage und gefundene Stellen gehen an die Adresse, die eure Administration für KI-Modelle eingerichtet hat, und sonst nirgendwohin.'
    : 'Ein KI-Modell von außen ist nicht eingerichtet: Die Frage verlässt den Server nicht.'
}

function awayEn(isSent: boolean): string {
  return isSent
    ? 'The redacted question and the passages found go to the address your administration set up for AI models, and nowhere else.'
    : 'No AI model outside is set up: the question does not leave the server.'
}
