import type { Language } from '../domain/documents.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { Reply } from '../domain/reply.ts'
import { blankReply } from '../frame.ts'
import type { Template } from './templates.ts'

interface Card {
  readonly profile: TownProfile
  /** What is copied. */
  readonly template: Template
  readonly language: Language
  /** The line for people in danger; it comes before all else. */
  readonly danger?: string
  /** No search comes after the card, so none is announced. */
  readonly isAlone?: boolean
}

interface Words {
  readonly lead: string
  /** The same behind the line for people in danger, which comes first then. */
  readonly leadInDanger: string
  readonly checkTitle: string
  readonly check: (dataProtection: string) => readonly string[]
  readonly stepsTitle: string
  readonly steps: (secondPerson: string) => readonly string[]
  /** `approver` is empty where nobody is on file: one gap fewer to read. */
  readonly post: (approver: string) => string
  /** The same where the text to copy is not for the public. */
  readonly pass: string
  readonly copy: (title: string) => string
  readonly note: string
  readonly next: string
  readonly missing: string
}

// Every word is read on a phone by somebody whose hands shake: the whole card has 800 characters.
const de: Words = {
  lead: 'Stopp zuerst alle geplanten Beiträge, auch Werbung. Du schaffst das.',
  leadInDanger: 'Dann geplante Beiträge und Werbung stoppen.',
  checkTitle: 'Zuerst prüfen',
  check: (dataProtection) => [
    'Mensch in Gefahr? 110 oder 112.',
    `Personendaten offen? Offline nehmen oder verbergen, Vorgang und Uhrzeit der Kenntnis notieren, DSB anrufen (${dataProtection}).`,
    'Bilder von Kindesmissbrauch? Nicht speichern oder teilen: Polizei 110.',
  ],
  stepsTitle: 'Sonst jetzt',
  steps: (secondPerson) => [
    'Sichern: Screenshot mit Zeit und Link vor dem Verbergen.',
    `Zweite Person anrufen (${secondPerson}).`,
  ],
  post: (approver) => `Kritik stehen lassen. Text anpassen, freigeben lassen${approver}, posten.`,
  pass: 'Öffentlich noch nicht antworten. Text anpassen und weitergeben.',
  copy: (title) => title,
  note: 'Hausregel, keine Rechtsberatung.',
  next: 'Jetzt suche ich Quellen.',
  missing: 'nicht hinterlegt',
}

const en: Words = {
  lead: 'First stop all scheduled posts, ads too. You can do this.',
  leadInDanger: 'Then stop scheduled posts and ads.',
  checkTitle: 'Check first',
  check: (dataProtection) => [
    'Anyone in danger? 110 or 112.',
    `Personal data visible? Take it offline or hide it now, document briefly, note when you learned of it, call the DPO (${dataProtection}).`,
    'Suspected child abuse images? Do not save or share: police 110.',
  ],
  stepsTitle: 'Otherwise now',
  steps: (secondPerson) => [
    'Secure: screenshot with time and link, before hiding anything.',
    `Call a second person (${secondPerson}).`,
  ],
  post: (approver) => `Let criticism stand. Adapt the text, have it approved${approver}, post it.`,
  pass: 'Do not answer in public yet. Adapt the text and pass it on.',
  copy: (title) => `${title} (German)`,
  note: 'House rule, no legal advice.',
  next: 'Now I look for sources.',
  missing: 'not on file',
}

/**
 * What to do first when it burns, before anything is searched: but for the text to copy the same for every
 * message, so that it stands at once and can be learned.
 *
 * In German and in English at most 800 characters, the text to copy included, with nothing on file.
 */
export function firstSteps(card: Card): Reply {
  const { profile, template, language, danger, isAlone = false } = card
  const say = language === 'en' ? en : de
  const { dataProtection = say.missing, secondPerson = say.missing } = profile
  // The line for people in danger says the first of them already.
  const checks = say.check(dataProtection).slice(danger ? 1 : 0)
  const approver = profile.approver ? ` (${profile.approver})` : ''
  const last = template.isInternal ? say.pass : say.post(approver)
  return {
    ...blankReply('first-steps', language),
    lead: danger ? `${danger} ${say.leadInDanger}` : say.lead,
    steps: [
      { title: say.checkTitle, items: checks, isOrdered: false },
      { title: say.stepsTitle, items: [...say.steps(secondPerson), last], isOrdered: true },
    ],
    copy: { id: template.id, title: say.copy(template.title), text: template.text },
    notes: [isAlone ? say.note : `${say.note} ${say.next}`],
  }
}
