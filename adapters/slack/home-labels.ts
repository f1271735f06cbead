import type { Language } from '../../src/domain/documents.ts'
import type { Instant } from '../../src/domain/time.ts'

function dayIn(locale: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'Europe/Berlin',
  })
  return (at) => format.format(new Date(at))
}

const de = {
  title: 'Sturmlotse',
  ai: 'Ich bin eine KI. Ich suche in Folgen und Beiträgen und nenne zu jeder Aussage die Stelle, an der sie gesagt wurde. Ich kann irren, ersetze weder Rechtsamt noch Datenschutzbeauftragte und veröffentliche nichts. Bei Gefahr 110 oder 112.',
  can: [
    'Es brennt: /sturm start zeigt dir sofort die ersten Schritte.',
    'Im Kanal: Erwähne mich und schreib, was los ist. Im selben Thread lese ich dann 24 Stunden lang ohne Erwähnung mit, oder bis „danke“.',
    'Direkt: Schreib mir unter „Nachrichten“.',
    'Überall: /sturm und deine Frage; die Antwort siehst nur du.',
    'Böser Kommentar: Füg ihn als Nachricht ein und wähl in ihrem Menü „Antwort vorschlagen“.',
  ],
  keepsTitle: 'Was ich speichere',
  keeps: (days: number) =>
    `Fragen ohne erkennbare persönliche Angaben und meine Antworten: ${days === 1 ? 'einen Tag' : `${days} Tage`}, verschlüsselt, damit Nachfragen und Knöpfe funktionieren.`,
  inbox: 'Die Nachricht selbst nur, bis sie beantwortet ist, höchstens zehn Minuten.',
  platform: 'Slack behält deine Nachricht nach eigenen Regeln. Bitte keine Namen einfügen.',
  model: 'Deine Frage geht ohne erkennbare persönliche Angaben an ein Sprachmodell.',
  noModel: 'Kein Sprachmodell ist angeschlossen: Antworten sind wörtliche Zitate.',
  questions: 'Deine letzten Fragen',
  noQuestions: 'Hier ist nichts gespeichert.',
  day: dayIn('de-DE'),
  forget: 'Vergessen',
  forgetLabel: 'Diese Frage und ihre Antworten löschen',
  knowledge: 'Was ich kenne',
  stock: (episodes: number, posts: number) =>
    `${episodes === 1 ? '1 Folge' : `${episodes} Folgen`} und ${posts === 1 ? '1 Beitrag' : `${posts} Beiträge`}`,
  examples: (count: number) =>
    `Davon für dieses Programm geschrieben, BEISPIEL (fiktiv): ${count === 1 ? '1 Quelle' : `${count} Quellen`}`,
  town: 'Stadtprofil',
  missing: 'nicht hinterlegt',
  edit: 'Stadtprofil bearbeiten',
  adminsOnly: 'Ändern kann es, wer den Arbeitsbereich verwaltet.',
}

const en: typeof de = {
  title: 'Sturmlotse',
  ai: 'I am an AI. I search episodes and posts and name the place where each statement was made. I can be wrong, I replace neither your legal office nor your data protection officer, and I publish nothing. In danger call 110 or 112.',
  can: [
    'It is burning: /sturm start shows you the first steps at once.',
    'In a channel: mention me and say what is going on. In that thread I then read along without a mention, for 24 hours or until “thanks”.',
    'Directly: write to me under “Messages”.',
    'Anywhere: /sturm and your question; only you see the answer.',
    'A hostile comment: paste it as a message and choose “Antwort vorschlagen” (suggest a reply) in its menu.',
  ],
  keepsTitle: 'What I store',
  keeps: (days) =>
    `Questions without recognisable personal details and my answers: ${days === 1 ? 'one day' : `${days} days`}, encrypted, so that follow-ups and buttons work.`,
  inbox: 'The message itself only until it is answered, ten minutes at most.',
  platform: 'Slack keeps your message by its own rules. Please do not paste names.',
  model: 'Your question goes to a language model without recognisable personal details.',
  noModel: 'No language model is connected: answers are literal quotes.',
  questions: 'Your last questions',
  noQuestions: 'Nothing is stored here.',
  day: dayIn('en-GB'),
  forget: 'Forget',
  forgetLabel: 'Delete this question and its answers',
  knowledge: 'What I know',
  stock: (episodes, posts) =>
    `${episodes === 1 ? '1 episode' : `${episodes} episodes`} and ${posts === 1 ? '1 post' : `${posts} posts`}`,
  examples: (count) =>
    `Of these written for this program, BEISPIEL (fiktiv), invented: ${count === 1 ? '1 source' : `${count} sources`}`,
  town: 'Town profile',
  missing: 'not on file',
  edit: 'Edit the town profile',
  adminsOnly: 'Whoever administers the workspace can change it.',
}

/** What the Home tab says. */
export const homeLabels = { de, en } satisfies Record<Language, typeof de>
