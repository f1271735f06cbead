import type { Language } from './domain/documents.ts'

/** What a draft says around the template, in the language of the person who asked for it. */
interface DraftWords {
  readonly lead: string
  readonly held: string
  readonly question: string
  readonly check: string
  readonly never: string
  readonly now: string
  readonly threat: string
  readonly childAbuse: string
  readonly data: (dataProtection: string) => string
  readonly tellSuperior: string
  readonly approval: (approver: string) => string
  readonly missing: string
  readonly unpublished: string
  readonly houseRule: string
}

const de: DraftWords = {
  lead: 'Entwurf für eine Antwort auf diesen Beitrag: prüfen, anpassen, freigeben lassen.',
  held: 'Hier entwerfe ich keine Antwort: Erst der Mensch.',
  question: 'Wie antworten wir auf diesen Kommentar, oder verbergen wir ihn?',
  check: 'Erst prüfen',
  never: 'Nie',
  now: 'Jetzt',
  threat: 'Drohung: sichern, die betroffene Person anrufen, Polizei 110. Nicht diskutieren.',
  childAbuse:
    'Verdacht auf Missbrauch von Kindern: nicht speichern, nicht weiterleiten, Polizei 110.',
  data: (dataProtection) =>
    `Persönliche Angaben: knapp sichern, verbergen, Uhrzeit notieren, DSB anrufen (${dataProtection}).`,
  tellSuperior: 'Vorgesetzte anrufen. Bleib damit nicht allein.',
  approval: (approver) => `Freigabe: ${approver}`,
  missing: 'nicht hinterlegt',
  unpublished: 'Nichts davon wird veröffentlicht.',
  houseRule: 'Schritte und Textbaustein sind Hausregeln, keine Zitate und keine Rechtsberatung.',
}

const en: DraftWords = {
  lead: 'Draft of an answer to this post: check it, change it, have it approved.',
  held: 'I draft no answer here: people come first.',
  question: 'How do we answer this comment, or do we hide it?',
  check: 'Check first',
  never: 'Never',
  now: 'Now',
  threat: 'Threat: secure it, call the person concerned, police 110. Do not argue.',
  childAbuse: 'Suspected abuse of children: do not save, do not forward, police 110.',
  data: (dataProtection) =>
    `Personal details: secure briefly, hide, note the time, call the DPO (${dataProtection}).`,
  tellSuperior: 'Call your superior. Do not stay alone with this.',
  approval: (approver) => `Approval: ${approver}`,
  missing: 'not on file',
  unpublished: 'None of this is published.',
  houseRule: 'Steps and text are house rules, no quotes and no legal advice; the text is German.',
}

export function draftWords(language: Language): DraftWords {
  return language === 'en' ? en : de
}
