import type { Language } from '../../src/domain/documents.ts'
import { verdictReasons } from '../../src/verdict-words.ts'

const de = {
  language: 'de',
  moment: 'Einen Moment, ich sehe nach …',
  searching: 'Ich suche passende Folgen …',
  writing: 'Ich schreibe und prüfe die Zitate …',
  stopped: 'Abgebrochen.',
  actions: 'Zu dieser Antwort',
  stepActions: 'Worauf die Schritte beruhen, und wie es weitergeht',
  place: (number: number) => `Stelle ${number} lesen`,
  cited: 'zitiert',
  more: 'Mehr dazu',
  human: 'Mensch holen',
  prompts: [
    { title: 'Es brennt', value: 'hilfe, viele böse kommentare, was jetzt' },
    {
      title: 'Kommentar löschen?',
      value: 'Wann dürfen wir einen Kommentar löschen oder verbergen?',
    },
    {
      title: 'Datenpanne',
      value: 'Was ist in den ersten 72 Stunden nach einer Datenpanne zu tun?',
    },
  ],
  again: 'Neu beantworten',
  outdated: 'Die Frage wurde danach geändert.',
  open: 'Im Original öffnen',
  part: (number: number, all: number) => `Teil ${number} von ${all}`,
  rest: 'Der Rest ist zu lang für Teams. Frag bitte nach einem Teil davon.',
  shortened: 'Gekürzt: Mehr zeigt Teams in einer Karte nicht.',
  stale: 'Diese Karte ist veraltet. Frag bitte noch einmal.',
  coming: 'Kommt gleich.',
  cameAlready: 'Das habe ich dazu schon gezeigt.',
  failed: 'Das hat nicht geklappt. Bitte versuch es noch einmal.',
  noted: 'Danke, notiert.',
  draft: 'Antwort vorschlagen',
  copyHint: 'Anpassen und kopieren. Gespeichert wird davon nichts.',
  copyAsIs: 'Zum Kopieren, so wie er hier steht.',
  noPost:
    'Hier fehlt die Nachricht. Öffne „Antwort vorschlagen“ im Menü (…) der Nachricht, auf die ihr antworten wollt: Dann entwerfe ich einen Text mit Quellen.',
  feedback: 'Was war falsch?',
  reason: 'Grund',
  reasons: verdictReasons.de,
  note: 'Was wäre richtig? Bitte keine Namen.',
  send: 'Senden',
  called: 'Ich habe Bescheid gegeben.',
  calledAlready: 'Dazu habe ich schon Bescheid gegeben.',
  keeps: (days: number) =>
    `Was ihr mir schreibt, bewahre ich verschlüsselt ${days === 1 ? 'einen Tag' : `${days} Tage`} auf; Namen werden nach Möglichkeit entfernt. Löscht ihr eine Frage, lösche ich sie auch. Microsoft behält die Nachrichten.`,
  targeted:
    'Auf eine Nachricht, die nur ich sehe, kann ich hier nicht antworten, ohne dass alle es lesen. Schreib mir bitte im persönlichen Chat.',
}

const en: Labels = {
  language: 'en',
  moment: 'One moment, I am looking …',
  searching: 'I am searching episodes …',
  writing: 'I am writing and checking the quotes …',
  stopped: 'Stopped.',
  actions: 'About this answer',
  stepActions: 'What the steps rest on, and how to go on',
  place: (number) => `Read place ${number}`,
  cited: 'cited',
  more: 'More',
  human: 'Get a human',
  prompts: [
    { title: 'It is burning', value: 'help, many angry comments, what now' },
    { title: 'Delete a comment?', value: 'When may we delete or hide a comment?' },
    {
      title: 'Data breach',
      value: 'What is to be done in the first 72 hours after a data breach?',
    },
  ],
  again: 'Answer again',
  outdated: 'The question was changed afterwards.',
  open: 'Open the original',
  part: (number, all) => `Part ${number} of ${all}`,
  rest: 'The rest is too long for Teams. Please ask for a part of it.',
  shortened: 'Shortened: Teams shows no more in a card.',
  stale: 'This card is outdated. Please ask again.',
  coming: 'On its way.',
  cameAlready: 'I have shown that already.',
  failed: 'That did not work. Please try again.',
  noted: 'Thank you, noted.',
  draft: 'Suggest a reply',
  copyHint: 'Change it and copy it. None of it is stored.',
  copyAsIs: 'To copy, as it stands here.',
  noPost:
    'The message is missing. Open “Suggest a reply” in the menu (…) of the message you want to answer: then I draft a text with sources.',
  feedback: 'What was wrong?',
  reason: 'Reason',
  reasons: verdictReasons.en,
  note: 'What would be right? No names, please.',
  send: 'Send',
  called: 'I have called for help.',
  calledAlready: 'I have called for help already.',
  keeps: (days) =>
    `What you write to me I keep encrypted for ${days === 1 ? 'one day' : `${days} days`}; names are removed where possible. Delete a question and I erase it too. Microsoft keeps the messages.`,
  targeted:
    'A message that only I see I cannot answer here without everybody reading it. Please write to me in the personal chat.',
}

export type Labels = Omit<typeof de, 'language'> & { readonly language: Language }

const known: Readonly<Record<Language, Labels>> = { de: { ...de, language: 'de' }, en }

export function labels(language: Language): Labels {
  return known[language]
}

export function languageOfLocale(locale: string): Language {
  return /^en\b/i.test(locale) ? 'en' : 'de'
}
